package nl.kring.crm.registry.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of points, periods and totals when two persons turn out to be one, and when they do not. */
class CreditsOfMergedTest {

    private MergeFixture region;
    private long one;
    private long other;

    @BeforeEach
    void two_with_points() throws Exception {
        region = new MergeFixture();
        region.as(MergeFixture.platformAdmin());
        one = region.person("Wolterink");
        other = region.person("Wolterink");
    }

    @AfterEach
    void stop() throws Exception {
        region.close();
    }

    @Test
    void points_go_along_and_come_back_those_earned_here_with_their_enrolment() {
        long enrolment = region.enrolled(other, MergeFixture.EDITION, null);
        earned(other, enrolment);
        imported(one, "a");
        imported(other, "b");
        total(other);

        UUID merge = region.merge(one, other);
        assertThat(entriesOf(one)).isEqualTo(3);
        assertThat(region.number("select count(*) from crm.register_total where person_id = " + one))
                .isEqualTo(1);

        earned(one, region.enrolled(one, another(), null));
        region.unmerge(merge);
        assertThat(entriesOf(one)).as("one imported, one earned later").isEqualTo(2);
        assertThat(entriesOf(other)).isEqualTo(2);
        assertThat(region.number("select count(*) from crm.register_total where person_id = " + other))
                .isEqualTo(1);
    }

    @Test
    void of_one_enrolment_each_category_goes_along_and_comes_back() {
        long enrolment = region.enrolled(other, MergeFixture.EDITION, null);
        earned(other, enrolment);
        earned(other, enrolment, "PEER_REVIEW");

        UUID merge = region.merge(one, other);
        assertThat(entriesOf(one)).isEqualTo(2);
        region.unmerge(merge);
        assertThat(entriesOf(one)).isZero();
        assertThat(entriesOf(other)).isEqualTo(2);
    }

    @Test
    void of_two_periods_in_one_register_that_of_the_survivor_holds_and_the_other_comes_back() {
        member(one, "RGS-HA", "2022-01-01", "2026-12-31");
        member(other, "RGS-HA", "2023-01-01", "2027-12-31");
        member(other, "KP", "2023-01-01", "2027-12-31");

        UUID merge = region.merge(one, other);
        assertThat(region.texts(
                        "select concat_ws(' ', scheme_code, starts_on) from crm.register_membership where person_id = "
                                + one + " order by 1"))
                .containsExactly("KP 2023-01-01", "RGS-HA 2022-01-01");

        region.unmerge(merge);
        assertThat(region.texts(
                        "select concat_ws(' ', scheme_code, starts_on) from crm.register_membership where person_id = "
                                + other + " order by 1"))
                .containsExactly("KP 2023-01-01", "RGS-HA 2023-01-01");
    }

    private long another() {
        long edition = region.id();
        region.sql("""
                insert into crm.edition (id, uuid, course_id, state, starts_at, ends_at, created_at)
                select ?, gen_random_uuid(), e.course_id, 'OPEN', e.starts_at, e.ends_at, e.created_at
                  from crm.edition e where e.id = ?""", edition, MergeFixture.EDITION);
        return edition;
    }

    private void earned(long person, long enrolment) {
        earned(person, enrolment, "ACCREDITED");
    }

    private void earned(long person, long enrolment, String category) {
        region.sql("""
                insert into crm.credit_entry (person_id, scheme_code, source, category, points, earned_on, title, enrolment_id, entered_at)
                values (?, 'RGS-HA', 'ATTENDANCE', ?, 3, date '2026-05-01', 'CVRM', ?, now())""", person, category, enrolment);
    }

    private void imported(long person, String key) {
        region.sql("""
                insert into crm.credit_entry (person_id, scheme_code, source, category, points, earned_on, title, import_key, entered_at)
                values (?, 'RGS-HA', 'IMPORT', 'ACCREDITED', 3, date '2024-05-01', 'Vroeger', ?, now())""", person, key);
    }

    private void total(long person) {
        region.sql("""
                insert into crm.register_total (person_id, scheme_code, as_of, entered_at)
                values (?, 'RGS-HA', date '2026-01-01', timestamptz '2026-01-02 12:00:00+01')""", person);
    }

    private void member(long person, String scheme, String from, String to) {
        region.sql("""
                insert into crm.register_membership (person_id, scheme_code, starts_on, ends_on, told_at)
                values (?, ?, ?::date, ?::date, timestamptz '2026-01-02 12:00:00+01')""", person, scheme, from, to);
    }

    private long entriesOf(long person) {
        return region.number("select count(*) from crm.credit_entry where person_id = " + person);
    }
}
