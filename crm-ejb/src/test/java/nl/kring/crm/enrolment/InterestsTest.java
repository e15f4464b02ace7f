package nl.kring.crm.enrolment;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.made;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.EditionMove;
import nl.kring.crm.agenda.EditionOpened;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.NoAdministrator;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.communication.template.MailTexts;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who would come, before there is a date. */
class InterestsTest {

    private static AgendaDatabase database;
    private static CurrentUser noord;
    private static CurrentUser zuid;
    private static long numbers = 70_000;

    private UUID held;
    private long jansen;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
        noord = database.staffOf("NOORD");
        zuid = database.staffOf("ZUID");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void a_course_that_was_held() {
        database.clearAgenda();
        held = database.published(
                "NOORD", aCourse().titled("Leergang innovatie").wish());
        jansen = person("jansen@example.nl");
    }

    @Test
    void somebody_is_on_the_list_of_a_course_once() {
        as(professional(jansen), interests -> interests.register(held, "Liefst op dinsdag"));
        as(professional(jansen), interests -> interests.register(held, "Of donderdag"));

        assertThat(list())
                .singleElement()
                .satisfies(one -> assertThat(one.remark()).isEqualTo("Of donderdag"));
        assertThat(demand()).containsExactly(new Demand(held, "Leergang innovatie", 1, 0));
        boolean mine = with(professional(jansen), interests -> interests.isMine(held));
        assertThat(mine).isTrue();
    }

    @Test
    void who_takes_it_back_is_off_the_list() {
        as(professional(jansen), interests -> interests.register(held, null));
        as(professional(jansen), interests -> interests.withdraw(held));

        assertThat(list()).isEmpty();
        assertThat(demand()).isEmpty();
    }

    @Test
    void staff_put_somebody_on_the_list_and_off_it() {
        UUID person = uuid(jansen);
        as(noord, interests -> interests.registerFor(held, person, "Belde"));
        UUID one = list().get(0).uuid();
        assertThatThrownBy(() -> as(zuid, interests -> interests.remove(held, one)))
                .isInstanceOf(NotFoundException.class);
        as(noord, interests -> interests.remove(held, one));

        assertThat(list()).isEmpty();
    }

