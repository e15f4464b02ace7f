package nl.kring.crm.registry.organisation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which of all that is said of an organisation is shown: by hand before any register, then the most trusted register
 * (rank 1), then what was delivered last, then by register code and source key. Private values take no part. Works on sets:
 * a fixed number of statements for a batch of organisations, whatever its size.
 */
class OrganisationSurvivorship {

    private static final int BATCH = 1000;

    private static final String ORDER =
            "by_hand desc, source_rank, said_at desc, register_code collate \"C\", source_key collate \"C\", uuid";

    /** The same for a query that calls crm.said_of_organisation s. */
    static final String SAID_ORDER = "s." + ORDER.replace(", ", ", s.");

    private static final String LOCK = """
            select id from crm.organisation where id = any (?) and merged_into_id is null order by id for no key update""";

    private static final String DERIVE = """
            with said as materialized (
              select * from crm.said_of_organisation where subject_id = any (?) and not private),
            winner as materialized (
              select distinct on (subject_id, field) subject_id, field, value, by_hand, uuid
                from said order by subject_id, field, %s),
            shown as (
              select subject_id,
                     max(value) filter (where field = 'name') as name,
                     max(value) filter (where field = 'phone') as phone,
                     max(value) filter (where field = 'email') as email,
                     max(value) filter (where field = 'website') as website,
                     max(value) filter (where field = 'address') as address,
                     max(value) filter (where field = 'agb') as agb,
                     max(value) filter (where field = 'kvk') as kvk,
                     coalesce(bool_or(by_hand) filter (where field = 'address'), false) as address_by_hand,
                     max(uuid::text) filter (where field = 'address') as address_uuid
                from winner group by subject_id),
            known as (
              select subject_id, string_agg(distinct value, ' ' order by value) as known_as
                from said where field in ('name', 'agb', 'kvk') group by subject_id)
            select o.id, o.code, o.name as last_name, s.*, k.known_as,
                   r.street, r.house_number, r.house_suffix, r.postcode, r.place
              from crm.organisation o
              left join shown s on s.subject_id = o.id
              left join known k on k.subject_id = o.id
              left join crm.source_record r on r.uuid = s.address_uuid::uuid and not s.address_by_hand
             where o.id = any (?)""".formatted(ORDER);

    private static final String WRITE = """
            update crm.organisation o
               set %s, version = o.version + 1
              from unnest(?::bigint[], %s) as d (id, %s)
             where o.id = d.id and (%s) is distinct from (%s)
            returning o.id""".formatted(
            columns("%1$s = d.%1$s"), columns("?::text[]"), columns("%1$s"), columns("o.%1$s"), columns("d.%1$s"));

    private static final String NAMED = """
            select r.workplace_id, r.practice_agb,
                   case when not 'workplace' = any (r.private_fields) then r.practice_name end,
                   case when not 'address' = any (r.private_fields) then r.postcode end
              from crm.source_record r where r.workplace_id = any (?)
            union
            select o.id, o.agb, o.name, o.postcode from crm.organisation o where o.id = any (?) and o.kind = 'PRACTICE'""";

    private static final String FORGET_KEYS = """
            delete from crm.practice_key k
             where k.organisation_id = any (?)
               and not exists (select 1 from unnest(?::bigint[], ?::text[], ?::text[]) as d (id, kind, key)
                                where d.id = k.organisation_id and d.kind = k.kind and d.key = k.key)""";

    private static final String LEARN_KEYS = """
            insert into crm.practice_key (organisation_id, kind, key)
            select d.* from unnest(?::bigint[], ?::text[], ?::text[]) as d on conflict do nothing""";

    private record Known(long organisation, PracticeKey key) {}

    private final Connection connection;
    private final Set<Long> shownAnew = new TreeSet<>();

    OrganisationSurvivorship(Connection connection) {
        this.connection = connection;
    }

    /** Derives these organisations. Those that were merged keep what they last showed. Answers how many changed. */
    int derive(Collection<Long> organisationIds) throws SQLException {
        List<Long> ids = List.copyOf(new TreeSet<>(organisationIds));
        int changed = 0;
        for (int from = 0; from < ids.size(); from += BATCH) {
            changed += deriveBatch(ids.subList(from, Math.min(from + BATCH, ids.size())));
        }
        return changed;
    }

    /** The lock comes first: what another transaction said meanwhile is then seen by the query that follows. */
    private int deriveBatch(List<Long> wanted) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setArray(1, bigints(wanted));
            try (ResultSet rows = lock.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
        }
        List<GoldenOrganisation> derived = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(DERIVE)) {
            query.setArray(1, bigints(ids));
            query.setArray(2, bigints(ids));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    derived.add(GoldenOrganisation.of(rows));
                }
            }
        }
        int changed = write(derived);
        writeKeys(ids);
        return changed;
    }

    private int write(List<GoldenOrganisation> derived) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(WRITE)) {
            update.setArray(
                    1, bigints(derived.stream().map(GoldenOrganisation::id).toList()));
            for (int column = 0; column < GoldenOrganisation.COLUMNS.size(); column++) {
                int at = column;
                update.setArray(
                        column + 2,
                        texts(derived.stream()
                                .map(each -> each.values().get(at))
                                .toList()));
            }
            int changed = 0;
            try (ResultSet rows = update.executeQuery()) {
                for (; rows.next(); changed++) {
                    shownAnew.add(rows.getLong(1));
                }
            }
            return changed;
        }
    }

    /** Those that work at the practices that were derived and show something else now. */
    Set<Long> personsToShow() throws SQLException {
        Set<Long> persons = new TreeSet<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select distinct a.person_id from crm.affiliation a where a.organisation_id = any (?) and a.withdrawn_at is null""")) {
            query.setArray(1, bigints(shownAnew));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    persons.add(rows.getLong(1));
                }
            }
        }
        return persons;
    }

    private void writeKeys(List<Long> ids) throws SQLException {
        Set<Known> known = new LinkedHashSet<>();
        try (PreparedStatement query = connection.prepareStatement(NAMED)) {
            query.setArray(1, bigints(ids));
            query.setArray(2, bigints(ids));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    long id = rows.getLong(1);
                    PracticeKey.all(rows.getString(2), rows.getString(3), rows.getString(4))
                            .forEach(key -> known.add(new Known(id, key)));
                }
            }
        }
        try (PreparedStatement forget = connection.prepareStatement(FORGET_KEYS);
                PreparedStatement learn = connection.prepareStatement(LEARN_KEYS)) {
            forget.setArray(1, bigints(ids));
            keys(forget, 2, known);
            forget.executeUpdate();
            keys(learn, 1, known);
            learn.executeUpdate();
        }
    }

    private void keys(PreparedStatement statement, int from, Set<Known> known) throws SQLException {
        statement.setArray(from, bigints(known.stream().map(Known::organisation).toList()));
        statement.setArray(
                from + 1,
                texts(known.stream().map(each -> each.key().kind().name()).toList()));
        statement.setArray(
                from + 2, texts(known.stream().map(each -> each.key().key()).toList()));
    }

    private Array bigints(Collection<Long> values) throws SQLException {
        return connection.createArrayOf("bigint", values.toArray());
    }

    private Array texts(Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    private static String columns(String each) {
        return GoldenOrganisation.COLUMNS.stream()
                .map(column -> each.contains("%") ? each.formatted(column) : each)
                .collect(Collectors.joining(", "));
    }
}
