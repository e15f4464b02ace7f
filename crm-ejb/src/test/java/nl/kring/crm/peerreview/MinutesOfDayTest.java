package nl.kring.crm.peerreview;

import static nl.kring.crm.attendance.credit.Ledger.professional;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import jakarta.persistence.EntityManager;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import nl.kring.crm.attendance.credit.Ledger;
import nl.kring.crm.database.Wired;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A day has eight working hours, also of peer review; it is 20 November 2026. */
class MinutesOfDayTest {

    private static final LocalDate BEGIN = LocalDate.of(2025, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 10);
    private static final int GROUPS = 8;

    private static Ledger ledger;

    private final List<UUID> groups = new ArrayList<>();
    private long anna;
    private long bert;
    private long carla;
    private long consultant;

    @BeforeAll
    static void start() throws Exception {
        ledger = new Ledger();
    }

    @AfterAll
    static void stop() throws Exception {
        ledger.close();
    }

    @BeforeEach
    void groups_of_the_same_people() throws Exception {
        ledger.database.asOwner(
                "delete from crm.credit_entry where corrects_id is not null; delete from crm.credit_entry;"
                        + "delete from crm.peer_review_presence; delete from crm.peer_review_meeting;"
                        + "delete from crm.peer_review_member; delete from crm.peer_review_group");
        anna = ledger.person("Anna Aalders", "GP");
        bert = ledger.person("Bert Bakker", "GP");
        carla = ledger.person("Carla Coster", "GP");
        consultant = ledger.person("Eva EKC", "GP");
        groups.clear();
        for (int at = 0; at < GROUPS; at++) {
            String name = "Groep " + at;
            UUID group = in(all -> all.add(new GroupForm(GroupKind.PHARMACOTHERAPY, name, BEGIN, null)));
            for (long member : new long[] {anna, bert, carla}) {
                in(all -> all.join(group, uuid(member), GroupRole.MEMBER, BEGIN));
            }
            in(all -> all.join(group, uuid(consultant), GroupRole.CONSULTANT, BEGIN));
            groups.add(group);
        }
    }

