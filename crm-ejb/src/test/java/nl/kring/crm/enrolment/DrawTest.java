package nl.kring.crm.enrolment;

import static nl.kring.crm.database.Wired.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.enrolment.draw.DrawClock;
import nl.kring.crm.enrolment.draw.DrawLog;
import nl.kring.crm.enrolment.draw.DrawLogs;
import nl.kring.crm.enrolment.draw.DrawWindow;
import nl.kring.crm.enrolment.draw.DrawnLine;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Seats that are given by lot: until the draw all wait alike, and afterwards anybody can see that it was fair. */
class DrawTest {

    private static final Instant OPENS = SeatsDatabase.NOW;
    private static final Instant DRAWS = OPENS.plus(Duration.ofDays(7));
    private static final Clock MOMENT = Clock.fixed(DRAWS, ZoneOffset.UTC);
    private static final CurrentUser ORGANISER = staffOf(1L);

    private static SeatsDatabase seats;

    @BeforeAll
    static void open() throws IOException {
        seats = new SeatsDatabase();
    }

    @AfterAll
    static void close() throws IOException {
        seats.close();
    }

    @Test
    void a_wish_before_the_draw_takes_no_seat_and_has_no_place() {
        long edition = aDraw(3);

        List<UUID> wishes = wishes(edition, seats.persons(5));

        assertThat(wishes).extracting(seats::state).containsOnly("REQUESTED");
        assertThat(seats.taken(edition)).isZero();
        assertThat(seats.places(edition)).isEmpty();
        EnrolmentLine mine = seats.inTransaction(em -> new EnrolmentLists(em, SeatsDatabase.CLOCK)
                .of(personOf(em, wishes.get(0)))
                .waiting()
                .get(0));
        assertThat(mine.reason()).isEqualTo(WaitingReason.DRAW);
        assertThat(mine.position()).isNull();
        assertThat(mine.draw().drawAt()).isEqualTo(DRAWS);
        List<Participant> shown = seats.inTransaction(em -> new EnrolmentLists(em, SeatsDatabase.CLOCK)
                .participants(em.find(Edition.class, edition))
                .requested());
        assertThat(shown).hasSize(5).allMatch(each -> each.reason() == WaitingReason.DRAW);
    }

    @Test
    void the_draw_gives_seats_and_places_in_the_order_of_the_lots_and_not_of_arrival() {
        long edition = aDraw(10);
        List<UUID> wishes = wishes(edition, seats.persons(30));

        draw(edition);

        List<UUID> order = recomputed(edition, wishes);
        assertThat(order.subList(0, 10)).extracting(seats::state).containsOnly("CONFIRMED");
        assertThat(waiting(edition)).isEqualTo(order.subList(10, 30));
        assertThat(seats.places(edition)).hasSize(20);
        assertThat(seats.taken(edition)).isEqualTo(10);
        assertThat(order.subList(0, 10))
                .as("the negative control: who came first would have had them")
                .isNotEqualTo(wishes.subList(0, 10));
        assertThat(seats.story(order.get(0))).containsExactly("REQUESTED", "DRAWN");
        assertThat(seats.story(order.get(29))).containsExactly("REQUESTED", "DRAWN_WAITING");
    }

