package nl.kring.crm.registry.affiliation;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import nl.kring.crm.platform.ManyRows;
import nl.kring.crm.platform.SystemClock;

/**
 * Derives in sets: what the rows want is laid beside what is there. A person and an organisation have one derived row at
 * most; one that its registers no longer want ends the day before, or is withdrawn when it began today.
 */
class DerivedTable {

    private static final int BATCH = 2000;

    /**
     * The rows of registers of these persons, the best first; a period that ends before it begins has no end. Every table is
     * asked for these persons by itself: then each is read by its index, and what was read is joined by hashing.
     */
    private static final String RECORDS = """
            with given as (select ?::date as today, ?::timestamptz as now),
            record as materialized (
              select r.person_id, r.workplace_id, r.register_code, r.organisation_id as said_by_id, r.role, r.source_key,
                     coalesce(r.profession, p.profession,
                              (array_agg(r.profession) filter (where r.profession is not null and 'profession' <> all (r.private_fields))
                                 over (partition by r.person_id
                                       order by r.source_rank, r.delivered_at desc, r.register_code, r.source_key, r.id
                                       rows between unbounded preceding and unbounded following))[1]) as profession, r.valid_from,
                     case when r.valid_to < r.valid_from then null else r.valid_to end as valid_to,
                     row_number() over (order by r.source_rank, r.delivered_at desc, r.register_code, r.source_key, r.id) as place
                from crm.source_record r
                join crm.person p on p.id = r.person_id and p.merged_into_id is null
               where r.person_id = any (:persons) and p.id = any (:persons)),
            """;

    private static final String WORK = RECORDS + """
            precise as (
              select distinct on (person_id, workplace_id) person_id, workplace_id, role
                from record where role is not null
               order by person_id, workplace_id, place),
            wanted as materialized (
              select distinct on (person_id, organisation_id) person_id, organisation_id, role as term, null::text as number,
                     valid_from, valid_to, said_by_id
                from (select r.person_id, r.workplace_id as organisation_id, coalesce(t.role, f.role, 'EMPLOYEE') as role,
                             r.valid_from, r.valid_to, r.said_by_id, 1 as source, r.place
                        from record r
                        left join precise t on t.person_id = r.person_id and t.workplace_id = r.workplace_id
                        left join crm.profession_role f on f.profession = r.profession
                       where r.workplace_id is not null
                      union all
                      select r.person_id, o.id, coalesce(b.term, f.role, 'EMPLOYEE'), r.valid_from, r.valid_to, r.said_by_id,
                             2, r.place
                        from record r
                        join crm.register_belonging b on b.register_code = r.register_code and b.becomes = 'AFFILIATION'
                                                     and (b.professions is null or r.profession = any (b.professions))
                        join crm.organisation o on o.code = b.organisation_code
                        left join crm.profession_role f on f.profession = r.profession) c
               order by person_id, organisation_id, source, place),
            """ + keep("affiliation", "role", "", "");

    private static final String BELONGING = RECORDS + """
            wanted as materialized (
              select distinct on (r.person_id, o.id) r.person_id, o.id as organisation_id, b.term, r.source_key as number,
                     r.valid_from, r.valid_to, r.said_by_id
                from record r
                join crm.register_belonging b on b.register_code = r.register_code and b.becomes = 'MEMBERSHIP'
                                             and (b.professions is null or r.profession = any (b.professions))
                join crm.organisation o on o.code = b.organisation_code
               order by r.person_id, o.id, r.place),
            """ + keep("membership", "kind", ", number", ", w.number");

    private final Connection connection;
    private final Clock clock;

    DerivedTable(Connection connection, Clock clock) {
        this.connection = connection;
        this.clock = clock;
    }

