package nl.kring.crm.peerreview;

import static nl.kring.crm.attendance.credit.Ledger.professional;
import static nl.kring.crm.database.Wired.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import nl.kring.crm.attendance.credit.Credit;
import nl.kring.crm.attendance.credit.CreditSource;
import nl.kring.crm.attendance.credit.Credits;
import nl.kring.crm.attendance.credit.Ledger;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of docs/domain.md, "Peer review"; it is 20 November 2026. */
class PeerReviewTest {

    private static final LocalDate BEGIN = LocalDate.of(2025, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2026, 3, 10);

    private static Ledger ledger;

    private long anna;
    private long bert;
    private long carla;
    private long consultant;
    private UUID group;

    @BeforeAll
    static void start() throws Exception {
        ledger = new Ledger();
    }

    @AfterAll
    static void stop() throws Exception {
        ledger.close();
    }

    @BeforeEach
    void a_group_of_three_and_their_consultant() throws Exception {
        ledger.database.asOwner(
                "delete from crm.credit_entry where corrects_id is not null; delete from crm.credit_entry;"
                        + "delete from crm.peer_review_presence; delete from crm.peer_review_meeting; delete from crm.peer_review_plan;"
                        + "delete from crm.peer_review_reminder; delete from crm.peer_review_member; delete from crm.peer_review_group;"
                        + "delete from crm.task");
        anna = ledger.person("Anna Aalders", "GP");
        bert = ledger.person("Bert Bakker", "GP");
        carla = ledger.person("Carla Coster", "NURSE_SPECIALIST");
        consultant = ledger.person("Eva EKC", "GP");
        group = groups(office(), all -> all.add(new GroupForm(GroupKind.PHARMACOTHERAPY, "FTO Noord", BEGIN, null)));
        for (long member : new long[] {anna, bert, carla}) {
            joins(member, GroupRole.MEMBER);
        }
        joins(consultant, GroupRole.CONSULTANT);
    }

    @Test
    void the_consultant_records_a_meeting_and_everybody_has_hours_of_peer_review_once() {
        UUID meeting = meets(consultant(), MARCH, 90, Map.of(anna, 90, bert, 60, carla, 90));

        assertThat(credits(anna, "RGS-HA")).singleElement().satisfies(one -> {
            assertThat(one.source()).isEqualTo(CreditSource.MEETING);
            assertThat(one.category()).isEqualTo("PEER_REVIEW");
            assertThat(one.points()).isEqualByComparingTo("1.5");
            assertThat(one.title()).isEqualTo("FTO Noord: Antibiotica");
        });
        assertThat(sum(bert, "RGS-HA")).isEqualByComparingTo("1");
        assertThat(sum(carla, "VSR"))
                .as("another register that knows peer review")
                .isEqualByComparingTo("1.5");
        assertThat(credits(carla, "RGS-HA")).isEmpty();

        corrects(meeting, 0, MARCH, 90, Map.of(anna, 90, bert, 60, carla, 90));
        assertThat(ledger.number("select count(*) from crm.credit_entry"))
                .as("the same again")
                .isEqualTo(3);
    }

    @Test
    void hours_of_intervision_count_as_such_in_the_register_of_practice_nurses_for_mental_health() {
        long nurse = ledger.person("Petra Praktijk", "PN_MENTAL");
        joins(nurse, GroupRole.MEMBER);
        meets(consultant(), MARCH, 90, Map.of(anna, 90, nurse, 90));
        assertThat(credits(nurse, "LVPOHGGZ-KR")).as("pharmacotherapy is none").isEmpty();

        is(GroupKind.INTERVISION);
        UUID meeting = meets(consultant(), MARCH.plusDays(7), 90, Map.of(anna, 90, nurse, 90));
        assertThat(credits(nurse, "LVPOHGGZ-KR")).singleElement().satisfies(one -> {
            assertThat(one.category()).isEqualTo("INTERVISION");
            assertThat(one.points()).isEqualByComparingTo("1.5");
        });
        assertThat(credits(anna, "RGS-HA"))
                .extracting(Credit::category)
                .as("of a register that knows peer review it is that")
                .containsExactly("PEER_REVIEW", "PEER_REVIEW");

        is(GroupKind.SUPERVISION);
        corrects(meeting, 0, MARCH.plusDays(7), 90, Map.of(anna, 90, nurse, 60));
        assertThat(sum(nurse, "LVPOHGGZ-KR")).isEqualByComparingTo("1");
        is(GroupKind.BALINT);
        corrects(meeting, version(meeting), MARCH.plusDays(7), 90, Map.of(anna, 90, nurse, 60));
        assertThat(sum(nurse, "LVPOHGGZ-KR")).isEqualByComparingTo("0");
    }

