package nl.kring.crm.agenda.resource;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.PlannedCourse;
import nl.kring.crm.agenda.PlannedSession;
import nl.kring.crm.agenda.SessionsPlanned;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.Sha256;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A teacher is asked by mail and answers by a link. */
class InvitationsTest {

    private static final Instant UNTIL = AgendaDatabase.NOW.plus(Duration.ofDays(7));
    private static final CurrentUser NOBODY = new CurrentUser() {
        @Override
        public Optional<Identity> identity() {
            return Optional.empty();
        }
    };

    private static AgendaDatabase database;
    private static CurrentUser noord;
    private static CurrentUser zuid;

    private UUID teacher;
    private UUID edition;

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
    void a_teacher_and_an_evening() {
        database.clearAgenda();
        teacher = added(ResourceKind.TEACHER, "J. Wolterink", "wolterink@example.nl");
        edition = database.published("NOORD", evening("2026-11-03"));
    }

    @Test
    void who_says_yes_is_booked_for_good() {
        String link = asked();
        assertThat(states()).containsExactly(BookingState.HELD);

        answer(link, true, null);

        assertThat(states()).containsExactly(BookingState.CONFIRMED);
        assertThat(shown(link).state()).isEqualTo(InvitationState.COMING);
        assertThat(lines()).extracting(InvitationLine::state).containsExactly(InvitationState.COMING);
        assertThat(tasks()).isEmpty();
    }

