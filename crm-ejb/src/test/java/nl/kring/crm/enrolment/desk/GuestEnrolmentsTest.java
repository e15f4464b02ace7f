package nl.kring.crm.enrolment.desk;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Field;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.database.Told;
import nl.kring.crm.database.Wired;
import nl.kring.crm.enrolment.Enrolling;
import nl.kring.crm.enrolment.EnrolmentRefused;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.enrolment.GuestSeats;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.PersonTypedIn;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.registry.SelfEntries;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody without an account wants to come. */
class GuestEnrolmentsTest {

    private static final int CROWD = 32;
    private static final CurrentUser VISITOR = AgendaDatabase.visitor();

    private static AgendaDatabase database;

    private final List<Object> news = Collections.synchronizedList(new ArrayList<>());
    private UUID edition;
    /** Instead of taking turns all go on when as many have looked; null where they take turns. */
    private CyclicBarrier allHaveLooked;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void a_course_that_is_open() {
        database.clearAgenda();
        edition = database.published("NOORD", aCourse().seats(2).wish());
        news.clear();
    }

    @Test
    void nobody_is_enrolled_until_the_address_says_so() {
        ask(guest("Vermeer", "vermeer@example.nl"));
        assertThat(number("select count(*) from crm.enrolment")).isZero();
        assertThat(number("select count(*) from crm.person where birth_name = 'Vermeer'"))
                .isZero();

        String token = token();
        assertThat(as(guests -> guests.shown(token)).open()).isTrue();
        assertThat(number("select count(*) from crm.enrolment"))
                .as("a program that opens the link to look whether it is safe")
                .isZero();

        GuestAnswer made = as(guests -> guests.confirm(token));
        assertThat(made.state()).isEqualTo(EnrolmentState.CONFIRMED);
        assertThat(number("select taken from crm.seat_count")).isEqualTo(1);
        assertThat(texts("select kind || ' ' || recipient from crm.message order by id"))
                .containsExactly("guest-confirm vermeer@example.nl", "enrolment-confirmed vermeer@example.nl");
        assertThat(news).singleElement().isInstanceOf(PersonTypedIn.class);
    }

    @Test
    void a_guest_is_typed_in_for_the_organiser_who_alone_sees_the_address() {
        ask(guest("Van Dis", "dis@example.nl"));
        as(guests -> guests.confirm(token()));

        assertThat(texts("""
                select s.field || ' ' || s.private || ' ' || o.code from crm.statement s
                  join crm.organisation o on o.id = s.organisation_id
                  join crm.enrolment e on e.person_id = s.person_id order by s.field""")).contains("birthName false NOORD", "email true NOORD", "profession false NOORD");
        assertThat(texts("select p.email from crm.person p join crm.enrolment e on e.person_id = p.id"))
                .containsExactly((String) null);
    }

    @Test
    void what_is_answered_does_not_depend_on_who_is_in_the_register() {
        Desk.person(database, "Bekend", "bekend@example.nl");
        long before = asked();
        ask(guest("Bekend", "bekend@example.nl"));
        long known = asked() - before;
        ask(guest("Onbekend", "onbekend@example.nl"));

        assertThat(asked() - before - known).as("rows that are written").isEqualTo(known);
        assertThat(mailsWithoutLinks())
                .hasSize(2)
                .containsOnly(mailsWithoutLinks().get(0));
    }

    @Test
    void the_first_mail_says_nothing_that_the_guest_typed() {
        ask(new GuestForm(
                "KOOP-NU", "van", "Reclame", Profession.GP, "ander@example.nl", "Spampraktijk", null, "nl", true));

        assertThat(texts("select subject || body from crm.message"))
                .singleElement()
                .satisfies(mail -> assertThat(mail)
                        .contains("Reanimatie en AED", "/enrolment/confirm-guest.xhtml?token=")
                        .doesNotContain("KOOP-NU", "Reclame", "Spampraktijk"));
    }

    @Test
    void the_same_link_twice_and_two_links_of_one_guest_are_one_seat() {
        ask(guest("Vermeer", "praktijk@example.nl"));
        String first = token();
        ask(guest("vermeer", "Praktijk@Example.nl"));
        String second = token();
        as(guests -> guests.confirm(first));
        as(guests -> guests.confirm(first));
        GuestAnswer again = as(guests -> guests.confirm(second));

        assertThat(again.state()).isEqualTo(EnrolmentState.CONFIRMED);
        assertThat(number("select count(*) from crm.enrolment")).isEqualTo(1);
        assertThat(number("select taken from crm.seat_count")).isEqualTo(1);
    }