    @Test
    void when_a_course_by_the_same_title_opens_each_of_them_hears_it_once() {
        long silent = person(null);
        for (long each : List.of(jansen, silent)) {
            as(professional(each), interests -> interests.register(held, null));
        }
        UUID nextYear =
                database.draft("NOORD", aCourse().titled("Leergang Innovatie").wish());
        open(nextYear);
        close(nextYear);
        open(nextYear);

        assertThat(mails())
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail).contains("Leergang Innovatie", "/agenda/view-course.xhtml?id=" + nextYear));
        assertThat(demand())
                .as("who has no address stays to be called")
                .containsExactly(new Demand(held, "Leergang innovatie", 1, 1));
    }

    @Test
    void whom_it_would_tell_that_enrolment_opens_is_shown_and_nothing_is_opened() {
        long silent = person(null);
        for (long each : List.of(jansen, silent)) {
            as(professional(each), interests -> interests.register(held, null));
        }
        UUID draft =
                database.draft("NOORD", aCourse().titled("Leergang innovatie").wish());

        MailPreview shown = undone(announcements -> announcements.ofOpening(draft));
        assertThat(shown.letters()).singleElement().satisfies(letter -> {
            assertThat(letter.kind()).isEqualTo("course-opens");
            assertThat(letter.count()).isEqualTo(1);
            assertThat(letter.recipient()).isEqualTo("jansen@example.nl");
        });
        assertThat(shown.unreached()).containsExactly("Persoon " + silent);
        assertThat(undone(announcements -> announcements.openIfNobodyHears(draft)))
                .as("as long as somebody hears of it nothing is opened")
                .isEqualTo(shown);
        assertThat(mails()).isEmpty();
        assertThat(demand()).containsExactly(new Demand(held, "Leergang innovatie", 2, 0));

        open(draft);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void an_edition_of_which_nobody_hears_opens_at_once() {
        UUID draft = database.draft("NOORD", aCourse().titled("Iets anders").wish());

        MailPreview told = database.inTransaction(em -> announcements(em, () -> {
                    throw new AssertionError("is undone");
                })
                .openIfNobodyHears(draft));

        assertThat(told.concernsAnybody()).isFalse();
        EditionState state = database.inTransaction(
                em -> em.createQuery("select e.state from Edition e where e.uuid = :uuid", EditionState.class)
                        .setParameter("uuid", draft)
                        .getSingleResult());
        assertThat(state).isEqualTo(EditionState.OPEN);
    }

    /** As the container undoes it. */
    private static MailPreview undone(Function<Announcements, MailPreview> work) {
        class Undone extends RuntimeException {
            private static final long serialVersionUID = 1L;
            private final transient MailPreview shown;

            Undone(MailPreview shown) {
                this.shown = shown;
            }
        }
        List<Boolean> rolledBack = new ArrayList<>();
        try {
            return database.inTransaction(em -> {
                MailPreview shown = work.apply(announcements(em, () -> rolledBack.add(true)));
                assertThat(rolledBack).hasSize(1);
                throw new Undone(shown);
            });
        } catch (Undone undo) {
            return undo.shown;
        }
    }

    private static Announcements announcements(EntityManager em, Runnable rollback) {
        return wired(
                made(Announcements.class, em, AgendaDatabase.CLOCK, noord, courses(em)),
                NoAdministrator.context(rollback));
    }

    @Test
    void another_course_and_one_of_another_organiser_tell_nobody() {
        as(professional(jansen), interests -> interests.register(held, null));
        open(database.draft("NOORD", aCourse().titled("Iets anders").wish()));
        CurrentUser before = noord;
        noord = zuid;
        open(database.draft("ZUID", aCourse().titled("Leergang innovatie").wish()));
        noord = before;

        assertThat(mails()).isEmpty();
    }

    @Test
    void who_was_told_and_asks_again_is_told_again() {
        as(professional(jansen), interests -> interests.register(held, null));
        open(database.draft("NOORD", aCourse().titled("Leergang innovatie").wish()));
        as(professional(jansen), interests -> interests.register(held, null));
        open(database.draft("NOORD", aCourse().titled("Leergang innovatie").wish()));

        assertThat(mails()).hasSize(2);
    }

    @Test
    void who_was_merged_is_on_the_list_as_who_he_or_she_is_now() {
        long old = person("oud@example.nl");
        database.change(em -> em.createNativeQuery("update crm.person set merged_into_id = :now where id = :old")
                .setParameter("now", jansen)
                .setParameter("old", old)
                .executeUpdate());
        as(professional(old), interests -> interests.register(held, null));

        assertThat(list()).extracting(Interest::person).containsExactly(uuid(jansen));
    }

    @Test
    void drafts_others_lists_and_nobody_are_refused() {
        UUID draft = database.draft("NOORD", aCourse().wish());
        assertThatThrownBy(() -> as(professional(jansen), interests -> interests.register(draft, null)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> with(zuid, interests -> interests.of(held))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(zuid, interests -> interests.registerFor(held, uuid(jansen), null)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(noord, interests -> interests.registerFor(held, UUID.randomUUID(), null)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(noord, interests -> interests.register(held, null)))
                .isInstanceOf(InvalidInputException.class);
    }

    // --- how it is asked

    private static long person(String email) {
        long number = ++numbers;
        database.change(em -> em.createNativeQuery("""
                        insert into crm.person (id, uuid, profession, display_name, email, created_at)
                        values (:id, gen_random_uuid(), 'GP', :name, :email, :now)""")
                .setParameter("id", number)
                .setParameter("name", "Persoon " + number)
                .setParameter("email", email)
                .setParameter("now", AgendaDatabase.NOW)
                .executeUpdate());
        return number;
    }

    private static UUID uuid(long person) {
        return database.inTransaction(em -> em.createQuery("select p.uuid from Person p where p.id = :id", UUID.class)
                .setParameter("id", person)
                .getSingleResult());
    }

    private static CurrentUser professional(long person) {
        return new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return Optional.of(new Identity(
                        null,
                        UUID.randomUUID(),
                        "p@example.nl",
                        "P",
                        "nl",
                        person,
                        null,
                        EnumSet.of(Role.PROFESSIONAL)));
            }
        };
    }

    private static void open(UUID edition) {
        move(edition, EditionMove.OPEN_ENROLMENT);
    }

    private static void close(UUID edition) {
        move(edition, EditionMove.CLOSE_ENROLMENT);
    }

    /** As the boundary does it, with who listens. */
    private static void move(UUID edition, EditionMove step) {
        database.change(em -> courses(em).move(edition, step));
    }

    private static Courses courses(EntityManager em) {
        return AgendaDatabase.courses(em, noord, AgendaDatabase.CLOCK, event -> {
            if (event instanceof EditionOpened opened) {
                wired(
                                new InterestNews(),
                                em,
                                AgendaDatabase.CLOCK,
                                wired(new Messages(), em, AgendaDatabase.CLOCK),
                                wired(new MailTexts(), em))
                        .tell(opened);
            }
        });
    }

    @SuppressWarnings("unchecked")
    private static List<String> mails() {
        return (List<String>) database.inTransaction(em -> em.createNativeQuery(
                        "select body from crm.message where kind = 'course-opens' order by id", String.class)
                .getResultList());
    }

    private List<Interest> list() {
        return with(noord, interests -> interests.of(held));
    }

    private static List<Demand> demand() {
        return with(noord, Interests::list);
    }

    private static void as(CurrentUser caller, Consumer<Interests> work) {
        with(caller, interests -> {
            work.accept(interests);
            return null;
        });
    }

    private static <T> T with(CurrentUser caller, Function<Interests, T> work) {
        return database.inTransaction(em -> work.apply(interests(em, caller)));
    }

    private static Interests interests(EntityManager em, CurrentUser caller) {
        return wired(
                new Interests(),
                em,
                AgendaDatabase.CLOCK,
                caller,
                AgendaDatabase.editions(em, caller),
                wired(new AuditTrail(), em, AgendaDatabase.CLOCK, caller));
    }
}