    @Test
    void nobody_has_more_than_eight_hours_on_one_day_over_all_meetings_and_groups() {
        meets(groups.get(0), MARCH, 240, Map.of(anna, 240, bert, 240));
        meets(groups.get(1), MARCH, 240, Map.of(anna, 240));

        assertThatThrownBy(() -> meets(groups.get(0), MARCH, 60, Map.of(anna, 1, bert, 60)))
                .asInstanceOf(type(DayFullException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.code()).isEqualTo("peer-review-day-full");
                    assertThat(refusal.arguments()).containsExactly("10-03-2026", "Anna Aalders", "480");
                });
        assertThat(minutes(anna)).isEqualTo(480);
        assertThat(minutes(bert)).as("nothing of what was refused").isEqualTo(240);
        assertThatCode(() -> meets(groups.get(0), MARCH.plusDays(1), 60, Map.of(anna, 60)))
                .as("another day")
                .doesNotThrowAnyException();
    }

    @Test
    void one_meeting_cannot_give_more_than_eight_hours_either() {
        assertThatThrownBy(() -> meets(groups.get(0), MARCH, 720, Map.of(anna, 481, bert, 480, carla, 720)))
                .asInstanceOf(type(DayFullException.class))
                .extracting(refusal -> refusal.arguments().get(1))
                .isEqualTo("Anna Aalders, Carla Coster");
    }

    @Test
    void a_correction_is_held_to_it_and_looks_at_the_others_alone() {
        UUID first = meets(groups.get(0), MARCH, 240, Map.of(anna, 240));
        UUID second = meets(groups.get(1), MARCH, 240, Map.of(anna, 240));

        assertThatThrownBy(() -> corrects(groups.get(0), first, 241, Map.of(anna, 241)))
                .isInstanceOf(DayFullException.class);
        corrects(groups.get(0), first, 240, Map.of(anna, 239));

        withdraws(groups.get(1), second);
        corrects(groups.get(0), first, 480, Map.of(anna, 480));
        assertThat(minutes(anna)).as("what was withdrawn counts no more").isEqualTo(480);
    }

    @Test
    void a_meeting_that_lasts_less_than_nothing_or_is_still_to_come_is_refused() {
        for (int minutes : new int[] {-60, 0, 14, 721}) {
            assertThatThrownBy(() -> meets(groups.get(0), MARCH, minutes, Map.of(anna, 60)))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("peer-review-minutes");
        }
        assertThatThrownBy(() -> meets(groups.get(0), MARCH, 60, Map.of(anna, -60)))
                .hasMessageContaining("peer-review-minutes");
        assertThatThrownBy(() -> meets(groups.get(0), LocalDate.of(2026, 11, 21), 60, Map.of(anna, 60)))
                .hasMessageContaining("peer-review-day");
        assertThatThrownBy(() -> meets(groups.get(0), BEGIN.minusDays(1), 60, Map.of(anna, 60)))
                .hasMessageContaining("peer-review-day");
    }

    @Test
    void of_eight_groups_that_meet_on_one_day_for_two_hours_four_are_recorded() throws Exception {
        List<Callable<Boolean>> meetings = new ArrayList<>();
        groups.forEach(group -> meetings.add(() -> isRecorded(() -> meets(group, MARCH, 120, Map.of(anna, 120)))));

        assertThat(atOnce(meetings)).filteredOn(recorded -> recorded).hasSize(4);
        assertThat(minutes(anna)).isEqualTo(480);
    }

    @Test
    void where_nobody_waits_for_the_other_the_day_is_overfull() throws Exception {
        CyclicBarrier bothHaveLooked = new CyclicBarrier(2);
        atOnce(List.of(
                () -> isRecorded(() -> meetsUnguarded(groups.get(0), bothHaveLooked)),
                () -> isRecorded(() -> meetsUnguarded(groups.get(1), bothHaveLooked))));

        assertThat(minutes(anna)).isEqualTo(600);
    }

    private void meetsUnguarded(UUID group, CyclicBarrier bothHaveLooked) {
        ledger.database.inTransaction(em -> {
            PeerReviewMeetings unguarded = new PeerReviewMeetings() {
                @Override
                MinutesOfDay minutesOfDay() {
                    return new Unguarded(em, bothHaveLooked);
                }
            };
            like(ledger.boundary(em, PeerReviewMeetings.class, professional(consultant)), unguarded);
            return unguarded.record(group, form(MARCH, 300, Map.of(anna, 300)));
        });
    }

    /** Waits for nobody, and writes when the other has looked too. */
    private static final class Unguarded extends MinutesOfDay {

        private final CyclicBarrier bothHaveLooked;

        private Unguarded(EntityManager em, CyclicBarrier bothHaveLooked) {
            super(em);
            this.bothHaveLooked = bothHaveLooked;
        }

        @Override
        void hold(Long... persons) {
            // nobody is waited for
        }

        @Override
        void allow(PeerReviewMeeting meeting, Map<Long, Integer> present, GroupNorm norm) {
            super.allow(meeting, present, norm);
            try {
                bothHaveLooked.await(30, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static void like(PeerReviewMeetings whole, PeerReviewMeetings other) {
        for (Field field : PeerReviewMeetings.class.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers())) {
                try {
                    field.setAccessible(true);
                    Wired.put(other, field, field.get(whole));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private static boolean isRecorded(Runnable recording) {
        try {
            recording.run();
            return true;
        } catch (DayFullException full) {
            return false;
        }
    }

    private static List<Boolean> atOnce(List<Callable<Boolean>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<Boolean> answers = new ArrayList<>();
            for (Future<Boolean> each : threads.invokeAll(work)) {
                answers.add(each.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private static long minutes(long person) {
        return ledger.number("""
                select coalesce(sum(e.minutes), 0) from crm.peer_review_presence e
                  join crm.peer_review_meeting t on t.id = e.meeting_id
                 where t.withdrawn_at is null and t.held_on = date '2026-03-10' and e.person_id = :a""", person);
    }

    private static <T> T in(java.util.function.Function<PeerReviewGroups, T> what) {
        return ledger.with(PeerReviewGroups.class, ledger.staff("NOORD"), what);
    }

    private UUID meets(UUID group, LocalDate day, int minutes, Map<Long, Integer> present) {
        return by(all -> all.record(group, form(day, minutes, present)));
    }

    private void corrects(UUID group, UUID meeting, int minutes, Map<Long, Integer> present) {
        long version = ledger.number("select version from crm.peer_review_meeting where uuid = :a", meeting);
        by(all -> {
            all.correct(group, meeting, version, form(MARCH, minutes, present));
            return null;
        });
    }

    private void withdraws(UUID group, UUID meeting) {
        by(all -> {
            all.withdraw(group, meeting, "niet doorgegaan");
            return null;
        });
    }

    private <T> T by(java.util.function.Function<PeerReviewMeetings, T> what) {
        CurrentUser caller = professional(consultant);
        return ledger.with(PeerReviewMeetings.class, caller, what);
    }

    private static MeetingForm form(LocalDate day, int minutes, Map<Long, Integer> present) {
        Map<UUID, Integer> persons = new LinkedHashMap<>();
        present.forEach((person, there) -> persons.put(uuid(person), there));
        return new MeetingForm(day, minutes, "Antibiotica", null, persons);
    }

    private static UUID uuid(long person) {
        return UUID.fromString(ledger.texts(
                        "select cast(uuid as text) from crm.person where id = cast(:a as bigint)",
                        Long.toString(person))
                .get(0));
    }
}