    @Test
    void two_colleagues_who_share_a_mailbox_both_get_a_seat() {
        ask(guest("Vermeer", "praktijk@example.nl"));
        as(guests -> guests.confirm(token()));
        ask(guest("Rembrandt", "praktijk@example.nl"));
        as(guests -> guests.confirm(token()));

        assertThat(number("select taken from crm.seat_count")).isEqualTo(2);
    }

    @Test
    void two_links_of_one_guest_that_are_confirmed_at_once_are_one_seat() throws Exception {
        confirmAtOnce("Vermeer", null);

        assertThat(number("select count(*) from crm.enrolment")).isEqualTo(1);
        assertThat(number("select count(*) from crm.message where kind = 'enrolment-confirmed'"))
                .isEqualTo(1);
    }

    @Test
    void without_turns_two_links_of_one_guest_would_be_two_seats() throws Exception {
        confirmAtOnce("Vermeer", new CyclicBarrier(2));

        assertThat(number("select count(*) from crm.enrolment")).isEqualTo(2);
    }

    /** @param allHaveLooked instead of turns, or null */
    private void confirmAtOnce(String surname, CyclicBarrier allHaveLooked) throws Exception {
        String address = surname.toLowerCase(java.util.Locale.ROOT) + "@example.nl";
        ask(guest(surname, address));
        String first = token();
        ask(guest(surname, address));
        String second = token();
        this.allHaveLooked = allHaveLooked;
        List<Callable<Object>> clicks = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            String token = i % 2 == 0 ? first : second;
            clicks.add(() -> as(guests -> guests.confirm(token)));
        }
        assertThat(atOnce(clicks)).hasOnlyElementsOfType(GuestAnswer.class);
    }

    private static List<Object> atOnce(List<Callable<Object>> works) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(CROWD);
        try {
            List<Object> answers = new ArrayList<>();
            for (Future<Object> work : crowd.invokeAll(works)) {
                answers.add(work.get());
            }
            return answers;
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    void who_comes_after_the_last_seat_waits_and_hears_where() {
        for (String name : List.of("Een", "Twee", "Drie")) {
            ask(guest(name, name + "@example.nl"));
            String token = token();
            as(guests -> guests.confirm(token));
        }
        String last = token();

        assertThat(as(guests -> guests.shown(last)).position()).isEqualTo(1);
        assertThat(number("select count(*) from crm.message where kind = 'enrolment-waitlisted'"))
                .isEqualTo(1);
    }

    @Test
    void a_guest_pays_what_who_is_no_member_pays_and_sees_it_before() {
        for (String membership : new String[] {"MEMBER", "NOT_MEMBER"}) {
            database.change(em -> em.createNativeQuery("""
                            insert into crm.price_rule (id, uuid, edition_id, belonging, price_cents, made_at)
                            select nextval('crm.entity_seq'), gen_random_uuid(), id, :membership, :cents, now()
                              from crm.edition where uuid = :edition""")
                    .setParameter("membership", membership)
                    .setParameter("cents", membership.equals("MEMBER") ? 1_000 : 9_900)
                    .setParameter("edition", edition)
                    .executeUpdate());
        }
        ask(guest("Vermeer", "vermeer@example.nl"));

        assertThat(as(guests -> guests.shown(token())).priceCents()).isEqualTo(9_900);
        as(guests -> guests.confirm(token()));
        assertThat(number("select price_cents from crm.enrolment")).isEqualTo(9_900);
    }

    @Test
    void a_question_that_has_to_be_answered_is_asked_of_a_guest_and_kept_with_the_enrolment() {
        UUID question = UUID.randomUUID();
        database.change(em -> em.createNativeQuery("""
                        insert into crm.course_question (id, uuid, course_id, position, kind, text, required)
                        select nextval('crm.entity_seq'), :question, course_id, 1, 'DIET', 'Wat eet u niet?', true
                          from crm.edition where uuid = :edition""")
                .setParameter("question", question)
                .setParameter("edition", edition)
                .executeUpdate());

        assertThatThrownBy(() -> ask(guest("Vermeer", "vermeer@example.nl"))).isInstanceOf(InvalidInputException.class);
        ask(answering(Map.of(question, "noten", UUID.randomUUID(), "vraagt niemand"), false));
        assertThat(number("select count(*) from crm.guest_answer")).isEqualTo(1);
        as(guests -> guests.confirm(token()));

        assertThat(texts("select answer from crm.enrolment_answer")).containsExactly("noten");
        assertThat(number("select count(*) from crm.guest_answer"))
                .as("it stands with the enrolment alone")
                .isZero();
    }

    @Test
    void what_a_course_asks_beforehand_a_guest_has_to_say_too() {
        database.change(em -> {
            em.createNativeQuery("""
                    insert into crm.seat_terms (edition_id, prerequisites) select id, true from crm.edition where uuid = :edition""").setParameter("edition", edition).executeUpdate();
            em.createNativeQuery("""
                    insert into crm.course_profile (id, uuid, course_id, prerequisites)
                    select nextval('crm.entity_seq'), gen_random_uuid(), course_id, 'BLS' from crm.edition where uuid = :edition""").setParameter("edition", edition).executeUpdate();
        });

        assertThatThrownBy(() -> ask(guest("Vermeer", "vermeer@example.nl"))).isInstanceOf(InvalidInputException.class);
        ask(answering(Map.of(), true));
        assertThat(as(guests -> guests.confirm(token())).state()).isEqualTo(EnrolmentState.CONFIRMED);
    }

    @Test
    void a_guest_tells_the_number_in_the_register_that_counts_the_points_and_it_stands_in_the_register_of_persons() {
        for (String scheme : List.of("RGS-HA", "NVVPO-KR", "KABIZ-DA")) {
            database.change(em -> em.createNativeQuery("""
                            insert into crm.accreditation (id, uuid, course_id, scheme_code, points)
                            select nextval('crm.entity_seq'), gen_random_uuid(), course_id, :scheme, 2
                              from crm.edition where uuid = :edition""")
                    .setParameter("scheme", scheme)
                    .setParameter("edition", edition)
                    .executeUpdate());
        }
        List<GuestSeats.Register> asked =
                database.inTransaction(em -> Enrolling.guestSeats(em, VISITOR, AgendaDatabase.CLOCK)
                        .asked(edition)
                        .registers());
        assertThat(asked)
                .as("who counts by the BIG number has a field already")
                .extracting(GuestSeats.Register::code)
                .containsExactlyInAnyOrder("NVVPO-KR", "KABIZ-DA");
        Profession nurse = asked.stream()
                .filter(register -> register.code().equals("NVVPO-KR"))
                .findFirst()
                .orElseThrow()
                .professions()
                .get(0);

        assertThatThrownBy(() -> ask(numbered(nurse, Map.of("NVVPO-KR", "!"))))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> ask(numbered(nurse, Map.of("GEEN-REGISTER", "1234"))))
                .isInstanceOf(InvalidInputException.class);
        ask(numbered(nurse, Map.of("NVVPO-KR", "12 34", "LVPOHGGZ-KR", "999")));
        assertThat(texts("select scheme_code || ' ' || number from crm.guest_number"))
                .as("of registers that do not count the points nothing is kept")
                .containsExactly("NVVPO-KR 1234");
        as(guests -> guests.confirm(token()));

        assertThat(texts("select value || ' ' || reason from crm.statement where field = 'registerNumber'"))
                .containsExactly("1234 Zelf ingevuld bij een inschrijving zonder account");
        assertThat(number("select count(*) from crm.guest_number"))
                .as("it stands in the register alone")
                .isZero();
    }

    private static GuestForm numbered(Profession profession, Map<String, String> numbers) {
        return new GuestForm(
                "Anna",
                null,
                "Vermeer",
                profession,
                "vermeer@example.nl",
                null,
                null,
                "nl",
                true,
                Map.of(),
                false,
                numbers);
    }

    private static GuestForm answering(Map<UUID, String> answers, boolean meets) {
        return new GuestForm(
                "Anna",
                null,
                "Vermeer",
                Profession.GP,
                "vermeer@example.nl",
                null,
                null,
                "nl",
                true,
                answers,
                meets,
                Map.of());
    }

    @Test
    void a_link_works_a_day_and_then_enrols_nobody() {
        ask(guest("Vermeer", "vermeer@example.nl"));
        String token = token();
        Clock late = Clock.offset(AgendaDatabase.CLOCK, GuestEnrolments.LINK_WORKS);

        assertThat(at(late, guests -> guests.shown(token)).expired()).isTrue();
        assertThatThrownBy(() -> at(late, guests -> guests.confirm(token)))
                .isInstanceOfSatisfying(
                        GuestRefused.class,
                        refused -> assertThat(refused.code()).isEqualTo("guest-link-expired"));
        assertThat(number("select count(*) from crm.enrolment")).isZero();
        assertThatThrownBy(() -> as(guests -> guests.confirm("geraden"))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void what_was_typed_is_let_go_when_it_is_confirmed_and_when_nobody_did() {
        ask(guest("Blijft", "blijft@example.nl"));
        as(guests -> guests.confirm(token()));
        ask(guest("Vergeten", "vergeten@example.nl"));
        at(Clock.offset(AgendaDatabase.CLOCK, Duration.ofDays(2).plusSeconds(1)), guests -> {
            guests.ask(edition, guest("Later", "later@example.nl"), "192.0.2.9");
            return null;
        });

        assertThat(texts("select coalesce(birth_name, '-') || coalesce(email, '-') from crm.guest_request order by id"))
                .containsExactly("--", "Laterlater@example.nl");
    }

    @Test
    void each_night_what_nobody_confirmed_in_time_is_let_go() {
        ask(guest("Vergeten", "vergeten@example.nl"));
        look(Clock.offset(AgendaDatabase.CLOCK, Duration.ofDays(2)));
        assertThat(number("select count(*) from crm.guest_request")).isEqualTo(1);
        look(Clock.offset(AgendaDatabase.CLOCK, Duration.ofDays(2).plusSeconds(1)));
        assertThat(number("select count(*) from crm.guest_request")).isZero();
    }

    private static void look(Clock night) {
        database.change(em -> wired(new GuestClock(), em, night).look());
    }

    @Test
    void past_three_mails_an_hour_an_address_gets_no_more_and_nobody_can_tell() {
        for (int i = 0; i < 5; i++) {
            ask(guest("Vermeer", "vermeer@example.nl"));
        }
        assertThat(number("select count(*) from crm.message")).isEqualTo(GuestTable.MOST_TO_ADDRESS);
        at(Clock.offset(AgendaDatabase.CLOCK, GuestTable.WINDOW.plusSeconds(1)), guests -> {
            guests.ask(edition, guest("Vermeer", "vermeer@example.nl"), "192.0.2.1");
            return null;
        });
        assertThat(number("select count(*) from crm.message")).isEqualTo(GuestTable.MOST_TO_ADDRESS + 1);
    }

    @Test
    void a_crowd_of_questions_to_one_address_at_once_is_three_mails() throws Exception {
        askAtOnce();

        assertThat(number("select count(*) from crm.message")).isEqualTo(GuestTable.MOST_TO_ADDRESS);
    }

    @Test
    void without_turns_a_crowd_of_questions_to_one_address_would_be_a_crowd_of_mails() throws Exception {
        allHaveLooked = new CyclicBarrier(CROWD);

        askAtOnce();

        assertThat(number("select count(*) from crm.message")).isEqualTo(CROWD);
    }

    private void askAtOnce() throws Exception {
        List<Callable<Object>> questions = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            String caller = "192.0.2." + i;
            questions.add(() -> at(AgendaDatabase.CLOCK, guests -> {
                guests.ask(edition, guest("Vermeer", "vermeer@example.nl"), caller);
                return null;
            }));
        }
        atOnce(questions);
    }

    @Test
    void who_asks_too_often_from_one_place_is_refused() {
        for (int i = 0; i < GuestTable.MOST_FROM_CALLER; i++) {
            ask(guest("Vermeer", "vermeer" + i + "@example.nl"));
        }
        assertThatThrownBy(() -> ask(guest("Vermeer", "nieuw@example.nl"))).isInstanceOf(GuestRefused.class);
    }

    @Test
    void a_course_that_is_full_or_for_others_and_what_cannot_be_kept_are_refused_at_once() {
        UUID small = database.published(
                "NOORD", aCourse().seats(1).withoutWaitingList().wish());
        ask(small, guest("Een", "een@example.nl"));
        String one = token();
        ask(small, guest("Twee", "twee@example.nl"));
        String two = token();
        as(guests -> guests.confirm(one));

        assertThatThrownBy(() -> ask(small, guest("Drie", "drie@example.nl")))
                .isInstanceOf(EnrolmentRefused.Full.class);
        assertThatThrownBy(() -> as(guests -> guests.confirm(two))).isInstanceOf(EnrolmentRefused.Full.class);
        assertThat(number("select count(*) from crm.person where birth_name = 'Twee'"))
                .as("who got no seat is not in the register")
                .isZero();
        UUID pharmacists = database.published(
                "NOORD", aCourse().meantFor(Profession.PHARMACIST).wish());
        assertThatThrownBy(() -> ask(pharmacists, guest("Een", "een@example.nl")))
                .isInstanceOf(EnrolmentRefused.OutsideAudience.class);
        UUID draft = database.draft("NOORD", aCourse().wish());
        assertThatThrownBy(() -> ask(draft, guest("Een", "een@example.nl"))).isInstanceOf(NotFoundException.class);
        for (GuestForm wrong : List.of(
                guest("", "een@example.nl"),
                guest("Een", ""),
                guest("Een", "geen adres"),
                new GuestForm(null, null, "Een", null, "een@example.nl", null, null, "nl", true),
                new GuestForm(null, null, "Een", Profession.GP, "een@example.nl", null, "123", "nl", true),
                new GuestForm(null, null, "Een", Profession.GP, "een@example.nl", null, null, "nl", false))) {
            assertThatThrownBy(() -> ask(wrong)).as(wrong.toString()).isInstanceOf(InvalidInputException.class);
        }
    }

    // --- how it is asked

    private static GuestForm guest(String surname, String email) {
        return new GuestForm("Anna", null, surname, Profession.GP, email, "Praktijk De Brink", null, "nl", true);
    }

    private void ask(GuestForm form) {
        ask(edition, form);
    }

    private void ask(UUID at, GuestForm form) {
        with(guests -> guests.ask(at, form, "192.0.2.1"));
    }

    private static long asked() {
        return number("select count(*) from crm.guest_request") + number("select count(*) from crm.message");
    }

    /** Of the last mail with a link. */
    private static String token() {
        String body = texts("select body from crm.message where kind = 'guest-confirm' order by id desc limit 1")
                .get(0);
        Matcher link = Pattern.compile("token=([A-Za-z0-9_-]{43})").matcher(body);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static List<String> mailsWithoutLinks() {
        return texts("select regexp_replace(subject || body, 'https?://[^ ]*', '') from crm.message order by id")
                .stream()
                .map(mail -> mail.replaceAll("token=[A-Za-z0-9_-]+", ""))
                .toList();
    }

    private void with(Consumer<GuestEnrolments> work) {
        as(guests -> {
            work.accept(guests);
            return null;
        });
    }

    private <T> T as(Function<GuestEnrolments, T> work) {
        return at(AgendaDatabase.CLOCK, work);
    }

    private <T> T at(Clock clock, Function<GuestEnrolments, T> work) {
        return database.inTransaction(em -> work.apply(guests(em, clock)));
    }

    private GuestEnrolments guests(EntityManager em, Clock clock) {
        AuditTrail audit = wired(new AuditTrail(), em, clock, VISITOR);
        List<Object> parts = List.of(
                em,
                clock,
                AgendaDatabase.editions(em, VISITOR),
                wired(new SelfEntries(), em, clock, audit, new Told(news::add)),
                Enrolling.guestSeats(em, VISITOR, clock),
                wired(new Messages(), em, clock));
        GuestEnrolments guests = allHaveLooked == null ? new GuestEnrolments() : new WithoutTurns(em, allHaveLooked);
        for (Field field : GuestEnrolments.class.getDeclaredFields()) {
            parts.stream()
                    .filter(part -> field.getType().isInstance(part))
                    .findFirst()
                    .ifPresent(part -> Wired.put(guests, field, part));
        }
        return guests;
    }

    private static final class WithoutTurns extends GuestEnrolments {

        private final EntityManager em;
        private final CyclicBarrier allHaveLooked;

        private WithoutTurns(EntityManager em, CyclicBarrier allHaveLooked) {
            this.em = em;
            this.allHaveLooked = allHaveLooked;
        }

        @Override
        GuestTable table(Instant now) {
            return new GuestTable(em, now) {
                @Override
                void takeTurn(byte[] mark) {
                    // everybody at once
                }

                @Override
                boolean isTooOften(String column, byte[] mark, int most) {
                    boolean found = super.isTooOften(column, mark, most);
                    if (column.equals("counted_for")) {
                        await();
                    }
                    return found;
                }

                @Override
                Optional<Object[]> earlier(byte[] guest) {
                    Optional<Object[]> found = super.earlier(guest);
                    await();
                    return found;
                }
            };
        }

        private void await() {
            try {
                allHaveLooked.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static long number(String query) {
        return database.inTransaction(
                em -> ((Number) em.createNativeQuery(query).getSingleResult()).longValue());
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(String query) {
        return (List<String>) database.inTransaction(
                em -> em.createNativeQuery(query, String.class).getResultList());
    }
}
