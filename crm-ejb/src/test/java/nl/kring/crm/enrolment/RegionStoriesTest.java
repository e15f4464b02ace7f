package nl.kring.crm.enrolment;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.StringReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Sequence;
import nl.kring.crm.agenda.ACourse;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.CapacityChanged;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.EditionCancelled;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.EditionMove;
import nl.kring.crm.agenda.EditionMoved;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.NoAdministrator;
import nl.kring.crm.agenda.PlannedCourse;
import nl.kring.crm.agenda.PlannedSession;
import nl.kring.crm.agenda.SessionLine;
import nl.kring.crm.agenda.resource.ResourceKind;
import nl.kring.crm.agenda.resource.ResourceNews;
import nl.kring.crm.agenda.resource.ResourceTakenException;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.communication.template.MailTexts;
import nl.kring.crm.registry.Person;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened to courses in the region in 2020 and 2021, as its annual reports tell, done with this product. */
class RegionStoriesTest {

    private static final Clock MARCH_2020 = at("2020-03-13T09:00");
    private static final Duration EVENING = Duration.ofHours(3);

    /** A mail as it lies in the outbox. */
    private record Mail(String kind, String recipient, String body, String calendar, String method, String dropped) {}

    private static AgendaDatabase database;
    private static CurrentUser staff;
    private static long numbers = 50_000;