    @Test
    void anybody_finds_the_same_order_with_what_is_published() throws Exception {
        long edition = aDraw(4);
        List<UUID> wishes = wishes(edition, seats.persons(9));
        String promised = window(edition).commitment();

        draw(edition);

        DrawLog log = log(edition);
        assertThat(sha256(log.seed())).isEqualTo(promised);
        List<String[]> lines =
                log.csv().lines().skip(1).map(line -> line.split(";", -1)).toList();
        assertThat(lines).hasSize(9);
        List<String[]> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparing(line -> hmac(log.seed(), line[1])));
        assertThat(lines).isEqualTo(sorted);
        assertThat(lines)
                .allMatch(line -> hmac(log.seed(), line[1]).equals(line[2]))
                .extracting(line -> line[1])
                .containsExactlyInAnyOrderElementsOf(
                        wishes.stream().map(UUID::toString).toList());
        assertThat(lines).extracting(line -> line[3]).startsWith("plaats", "plaats", "plaats", "plaats", "wachtlijst");
        assertThat(sha256(log.csv())).isEqualTo(log.hash());
        assertThat(log.isSound()).isTrue();
    }

    /**
     * What the two published commands do is done here by the JDK; where there is an openssl, as on the machines of those who
     * check, the commands themselves have to find the same.
     */
    @Test
    void the_command_line_that_is_published_finds_it_as_well() throws Exception {
        long edition = aDraw(2);
        wishes(edition, seats.persons(6));
        draw(edition);
        DrawLog log = log(edition);
        Path folder = Files.createTempDirectory("loting");
        Files.writeString(folder.resolve("loting.csv"), log.csv());

        Process shell = new ProcessBuilder(
                        "sh",
                        "-c",
                        "command -v openssl >/dev/null || exit 99; tail -n +2 loting.csv | cut -d';' -f2 | while read -r n; do"
                                + " echo \"$(printf %s \"$n\" | openssl dgst -sha256 -hmac " + log.seed()
                                + " | sed 's/.* //') $n\"; done | LC_ALL=C sort | cut -d' ' -f2")
                .directory(folder.toFile())
                .start();
        String found = new String(shell.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);

        boolean openssl = shell.waitFor() != 99;
        List<String> drawn =
                log.lines().stream().map(line -> line.ticket().toString()).toList();
        assertThat(log.csv()
                        .lines()
                        .skip(1)
                        .map(line -> line.split(";", -1)[1])
                        .map(ticket -> hmac(log.seed(), ticket) + " " + ticket)
                        .sorted()
                        .map(line -> line.split(" ")[1]))
                .containsExactlyElementsOf(drawn);
        if (openssl) {
            assertThat(found.lines()).as("openssl").containsExactlyElementsOf(drawn);
        } else {
            System.out.println("no openssl here: the published commands were done by the JDK alone");
        }
    }

    @Test
    void before_the_draw_only_the_promise_is_told_and_it_stays_what_it_was() {
        long edition = seats.anEdition(2, true);
        agree(edition, DrawWindow.between(OPENS.plusSeconds(3600), DRAWS));
        String promised = window(edition).commitment();
        agree(edition, DrawWindow.between(OPENS, DRAWS));

        assertThat(window(edition).commitment()).isEqualTo(promised).hasSize(64);
        assertThat(window(edition).opensAt()).isEqualTo(OPENS);
        assertThat(log(edition)).as("the secret").isNull();
        assertThatThrownBy(() -> seats.run(
                        "update crm.seat_draw set seed = repeat('a', 64), commitment = encode(sha256(convert_to(repeat('a', 64), 'UTF8')), 'hex')"
                                + " where edition_id = ?",
                        edition))
                .hasMessageContaining("permission denied");
    }

    @Test
    void what_was_drawn_the_program_itself_cannot_change() {
        long edition = aDraw(1);
        wishes(edition, seats.persons(2));
        draw(edition);

        for (String change : List.of(
                "update crm.seat_draw set drawn_at = null, log_hash = null where edition_id = ?",
                "delete from crm.seat_draw where edition_id = ?",
                "update crm.draw_line set position = position + 10 where edition_id = ?",
                "delete from crm.draw_line where edition_id = ?")) {
            assertThatThrownBy(() -> seats.run(change, edition))
                    .as(change)
                    .hasMessageMatching("(?s).*(permission denied|stays as it is).*");
        }
    }

    @Test
    void where_nothing_is_drawn_there_is_no_log_and_what_not_everybody_may_see_tells_nothing() {
        long plain = seats.anEdition(2, true);
        long draft = aDraw(2);
        seats.run("update crm.edition set state = 'CONCEPT', published_at = null where id = ?", draft);
        long neverPublished = aDraw(2);
        seats.run("update crm.edition set state = 'CANCELLED', published_at = null where id = ?", neverPublished);
        long inCompany = aDraw(2);
        seats.run("update crm.edition set in_company = true where id = ?", inCompany);

        for (long edition : new long[] {plain, draft, neverPublished, inCompany}) {
            assertThatThrownBy(() ->
                            seats.inTransaction(em -> made(DrawLogs.class, em).of(uuid(em, edition))))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void kept_seats_and_members_first_count_in_the_order_that_was_drawn() {
        long edition = aDraw(3);
        seats.quota(edition, QuotaKind.KEPT, Profession.PN, 1, null);
        List<UUID> doctors = wishes(edition, seats.persons(6, Profession.GP));
        List<UUID> nurses = wishes(edition, seats.persons(2, Profession.PN));
        long forMembers = aDraw(2);
        seats.terms(forMembers, "members_until", DRAWS.plusSeconds(60));
        List<UUID> others = wishes(forMembers, seats.persons(5));
        List<Long> members = seats.persons(1);
        seats.join(members);
        UUID member = wishes(forMembers, members).get(0);

        draw(edition);
        draw(forMembers);

        assertThat(nurses).extracting(seats::state).contains("CONFIRMED");
        assertThat(doctors.stream().map(seats::state).filter("CONFIRMED"::equals))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(seats.taken(edition)).isEqualTo(3);
        assertThat(seats.state(member)).isEqualTo("CONFIRMED");
        assertThat(others).extracting(seats::state).containsOnly("WAITLISTED");
        List<UUID> order = recomputed(forMembers, waiting(forMembers));
        assertThat(waiting(forMembers)).isEqualTo(order);
    }

    @Test
    void who_cancels_before_the_draw_takes_no_part_in_it() {
        long edition = aDraw(1);
        List<UUID> wishes = wishes(edition, seats.persons(3));

        assertThat(seats.cancel(wishes.get(1)).promoted()).isEmpty();
        draw(edition);

        assertThat(seats.state(wishes.get(1))).isEqualTo("CANCELLED");
        assertThat(log(edition).lines())
                .extracting(DrawnLine::ticket)
                .containsExactlyInAnyOrder(wishes.get(0), wishes.get(2));
    }

    @Test
    void a_second_wish_is_the_same_wish_also_at_the_same_moment() throws Exception {
        long edition = aDraw(3);
        long person = seats.persons(1).get(0);
        List<Callable<?>> clicks = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            String key = "k" + i;
            clicks.add(() -> seats.enrol(edition, person, key).enrolment().getUuid());
        }

        List<Object> answers = SeatsDatabase.atOnce(clicks);

        assertThat(answers).allMatch(UUID.class::isInstance);
        assertThat(answers.stream().distinct()).hasSize(1);
        assertThat(seats.count("state = 'REQUESTED'", edition)).isEqualTo(1);
        assertThat(seats.enrol(edition, person, null).repeated()).isTrue();
    }

    @Test
    void a_draw_that_stops_in_the_middle_has_done_nothing_and_is_then_held_once() throws Exception {
        long edition = aDraw(2);
        List<Long> persons = seats.persons(5);
        persons.forEach(
                each -> seats.run("update crm.person set email = 'p' || id || '@example.nl' where id = ?", each));
        List<UUID> wishes = wishes(edition, persons);
        seats.run("delete from crm.message");

        assertThatThrownBy(() -> seats.inTransaction(em -> {
                    turn(em).take(edition);
                    em.flush();
                    throw new IllegalStateException("the server stops");
                }))
                .hasMessage("the server stops");

        assertThat(wishes).extracting(seats::state).containsOnly("REQUESTED");
        assertThat(seats.number("select count(*) from crm.draw_line where edition_id = ?", edition))
                .isZero();
        assertThat(seats.number("select count(*) from crm.message")).isZero();

        SeatsDatabase.atOnce(Collections.nCopies(6, () -> {
            draw(edition);
            return null;
        }));

        assertThat(log(edition).isSound()).isTrue();
        assertThat(log(edition).lines()).extracting(DrawnLine::ticket).isEqualTo(recomputed(edition, wishes));
        assertThat(seats.number("select count(*) from crm.message where kind = 'enrolment-confirmed'"))
                .isEqualTo(2);
        assertThat(seats.number("select count(*) from crm.message where kind = 'enrolment-waitlisted'"))
                .isEqualTo(3);
        assertThat(seats.number("select count(*) from crm.message")).isEqualTo(5);
    }

    @Test
    void who_clicks_once_more_at_the_moment_of_the_draw_is_not_passed_over() throws Exception {
        long edition = aDraw(1);
        UUID wish = wishes(edition, seats.persons(1)).get(0);
        ExecutorService other = Executors.newSingleThreadExecutor();

        Future<?> drawn = seats.inTransaction(em -> {
            new Repeats(em, SeatsDatabase.CLOCK)
                    .meet(new EnrolmentLists(em, SeatsDatabase.CLOCK)
                            .enrolment(wish)
                            .orElseThrow());
            Future<?> asked = other.submit(() -> draw(edition));
            while (!asked.isDone()
                    && seats.number("select count(*) from pg_locks where locktype = 'advisory' and not granted") == 0) {
                Thread.onSpinWait();
            }
            return asked;
        });
        drawn.get();
        other.shutdown();

        assertThat(seats.state(wish)).isEqualTo("CONFIRMED");
    }

    @Test
    void after_the_draw_whoever_comes_first_has_what_is_free() {
        long edition = aDraw(2);
        wishes(edition, seats.persons(1));
        draw(edition);

        List<UUID> later = wishes(edition, seats.persons(2));

        assertThat(later).extracting(seats::state).containsExactly("CONFIRMED", "WAITLISTED");
        assertThat(log(edition).lines()).hasSize(1);
    }

    @Test
    void who_wishes_after_the_moment_and_before_anybody_drew_comes_after_those_who_were_in_time() {
        long edition = aDraw(1);
        List<UUID> inTime = wishes(edition, seats.persons(1));
        List<UUID> late = seats.persons(2).stream()
                .map(person -> wish(edition, person, DRAWS.plusSeconds(20)))
                .toList();

        seats.inTransaction(em -> {
            take(em, edition, DRAWS.plusSeconds(40));
            return null;
        });

        assertThat(inTime).extracting(seats::state).containsOnly("CONFIRMED");
        assertThat(waiting(edition)).isEqualTo(late);
        assertThat(log(edition).lines()).extracting(DrawnLine::ticket).isEqualTo(inTime);
    }

    @Test
    void before_wishes_come_in_nobody_can_wish_but_a_seat_beyond_the_last_is_given() {
        long edition = seats.anEdition(2, true);
        agree(edition, DrawWindow.between(OPENS.plusSeconds(1), DRAWS));
        long person = seats.persons(1).get(0);

        assertThatThrownBy(() -> seats.enrol(edition, person, null)).isInstanceOf(EnrolmentRefused.NotOpenYet.class);
        UUID speaker = seats.inTransaction(em -> new SeatAllocation(em, SeatsDatabase.CLOCK)
                .allot(
                        wanted(em, edition, person, SeatsDatabase.NOW),
                        new SeatAllocation.Claim(null, null, true, "is de inleider"))
                .enrolment()
                .getUuid());
        assertThat(seats.state(speaker)).isEqualTo("CONFIRMED");
    }

    @Test
    void nothing_is_drawn_before_the_moment() {
        long edition = aDraw(2);
        List<UUID> wishes = wishes(edition, seats.persons(1));

        seats.inTransaction(em -> {
            take(em, edition, DRAWS.minusSeconds(1));
            return null;
        });

        assertThat(wishes).extracting(seats::state).containsOnly("REQUESTED");
    }

    @Test
    void staff_enrol_for_the_draw_too_and_can_say_yes_to_nobody_before_it() {
        long edition = aDraw(2);
        UUID caller = seats.inTransaction(em -> new SeatAllocation(em, SeatsDatabase.CLOCK)
                .allot(
                        wanted(em, edition, seats.persons(1).get(0), SeatsDatabase.NOW),
                        new SeatAllocation.Claim(null, null, true))
                .enrolment()
                .getUuid());

        assertThat(seats.state(caller)).isEqualTo("REQUESTED");
        assertThatThrownBy(() -> seats.with(caller, SeatsDatabase.CLOCK, (all, one) -> all.approve(one, null)))
                .isInstanceOf(EnrolmentRefused.WaitsForDraw.class);
    }

    @Test
    void as_soon_as_somebody_wishes_the_window_stands() {
        long edition = aDraw(2);
        agree(edition, (DrawWindow) null);
        assertThat(seats.number("select count(*) from crm.seat_draw where edition_id = ?", edition))
                .isZero();
        agree(edition, DrawWindow.between(OPENS, DRAWS));
        wishes(edition, seats.persons(1));

        assertThatThrownBy(() -> agree(edition, (DrawWindow) null)).isInstanceOf(EnrolmentRefused.DrawStands.class);
        assertThatThrownBy(() -> agree(edition, DrawWindow.between(OPENS, DRAWS.plusSeconds(60))))
                .isInstanceOf(EnrolmentRefused.DrawStands.class);
        agree(edition, DrawWindow.between(OPENS, DRAWS));
    }

    @Test
    void moments_that_are_not_in_order_and_staff_who_decide_go_with_no_draw() {
        long edition = seats.anEdition(2, true);

        for (DrawWindow window : List.of(
                DrawWindow.between(DRAWS, DRAWS),
                DrawWindow.between(null, DRAWS),
                DrawWindow.between(OPENS, null),
                DrawWindow.between(OPENS.minusSeconds(60), OPENS),
                DrawWindow.between(OPENS, SeatsDatabase.START))) {
            assertThatThrownBy(() -> agree(edition, window)).isInstanceOf(InvalidInputException.class);
        }
        assertThatThrownBy(() -> agree(
                        edition,
                        new SeatAgreement(null, 16, true, false, DrawWindow.between(OPENS, DRAWS), null, List.of())))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void no_seat_is_reserved_without_a_name_before_the_draw() {
        long edition = aDraw(2);
        assertThatThrownBy(() -> seats.inTransaction(
                        em -> new ReservedSeats(new SeatAllocation(em, SeatsDatabase.CLOCK), em, SeatsDatabase.CLOCK)
                                .reserve(em.find(Edition.class, edition), null, Profession.GP, 1, null)))
                .isInstanceOf(EnrolmentRefused.NamesFirst.class);
    }

    @Test
    void nobody_draws_a_second_seat_who_has_one_when_the_course_is_held_another_time() {
        long edition = aDraw(2);
        long repeat = seats.again(edition, 2);
        agree(repeat, DrawWindow.between(OPENS, DRAWS));
        long person = seats.persons(1).get(0);
        UUID first = wishes(edition, List.of(person)).get(0);
        UUID second = wishes(repeat, List.of(person)).get(0);

        draw(edition);
        draw(repeat);

        assertThat(seats.state(first)).isEqualTo("CONFIRMED");
        assertThat(seats.state(second)).isEqualTo("WAITLISTED");
        assertThat(seats.taken(repeat)).isZero();
    }

    @Test
    void the_clock_draws_what_is_due_and_leaves_it_while_another_server_does() {
        long edition = aDraw(1);
        UUID wish = wishes(edition, seats.persons(1)).get(0);

        seats.inTransaction(other -> {
            other.createNativeQuery("select 1 from (select pg_advisory_xact_lock(5301)) l")
                    .getSingleResult();
            seats.inTransaction(em -> {
                made(DrawClock.class, em, MOMENT, turn(em)).look();
                return null;
            });
            assertThat(seats.state(wish)).isEqualTo("REQUESTED");
            return null;
        });
        seats.inTransaction(em -> {
            made(DrawClock.class, em, MOMENT, turn(em)).look();
            return null;
        });

        assertThat(seats.state(wish)).isEqualTo("CONFIRMED");
    }

    @Test
    void who_wishes_is_told_when_is_drawn_and_under_which_number() {
        long edition = aDraw(1);
        long person = seats.persons(1).get(0);
        seats.run("update crm.person set email = 'p' || id || '@example.nl' where id = ?", person);
        seats.run("delete from crm.message");

        UUID wish = seats.inTransaction(em -> {
            UUID somebody = em.find(Person.class, person).getUuid();
            return made(Enrolments.class, em, SeatsDatabase.CLOCK, ORGANISER)
                    .enrol(uuid(em, edition), somebody, null)
                    .uuid();
        });

        String mail = seats.inTransaction(em -> (String)
                em.createNativeQuery("select body from crm.message where kind = 'enrolment-draw'", String.class)
                        .getSingleResult());
        assertThat(mail)
                .contains("verloot op 08-10-2026 10:00", wish.toString())
                .doesNotContain("plaats 1");
    }

    private static long aDraw(int capacity) {
        long edition = seats.anEdition(capacity, true);
        agree(edition, DrawWindow.between(OPENS, DRAWS));
        return edition;
    }

    private static void agree(long edition, DrawWindow window) {
        agree(edition, new SeatAgreement(null, null, false, false, window, null, List.of()));
    }

    private static void agree(long edition, SeatAgreement agreement) {
        seats.inTransaction(em -> {
            made(SeatAgreements.class, em, SeatsDatabase.CLOCK, ORGANISER).agree(uuid(em, edition), agreement);
            return null;
        });
    }

    private static void draw(long edition) {
        seats.inTransaction(em -> {
            turn(em).take(edition);
            return null;
        });
    }

    private static DrawTurn turn(EntityManager em) {
        return made(DrawTurn.class, em, MOMENT, ORGANISER);
    }

    private static void take(EntityManager em, long edition, Instant at) {
        made(DrawTurn.class, em, Clock.fixed(at, ZoneOffset.UTC), ORGANISER).take(edition);
    }

    private static DrawWindow window(long edition) {
        return seats.inTransaction(
                em -> made(DrawLogs.class, em).window(uuid(em, edition)).orElseThrow());
    }

    private static DrawLog log(long edition) {
        return seats.inTransaction(
                em -> made(DrawLogs.class, em).of(uuid(em, edition)).log());
    }

    private static List<UUID> wishes(long edition, List<Long> persons) {
        return persons.stream()
                .map(person -> seats.enrol(edition, person, null).enrolment().getUuid())
                .toList();
    }

    private static UUID wish(long edition, long person, Instant at) {
        return seats.inTransaction(em -> new SeatAllocation(em, Clock.fixed(at, ZoneOffset.UTC))
                .allot(wanted(em, edition, person, at), new SeatAllocation.Claim(person, null, false))
                .enrolment()
                .getUuid());
    }

    private static Enrolment wanted(EntityManager em, long edition, long person, Instant at) {
        return new Enrolment(em.find(Edition.class, edition), em.find(Person.class, person), null, null, at);
    }

    /** The order by what was published, found without the product. */
    private static List<UUID> recomputed(long edition, List<UUID> wishes) {
        String seed = log(edition).seed();
        return wishes.stream()
                .sorted(Comparator.comparing(wish -> hmac(seed, wish.toString())))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<UUID> waiting(long edition) {
        return seats.inTransaction(em -> (List<UUID>) em.createNativeQuery(
                        "select uuid from crm.enrolment where edition_id = :edition and state = 'WAITLISTED' order by waiting_place",
                        UUID.class)
                .setParameter("edition", edition)
                .getResultList());
    }

    private static Long personOf(EntityManager em, UUID enrolment) {
        return em.createQuery("select e.person.id from Enrolment e where e.uuid = :uuid", Long.class)
                .setParameter("uuid", enrolment)
                .getSingleResult();
    }

    private static UUID uuid(EntityManager em, long edition) {
        return em.find(Edition.class, edition).getUuid();
    }

    private static String hmac(String key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static CurrentUser staffOf(Long organisation) {
        Identity identity = new Identity(
                null, UUID.randomUUID(), "a@example.nl", "A", "nl", null, organisation, EnumSet.of(Role.STAFF));
        return new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return Optional.of(identity);
            }
        };
    }
}
