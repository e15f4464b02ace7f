package nl.kring.crm.registry.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.quality.QualityLine;
import nl.kring.crm.registry.quality.QualityList;
import nl.kring.crm.registry.quality.QualityLists;
import nl.kring.crm.registry.quality.QualityNumber;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CollisionsTest {

    private static MergeFixture region;
    private long a;
    private long b;

    @BeforeAll
    static void open() throws Exception {
        region = new MergeFixture();
    }

    @AfterAll
    static void close() throws Exception {
        region.close();
    }

    @BeforeEach
    void two() {
        region.reset();
        region.as(MergeFixture.staffOf(MergeFixture.FEA));
        a = region.person("Wolterink");
        b = region.person("Woltering");
    }

    private void decide(UUID collision, Collisions.Decision decision) {
        region.doing(Collisions.class, desk -> desk.decide(collision, decision, "gekozen"));
    }

    private List<CollisionLine> waiting() {
        return region.with(Collisions.class, Collisions::open);
    }

    @Test
    void both_seats_stay_taken_until_the_organiser_gives_one_to_who_waits_first() {
        long first = region.enrolled(a, MergeFixture.EDITION, null);
        long second = region.enrolled(b, MergeFixture.EDITION, null);
        long other = region.person("Wachter");
        long waits = region.enrolled(other, MergeFixture.EDITION, 1);
        region.sql("update crm.seat_count set capacity = 2");
        region.merge(a, b);
        assertThat(region.number("select taken from crm.seat_count where edition_id = 10"))
                .isEqualTo(2);
        CollisionLine line = waiting().get(0);
        assertThat(line.first()).isEqualTo("Astma 01-11-2026");
        region.as(MergeFixture.staffOf(MergeFixture.THOON));
        assertThatThrownBy(() -> decide(line.uuid(), Collisions.Decision.KEEP_FIRST))
                .isInstanceOf(NotFoundException.class);
        region.as(MergeFixture.staffOf(MergeFixture.FEA));
        decide(line.uuid(), Collisions.Decision.KEEP_FIRST);
        assertThat(region.texts("select state || coalesce(fee_cents, -1) from crm.enrolment where id in (" + first + ","
                        + second + "," + waits + ") order by id"))
                .containsExactly("CONFIRMED-1", "CANCELLED0", "OFFERED-1");
        assertThat(waiting()).isEmpty();
        assertThatThrownBy(() -> decide(line.uuid(), Collisions.Decision.KEEP_FIRST))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void two_seats_when_a_course_is_held_twice_are_put_to_the_organiser_and_undoing_brings_both_back() {
        long again = region.id();
        region.edition(again);
        region.enrolled(a, MergeFixture.EDITION, null);
        region.enrolled(b, again, null);
        region.deriveAll();
        assertThat(region.with(Merges.class, merges -> merges.preview(region.uuid(a), region.uuid(b), null))
                        .collisions())
                .containsExactly(new MergePreview.Count("REPEAT", 1));
        List<String> before = region.dump();
        UUID merge = region.merge(a, b);
        assertThat(waiting()).extracting(CollisionLine::kind).containsExactly("REPEAT");
        region.unmerge(merge);
        assertThat(region.dump()).isEqualTo(before);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void of_two_seats_in_repeats_the_organiser_lets_one_go_without_a_fee() {
        long again = region.id();
        region.edition(again);
        long first = region.enrolled(a, MergeFixture.EDITION, null);
        long second = region.enrolled(b, again, null);
        region.merge(a, b);
        CollisionLine line = waiting().get(0);
        region.as(MergeFixture.staffOf(MergeFixture.THOON));
        assertThatThrownBy(() -> decide(line.uuid(), Collisions.Decision.KEEP_FIRST))
                .isInstanceOf(NotFoundException.class);
        region.as(MergeFixture.staffOf(MergeFixture.FEA));
        decide(line.uuid(), Collisions.Decision.KEEP_SECOND);

        assertThat(region.texts("select state || coalesce(fee_cents, -1) from crm.enrolment where id in (" + first + ","
                        + second + ") order by id"))
                .containsExactly("CANCELLED0", "CONFIRMED-1");
        assertThat(region.number("select taken from crm.seat_count where edition_id = 10"))
                .isZero();
        assertThat(region.texts("select what || ' ' || reason from crm.enrolment_event where enrolment_id = " + first))
                .containsExactly("CANCELLED gekozen");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_seat_and_a_waiting_place_or_a_course_that_is_over_is_no_question() {
        long again = region.id();
        region.edition(again);
        region.enrolled(a, MergeFixture.EDITION, null);
        region.enrolled(b, again, 1);
        region.merge(a, b);
        assertThat(waiting()).isEmpty();

        long c = region.person("Wolters");
        long last = region.id();
        region.edition(last);
        region.enrolled(c, last, null);
        region.sql(
                "update crm.edition set starts_at = '2020-11-01T18:00:00Z', ends_at = '2020-11-01T20:00:00Z' where id = ?",
                last);
        region.merge(a, c);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void the_one_that_is_not_kept_was_never_true_and_the_other_stands_alone() {
        region.works(a, MergeFixture.SERVICE, "CHAIR", "2020-01-01", null);
        long second = region.works(b, MergeFixture.SERVICE, "CHAIR", "2021-01-01", null);
        region.merge(a, b);
        assertThat(region.text("select beside from crm.affiliation where id = " + second))
                .isEqualTo("t");
        decide(waiting().get(0).uuid(), Collisions.Decision.KEEP_SECOND);
        assertThat(region.texts("select id from crm.affiliation where withdrawn_at is null and not beside"))
                .containsExactly("" + second);
    }

    @Test
    void what_waits_stands_in_the_work_lists_of_who_decides_until_it_is_decided() {
        region.works(a, MergeFixture.SERVICE, "CHAIR", "2020-01-01", null);
        region.works(b, MergeFixture.SERVICE, "CHAIR", "2021-01-01", null);
        assertThat(toDecide(QualityLists::numbers)).isZero();
        region.merge(a, b);
        assertThat(toDecide(QualityLists::lastNumbers)).isEqualTo(1);
        assertThat(toDecide(QualityLists::numbers)).isEqualTo(1);
        assertThat(region.with(QualityLists.class, lists -> lists.page(QualityList.OPEN_COLLISION, 10, null))
                        .lines())
                .extracting(QualityLine::uuid)
                .containsExactly(waiting().get(0).person());
        decide(waiting().get(0).uuid(), Collisions.Decision.KEEP_SECOND);
        assertThat(toDecide(QualityLists::lastNumbers)).isZero();
        assertThat(toDecide(QualityLists::numbers)).isZero();
    }

    private int toDecide(Function<QualityLists, List<QualityNumber>> numbers) {
        return region.with(QualityLists.class, numbers).stream()
                .filter(number -> number.list() == QualityList.OPEN_COLLISION)
                .findFirst()
                .orElseThrow()
                .now();
    }

    @Test
    void nothing_is_decided_for_who_chooses_nothing() {
        region.works(a, MergeFixture.SERVICE, "CHAIR", "2020-01-01", null);
        region.works(b, MergeFixture.SERVICE, "CHAIR", "2021-01-01", null);
        region.merge(a, b);
        UUID collision = waiting().get(0).uuid();
        assertThatThrownBy(() -> decide(collision, null))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.code()).isEqualTo("collision-undecided"));
        assertThat(waiting()).hasSize(1);
    }

    @Test
    void of_two_values_in_an_own_column_the_second_can_be_kept_and_the_merge_still_goes_back() {
        region.own(a, "vegetarisch");
        region.own(b, "vis");
        UUID merge = region.merge(a, b);
        CollisionLine line = waiting().get(0);
        assertThat(line.first()).isEqualTo("Dieet: vegetarisch");
        assertThat(line.second()).isEqualTo("Dieet: vis");
        decide(line.uuid(), Collisions.Decision.KEEP_SECOND);
        assertThat(region.text("select value from crm.own_value where subject_id = " + a))
                .isEqualTo("vis");
        region.unmerge(merge);
        assertThat(region.text("select value from crm.own_value where subject_id = " + b))
                .isEqualTo("vis");
    }

    @Test
    void two_accounts_are_for_the_platform_and_a_reason_is_needed() {
        long account = region.account(a);
        region.account(b);
        region.merge(a, b);
        assertThat(waiting()).isEmpty();
        UUID collision = UUID.fromString(region.text("select uuid from crm.merge_collision where kind = 'ACCOUNT'"));
        assertThatThrownBy(() -> decide(collision, Collisions.Decision.KEEP_SECOND))
                .isInstanceOf(NotAllowedException.class);
        region.as(MergeFixture.platformAdmin());
        assertThatThrownBy(() -> region.doing(
                        Collisions.class, desk -> desk.decide(collision, Collisions.Decision.KEEP_SECOND, " ")))
                .isInstanceOf(InvalidInputException.class);
        decide(collision, Collisions.Decision.KEEP_SECOND);
        assertThat(region.text("select active from crm.account where id = " + account))
                .isEqualTo("f");
    }
}
