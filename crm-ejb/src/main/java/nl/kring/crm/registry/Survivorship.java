package nl.kring.crm.registry;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.kring.crm.platform.ManyRows;

/**
 * Which of all that is said of a person, and holds on a day, is shown: by hand before any register, then what the rule of the
 * field prefers ({@link SurvivorshipRules}), then the most trusted register (rank 1), then what began last, then what was delivered last, then by register code and source key. Private
 * values take no part. Where somebody works is told by the current affiliation, unless that was only derived and somebody
 * said otherwise by hand. Works on sets: a few statements for a batch of persons, whatever its size.
 */
class Survivorship {

    private static final int BATCH = 1000;
    private static final int MANY = 100;

    private static final String ORDER =
            "by_hand desc, precedence, source_rank, valid_from desc nulls last, said_at desc, register_code collate \"C\", source_key collate \"C\", uuid";

    /** The same for a query that calls crm.said s. */
    static final String SAID_ORDER = "s." + ORDER.replace(", ", ", s.");

    /** What somebody does beside the place where he or she works. */
    private static final String BESIDE_WORK =
            "{DUTY_GP,GP_TRAINER,BOARD_MEMBER,CHAIR,MEMBER_COUNCIL,COURSE_COORDINATOR,COORDINATOR,QUALITY_CONSULTANT,"
                    + "ACCREDITATION_OFFICER,GP_WITH_SPECIAL_INTEREST,TEACHER,CONTACT_PERSON}";

    private static final String LOCK = """
            select id, email, merged_into_id is null, profession from crm.person where id = any (?) order by id for no key update""";

    private static final String DERIVE = """
            with said as materialized (
              select person_id, field, value, prefix, uuid, by_hand, slot, precedence, source_rank, valid_from, valid_to, said_at,
                     register_code, source_key
                from crm.said where person_id = any (?) and not private),
            day as (select ?::date as day),
            in_slot as (
              select distinct on (s.person_id, s.field, s.slot) s.*
                from said s, day d
               where (s.valid_from is null or s.valid_from <= d.day) and (s.valid_to is null or s.valid_to >= d.day)
               order by s.person_id, s.field, s.slot, %2$s),
            winner as materialized (
              select distinct on (person_id, field) person_id, field, value, prefix, by_hand, uuid
                from in_slot
               order by person_id, field, value is null, slot <> '', %1$s),
            place as (
              select distinct on (s.person_id) s.person_id, r.postcode, r.place
                from said s
                join crm.source_record r on r.uuid = s.uuid
                left join winner w on w.person_id = s.person_id and w.field = 'workplace'
               where s.field = 'address'
               order by s.person_id, coalesce(w.uuid = s.uuid, false) desc, %2$s),
            work as (
              select distinct on (a.person_id) a.person_id, a.name, a.postcode, a.place, a.municipality, a.derived
                from crm.workplace_period a, day d
               where a.person_id = any (?)
                 and (a.valid_from is null or a.valid_from <= d.day) and (a.valid_to is null or a.valid_to >= d.day)
               order by a.person_id, a.main desc, a.role = any ('%4$s'), a.derived, a.valid_from desc nulls last,
                        a.organisation_id, a.role),
            shown as (
              select person_id,
                     %3$s,
                     max(prefix) filter (where field = 'birthName') as birth_prefix,
                     max(prefix) filter (where field = 'partnerName') as partner_prefix,
                     coalesce(bool_or(by_hand) filter (where field = 'address'), false) as address_by_hand,
                     coalesce(bool_or(by_hand) filter (where field = 'workplace'), false) as workplace_by_hand
                from winner group by person_id),
            known as (
              select person_id,
                     string_agg(distinct concat_ws(' ', prefix, value), ' ' order by concat_ws(' ', prefix, value))
                       filter (where field not in ('phone', 'mobile')) as known_as,
                     string_agg(distinct value, ' ' order by value) filter (where field in ('phone', 'mobile')) as known_phones
                from said
               where field in ('birthName', 'partnerName', 'givenName', 'initials', 'big', 'agb', 'registerNumber', 'kvk', 'phone', 'mobile')
               group by person_id),
            linked as (
              select person_id, string_agg(link, chr(31) order by link) as links
                from crm.links_of(?) group by person_id)
            select p.id, s.*, k.known_as, k.known_phones, l.postcode as place_postcode, l.place as place_place,
                   a.name as work_name, a.postcode as work_postcode, a.place as work_place,
                   a.municipality as work_municipality, a.derived as work_derived,
                   n.links
              from crm.person p
              left join shown s on s.person_id = p.id
              left join known k on k.person_id = p.id
              left join place l on l.person_id = p.id
              left join work a on a.person_id = p.id
              left join linked n on n.person_id = p.id
             where p.id = any (?)""".formatted(
                    ORDER,
                    SAID_ORDER,
                    List.of(
                                    "birthName birth_name",
                                    "partnerName partner_name",
                                    "nameUsage name_usage",
                                    "initials initials",
                                    "givenName given_name",
                                    "titles titles",
                                    "gender gender",
                                    "birthDate birth_date",
                                    "profession profession",
                                    "workplace workplace",
                                    "address address",
                                    "big big",
                                    "agb agb",
                                    "email email",
                                    "phone phone",
                                    "mobile mobile")
                            .stream()
                            .map(pair -> pair.split(" "))
                            .map(pair -> "max(value) filter (where field = '" + pair[0] + "') as " + pair[1])
                            .collect(Collectors.joining(",\n")),
                    BESIDE_WORK);

