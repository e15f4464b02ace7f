package nl.kring.crm.agenda.slot;

import static nl.kring.crm.database.Wired.wired;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.registry.Timings;

/** How long it takes to find the first slot in a year of 50 rooms and 200 teachers, most evenings of whom are taken. */
public final class SlotsBenchmark {

    private static final int TIMES = 40;
    private static final LocalDate FIRST = LocalDate.of(2026, 9, 2);
    private static final LocalDate LAST = FIRST.plusDays(Slots.LONGEST_SEARCH - 1L);

    private SlotsBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        try (AgendaDatabase database = AgendaDatabase.start()) {
            fill(database);
            Map<String, SlotWish> wishes = new LinkedHashMap<>();
            wishes.put("three teachers, a room for 20, an evening", wish(database, 3, 20, true));
            wishes.put("three teachers, a room for 20, any hour", wish(database, 3, 20, false));
            wishes.put("three teachers, a room that there is not, any hour", wish(database, 3, 4_000, false));
            wishes.put("all 200 teachers, any of 50 rooms, any hour", wish(database, 200, null, false));
            wishes.forEach((name, wish) -> measure(database, name, wish));
        }
        System.exit(0);
    }

    private static SlotWish wish(AgendaDatabase database, int teachers, Integer seats, boolean evening) {
        Set<UUID> chosen = database.inTransaction(em -> new LinkedHashSet<>(em.createQuery(
                        "select r.uuid from Resource r where r.kind = nl.kring.crm.agenda.resource.ResourceKind.TEACHER order by r.name",
                        UUID.class)
                .setMaxResults(teachers)
                .getResultList()));
        return new SlotWish(
                chosen,
                null,
                true,
                seats,
                null,
                180,
                evening ? EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY) : Set.of(),
                evening ? LocalTime.of(18, 0) : LocalTime.MIN,
                evening ? LocalTime.of(22, 30) : LocalTime.of(23, 59),
                FIRST,
                LAST);
    }

    private static void measure(AgendaDatabase database, String name, SlotWish wish) {
        Timings timings = new Timings();
        int[] found = new int[1];
        database.change(em -> {
            Slots slots = wired(new Slots(), em, AgendaDatabase.CLOCK, database.staffOf("NOORD"));
            long process =
                    ((Number) em.createNativeQuery("select pg_backend_pid()").getSingleResult()).longValue();
            for (int warm = 0; warm < TIMES / 4; warm++) {
                slots.first(wish, 10);
            }
            for (int time = 0; time < TIMES; time++) {
                try {
                    timings.request(() -> found[0] = slots.first(wish, 10).size(), process);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        System.out.printf(
                "%s: %d found; time p50 %.0f, slowest %.0f ms; processor p50 %.0f, slowest %.0f ms%n",
                name, found[0], timings.time(0.5), timings.time(1), timings.cpu(0.5), timings.cpu(1));
    }

    /** Hours on six days a week, three absences, and on four days of five something of three hours. */
    private static void fill(AgendaDatabase database) throws SQLException {
        database.change(em -> {
            run(em, """
                    insert into crm.resource (id, uuid, organisation_id, kind, name, place, capacity, minutes_before, minutes_after,
                                              shared, created_at)
                    select nextval('crm.entity_seq'), gen_random_uuid(), o.id, case when n <= 50 then 'ROOM' else 'TEACHER' end,
                           'Nummer ' || n, 'Almelo', case when n <= 50 then 5 + n end, n % 4 * 15, n % 3 * 15, true, :now
                      from crm.organisation o, generate_series(1, 250) n where o.code = 'NOORD'""");
            run(em, """
                    insert into crm.resource_hours
                    select r.id, d, time '08:00', time '22:30' from crm.resource r, generate_series(1, 6) d
                     where cast(:now as timestamptz) is not null""");
            run(em, """
                    insert into crm.resource_absence (id, uuid, resource_id, first_day, last_day)
                    select nextval('crm.entity_seq'), gen_random_uuid(), r.id, d, d + 13
                      from crm.resource r, generate_series(1, 3) n,
                           lateral (select cast(cast(:now as timestamptz) as date) + cast(r.id % 90 as integer) + n * 100 as d) day""");
            run(em, """
                    insert into crm.course (id, uuid, organiser_id, title, kind, created_at)
                    select nextval('crm.entity_seq'), gen_random_uuid(), o.id, 'Jaar', 'TRAINING', :now
                      from crm.organisation o where o.code = 'NOORD'""");
            run(em, """
                    insert into crm.edition (id, uuid, course_id, state, starts_at, ends_at, created_at)
                    select nextval('crm.entity_seq'), gen_random_uuid(), c.id, 'CONCEPT', cast(:now as timestamptz),
                           cast(:now as timestamptz) + interval '1 year', :now from crm.course c""");
            run(em, """
                    insert into crm.session (id, uuid, edition_id, position, starts_at, ends_at)
                    select nextval('crm.entity_seq'), gen_random_uuid(), e.id, d,
                           (date '2026-09-01' + d + time '19:00') at time zone 'Europe/Amsterdam',
                           (date '2026-09-01' + d + time '22:00') at time zone 'Europe/Amsterdam'
                      from crm.edition e, generate_series(1, 366) d where cast(:now as timestamptz) is not null""");
            run(em, """
                    insert into crm.resource_booking (id, uuid, resource_id, session_id, state, during, session_time, made_at)
                    select nextval('crm.entity_seq'), gen_random_uuid(), r.id, s.id, 'CONFIRMED',
                           tstzrange(s.starts_at - make_interval(mins => r.minutes_before),
                                     s.ends_at + make_interval(mins => r.minutes_after)),
                           tstzrange(s.starts_at, s.ends_at), :now
                      from crm.resource r, crm.session s where (r.id + s.position * 7) % 5 < 4""");
        });
        database.asOwner("analyze");
        Object bookings = database.inTransaction(
                em -> em.createNativeQuery("select count(*) from crm.resource_booking", Long.class)
                        .getSingleResult());
        System.out.println(bookings + " bookings");
    }

    private static void run(EntityManager em, String sql) {
        em.createNativeQuery(sql)
                .setParameter("now", Instant.parse("2026-09-01T10:00:00Z"))
                .executeUpdate();
    }
}
