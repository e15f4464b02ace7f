package nl.kring.crm.attendance.presence;

import static nl.kring.crm.attendance.presence.Evening.past;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import nl.kring.crm.attendance.AttendanceMark;
import nl.kring.crm.attendance.AttendanceTooEarlyException;
import nl.kring.crm.attendance.Attendances;
import nl.kring.crm.attendance.credit.Ledger;
import nl.kring.crm.attendance.presence.ScanAnswer.Outcome;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** At the door: two devices, double scans, clocks that are wrong, a dead connection. Of each participant there is one attendance. */
class CheckInTest {

    private static Evening evening;

    private UUID edition;
    private UUID session;
    private UUID anna;
    private UUID bram;

    @BeforeAll
    static void start() throws Exception {
        evening = new Evening();
    }

    @AfterAll
    static void stop() throws Exception {
        evening.close();
    }

    @BeforeEach
    void two_who_are_expected() {
        edition = evening.edition("Palliatieve zorg");
        session = evening.sessionOf(edition);
        anna = evening.guest(edition, "Anna Aalders");
        bram = evening.guest(edition, "Bram de Boer");
        evening.atMinute(0);
    }

    // --- one attendance each, at the right time

    @Test
    void two_devices_that_both_scan_somebody_make_one_attendance_that_begins_with_the_first() {
        evening.atMinute(3);
        assertThat(outcomes(scanned("tablet", past(3), in(anna, past(2))))).containsExactly(Outcome.TAKEN);
        assertThat(outcomes(scanned("phone", past(3), in(anna, past(3))))).containsExactly(Outcome.ALREADY);

        assertThat(rows()).isEqualTo(1);
        assertThat(attendee(anna).came()).isEqualTo(past(2));
        assertThat(attendee(anna).minutes()).isEqualTo(178);
        assertThat(attendee(anna).present()).isTrue();
        assertThat(attendee(bram).source()).isNull();
    }

    @Test
    void the_same_scan_sent_again_does_nothing() {
        Scan scan = in(anna, past(2));
        evening.atMinute(2);
        scanned("tablet", past(2), scan);
        evening.atMinute(4);

        assertThat(scanned("tablet", past(4), scan, scan))
                .extracting(ScanAnswer::outcome, ScanAnswer::at)
                .containsOnly(org.assertj.core.groups.Tuple.tuple(Outcome.REPEATED, past(2)));
        assertThat(scans()).isEqualTo(1);
        assertThat(attendee(anna).came()).isEqualTo(past(2));
    }

