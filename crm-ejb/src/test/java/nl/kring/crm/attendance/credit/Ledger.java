package nl.kring.crm.attendance.credit;

import static nl.kring.crm.database.Wired.made;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.kring.crm.accreditation.PointsAwarded;
import nl.kring.crm.accreditation.request.AccreditationRequests;
import nl.kring.crm.accreditation.request.AskedPoints;
import nl.kring.crm.accreditation.request.CourseType;
import nl.kring.crm.accreditation.request.Grant;
import nl.kring.crm.accreditation.request.RequestForm;
import nl.kring.crm.accreditation.request.RequestLine;
import nl.kring.crm.accreditation.scheme.RegisterMembershipTold;
import nl.kring.crm.agenda.ACourse;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.attendance.AttendanceRecorded;
import nl.kring.crm.attendance.Attendances;
import nl.kring.crm.database.Told;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;

/** A real database with courses, persons and their points, and the boundaries as their news reaches the ledger. */
public final class Ledger implements AutoCloseable {

    public static final Clock AFTERWARDS = Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), SystemClock.AMSTERDAM);

    public final AgendaDatabase database;

    public Ledger() throws Exception {
        database = AgendaDatabase.start();
    }

    public long person(String name, String profession) {
        return number("""
                insert into crm.person (id, uuid, display_name, sort_name, profession, big, created_at)
                values (nextval('crm.entity_seq'), gen_random_uuid(), :a, :a, :b, '39000000101', now()) returning id""", name, profession);
    }

    /** A course on one evening that is over, worth points; gives the edition. */
    public UUID held(String title, String evening, String... schemeAndPoints) {
        UUID edition = database.published(
                "NOORD",
                ACourse.aCourse()
                        .titled(title)
                        .from(evening + "T19:00", evening + "T22:00")
                        .wish());
        for (int i = 0; i < schemeAndPoints.length; i += 2) {
            run("""
                    insert into crm.accreditation (id, uuid, course_id, scheme_code, points)
                    select nextval('crm.entity_seq'), gen_random_uuid(), e.course_id, :a, cast(:b as numeric)
                      from crm.edition e where e.uuid = cast(:c as uuid)""", schemeAndPoints[i], schemeAndPoints[i + 1], edition.toString());
        }
        return edition;
    }

    /** A course on two evenings that are over, a week apart; gives the edition. */
    public UUID heldTwice(String title, String first, String second) {
        return database.published(
                "NOORD",
                ACourse.aCourse()
                        .titled(title)
                        .from(first + "T19:00", first + "T22:00")
                        .from(second + "T19:00", second + "T22:00")
                        .wish());
    }

    public long enrolled(UUID edition, long person) {
        return number("""
                insert into crm.enrolment (id, uuid, edition_id, person_id, state, price_cents, enrolled_at, confirmed_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), e.id, cast(:a as bigint), 'CONFIRMED', 0, now(), now()
                  from crm.edition e where e.uuid = cast(:b as uuid) returning id""", Long.toString(person), edition.toString());
    }

    /** Somebody who was there, as it is recorded by the organiser. */
    public long attended(UUID edition, long person) {
        long enrolment = enrolled(edition, person);
        with(Attendances.class, staff("NOORD"), attendances -> attendances.presentAll(edition));
        return enrolment;
    }

    public <B, T> T with(Class<B> boundary, CurrentUser caller, Function<B, T> work) {
        return database.inTransaction(em -> work.apply(boundary(em, boundary, caller)));
    }

    public <B> B boundary(EntityManager em, Class<B> boundary, CurrentUser caller) {
        CreditNews news = made(CreditNews.class, em, AFTERWARDS, caller);
        return made(boundary, em, AFTERWARDS, caller, new Told(told -> {
            if (told instanceof AttendanceRecorded recorded) {
                news.recorded(recorded);
            } else if (told instanceof PointsAwarded awarded) {
                news.awarded(awarded);
            } else if (told instanceof RegisterMembershipTold membership) {
                news.told(membership);
            }
        }));
    }

    /** The points that follow from who is recorded to have been there, as that news brings it about. */
    public static void settled(EntityManager em, Clock clock, CurrentUser caller, AttendanceRecorded news) {
        made(CreditNews.class, em, clock, caller).recorded(news);
    }

    /** What the organiser says that a course is worth, from now on. */
    public void award(UUID edition, Map<String, BigDecimal> points) {
        database.change(em -> {
            em.createNativeQuery(
                            "delete from crm.accreditation a using crm.edition e where e.course_id = a.course_id and e.uuid = :uuid")
                    .setParameter("uuid", edition)
                    .executeUpdate();
            Long course = (Long) em.createQuery("select e.course.id from Edition e where e.uuid = :uuid")
                    .setParameter("uuid", edition)
                    .getSingleResult();
            points.forEach((scheme, value) -> em.createNativeQuery("""
                            insert into crm.accreditation (id, uuid, course_id, scheme_code, points)
                            values (nextval('crm.entity_seq'), gen_random_uuid(), :course, :scheme, :points)""")
                    .setParameter("course", course)
                    .setParameter("scheme", scheme)
                    .setParameter("points", value)
                    .executeUpdate());
            made(CreditNews.class, em, AFTERWARDS, staff("NOORD")).awarded(new PointsAwarded(course));
        });
    }

    /**
     * What a register granted the course of an edition, for these days; it was asked for, sent and answered.
     *
     * @param points as "2 ACCREDITED" or "0.5 PEER_REVIEW Avond 1", with the part they are counted for
     */
    public void granted(UUID edition, String scheme, CourseType type, String from, String to, String... points) {
        requests(all -> all.begin(edition, List.of(scheme)));
        requests(all -> all.change(
                edition,
                open(all, edition, scheme).uuid(),
                open(all, edition, scheme).version(),
                new RequestForm(type, null, false, null, 28, 14, null, null, List.of())));
        requests(all -> all.submit(
                edition,
                open(all, edition, scheme).uuid(),
                open(all, edition, scheme).version()));
        List<AskedPoints> given = Arrays.stream(points)
                .map(each -> each.split(" ", 3))
                .map(parts -> new AskedPoints(parts[1], parts.length > 2 ? parts[2] : null, new BigDecimal(parts[0])))
                .toList();
        requests(all -> all.grant(
                edition,
                open(all, edition, scheme).uuid(),
                open(all, edition, scheme).version(),
                new Grant("9471", LocalDate.parse(from), LocalDate.parse(to), given)));
    }

    private void requests(Consumer<AccreditationRequests> work) {
        with(AccreditationRequests.class, staff("NOORD"), all -> {
            work.accept(all);
            return null;
        });
    }

    private static RequestLine open(AccreditationRequests all, UUID edition, String scheme) {
        return all.page(edition).requests().stream()
                .filter(line -> line.isOpen() && line.scheme().equals(scheme))
                .findFirst()
                .orElseThrow();
    }

    /** Settles everybody's attendance, whatever the ledger has; gives how many lines that took. */
    public int settleAll() {
        return database.inTransaction(
                em -> new CreditTable(em).settle(CreditTable.Of.EVERYBODY, List.of(), null, AFTERWARDS.instant()));
    }

    public CurrentUser staff(String organisation) {
        return database.staffOf(organisation);
    }

    public static CurrentUser professional(long person) {
        return new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return Optional.of(new Identity(
                        null,
                        UUID.randomUUID(),
                        "a@example.nl",
                        "A",
                        "nl",
                        person,
                        null,
                        EnumSet.of(Role.PROFESSIONAL)));
            }
        };
    }

    public void run(String sql, Object... values) {
        database.change(em -> filled(em, sql, values).executeUpdate());
    }

    public long number(String sql, Object... values) {
        return database.inTransaction(em -> ((Number) filled(em, sql, values).getSingleResult()).longValue());
    }

    @SuppressWarnings("unchecked")
    public List<String> texts(String sql, Object... values) {
        return database.inTransaction(
                em -> (List<String>) filled(em, sql, values).getResultList());
    }

    private static Query filled(EntityManager em, String sql, Object... values) {
        Query query = em.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(String.valueOf((char) ('a' + i)), values[i]);
        }
        return query;
    }

    @Override
    public void close() throws Exception {
        database.close();
    }
}