    private void is(GroupKind kind) {
        groups(office(), all -> {
            all.change(
                    group,
                    ledger.number("select version from crm.peer_review_group where uuid = :a", group),
                    new GroupForm(kind, "FTO Noord", BEGIN, null));
            return null;
        });
    }

    @Test
    void a_correction_is_a_new_line_and_leaves_the_old_one() {
        UUID meeting = meets(consultant(), MARCH, 90, Map.of(anna, 90, bert, 90));
        long before = ledger.number("select count(*) from crm.credit_entry");

        corrects(meeting, 0, MARCH.plusDays(1), 120, Map.of(anna, 120));

        assertThat(sum(anna, "RGS-HA")).isEqualByComparingTo("2");
        assertThat(sum(bert, "RGS-HA")).isEqualByComparingTo("0");
        assertThat(ledger.number("select count(*) from crm.credit_entry")).isGreaterThan(before);
        assertThat(ledger.number("select count(*) from crm.credit_entry where corrects_id is null"))
                .isEqualTo(before);

        withdraws(meeting);
        assertThat(sum(anna, "RGS-HA")).isEqualByComparingTo("0");
        assertThatThrownBy(() -> withdraws(meeting)).isInstanceOf(EditConflictException.class);
    }

    @Test
    void a_meeting_of_less_than_an_hour_or_of_two_members_gives_nothing() {
        meets(consultant(), MARCH, 50, Map.of(anna, 50, bert, 50));
        assertThat(credits(anna, "RGS-HA")).isEmpty();

        leaves("Bert Bakker", LocalDate.of(2026, 4, 1));
        meets(consultant(), LocalDate.of(2026, 5, 1), 60, Map.of(anna, 60, carla, 60));
        assertThat(credits(anna, "RGS-HA")).isEmpty();

        meets(consultant(), MARCH, 60, Map.of(anna, 60, bert, 60));
        assertThat(sum(anna, "RGS-HA")).as("long enough, when they were three").isEqualByComparingTo("1");
    }

    @Test
    void the_office_sees_what_each_group_is_short_of() {
        assertThat(line(2026).missing()).containsExactly(GroupLack.PLAN, GroupLack.MEETINGS, GroupLack.HOURS);
        meets(consultant(), MARCH, 60, Map.of(anna, 60));
        meets(consultant(), MARCH.plusMonths(2), 60, Map.of(anna, 60));
        plans(consultant(), "Vier keer antibiotica");
        assertThat(line(2026).missing()).isEmpty();
        assertThat(line(2026).meetings()).isEqualTo(2);
        assertThat(line(2025).missing()).as("a year before").contains(GroupLack.MEETINGS);
        assertThat(detail(office(), group).plan()).isEqualTo("Vier keer antibiotica");
    }