    @Test
    void control_with_a_new_number_the_same_scan_is_another_one() {
        evening.atMinute(2);
        scanned("tablet", past(2), in(anna, past(2)));
        evening.atMinute(4);
        scanned("tablet", past(4), in(anna, past(2)));

        assertThat(scans()).as("only the number tells that it was sent before").isEqualTo(2);
        assertThat(rows()).as("and all the same there is one attendance").isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(longs = {-86_400, -7_200, -90, 0, 45, 3_600, 400_000})
    void a_clock_that_is_wrong_gives_the_right_times(long secondsOff) {
        Duration off = Duration.ofSeconds(secondsOff);
        evening.atMinute(6);
        scanned("phone", past(6).plus(off), in(anna, past(5).plus(off)), in(bram, past(6).plus(off)));
        evening.atMinute(120);
        scanned("phone", past(120).plus(off), out(anna, past(119).plus(off)));

        assertThat(attendee(anna).came()).isEqualTo(past(5));
        assertThat(attendee(anna).left()).isEqualTo(past(119));
        assertThat(attendee(bram).came()).isEqualTo(past(6));
    }

    @Test
    void control_without_what_the_clock_says_at_sending_a_clock_that_is_a_day_behind_is_believed() {
        Duration off = Duration.ofDays(-1);
        evening.atMinute(6);

        assertThat(outcomes(scanned("phone", past(6), in(anna, past(5).plus(off)))))
                .as("refused, and not taken for yesterday")
                .containsExactly(Outcome.OTHER_TIME);
        assertThat(rows()).isZero();
    }

    @Test
    void a_device_without_a_connection_for_five_minutes_tells_afterwards_when_it_was() {
        Duration off = Duration.ofMinutes(-40);
        evening.atMinute(1);
        scanned("tablet", past(1), in(bram, past(1)));
        evening.atMinute(7);

        List<ScanAnswer> answers =
                scanned("phone", past(7).plus(off), in(anna, past(2).plus(off)), in(bram, past(4).plus(off)));

        assertThat(outcomes(answers)).containsExactly(Outcome.TAKEN, Outcome.ALREADY);
        assertThat(attendee(anna).came()).isEqualTo(past(2));
        assertThat(attendee(bram).came()).isEqualTo(past(1));
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void devices_that_come_back_in_another_order_than_things_happened_change_nothing_of_that() {
        evening.atMinute(185);
        scanned("phone", past(185), out(anna, past(170)));
        assertThat(attendee(anna).minutes())
                .as("seen leaving alone: there from the start")
                .isEqualTo(170);
        scanned("tablet", past(185), in(anna, past(15)));

        assertThat(attendee(anna).came()).isEqualTo(past(15));
        assertThat(attendee(anna).left()).isEqualTo(past(170));
        assertThat(attendee(anna).minutes()).isEqualTo(155);
    }

    @Test
    void a_moment_that_is_still_to_come_is_now() {
        evening.atMinute(5);
        ScanAnswer answer = scanned("phone", past(5), in(anna, past(30))).get(0);
        assertThat(answer.at()).isEqualTo(past(5));
    }

    // --- at the same moment

    @Test
    void devices_at_the_same_moment_each_add_what_they_saw() throws Exception {
        for (int round = 0; round < 5; round++) {
            UUID one = evening.guest(edition, "Ronde " + round);
            evening.atMinute(100);
            atOnce(List.of(
                    () -> scanned("tablet", past(100), in(one, past(5))),
                    () -> scanned("phone", past(100), out(one, past(90))),
                    () -> scanned("laptop", past(100), in(one, past(6)))));

            assertThat(attendee(one).came()).isEqualTo(past(5));
            assertThat(attendee(one).left()).isEqualTo(past(90));
            assertThat(attendee(one).minutes()).isEqualTo(85);
        }
    }

    @Test
    void one_scan_that_thirty_two_threads_send_is_kept_once() throws Exception {
        Scan scan = in(anna, past(2));
        evening.atMinute(2);
        atOnce(IntStream.range(0, 32)
                .<Callable<?>>mapToObj(thread -> () -> scanned("tablet", past(2), scan))
                .toList());

        assertThat(scans()).isEqualTo(1);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void control_without_the_lock_one_of_two_devices_is_forgotten() throws Exception {
        CyclicBarrier bothHaveRead = new CyclicBarrier(2);
        evening.atMinute(100);
        atOnce(List.of(
                () -> withoutLock(bothHaveRead, "tablet", in(anna, past(5))),
                () -> withoutLock(bothHaveRead, "phone", out(anna, past(90)))));

        assertThat(scans()).isEqualTo(2);
        assertThat(attendee(anna).minutes()).as("what both saw together is 85").isNotEqualTo(85);
    }

    private List<ScanAnswer> withoutLock(CyclicBarrier bothHaveRead, String device, Scan scan) {
        return evening.database.inTransaction(em -> {
            Taking unlocked = new Taking() {
                @Override
                PresenceTable table() {
                    return new Unlocked(em, bothHaveRead);
                }
            };
            put(unlocked, em);
            return evening.boundary(em, Scans.class, evening.noord, unlocked)
                    .take(session, new ScanBatch(device, past(100), List.of(scan)));
        });
    }

    private static void put(Taking taking, EntityManager em) {
        try {
            var field = Taking.class.getDeclaredField("em");
            nl.kring.crm.database.Wired.put(taking, field, em);
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits for nobody, and writes when the other has read too. */
    private static final class Unlocked extends PresenceTable {

        private final CyclicBarrier bothHaveRead;

        private Unlocked(EntityManager em, CyclicBarrier bothHaveRead) {
            super(em);
            this.bothHaveRead = bothHaveRead;
        }

        @Override
        void lock(SessionFacts session) {}

        @Override
        int write(
                SessionFacts session,
                Map<Long, Presence> measured,
                String source,
                PresenceRule rule,
                Long by,
                Instant now) {
            try {
                bothHaveRead.await(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return super.write(session, measured, source, rule, by, now);
        }
    }

    // --- codes, and whose door it is

    @Test
    void a_code_or_the_address_with_it_lets_its_participant_in_and_nobody_else() {
        String code = evening.codeOf(anna);
        UUID elsewhere = evening.guest(evening.edition("Iets anders"), "Cor Elders");
        evening.atMinute(1);

        List<ScanAnswer> answers = scanned(
                "phone",
                past(1),
                read("https://kring.example.nl/attendance/check-in.xhtml?code=" + code),
                read(evening.codeOf(elsewhere)),
                read("AAAA-BBBB-CCCC-DDDD"),
                read("onzin"));

        assertThat(outcomes(answers)).containsExactly(Outcome.TAKEN, Outcome.UNKNOWN, Outcome.UNKNOWN, Outcome.UNKNOWN);
        assertThat(answers.get(0).name()).isEqualTo("Anna Aalders");
        assertThat(answers.get(1).name())
                .as("whose it is elsewhere is not told")
                .isNull();
        assertThat(evening.codeOf(anna)).as("it stays the same").isEqualTo(code);
        UUID nearest = evening.with(Scans.class, evening.noord, scans -> scans.sessionOf(code));
        assertThat(nearest).isEqualTo(session);
    }

    @Test
    void another_organisation_has_no_such_door() {
        assertThatThrownBy(() -> evening.with(Scans.class, evening.zuid, scans -> scans.door(session)))
                .isInstanceOf(NotFoundException.class);
        String code = evening.codeOf(anna);
        assertThatThrownBy(() -> evening.with(Scans.class, evening.zuid, scans -> scans.sessionOf(code)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> evening.with(
                        Scans.class,
                        evening.zuid,
                        scans -> scans.take(session, new ScanBatch("x", past(1), List.of(in(anna, past(1)))))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> evening.with(PresenceCodes.class, evening.zuid, codes -> codes.wall(session)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void before_its_day_a_door_is_closed() {
        evening.at(Evening.SEVEN.minus(Duration.ofDays(1)));
        assertThatThrownBy(() -> scanned("phone", past(0), in(anna, past(0))))
                .isInstanceOf(AttendanceTooEarlyException.class);
    }

    @Test
    void a_batch_in_which_something_is_missing_is_refused_as_a_whole() {
        evening.atMinute(1);
        assertThatThrownBy(() -> scanned("", past(1), in(anna, past(1)))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() ->
                        scanned("phone", past(1), in(anna, past(1)), new Scan(null, "x", null, ScanKind.IN, past(1))))
                .isInstanceOf(InvalidInputException.class);
        assertThat(scans()).isZero();
    }

    @Test
    void somebody_lets_himself_in_at_the_wall_signed_in_or_by_the_own_code() {
        String wall = evening.with(PresenceCodes.class, evening.noord, codes -> codes.wall(session))
                .code();
        long person =
                evening.number("select person_id from crm.enrolment where uuid = cast(:a as uuid)", bram.toString());
        String own = evening.codeOf(anna);
        evening.atMinute(-5);

        assertThat(evening.with(
                                SelfScans.class,
                                nl.kring.crm.agenda.AgendaDatabase.visitor(),
                                scans -> scans.wall(wall))
                        .open())
                .isTrue();
        evening.with(
                SelfScans.class,
                Ledger.professional(person),
                scans -> scans.mine(wall, UUID.randomUUID(), ScanKind.IN));
        evening.with(
                SelfScans.class,
                nl.kring.crm.agenda.AgendaDatabase.visitor(),
                scans -> scans.byCode(wall, own, UUID.randomUUID(), ScanKind.IN));
        assertThat(attendee(anna).came()).isEqualTo(past(-5));
        assertThat(attendee(bram).came()).isEqualTo(past(-5));

        long stranger = evening.person("Vreemde Vogel", "v@example.nl", "GP");
        assertThatThrownBy(() -> evening.with(
                        SelfScans.class,
                        Ledger.professional(stranger),
                        scans -> scans.mine(wall, UUID.randomUUID(), ScanKind.IN)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> evening.with(
                        SelfScans.class,
                        nl.kring.crm.agenda.AgendaDatabase.visitor(),
                        scans -> scans.byCode(wall, "AAAA-BBBB-CCCC-DDDD", UUID.randomUUID(), ScanKind.IN)))
                .isInstanceOf(NotFoundException.class);
        evening.atMinute(300);
        assertThatThrownBy(() -> evening.with(
                        SelfScans.class,
                        nl.kring.crm.agenda.AgendaDatabase.visitor(),
                        scans -> scans.byCode(wall, own, UUID.randomUUID(), ScanKind.OUT)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void nobody_makes_the_own_evening_longer_at_the_wall_or_overrules_staff() {
        evening.atMinute(100);
        assertThatThrownBy(() -> atTheWall(anna, ScanKind.OUT))
                .as("who never came does not leave")
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("scan-not-in"));
        atTheWall(anna, ScanKind.IN);
        evening.atMinute(120);
        atTheWall(anna, ScanKind.OUT);
        evening.atMinute(200);
        assertThatThrownBy(() -> atTheWall(anna, ScanKind.OUT)).isInstanceOf(InvalidInputException.class);
        assertThat(attendee(anna).minutes()).isEqualTo(20);

        mark(bram, false);
        atTheWall(bram, ScanKind.IN);
        assertThat(attendee(bram).present())
                .as("staff said that he was not there")
                .isFalse();
        assertThat(scans()).isEqualTo(3);
    }

    private void atTheWall(UUID who, ScanKind kind) {
        String wall = evening.with(PresenceCodes.class, evening.noord, codes -> codes.wall(session))
                .code();
        String own = evening.codeOf(who);
        evening.with(
                SelfScans.class,
                nl.kring.crm.agenda.AgendaDatabase.visitor(),
                scans -> scans.byCode(wall, own, UUID.randomUUID(), kind));
    }

    // --- late, left early, and what staff say

    @Test
    void who_was_there_for_a_part_counts_as_partly_there_and_never_as_who_stayed_away() {
        evening.atMinute(200);
        scanned("phone", past(200), in(anna, past(30)), in(bram, past(0)), out(bram, past(175)));

        assertThat(attendee(anna).isPartly())
                .as("150 of 180 minutes are less than nine tenths")
                .isTrue();
        assertThat(attendee(bram).present()).isTrue();
        assertThat(evening.column(
                        "select state from crm.enrolment where uuid in (cast(:a as uuid), cast(:b as uuid)) order by id",
                        anna.toString(),
                        bram.toString()))
                .containsExactly("PARTIAL", "ATTENDED");
    }

    @Test
    void points_in_part_follow_the_rule_of_the_organiser_for_the_register() {
        evening.run("""
                insert into crm.accreditation (id, uuid, course_id, scheme_code, points)
                select nextval('crm.entity_seq'), gen_random_uuid(), e.course_id, s.code, 3
                  from crm.edition e, crm.scheme s where e.uuid = cast(:a as uuid) and s.code in ('RGS-HA', 'NAPA-PA')""", edition.toString());
        evening.run("update crm.person set profession = null where display_name = 'Anna Aalders'");
        evening.atMinute(200);
        scanned("phone", past(200), in(anna, past(30)));
        assertThat(points()).as("without a rule a part is nothing").isEmpty();

        say(new PresenceRule(null, 90, 50));
        evening.with(Attendances.class, evening.noord, attendances -> settled(attendances));
        assertThat(points()).containsExactly("NAPA-PA 2.5", "RGS-HA 2.5");

        say(new PresenceRule("RGS-HA", 80, null));
        evening.with(Attendances.class, evening.noord, attendances -> settled(attendances));
        assertThat(points())
                .as("for one register more than four fifths is the whole")
                .containsExactly("NAPA-PA 2.5", "RGS-HA 3.0");
        assertThatThrownBy(() -> say(new PresenceRule(null, 50, 50))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> say(new PresenceRule("BESTAAT-NIET", 50, null)))
                .isInstanceOf(InvalidInputException.class);
        evening.with(PresenceRules.class, evening.noord, rules -> {
            rules.drop("RGS-HA");
            rules.say(PresenceRule.DEFAULT);
            return null;
        });
    }

    @Test
    void what_staff_say_by_hand_stands_until_somebody_is_seen_later() {
        evening.atMinute(10);
        mark(anna, false);
        scanned("phone", past(10), in(anna, past(5)));
        assertThat(attendee(anna).present()).as("seen before it was said").isFalse();
        evening.atMinute(12);
        scanned("phone", past(12), in(anna, past(12)));
        assertThat(attendee(anna).present()).as("seen after it was said").isTrue();
    }

    @Test
    void a_correction_needs_a_reason_and_takes_the_place_of_what_was_measured() {
        evening.atMinute(200);
        scanned("phone", past(200), in(anna, past(100)));
        AttendanceMark mark = new AttendanceMark(anna, session, true);
        assertThatThrownBy(() -> correct(mark, " ")).isInstanceOf(InvalidInputException.class);
        correct(mark, "Was er vanaf het begin; de telefoon deed het niet");

        assertThat(attendee(anna).present()).isTrue();
        assertThat(attendee(anna).minutes()).isNull();
        assertThat(attendee(anna).reason()).startsWith("Was er vanaf het begin");
        assertThat(scans()).as("what was seen stays").isEqualTo(1);
    }

    private void correct(AttendanceMark mark, String reason) {
        evening.with(Attendances.class, evening.noord, attendances -> {
            attendances.correct(edition, mark, reason);
            return null;
        });
    }

    private void mark(UUID who, boolean present) {
        evening.with(
                Attendances.class,
                evening.noord,
                attendances -> attendances.record(edition, List.of(new AttendanceMark(who, session, present))));
    }

    private Object settled(Attendances attendances) {
        attendances.settle(edition);
        return null;
    }

    private void say(PresenceRule rule) {
        evening.with(PresenceRules.class, evening.noord, rules -> {
            rules.say(rule);
            return null;
        });
    }

    private List<Object> points() {
        return evening.column("""
                select k.scheme_code || ' ' || sum(k.points) from crm.credit_entry k join crm.enrolment n on n.id = k.enrolment_id
                 where n.uuid = cast(:a as uuid) group by k.scheme_code having sum(k.points) <> 0 order by 1""", anna.toString());
    }

    // --- words of this test

    private static Scan in(UUID enrolment, Instant at) {
        return new Scan(UUID.randomUUID(), null, enrolment, ScanKind.IN, at);
    }

    private static Scan out(UUID enrolment, Instant at) {
        return new Scan(UUID.randomUUID(), null, enrolment, ScanKind.OUT, at);
    }

    private static Scan read(String code) {
        return new Scan(UUID.randomUUID(), code, null, ScanKind.IN, past(1));
    }

    private List<ScanAnswer> scanned(String device, Instant sentAt, Scan... scans) {
        return evening.with(
                Scans.class,
                evening.noord,
                boundary -> boundary.take(session, new ScanBatch(device, sentAt, List.of(scans))));
    }

    private static List<Outcome> outcomes(List<ScanAnswer> answers) {
        return answers.stream().map(ScanAnswer::outcome).toList();
    }

    private Attendee attendee(UUID enrolment) {
        return evening.with(Scans.class, evening.noord, scans -> scans.door(session)).attendees().stream()
                .filter(each -> each.enrolment().equals(enrolment))
                .findFirst()
                .orElseThrow();
    }

    private long rows() {
        return evening.number(
                "select count(*) from crm.attendance a join crm.session s on s.id = a.session_id where s.uuid = cast(:a as uuid)",
                session.toString());
    }

    private long scans() {
        return evening.number(
                "select count(*) from crm.attendance_scan a join crm.session s on s.id = a.session_id where s.uuid = cast(:a as uuid)",
                session.toString());
    }

    private static void atOnce(List<Callable<?>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Callable<?> call : calls) {
                running.add(threads.submit(call));
            }
            for (Future<?> each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