    @Test
    void who_says_no_is_free_again_and_the_staff_have_to_find_somebody_else() {
        String link = asked();
        answer(link, false, "Dan ben ik op vakantie");

        assertThat(states()).isEmpty();
        assertThat(tasks()).containsExactly("J. Wolterink kan niet: Reanimatie en AED");
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.state()).isEqualTo(InvitationState.NOT_COMING);
            assertThat(line.reason()).isEqualTo("Dan ben ik op vakantie");
        });
        assertThatThrownBy(() -> answer(link, true, null)).isInstanceOf(InvitationException.class);
    }

    @Test
    void opening_the_link_changes_nothing_however_often() {
        String link = asked();
        for (int visit = 0; visit < 3; visit++) {
            assertThat(shown(link).state()).isEqualTo(InvitationState.ASKED);
        }
        assertThat(states()).containsExactly(BookingState.HELD);
    }

    @Test
    void the_same_answer_twice_is_one_answer() {
        String link = asked();
        String to = shown(link).asked();
        answered(link, to, false, null);
        answered(link, to, false, null);

        assertThat(tasks()).hasSize(1);
    }

    @Test
    void of_a_link_only_the_hash_is_kept_and_no_other_link_says_anything() {
        String link = asked();
        byte[] kept = database.inTransaction(
                em -> (byte[]) em.createNativeQuery("select token_hash from crm.teacher_invitation", byte[].class)
                        .getSingleResult());

        assertThat(kept).isEqualTo(Sha256.of(link)).hasSize(32);
        assertThat(link).hasSize(43);
        assertThatThrownBy(() -> shown(link.substring(1))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> shown(null)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> answered("", null, true, null)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_link_ends_with_the_time_that_the_teacher_is_held() {
        String link = asked();
        String to = shown(link).asked();

        assertThatThrownBy(() -> as(NOBODY, UNTIL, invitations -> invitations.answer(link, to, true, null)))
                .isInstanceOfSatisfying(
                        InvitationException.class, no -> assertThat(no.code()).isEqualTo("invitation-expired"));
        as(NOBODY, UNTIL.minusSeconds(1), invitations -> invitations.answer(link, to, true, null));
        assertThat(states()).containsExactly(BookingState.CONFIRMED);
    }

    @Test
    void a_yes_to_the_old_evening_is_no_yes_to_the_new_one() {
        String link = asked();
        String toTuesday = shown(link).asked();
        move("2026-11-10");

        assertThatThrownBy(() -> answered(link, toTuesday, true, null))
                .isInstanceOfSatisfying(
                        InvitationException.class, no -> assertThat(no.code()).isEqualTo("invitation-changed"));
        assertThat(states()).containsExactly(BookingState.HELD);
        assertThat(shown(link).occasions())
                .extracting(Invitation.Occasion::startsAt)
                .containsExactly(Instant.parse("2026-11-10T18:00:00Z"));

        answer(link, true, null);
        assertThat(states()).containsExactly(BookingState.CONFIRMED);
    }

    @Test
    void who_said_yes_is_asked_again_by_the_same_link_when_it_moved() {
        String link = asked();
        answer(link, true, null);
        move("2026-11-10");

        assertThat(shown(link).state()).isEqualTo(InvitationState.ASKED);
        answer(link, false, null);
        assertThat(states()).isEmpty();
    }

    @Test
    void asking_again_makes_the_link_of_before_useless() {
        String before = asked();
        String after = asked();

        assertThat(shown(before).state()).isEqualTo(InvitationState.WITHDRAWN);
        assertThatThrownBy(() -> answer(before, true, null)).isInstanceOf(InvitationException.class);
        answer(after, true, null);
    }

    @Test
    void what_was_given_back_is_not_asked_any_more() {
        String link = asked();
        String to = shown(link).asked();
        database.change(
                em -> ResourceNews.bookings(em, noord, AgendaDatabase.CLOCK).release(edition, teacher));

        assertThat(shown(link).state()).isEqualTo(InvitationState.WITHDRAWN);
        assertThatThrownBy(() -> answered(link, to, true, null)).isInstanceOf(InvitationException.class);
        assertThat(states()).isEmpty();
    }

    @Test
    void only_a_teacher_with_an_address_who_is_not_sure_yet_can_be_asked() {
        UUID room = added(ResourceKind.ROOM, "Zaal", "zaal@example.nl");
        UUID silent = added(ResourceKind.TEACHER, "Zonder adres", null);
        assertThatThrownBy(() -> ask(noord, room)).isInstanceOf(InvitationException.class);
        assertThatThrownBy(() -> ask(noord, silent)).isInstanceOf(InvitationException.class);
        assertThat(states()).isEmpty();

        answer(asked(), true, null);
        assertThatThrownBy(() -> ask(noord, teacher))
                .isInstanceOfSatisfying(
                        InvitationException.class, no -> assertThat(no.code()).isEqualTo("invitation-sure-already"));
    }

    @Test
    void others_ask_nobody_for_it_and_read_no_answer() {
        assertThatThrownBy(() -> ask(zuid, teacher)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(zuid, AgendaDatabase.NOW, invitations -> invitations.of(edition)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_reason_that_cannot_be_kept_is_refused() {
        String link = asked();
        assertThatThrownBy(() -> answer(link, false, "x".repeat(301))).isInstanceOf(InvalidInputException.class);
        assertThat(states()).containsExactly(BookingState.HELD);
    }

    // --- how it is asked

    private static PlannedCourse evening(String day) {
        return aCourse().from(day + "T19:00", day + "T22:00").wish();
    }

    private static UUID added(ResourceKind kind, String name, String email) {
        return database.inTransaction(em -> ResourceNews.added(em, noord, kind, name, email));
    }

    private void ask(CurrentUser caller, UUID whom) {
        as(caller, AgendaDatabase.NOW, invitations -> invitations.ask(edition, whom, UNTIL));
    }

    /** Asks the teacher, and reads the link in the mail. */
    private String asked() {
        ask(noord, teacher);
        String mail = (String) database.inTransaction(em -> em.createNativeQuery(
                        "select body from crm.message where kind = 'teaching-asked' order by id desc limit 1",
                        String.class)
                .getSingleResult());
        Matcher link = Pattern.compile("token=(\\S+)").matcher(mail);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private Invitation shown(String link) {
        return with(NOBODY, AgendaDatabase.NOW, invitations -> invitations.shown(link));
    }

    private void answer(String link, boolean coming, String reason) {
        answered(link, shown(link).asked(), coming, reason);
    }

    private void answered(String link, String to, boolean coming, String reason) {
        as(NOBODY, AgendaDatabase.NOW, invitations -> invitations.answer(link, to, coming, reason));
    }

    private List<InvitationLine> lines() {
        return with(noord, AgendaDatabase.NOW, invitations -> invitations.of(edition));
    }

    private List<BookingState> states() {
        return database.inTransaction(em -> ResourceNews.bookings(em, noord, AgendaDatabase.CLOCK).of(edition).stream()
                .map(BookingLine::state)
                .toList());
    }

    @SuppressWarnings("unchecked")
    private static List<String> tasks() {
        return database.inTransaction(em -> em.createNativeQuery("select title from crm.task order by id", String.class)
                .getResultList());
    }

    private void move(String day) {
        var session = database.inTransaction(
                em -> AgendaDatabase.editions(em, noord).sessionsOf(edition).get(0));
        var planned = PlannedSession.local(
                null, java.time.LocalDateTime.parse(day + "T19:00"), java.time.LocalDateTime.parse(day + "T22:00"));
        database.change(em -> {
            Long id = AgendaDatabase.changed(
                    em,
                    edition,
                    "NOORD",
                    aCourse()
                            .with(List.of(
                                    new PlannedSession(session.uuid(), null, planned.startsAt(), planned.endsAt())))
                            .wish());
            ResourceNews.tell(em, noord, AgendaDatabase.CLOCK, new SessionsPlanned(id));
        });
    }

    private static void as(CurrentUser caller, Instant at, Consumer<Invitations> work) {
        with(caller, at, invitations -> {
            work.accept(invitations);
            return null;
        });
    }

    private static <T> T with(CurrentUser caller, Instant at, Function<Invitations, T> work) {
        return database.inTransaction(em -> work.apply(invitations(em, caller, at)));
    }

    private static Invitations invitations(EntityManager em, CurrentUser caller, Instant at) {
        return ResourceNews.invitations(em, caller, Clock.fixed(at, AgendaDatabase.CLOCK.getZone()));
    }
}