    @Test
    void members_see_their_own_group_and_record_nothing_and_to_others_it_is_not_there() {
        GroupDetail seen = detail(professional(anna), group);
        assertThat(seen.records()).isFalse();
        assertThat(seen.manages()).isFalse();
        assertThat(lines(professional(anna))).hasSize(1);
        assertThatThrownBy(() -> meets(professional(anna), MARCH, 60, Map.of(anna, 60)))
                .isInstanceOf(NotAllowedException.class);
        assertThatThrownBy(() -> plans(professional(anna), "Plan")).isInstanceOf(NotAllowedException.class);

        long stranger = ledger.person("Sven Vreemd", "GP");
        for (CurrentUser other : List.of(professional(stranger), ledger.staff("ZUID"))) {
            assertThat(lines(other)).isEmpty();
            assertThatThrownBy(() -> detail(other, group)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> meets(other, MARCH, 60, Map.of(anna, 60))).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> groups(other, all -> all.report(group, 2026, (key, given) -> key)))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> groups(ledger.staff("ZUID"), all -> {
                    all.change(group, 0, new GroupForm(GroupKind.BALINT, "X", BEGIN, null));
                    return null;
                }))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void who_is_no_consultant_any_more_records_nothing_any_more() {
        meets(consultant(), MARCH, 60, Map.of(anna, 60));
        leaves("Eva EKC", LocalDate.of(2026, 11, 19));
        assertThatThrownBy(() -> meets(consultant(), MARCH, 60, Map.of(anna, 60)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_meeting_that_cannot_be_is_refused() {
        long stranger = ledger.person("Sven Vreemd", "GP");
        refused("peer-review-not-in-group", MARCH, 60, Map.of(stranger, 60));
        refused("peer-review-minutes", MARCH, 60, Map.of(anna, 61));
        refused("peer-review-minutes", MARCH, 10, Map.of(anna, 10));
        refused("peer-review-nobody", MARCH, 60, Map.of());
        refused("peer-review-day", LocalDate.of(2026, 11, 21), 60, Map.of(anna, 60));
        refused("peer-review-day", BEGIN.minusDays(1), 60, Map.of(anna, 60));
        assertThatThrownBy(() -> joins(anna, GroupRole.MEMBER)).hasMessageContaining("peer-review-member-twice");
    }

    @Test
    void of_two_who_correct_one_meeting_the_second_is_told() {
        UUID meeting = meets(consultant(), MARCH, 60, Map.of(anna, 60));
        corrects(meeting, 0, MARCH, 90, Map.of(anna, 90));
        assertThatThrownBy(() -> corrects(meeting, 0, MARCH, 120, Map.of(anna, 120)))
                .isInstanceOf(EditConflictException.class);
        assertThat(sum(anna, "RGS-HA")).isEqualByComparingTo("1.5");
    }

    @Test
    void of_two_who_say_otherwise_who_was_there_the_second_is_told_too() {
        UUID meeting = meets(consultant(), MARCH, 60, Map.of(anna, 60));
        corrects(meeting, 0, MARCH, 60, Map.of(anna, 60, bert, 60));
        assertThatThrownBy(() -> corrects(meeting, 0, MARCH, 60, Map.of(anna, 60)))
                .isInstanceOf(EditConflictException.class);
        assertThat(sum(bert, "RGS-HA")).isEqualByComparingTo("1");
    }

    private static long version(UUID meeting) {
        return ledger.number("select version from crm.peer_review_meeting where uuid = :a", meeting);
    }

    @Test
    void a_plan_that_is_late_is_a_task_of_the_office_once() {
        look("2026-01-15T12:00:00Z");
        assertThat(ledger.number("select count(*) from crm.task")).isZero();
        look("2026-01-16T12:00:00Z");
        look("2026-01-17T12:00:00Z");
        assertThat(ledger.texts("select title from crm.task")).containsExactly("Vraag het jaarplan 2026 op: FTO Noord");
        plans(consultant(), "Toch nog");
        look("2027-01-16T12:00:00Z");
        assertThat(ledger.number("select count(*) from crm.task"))
                .as("a year later again")
                .isEqualTo(2);
    }

    @Test
    void on_paper_the_year_says_who_met_and_what_is_missing() throws Exception {
        meets(consultant(), MARCH, 90, Map.of(anna, 75));
        byte[] pdf = groups(
                professional(anna), all -> all.report(group, 2026, (key, given) -> key + Arrays.toString(given)));
        String text = new PdfTextExtractor(new PdfReader(new ByteArrayInputStream(pdf))).getTextFromPage(1);
        assertThat(text).contains("FTO Noord", "Antibiotica", "Anna Aalders (75)", "peerreview.lack.MEETINGS");
    }

    @Test
    void the_office_has_who_was_at_which_meeting_of_its_own_groups_in_one_list() {
        meets(consultant(), MARCH, 90, Map.of(anna, 75, bert, 90));
        UUID notHeld = meets(consultant(), MARCH.plusDays(1), 50, Map.of(anna, 50));
        meets(consultant(), MARCH.plusDays(2), 50, Map.of(carla, 50));
        withdraws(notHeld);

        List<PresenceLine> lines = attendance(office(), 2026);
        assertThat(lines)
                .extracting(PresenceLine::name, PresenceLine::heldOn, PresenceLine::minutes, PresenceLine::counts)
                .containsExactly(
                        tuple("Anna Aalders", MARCH, 75, true),
                        tuple("Bert Bakker", MARCH, 90, true),
                        tuple("Carla Coster", MARCH.plusDays(2), 50, false));
        assertThat(lines).allSatisfy(line -> assertThat(line.big()).isEqualTo("39000000101"));
        assertThat(attendance(office(), 2025)).isEmpty();
        assertThat(attendance(ledger.staff("ZUID"), 2026)).as("another office").isEmpty();
    }

    private static List<PresenceLine> attendance(CurrentUser caller, int year) {
        return groups(caller, all -> all.attendance(year));
    }

    private void refused(String code, LocalDate day, int minutes, Map<Long, Integer> present) {
        assertThatThrownBy(() -> meets(consultant(), day, minutes, present))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(code);
    }

    private static void look(String moment) {
        ledger.database.change(
                em -> made(PlanClock.class, em, Clock.fixed(Instant.parse(moment), SystemClock.AMSTERDAM))
                        .look());
    }

    private CurrentUser consultant() {
        return professional(consultant);
    }

    private static CurrentUser office() {
        return ledger.staff("NOORD");
    }

    private void joins(long person, GroupRole role) {
        groups(office(), all -> all.join(group, uuid(person), role, BEGIN));
    }

    private void leaves(String name, LocalDate lastDay) {
        UUID member = detail(office(), group).members().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow()
                .uuid();
        groups(office(), all -> {
            all.leave(group, member, lastDay);
            return null;
        });
    }

    private UUID meets(CurrentUser caller, LocalDate day, int minutes, Map<Long, Integer> present) {
        return ledger.with(PeerReviewMeetings.class, caller, all -> all.record(group, form(day, minutes, present)));
    }

    private void corrects(UUID meeting, long version, LocalDate day, int minutes, Map<Long, Integer> present) {
        doing(consultant(), all -> all.correct(group, meeting, version, form(day, minutes, present)));
    }

    private void withdraws(UUID meeting) {
        doing(consultant(), all -> all.withdraw(group, meeting, "niet doorgegaan"));
    }

    private void plans(CurrentUser caller, String text) {
        doing(caller, all -> all.plan(group, 2026, text));
    }

    private static void doing(CurrentUser caller, Consumer<PeerReviewMeetings> what) {
        ledger.with(PeerReviewMeetings.class, caller, all -> {
            what.accept(all);
            return null;
        });
    }

    private static MeetingForm form(LocalDate day, int minutes, Map<Long, Integer> present) {
        Map<UUID, Integer> persons = new LinkedHashMap<>();
        present.forEach((person, there) -> persons.put(uuid(person), there));
        return new MeetingForm(day, minutes, "Antibiotica", null, persons);
    }

    private GroupLine line(int year) {
        return groups(office(), all -> all.list(year)).get(0);
    }

    private static List<GroupLine> lines(CurrentUser caller) {
        return groups(caller, all -> all.list(2026));
    }

    private static GroupDetail detail(CurrentUser caller, UUID group) {
        return groups(caller, all -> all.detail(group, 2026));
    }

    private static <T> T groups(CurrentUser caller, java.util.function.Function<PeerReviewGroups, T> what) {
        return ledger.with(PeerReviewGroups.class, caller, what);
    }

    private static List<Credit> credits(long person, String scheme) {
        return ledger.with(Credits.class, professional(person), credits -> credits.mine(scheme));
    }

    private static BigDecimal sum(long person, String scheme) {
        return credits(person, scheme).stream().map(Credit::points).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static UUID uuid(long person) {
        return UUID.fromString(ledger.texts(
                        "select cast(uuid as text) from crm.person where id = cast(:a as bigint)",
                        Long.toString(person))
                .get(0));
    }
}
