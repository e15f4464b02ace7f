package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;

/** Habits, what is said of editions, and what was sent, in the database. */
class ReminderTable {

    private static final String PLANNED = """
            select x.id, x.days, x.own, x.starts_at, x.reminded_for, x.reminded_at,
                   (cast((x.starts_at at time zone 'Europe/Amsterdam') as date) - x.days + time '09:00')
                      at time zone 'Europe/Amsterdam' as due
              from (select e.id, e.state, e.starts_at, coalesce(r.own, false) as own, r.reminded_for, r.reminded_at,
                           case when r.own then r.days else h.days end as days
                      from crm.edition e
                      join crm.course c on c.id = e.course_id
                      left join crm.edition_reminder r on r.edition_id = e.id
                      left join crm.reminder_default h on h.organisation_id = c.organiser_id) x""";

    private final EntityManager em;

    ReminderTable(EntityManager em) {
        this.em = em;
    }

    Integer habit(Long organisation) {
        List<?> found = em.createNativeQuery(
                        "select days from crm.reminder_default where organisation_id = :organisation")
                .setParameter("organisation", organisation)
                .getResultList();
        return found.isEmpty() ? null : number(found.get(0));
    }

    void useHabit(Long organisation, Integer days, Long account, Instant now) {
        em.createNativeQuery("""
                        insert into crm.reminder_default (organisation_id, days, changed_by, changed_at)
                        values (:organisation, cast(:days as integer), cast(:account as bigint), :now)
                        on conflict (organisation_id) do update
                           set days = excluded.days, changed_by = excluded.changed_by, changed_at = excluded.changed_at""")
                .setParameter("organisation", organisation)
                .setParameter("days", days)
                .setParameter("account", account)
                .setParameter("now", now)
                .executeUpdate();
    }

    void plan(Long edition, boolean own, Integer days, Long account) {
        em.createNativeQuery("""
                        insert into crm.edition_reminder (edition_id, own, days, changed_by)
                        values (:edition, :own, cast(:days as integer), cast(:account as bigint))
                        on conflict (edition_id) do update
                           set own = excluded.own, days = excluded.days, changed_by = excluded.changed_by""")
                .setParameter("edition", edition)
                .setParameter("own", own)
                .setParameter("days", days)
                .setParameter("account", account)
                .executeUpdate();
    }

    Reminder of(Long edition) {
        Tuple row = (Tuple) em.createNativeQuery(PLANNED + " where x.id = :edition", Tuple.class)
                .setParameter("edition", edition)
                .getSingleResult();
        boolean sent = row.get(4) != null && row.get(4, Instant.class).equals(row.get(3, Instant.class));
        return new Reminder(
                number(row.get(1)),
                row.get(2, Boolean.class),
                row.get(6, Instant.class),
                sent ? row.get(5, Instant.class) : null);
    }

    /** An edition whose moment has come. */
    record Due(Long edition, Instant startsAt, Instant at) {}

    @SuppressWarnings("unchecked")
    List<Due> due(Instant now, int most) {
        List<Tuple> rows = em.createNativeQuery("""
                        select d.id, d.starts_at, d.due
                          from (%s where x.days is not null and x.state in ('PUBLISHED', 'OPEN', 'CLOSED')
                                     and x.starts_at > :now) d
                         where d.due <= :now and d.reminded_for is distinct from d.starts_at
                         order by d.starts_at, d.id""".formatted(PLANNED), Tuple.class)
                .setParameter("now", now)
                .setMaxResults(most)
                .getResultList();
        return rows.stream()
                .map(row -> new Due(
                        ((Number) row.get(0)).longValue(), row.get(1, Instant.class), row.get(2, Instant.class)))
                .toList();
    }

    /** True for the one who sends it; whoever comes at the same moment waits and is told no. */
    boolean take(Due due, Instant now) {
        return !em.createNativeQuery("""
                        insert into crm.edition_reminder as r (edition_id, reminded_for, reminded_at)
                        values (:edition, :begins, :now)
                        on conflict (edition_id) do update
                           set reminded_for = excluded.reminded_for, reminded_at = excluded.reminded_at
                         where r.reminded_for is distinct from excluded.reminded_for
                        returning r.edition_id""")
                .setParameter("edition", due.edition())
                .setParameter("begins", due.startsAt())
                .setParameter("now", now)
                .getResultList()
                .isEmpty();
    }

    private static Integer number(Object column) {
        return column == null ? null : ((Number) column).intValue();
    }
}