    /** What was said by hand, and what somebody denied, is not wanted of the registers. */
    private static String keep(String table, String term, String moreColumns, String moreValues) {
        return """
                there as materialized (
                  select a.* from crm.%1$s a where a.person_id = any (:persons)),
                by_hand as (
                  select person_id, organisation_id from there where not derived and withdrawn_at is null),
                denied as (
                  select person_id, organisation_id from there where derived and withdrawn_at is not null and account_id is not null),
                derived as (
                  select t.*, (t.created_at at time zone 'Europe/Amsterdam')::date >= g.today as fresh
                    from there t cross join given g where t.derived and t.withdrawn_at is null),
                due as materialized (
                  select w.* from wanted w
                   where (w.person_id, w.organisation_id) not in (select * from by_hand union all select * from denied)),
                gone as materialized (
                  select d.*, d.fresh or (d.person_id, d.organisation_id) in (select * from by_hand)
                           or coalesce(d.valid_from >= g.today, false) as never
                    from derived d cross join given g
                   where (d.person_id, d.organisation_id) not in (select person_id, organisation_id from due)),
                withdrawn as (
                  update crm.%1$s a set withdrawn_at = g.now, version = a.version + 1
                    from gone d cross join given g where a.id = d.id and a.person_id = any (:persons) and d.never
                  returning a.id),
                ended as (
                  update crm.%1$s a set valid_to = g.today - 1, version = a.version + 1
                    from gone d cross join given g where a.id = d.id and a.person_id = any (:persons) and not d.never and coalesce(d.valid_to >= g.today, true)
                  returning a.id),
                changed as (
                  update crm.%1$s a
                     set %2$s = w.term, valid_from = coalesce(w.valid_from, least(a.valid_from, w.valid_to)),
                         valid_to = w.valid_to, said_by_id = w.said_by_id, version = a.version + 1
                    from derived d join due w on w.person_id = d.person_id and w.organisation_id = d.organisation_id
                   where a.id = d.id and a.person_id = any (:persons)
                     and (a.%2$s, a.valid_from, a.valid_to, a.said_by_id) is distinct from
                         (w.term, coalesce(w.valid_from, least(a.valid_from, w.valid_to)), w.valid_to, w.said_by_id)
                  returning a.id),
                added as (
                  insert into crm.%1$s (id, uuid, person_id, organisation_id, %2$s, valid_from, valid_to, derived, said_by_id,
                                        created_at%3$s)
                  select nextval('crm.entity_seq'), gen_random_uuid(), w.person_id, w.organisation_id, w.term,
                         coalesce(w.valid_from, case when w.valid_to is null and exists (
                                    select 1 from gone d where d.person_id = w.person_id and d.said_by_id = w.said_by_id
                                       and not d.never) then g.today end),
                         w.valid_to, true, w.said_by_id, g.now%4$s
                    from due w cross join given g
                   where (w.person_id, w.organisation_id) not in (select person_id, organisation_id from derived)
                  returning id)
                select (select count(*) from withdrawn) + (select count(*) from ended) + (select count(*) from changed)
                     + (select count(*) from added)""".formatted(table, term, moreColumns, moreValues);
    }

    int derive(Collection<Long> personIds) throws SQLException {
        List<Long> ids = personIds.stream().distinct().sorted().toList();
        int changed = 0;
        for (int from = 0; from < ids.size(); from += BATCH) {
            changed += deriveBatch(ids.subList(from, Math.min(from + BATCH, ids.size())));
        }
        return changed;
    }

    /** Of persons who will be shown anew: what they have to do with is written with what is shown then. */
    int deriveBefore(Collection<Long> personIds) throws SQLException {
        set("crm.links_follow", "later");
        set("crm.persons_held", "yes");
        int changed = ManyRows.joined(connection, () -> derive(personIds));
        set("crm.persons_held", "");
        set("crm.links_follow", "");
        return changed;
    }

    private void set(String name, String value) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select set_config(?, ?, true)")) {
            set.setString(1, name);
            set.setString(2, value);
            set.executeQuery().close();
        }
    }

    int deriveAll() throws SQLException {
        int changed = 0;
        List<Long> ids = after(0);
        while (!ids.isEmpty()) {
            changed += deriveBatch(ids);
            ids = after(ids.get(ids.size() - 1));
        }
        return changed;
    }

    /** The lock comes first, as everywhere: what somebody says by hand meanwhile is seen by what follows. */
    private int deriveBatch(List<Long> ids) throws SQLException {
        Array persons = connection.createArrayOf("bigint", ids.toArray());
        try (PreparedStatement lock = connection.prepareStatement(
                "select id from crm.person where id = any (?) order by id for no key update")) {
            lock.setArray(1, persons);
            lock.executeQuery().close();
        }
        return run(WORK, persons) + run(BELONGING, persons);
    }

    private int run(String statement, Array persons) throws SQLException {
        try (PreparedStatement derive = connection.prepareStatement(statement.replace(":persons", "?"))) {
            derive.setObject(1, LocalDate.now(clock.withZone(SystemClock.AMSTERDAM)));
            derive.setObject(2, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            for (int at = 3; at <= 2 + statement.split(":persons", -1).length - 1; at++) {
                derive.setArray(at, persons);
            }
            try (ResultSet rows = derive.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }

    private List<Long> after(long id) throws SQLException {
        List<Long> ids = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select id from crm.person where id > ? and merged_into_id is null order by id limit " + BATCH)) {
            query.setLong(1, id);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getLong(1));
                }
            }
        }
        return ids;
    }
}