    /** Links are for finding: who has others shows nothing else. */
    private static final String WRITE = """
            update crm.person p
               set %s, links = coalesce(string_to_array(d.links, chr(31)), '{}'),
                   version = p.version + case when (%s) is distinct from (%s) then 1 else 0 end
              from unnest(?::bigint[], %s, ?::text[]) as d (id, %s, links)
             where p.id = d.id and ((%s) is distinct from (%s) or p.links is distinct from coalesce(string_to_array(d.links, chr(31)), '{}'))""".formatted(
                    columns("%1$s = d.%1$s"),
                    columns("p.%1$s"),
                    columns("d.%1$s"),
                    columns("?::text[]"),
                    columns("%1$s"),
                    columns("p.%1$s"),
                    columns("d.%1$s"))
            .replace("d.birth_date", "d.birth_date::date");

    private static final String DIFFER = """
            select count(*) from crm.person p join unnest(?::bigint[], %s) as d (id, %s) on p.id = d.id
             where (%s) is distinct from (%s)""".formatted(
                    columns("?::text[]"), columns("%1$s"), columns("p.%1$s"), columns("d.%1$s"))
            .replace("d.birth_date", "d.birth_date::date");

    private final Connection connection;
    private final LocalDate day;
    private final Set<Long> otherProfession = new TreeSet<>();

    /** Shows what holds on that day. */
    Survivorship(Connection connection, LocalDate day) {
        this.connection = connection;
        this.day = day;
    }

    /** What would be shown of one person, written nowhere. */
    GoldenRecord look(Long personId) throws SQLException {
        return derived(List.of(personId)).get(0);
    }

    /** The same of several, in no order. */
    List<GoldenRecord> look(Collection<Long> personIds) throws SQLException {
        return personIds.isEmpty() ? List.of() : derived(List.copyOf(personIds));
    }

    /** Derives these persons. Tombstones of a merge keep what they last showed. Answers how many changed. */
    int derive(Collection<Long> personIds) throws SQLException {
        List<Long> ids = personIds.stream().distinct().sorted().toList();
        int changed = 0;
        for (int from = 0; from < ids.size(); from += BATCH) {
            changed += deriveBatch(ids.subList(from, Math.min(from + BATCH, ids.size())));
        }
        return changed;
    }

    /** Those that were derived and had been shown with another profession. */
    Set<Long> otherProfession() {
        return otherProfession;
    }

