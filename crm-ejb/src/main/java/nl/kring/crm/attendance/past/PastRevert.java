package nl.kring.crm.attendance.past;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes back what came of a file, as far as nothing else was built on it. What else may be built on a thing is read from the catalogue
 * of the database: every table that points to it, but for those that came with it.
 */
class PastRevert {

    private static final String OF_IT = """
            t.import_id = :import and t.kind = '%1$s'
            and exists (select 1 from crm.%2$s e where e.id = t.thing_id and e.version = 0 %3$s)""";

    private static final String POINTING = """
            select c.relname || ' ' || a.attname
              from pg_constraint f
              join pg_class c on c.oid = f.conrelid
              join pg_attribute a on a.attrelid = f.conrelid and a.attnum = f.conkey[1]
             where f.contype = 'f' and f.confrelid = cast('crm.' || :table as regclass) and cardinality(f.conkey) = 1
             order by 1""";

    /** Points do not vanish: another line takes them back. */
    private static final String CREDITS = """
            insert into crm.credit_entry (person_id, scheme_code, register_number, source, category, points, earned_on, title,
                                          organiser, import_key, corrects_id, reason, entered_at, account_id)
            select k.person_id, k.scheme_code, k.register_number, 'IMPORT', k.category, -(k.points + c.points), k.earned_on, k.title,
                   k.organiser, k.import_key, k.id, 'TAKEN_BACK', :now, cast(:account as bigint)
              from crm.past_thing t
              join crm.enrolment e on e.id = t.thing_id
             cross join crm.scheme s
              join crm.credit_entry k on k.import_key = 'past:' || e.uuid || ':' || s.code and k.corrects_id is null
             cross join lateral (select coalesce(sum(l.points), 0) as points from crm.credit_entry l where l.corrects_id = k.id) c
             where t.id = any (:things) and k.points + c.points <> 0""";

    private final EntityManager em;
    private final PastImport from;
    private final Instant now;

    PastRevert(EntityManager em, PastImport from, Instant now) {
        this.em = em;
        this.from = from;
        this.now = now;
    }

    /** Enrolments first, then editions and courses that are empty by that. */
    void participations() {
        List<Long> enrolments = removable(
                "ENROLMENT",
                "enrolment",
                Set.of("attendance"),
                "and not exists (select 1 from crm.attendance a where a.enrolment_id = e.id and a.version > 0)");
        query(CREDITS, enrolments)
                .setParameter("now", now)
                .setParameter("account", from.getAccountId())
                .executeUpdate();
        drop("attendance", "enrolment_id", enrolments);
        drop("enrolment", "id", enrolments);
        forget(enrolments);
        query("""
                update crm.seat_count c set taken = n.taken, capacity = n.taken
                  from (select t.thing_id, count(e.id) as taken
                          from crm.past_thing t
                          left join crm.enrolment e on e.edition_id = t.thing_id and e.state <> 'CANCELLED'
                         where t.import_id = :import and t.kind = 'EDITION'
                         group by t.thing_id) n
                 where c.edition_id = n.thing_id and c.taken > n.taken""", null).executeUpdate();
        List<Long> editions = removable("EDITION", "edition", Set.of("session", "seat_count"), "");
        drop("session", "edition_id", editions);
        drop("seat_count", "edition_id", editions);
        drop("edition", "id", editions);
        forget(editions);
        List<Long> courses = removable("COURSE", "course", Set.of(), "");
        drop("course", "id", courses);
        forget(courses);
    }

    /** A row stays when what came of it does. */
    void tell() {
        query("""
                update crm.past_reading r
                   set outcome = case when exists (select 1 from crm.past_thing t
                                                    where t.import_id = r.import_id and t.row_number = r.number
                                                      and (t.kind in ('ENROLMENT', 'MEMBERSHIP')
                                                           or t.kind = 'EDITION' and r.who is null)) then 'STAYS' else 'GIVEN_BACK' end
                 where r.import_id = :import and r.outcome = 'TAKEN'""", null).executeUpdate();
    }

    /** The memberships that came of the file. */
    @SuppressWarnings("unchecked")
    List<Long> memberships() {
        return ((List<Number>) query(
                                "select t.thing_id from crm.past_thing t where t.import_id = :import and t.kind = 'MEMBERSHIP' order by 1",
                                null)
                        .getResultList())
                .stream().map(Number::longValue).toList();
    }

    void forgetMemberships(List<Long> memberships) {
        em.createNativeQuery("delete from crm.past_thing where kind = 'MEMBERSHIP' and thing_id = any (:things)")
                .setParameter("things", memberships.toArray(Long[]::new))
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<Long> removable(String kind, String table, Set<String> ownRows, String more) {
        String built = ((List<String>) em.createNativeQuery(POINTING)
                        .setParameter("table", table)
                        .getResultList())
                .stream()
                        .map(one -> one.split(" "))
                        .filter(one -> !ownRows.contains(one[0]))
                        .map(one -> " and not exists (select 1 from crm." + one[0] + " d where d." + one[1]
                                + " = t.thing_id)")
                        .collect(Collectors.joining());
        return ((List<Number>) query(
                                "select t.id from crm.past_thing t where " + OF_IT.formatted(kind, table, more) + built,
                                null)
                        .getResultList())
                .stream().map(Number::longValue).toList();
    }

    private void drop(String table, String column, List<Long> things) {
        em.createNativeQuery("delete from crm." + table + " where " + column
                        + " in (select thing_id from crm.past_thing where id = any (:things))")
                .setParameter("things", things.toArray(Long[]::new))
                .executeUpdate();
    }

    private void forget(List<Long> things) {
        em.createNativeQuery("delete from crm.past_thing where id = any (:things)")
                .setParameter("things", things.toArray(Long[]::new))
                .executeUpdate();
    }

    private Query query(String sql, List<Long> things) {
        Query query = em.createNativeQuery(sql);
        return things == null
                ? query.setParameter("import", from.getId())
                : query.setParameter("things", things.toArray(Long[]::new));
    }
}