    @BeforeAll
    static void start() throws IOException {
        database = AgendaDatabase.start();
        staff = database.staffOf("NOORD");
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void nothing_is_planned() {
        database.clearAgenda();
    }

    @Test
    void the_masterclass_with_twenty_enrolled_is_cancelled_and_everybody_hears_it_once_and_pays_nothing() {
        UUID masterclass = open(
                MARCH_2020,
                aCourse()
                        .titled("Masterclass waardegedreven zorg")
                        .seats(20)
                        .from("2020-04-16T13:00", "2020-04-16T17:00"));
        enrol(masterclass, MARCH_2020, 22);
        UUID room = book(masterclass, MARCH_2020, ResourceKind.ROOM, "Grote zaal", null);
        book(masterclass, MARCH_2020, ResourceKind.TEACHER, "Docent Demo", "docent@example.nl");

        doing(MARCH_2020, (em, courses) -> {
            courses.cancel(masterclass, "Vanwege het coronavirus.");
            return null;
        });

        assertThat(detail(masterclass).line().state()).isEqualTo(EditionState.CANCELLED);
        assertThat(mails("edition-cancelled"))
                .hasSize(22)
                .allSatisfy(mail -> assertThat(mail.body()).contains("Vanwege het coronavirus.", "u betaalt niets"));
        assertThat(mails("edition-cancelled").stream().map(Mail::recipient)).doesNotHaveDuplicates();
        assertThat(mails("edition-cancelled").stream().filter(mail -> mail.calendar() != null))
                .as("who had a seat takes it out of the calendar")
                .hasSize(20)
                .allSatisfy(mail -> assertThat(mail.method()).isEqualTo("CANCEL"));
        assertThat(mails("teaching-cancelled"))
                .singleElement()
                .satisfies(mail -> assertThat(mail.recipient()).isEqualTo("docent@example.nl"));
        assertThat(number("select count(*) from crm.enrolment where state = 'CANCELLED' and fee_cents = 0"))
                .isEqualTo(22);
        assertThat(number("select taken from crm.seat_count")).isZero();
        UUID other = open(MARCH_2020, aCourse().from("2020-04-16T13:00", "2020-04-16T17:00"));
        bookAgain(other, room);
    }

    @Test
    void the_leergang_of_2020_is_held_in_2021_with_the_same_people_rooms_and_appointments() throws Exception {
        ACourse leergang = aCourse().titled("Leergang innovatie").seats(2);
        for (int week = 0; week < 5; week++) {
            LocalDate day = LocalDate.of(2020, 9, 15).plusWeeks(week);
            leergang.from(day + "T18:00", day + "T21:00");
        }
        UUID edition = open(MARCH_2020, leergang);
        enrol(edition, MARCH_2020, 3);
        UUID room = book(edition, MARCH_2020, ResourceKind.ROOM, "Leslokaal", null);
        book(edition, MARCH_2020, ResourceKind.TEACHER, "Docent Demo", "docent@example.nl");
        Map<String, Integer> before = events(mails("enrolment-confirmed"));

        List<PlannedSession> yearLater = detail(edition).sessions().stream()
                .map(session -> planned(session, 364))
                .toList();
        change(edition, MARCH_2020, leergang.with(yearLater).wish(), "Door corona een jaar later.");

        assertThat(detail(edition).line().startsAt()).isEqualTo(wall("2021-09-14T18:00"));
        assertThat(number("select count(*) from crm.enrolment where state = 'CONFIRMED'"))
                .isEqualTo(2);
        assertThat(number("select count(*) from crm.enrolment where state = 'WAITLISTED'"))
                .isEqualTo(1);
        List<Mail> told = mails("edition-moved");
        assertThat(told)
                .hasSize(3)
                .allSatisfy(mail -> assertThat(mail.body())
                        .contains("14-09-2021 18:00 – 21:00", "Het was:", "15-09-2020", "Door corona een jaar later."));
        assertThat(told.stream().filter(mail -> mail.calendar() != null)).hasSize(2);
        assertThat(told).allSatisfy(mail -> assertThat(mail.dropped()).isNull());
        Map<String, Integer> after = events(told);
        assertThat(after.keySet()).isEqualTo(before.keySet()).hasSize(10);
        assertThat(after).allSatisfy((uid, sequence) -> assertThat(sequence).isGreaterThan(before.get(uid)));
        assertThat(times(edition, room))
                .containsExactlyElementsOf(
                        yearLater.stream().map(PlannedSession::startsAt).toList());
        assertThat(mails("teaching-moved")).hasSize(1);
        UUID old = open(MARCH_2020, aCourse().from("2020-09-15T18:00", "2020-09-15T21:00"));
        bookAgain(old, room);
    }

    @Test
    void nothing_of_a_move_stays_when_the_room_is_not_free_then() {
        UUID edition = open(MARCH_2020, aCourse().from("2020-09-15T18:00", "2020-09-15T21:00"));
        enrol(edition, MARCH_2020, 1);
        UUID room = book(edition, MARCH_2020, ResourceKind.ROOM, "Leslokaal", null);
        UUID other = open(MARCH_2020, aCourse().titled("Reanimatie").from("2020-09-22T18:00", "2020-09-22T21:00"));
        bookAgain(other, room);
        List<PlannedSession> weekLater =
                List.of(planned(detail(edition).sessions().get(0), 7));

        assertThatThrownBy(() ->
                        change(edition, MARCH_2020, aCourse().with(weekLater).wish(), null))
                .isInstanceOf(ResourceTakenException.class)
                .satisfies(refused -> assertThat(((ResourceTakenException) refused).arguments())
                        .contains("Leslokaal", "Reanimatie"));

        assertThat(detail(edition).line().startsAt()).isEqualTo(wall("2020-09-15T18:00"));
        assertThat(mails("edition-moved")).isEmpty();
        assertThat(times(edition, room)).containsExactly(wall("2020-09-15T18:00"));
    }

    @Test
    void the_lean_course_becomes_two_webinars_with_nearly_fifty_participants() throws Exception {
        ACourse lean = aCourse().titled("Lean basis").seats(12).from("2020-05-12T09:00", "2020-05-12T16:00");
        UUID edition = open(MARCH_2020, lean);
        seatsAreGivenAtOnce(edition);
        enrol(edition, MARCH_2020, 48);
        SessionLine day = detail(edition).sessions().get(0);

        PlannedCourse two = new PlannedCourse(
                null,
                "Lean basis",
                null,
                CourseKind.WEBINAR,
                java.util.Set.of(),
                List.of(
                        online("Processen en waardestroomanalyse", "2020-05-19T20:00"),
                        online("Voorraadbeheer", "2020-05-26T20:00")),
                null,
                null,
                "https://webinar.example.nl/lean",
                50,
                null,
                0,
                true,
                null);
        change(edition, MARCH_2020, two, "Wij gaan online verder.");

        assertThat(detail(edition).line().kind()).isEqualTo(CourseKind.WEBINAR);
        assertThat(number("select count(*) from crm.enrolment where state = 'CONFIRMED'"))
                .isEqualTo(48);
        assertThat(mails("edition-moved")).as("all hear of it once").hasSize(48);
        assertThat(mails("enrolment-promoted"))
                .as("and who waited hears of a seat")
                .hasSize(36)
                .allSatisfy(mail -> assertThat(mail.body()).contains("https://webinar.example.nl/lean"));
        List<Mail> seated = mails("edition-moved").stream()
                .filter(mail -> mail.calendar() != null)
                .toList();
        assertThat(seated).hasSize(12).allSatisfy(mail -> {
            assertThat(mail.body()).contains("Voorraadbeheer", "https://webinar.example.nl/lean");
            assertThat(mail.dropped())
                    .contains("METHOD:CANCEL")
                    .contains(day.uuid().toString());
        });
        assertThat(mails("edition-moved").stream()
                        .filter(mail -> mail.calendar() == null)
                        .map(Mail::body))
                .as("who has no seat yet is not told where to log in")
                .noneMatch(body -> body.contains("https://webinar"));
        assertThat(events(seated)).hasSize(24);
    }

    @Test
    void what_is_shown_before_is_what_is_sent_and_showing_it_changes_nothing() {
        ACourse evening = aCourse().titled("CVRM").seats(5).from("2020-09-15T18:00", "2020-09-15T21:00");
        UUID edition = open(MARCH_2020, evening);
        enrol(edition, MARCH_2020, 4);
        long silent = enrolWithoutAddress(edition, MARCH_2020);
        book(edition, MARCH_2020, ResourceKind.TEACHER, "Docent Demo", "docent@example.nl");
        PlannedCourse later = evening.with(
                        List.of(planned(detail(edition).sessions().get(0), 7)))
                .wish();
        long version = detail(edition).version();

        MailPreview shown =
                previewed(announcements -> announcements.ofChange(edition, version, later, "Een week later."));

        assertThat(mails("edition-moved")).isEmpty();
        assertThat(detail(edition).version()).isEqualTo(version);
        assertThat(detail(edition).line().startsAt()).isEqualTo(wall("2020-09-15T18:00"));
        change(edition, MARCH_2020, later, "Een week later.");
        assertThat(shown.unreached()).containsExactly("Persoon " + silent);
        assertThat(shown.letters())
                .extracting(MailPreview.Letter::kind, MailPreview.Letter::count)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                "edition-moved", mails("edition-moved").size()),
                        org.assertj.core.api.Assertions.tuple("teaching-moved", 1));
        MailPreview.Letter letter = shown.letters().get(0);
        assertThat(letter.calendar()).isTrue();
        assertThat(mails("edition-moved"))
                .filteredOn(mail -> mail.recipient().equals(letter.recipient()))
                .extracting(Mail::body)
                .containsExactly(letter.body());
        assertThat(mails("edition-moved")).hasSize(4);
    }

    @Test
    void what_would_be_refused_is_refused_when_it_is_shown() {
        UUID edition = open(MARCH_2020, aCourse().from("2020-09-15T18:00", "2020-09-15T21:00"));
        doing(MARCH_2020, (em, courses) -> {
            courses.cancel(edition, null);
            return null;
        });

        assertThatThrownBy(() -> previewed(announcements -> announcements.ofCancellation(edition, null)))
                .isInstanceOf(nl.kring.crm.agenda.EditionStateException.class);
    }

    @Test
    void another_subject_of_a_session_is_told_to_nobody() {
        ACourse evening = aCourse().from("2020-09-15T18:00", "2020-09-15T21:00");
        UUID edition = open(MARCH_2020, evening);
        enrol(edition, MARCH_2020, 2);
        SessionLine session = detail(edition).sessions().get(0);

        change(
                edition,
                MARCH_2020,
                evening.with(List.of(
                                new PlannedSession(session.uuid(), "Deel 1", session.startsAt(), session.endsAt())))
                        .wish(),
                null);

        assertThat(mails("edition-moved")).isEmpty();
    }

    // --- the world ---------------------------------------------------------------------------------------------

    private static Clock at(String wall) {
        return Clock.fixed(wall(wall), AgendaDatabase.CLOCK.getZone());
    }

    private static Instant wall(String wall) {
        return AmsterdamTime.toInstant(LocalDateTime.parse(wall));
    }

    private static PlannedSession planned(SessionLine session, int days) {
        LocalDateTime start = AmsterdamTime.toLocal(session.startsAt()).plusDays(days);
        return PlannedSession.local(session.uuid(), session.title(), start, start.plus(EVENING));
    }

    private static PlannedSession online(String title, String start) {
        LocalDateTime from = LocalDateTime.parse(start);
        return PlannedSession.local(title, from, from.plusMinutes(90));
    }

    private static UUID open(Clock clock, ACourse course) {
        return doing(clock, (em, courses) -> {
            UUID edition = courses.plan(course.wish());
            courses.move(edition, EditionMove.OPEN_ENROLMENT);
            return edition;
        });
    }

    private static void change(UUID edition, Clock clock, PlannedCourse wish, String note) {
        long version = detail(edition).version();
        doing(clock, (em, courses) -> {
            courses.change(edition, version, wish, note);
            return null;
        });
    }

    private static <T> T doing(Clock clock, BiFunction<EntityManager, Courses, T> work) {
        return database.inTransaction(em -> work.apply(em, courses(em, clock)));
    }

    private static Courses courses(EntityManager em, Clock clock) {
        return AgendaDatabase.courses(em, staff, clock, event -> {
            em.flush();
            ResourceNews.tell(em, staff, clock, event);
            EditionNews news = wired(
                    new EditionNews(), em, clock, staff, wired(new AuditTrail(), em, clock, staff), mails(em, clock));
            if (event instanceof EditionMoved moved) {
                news.tellMoved(moved);
            } else if (event instanceof EditionCancelled cancelled) {
                news.cancelAll(cancelled);
            } else if (event instanceof CapacityChanged changed) {
                news.promote(changed);
            }
        });
    }

    private static EnrolmentMails mails(EntityManager em, Clock clock) {
        return wired(new EnrolmentMails(), em, clock, wired(new Messages(), em, clock), wired(new MailTexts(), em));
    }

    private interface Preview {
        MailPreview of(Announcements announcements);
    }

    /** In a transaction that is undone when that is asked for. */
    private static MailPreview previewed(Preview preview) {
        class Undone extends RuntimeException {
            private static final long serialVersionUID = 1L;
            private final transient MailPreview shown;

            Undone(MailPreview shown) {
                this.shown = shown;
            }
        }
        List<Boolean> undo = new ArrayList<>();
        try {
            return database.inTransaction(em -> {
                MailPreview shown = preview.of(wired(
                        new Announcements(),
                        em,
                        MARCH_2020,
                        courses(em, MARCH_2020),
                        NoAdministrator.context(() -> undo.add(true))));
                if (!undo.isEmpty()) {
                    throw new Undone(shown);
                }
                return shown;
            });
        } catch (Undone undone) {
            return undone.shown;
        }
    }

    private static void enrol(UUID edition, Clock clock, int people) {
        for (int i = 0; i < people; i++) {
            long number = ++numbers;
            enrolOne(edition, clock, number, "persoon" + number + "@example.nl");
        }
    }

    private static long enrolWithoutAddress(UUID edition, Clock clock) {
        enrolOne(edition, clock, ++numbers, null);
        return numbers;
    }

    /** Who waits is not asked first. */
    private static void seatsAreGivenAtOnce(UUID edition) {
        database.change(em -> em.createNativeQuery(
                        "insert into crm.seat_terms (edition_id) select id from crm.edition where uuid = :uuid")
                .setParameter("uuid", edition)
                .executeUpdate());
    }

    /** As the boundary does it, with the mail. */
    private static void enrolOne(UUID edition, Clock clock, long number, String email) {
        database.change(em -> {
            em.createNativeQuery("""
                            insert into crm.person (id, uuid, profession, display_name, email, created_at)
                            values (:id, gen_random_uuid(), 'GP', :name, :email, :now)""")
                    .setParameter("id", number)
                    .setParameter("name", "Persoon " + number)
                    .setParameter("email", email)
                    .setParameter("now", clock.instant())
                    .executeUpdate();
            Edition found = new EnrolmentLists(em, clock).edition(edition).orElseThrow();
            EnrolmentMails mails = mails(em, clock);
            EditionFacts facts = mails.factsOf(found);
            Addressee addressee = mails.addresseeOf(number);
            Enrolment wanted = new Enrolment(found, em.find(Person.class, number), email, null, clock.instant());
            EnrolmentMails.Prepared prepared = mails.prepare(wanted, facts, addressee);
            SeatAllocation seats = new SeatAllocation(em, clock);
            Enrolment made = seats.allot(wanted, new SeatAllocation.Claim(null, null, true))
                    .enrolment();
            mails.enrolled(made, facts, addressee, seats.positionOf(made), prepared);
        });
    }

    private static UUID book(UUID edition, Clock clock, ResourceKind kind, String name, String email) {
        return database.inTransaction(em -> {
            UUID resource = ResourceNews.added(em, staff, kind, name, email);
            ResourceNews.bookings(em, staff, clock).book(edition, resource, null);
            return resource;
        });
    }

    private static void bookAgain(UUID edition, UUID resource) {
        database.change(em -> ResourceNews.bookings(em, staff, MARCH_2020).book(edition, resource, null));
    }

    private static List<Instant> times(UUID edition, UUID resource) {
        return database.inTransaction(em -> ResourceNews.times(em, staff, edition, resource));
    }

    private static EditionDetail detail(UUID edition) {
        return database.inTransaction(em -> AgendaDatabase.editions(em, staff).edition(edition));
    }

    private static int number(String query) {
        return database.inTransaction(
                em -> ((Number) em.createNativeQuery(query).getSingleResult()).intValue());
    }

    @SuppressWarnings("unchecked")
    private static List<Mail> mails(String kind) {
        List<Object[]> rows = database.inTransaction(
                em -> em.createNativeQuery("""
                        select kind, recipient, body, calendar, calendar_method, dropped
                          from crm.message where kind = :kind order by id""").setParameter("kind", kind).getResultList());
        return rows.stream()
                .map(row -> new Mail(
                        (String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4], (String)
                                row[5]))
                .toList();
    }

    /** The sequence of each event of the calendars that went along, by its UID. */
    private static Map<String, Integer> events(List<Mail> mails) throws Exception {
        List<VEvent> events = new ArrayList<>();
        for (Mail mail : mails) {
            if (mail.calendar() != null) {
                Calendar calendar = new CalendarBuilder().build(new StringReader(mail.calendar()));
                assertThat(calendar.validate().hasErrors()).isFalse();
                events.addAll(calendar.<VEvent>getComponents("VEVENT"));
            }
        }
        return events.stream()
                .collect(Collectors.toMap(
                        event -> event.getUid().orElseThrow().getValue(),
                        event -> event.<Sequence>getProperty("SEQUENCE")
                                .orElseThrow()
                                .getSequenceNo()));
    }
}