    /** Derives everybody. Answers how many changed. */
    int deriveAll() throws SQLException {
        int changed = 0;
        List<Long> ids = after(0);
        while (!ids.isEmpty()) {
            changed += deriveBatch(ids);
            ids = after(ids.get(ids.size() - 1));
        }
        return changed;
    }

    /** How many would change if everybody were derived now; nothing is written. */
    int wouldChange() throws SQLException {
        int changing = 0;
        List<Long> ids = after(0);
        while (!ids.isEmpty()) {
            try (PreparedStatement count = connection.prepareStatement(DIFFER)) {
                bind(count, derived(ids));
                try (ResultSet rows = count.executeQuery()) {
                    rows.next();
                    changing += rows.getInt(1);
                }
            }
            ids = after(ids.get(ids.size() - 1));
        }
        return changing;
    }

    private List<Long> after(long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select id from crm.person where id > ? and merged_into_id is null order by id limit " + BATCH)) {
            query.setLong(1, id);
            return ids(query);
        }
    }

    /**
     * The lock comes first: what another transaction said meanwhile is then seen by the query that follows. Of a tombstone
     * only the address counts: somebody else who shows it may be the only one now.
     */
    private int deriveBatch(List<Long> wanted) throws SQLException {
        List<Long> ids = new ArrayList<>();
        Set<String> addresses = new HashSet<>();
        Map<Long, String> professions = new HashMap<>();
        try (PreparedStatement lock = connection.prepareStatement(LOCK)) {
            lock.setArray(1, connection.createArrayOf("bigint", wanted.toArray()));
            try (ResultSet rows = lock.executeQuery()) {
                while (rows.next()) {
                    if (rows.getBoolean(3)) {
                        ids.add(rows.getLong(1));
                    }
                    addresses.add(rows.getString(2));
                    professions.put(rows.getLong(1), rows.getString(4));
                }
            }
        }
        addresses.remove(null);
        List<GoldenRecord> derived = derived(ids);
        derived.stream()
                .filter(record -> professions.get(record.personId()) != null
                        && !professions.get(record.personId()).equals(record.shown("profession")))
                .forEach(record -> otherProfession.add(record.personId()));
        int changed = write(derived);
        new SharedMailboxes(connection).mark(ids, addresses);
        return changed;
    }

    private List<GoldenRecord> derived(List<Long> ids) throws SQLException {
        return ids.size() < MANY ? asked(ids) : ManyRows.joined(connection, () -> asked(ids));
    }

    private List<GoldenRecord> asked(List<Long> ids) throws SQLException {
        List<GoldenRecord> derived = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(DERIVE)) {
            Array persons = connection.createArrayOf("bigint", ids.toArray());
            query.setArray(1, persons);
            query.setObject(2, day);
            for (int at = 3; at <= 5; at++) {
                query.setArray(at, persons);
            }
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    derived.add(GoldenRecord.of(rows));
                }
            }
        }
        return derived;
    }

    private int write(List<GoldenRecord> derived) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(WRITE)) {
            bind(update, derived);
            Object[] links = derived.stream().map(GoldenRecord::links).toArray();
            update.setArray(GoldenRecord.COLUMNS.size() + 2, connection.createArrayOf("text", links));
            return update.executeUpdate();
        }
    }

    private void bind(PreparedStatement statement, List<GoldenRecord> derived) throws SQLException {
        Object[] ids = derived.stream().map(GoldenRecord::personId).toArray();
        statement.setArray(1, connection.createArrayOf("bigint", ids));
        for (int column = 0; column < GoldenRecord.COLUMNS.size(); column++) {
            int at = column;
            Object[] values =
                    derived.stream().map(record -> record.values().get(at)).toArray();
            statement.setArray(column + 2, connection.createArrayOf("text", values));
        }
    }

    private static List<Long> ids(PreparedStatement query) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }
        }
        return ids;
    }

    private static String columns(String each) {
        return GoldenRecord.COLUMNS.stream()
                .map(column -> each.contains("%") ? each.formatted(column) : each)
                .collect(Collectors.joining(", "));
    }
}
