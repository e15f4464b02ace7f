package nl.kring.crm.registry.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.ProposalNeededException;
import nl.kring.crm.registry.PersonField;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergesTest {

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

    /** Everything that a person can have, of both of them, with every kind of collision. */
    private void everythingTwice() {
        for (long person : List.of(a, b)) {
            region.row(person, "FEA", MergeFixture.FEA, "Wolterink", "GP", MergeFixture.PRACTICE);
            region.row(person, "SHT", MergeFixture.SERVICE, "Wolterink", "GP", null);
            region.says(person, MergeFixture.FEA, "big", person == a ? "19012345601" : "29012345601");
            region.says(person, MergeFixture.THOON, "email", "wolterink@example.nl");
            region.works(person, MergeFixture.SERVICE, "CHAIR", "2020-01-01", null);
            region.works(
                    person,
                    MergeFixture.THOON,
                    "BOARD_MEMBER",
                    person == a ? "2010-01-01" : "2015-01-01",
                    "2018-12-31");
            region.belongs(person, MergeFixture.THOON, "2019-01-01", null);
            region.away(person, "2026-12-01", "2026-12-24");
            region.account(person);
            region.own(person, person == a ? "vegetarisch" : "vis");
            region.task(person);
            region.spoken(person, MergeFixture.FEA);
            long enrolment = region.enrolled(person, MergeFixture.EDITION, null);
            region.certified(person, MergeFixture.EDITION, enrolment);
            region.speaks(person);
        }
        for (long person : new long[] {a, b}) {
            interested(person, "(select course_id from crm.edition where id = " + MergeFixture.EDITION + ")");
        }
        long another = region.id();
        region.sql("""
                insert into crm.course (id, uuid, organiser_id, title, kind, created_at)
                values (?, gen_random_uuid(), ?, 'Nog zonder datum', 'TRAINING', now())""", another, MergeFixture.FEA);
        interested(b, String.valueOf(another));
        long waiting = region.id();
        region.edition(waiting);
        region.enrolled(a, waiting, 1);
        region.enrolled(b, waiting, 2);
        region.deriveAll();
        assertThat(region.deriveAll()).isZero();
    }

    private void interested(long person, String course) {
        region.sql(
                "insert into crm.course_interest (id, uuid, course_id, person_id, registered_at)"
                        + " values (?, gen_random_uuid(), " + course + ", ?, now())",
                region.id(),
                person);
    }

    @Test
    void everything_goes_along_and_comes_back_byte_by_byte() {
        everythingTwice();
        List<String> before = region.dump();
        UUID merge = region.merge(a, b);
        assertThat(region.number("select count(*) from crm.source_record where person_id = " + a))
                .isEqualTo(4);
        assertThat(region.number("select count(*) from crm.enrolment where person_id = " + a))
                .isEqualTo(4);
        assertThat(region.number("select count(*) from crm.enrolment_key where person_id = " + a))
                .isEqualTo(4);
        assertThat(region.number("select count(*) from crm.course_interest where person_id = " + a))
                .as("on the list of each course once")
                .isEqualTo(2);
        assertThat(region.number("select merged_into_id from crm.person where id = " + b))
                .isEqualTo(a);
        assertThat(region.number("select taken from crm.seat_count where edition_id = " + MergeFixture.EDITION))
                .as("no seat is released until staff decide")
                .isEqualTo(2);
        assertThat(region.texts("select kind from crm.merge_collision where state = 'OPEN' order by kind"))
                .containsExactly(
                        "ABSENCE",
                        "ACCOUNT",
                        "AFFILIATION",
                        "AFFILIATION",
                        "CERTIFICATE",
                        "ENROLMENT",
                        "MEMBERSHIP",
                        "NUMBER",
                        "OWN_VALUE",
                        "REGISTER",
                        "REGISTER",
                        "WAITING");
        assertThat(region.deriveAll()).as("what is shown is what follows").isZero();
        assertThat(region.unmerge(merge)).isEqualTo(region.uuid(b));
        assertThat(region.dump()).isEqualTo(before);
        assertThat(region.deriveAll()).isZero();
        assertThat(region.dump()).isEqualTo(before);
        assertThat(region.number("select count(*) from crm.merge_collision where state = 'OPEN'"))
                .isZero();
    }

    @Test
    void taking_back_takes_few_statements_however_much_there_is() {
        region.deriveAll();
        UUID little = region.merge(a, b);
        long before = region.asked();
        region.unmerge(little);
        long few = region.asked() - before;
        long c = region.person("Wolters");
        long d = region.person("Woltman");
        a = c;
        b = d;
        everythingTwice();
        UUID much = region.merge(c, d);
        before = region.asked();
        region.unmerge(much);
        assertThat(region.asked() - before)
                .as("little takes " + few)
                .isLessThanOrEqualTo(few + 2)
                .isLessThanOrEqualTo(36);
    }

    @Test
    void the_preview_counts_what_would_collide_and_changes_nothing() {
        everythingTwice();
        List<String> before = region.dump();
        MergePreview preview = region.merges(merges -> merges.preview(region.uuid(b), region.uuid(a), null));
        assertThat(preview.survivor()).as("the older stays").isEqualTo(region.uuid(a));
        assertThat(region.dump()).isEqualTo(before);
        region.merge(a, b);
        assertThat(preview.collisions())
                .extracting(count -> count.kind() + " " + count.count())
                .containsExactlyElementsOf(
                        region.texts(
                                "select kind || ' ' || count(*) from crm.merge_collision where state = 'OPEN' group by kind order by kind"));
        assertThat(preview.moved())
                .extracting(MergePreview.Count::kind)
                .contains("SOURCE_RECORD", "STATEMENT", "ENROLMENT", "TASK");
    }

    @Test
    void a_value_that_was_chosen_is_shown_and_goes_with_the_merge() {
        region.deriveAll();
        List<String> before = region.dump();
        UUID said = UUID.fromString(region.text("select uuid from crm.statement where person_id = " + b));
        region.later();
        UUID merge = region.merges(merges -> merges.merge(
                region.uuid(a), region.uuid(b), MergeReason.byHand("x"), Map.of(PersonField.BIRTH_NAME, said)));
        assertThat(region.text("select birth_name from crm.person where id = " + a))
                .isEqualTo("Woltering");
        region.unmerge(merge);
        assertThat(region.dump()).isEqualTo(before);
        assertThatThrownBy(() -> region.merges(merges -> merges.merge(
                        region.uuid(a),
                        region.uuid(b),
                        MergeReason.byHand("x").lifting("toch"),
                        Map.of(PersonField.BIRTH_NAME, UUID.randomUUID()))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void what_was_added_since_goes_to_whom_it_is_said_to_be_of_and_stays_otherwise() {
        UUID merge = region.merge(a, b);
        long stays = region.enrolled(a, MergeFixture.EDITION, null);
        long goes = region.works(a, MergeFixture.SERVICE, "CHAIR", "2020-01-01", null);
        long foreign = region.spoken(a, MergeFixture.THOON);
        List<LaterFact> later = region.merges(merges -> merges.laterFacts(merge));
        assertThat(later)
                .extracting(fact -> fact.key().toString())
                .containsExactlyInAnyOrder("ENROLMENT:" + stays + ":0", "AFFILIATION:" + goes + ":0");
        assertThat(later).extracting(LaterFact::told).contains("Astma 01-11-2026");
        assertThatThrownBy(() -> region.unmerge(merge, new FactKey("CONTACT_MOMENT", foreign, 0)))
                .isInstanceOf(InvalidInputException.class);
        region.unmerge(merge, new FactKey("AFFILIATION", goes, 0));
        assertThat(region.number("select person_id from crm.enrolment where id = " + stays))
                .isEqualTo(a);
        assertThat(region.number("select person_id from crm.affiliation where id = " + goes))
                .isEqualTo(b);
        assertThat(region.number("select person_id from crm.contact_moment where id = " + foreign))
                .isEqualTo(a);
        assertThat(region.deriveAll()).isZero();
    }

    @Test
    void who_speaks_goes_where_the_person_goes_and_two_on_one_course_stay_two_rows() {
        long ofA = region.speaks(a);
        long ofB = region.speaks(b);
        UUID merge = region.merge(a, b);
        String speakers = "select person_id from crm.course_speaker where id = ";
        assertThat(region.number(speakers + ofA)).isEqualTo(a);
        assertThat(region.number(speakers + ofB)).isEqualTo(a);
        long later = region.speaks(a);
        List<LaterFact> facts = region.merges(merges -> merges.laterFacts(merge));
        assertThat(facts)
                .singleElement()
                .satisfies(fact -> assertThat(fact.told()).isEqualTo("Astma"));

        region.unmerge(merge, new FactKey("COURSE_SPEAKER", later, 0));
        assertThat(region.number(speakers + ofA)).isEqualTo(a);
        assertThat(region.number(speakers + ofB)).isEqualTo(b);
        assertThat(region.number(speakers + later)).isEqualTo(b);
    }

    @Test
    void that_somebody_speaks_for_another_organisation_is_not_told() {
        UUID merge = region.merge(a, b);
        region.speaks(a);

        region.as(MergeFixture.staffOf(MergeFixture.THOON));
        List<LaterFact> facts = region.merges(merges -> merges.laterFacts(merge));
        assertThat(facts).isEmpty();
    }

    @Test
    void a_merge_of_merges_is_taken_back_in_any_order() {
        long c = region.person("Wolters");
        long ofC = region.enrolled(c, MergeFixture.EDITION, null);
        long ofB = region.enrolled(b, MergeFixture.EDITION, null);
        region.deriveAll();
        List<String> before = region.dump();
        UUID first = region.merge(b, c);
        UUID second = region.merge(a, b);
        assertThat(region.number("select crm.survivor_of(" + c + ")")).isEqualTo(a);
        region.unmerge(first);
        assertThat(region.number("select person_id from crm.enrolment where id = " + ofC))
                .isEqualTo(c);
        assertThat(region.number("select person_id from crm.enrolment where id = " + ofB))
                .isEqualTo(a);
        region.unmerge(second);
        assertThat(region.dump()).isEqualTo(before);
        region.merges(merges -> merges.merge(
                region.uuid(b), region.uuid(c), MergeReason.byHand("x").lifting("toch wel")));
        UUID again = region.merges(merges -> merges.merge(
                region.uuid(a), region.uuid(b), MergeReason.byHand("x").lifting("toch wel")));
        region.unmerge(again);
        assertThat(region.number("select person_id from crm.enrolment where id = " + ofC))
                .isEqualTo(b);
    }

    @Test
    void of_two_merges_in_opposite_directions_at_once_one_is_refused() throws Exception {
        for (int round = 0; round < 10; round++) {
            long one = region.person("Een");
            long other = region.person("Twee");
            CyclicBarrier start = new CyclicBarrier(2);
            ExecutorService threads = Executors.newFixedThreadPool(2);
            List<Future<Object>> outcomes = new ArrayList<>();
            for (long[] pair : new long[][] {{one, other}, {other, one}}) {
                UUID survivor = region.uuid(pair[0]);
                UUID merged = region.uuid(pair[1]);
                outcomes.add(threads.submit(() -> {
                    start.await();
                    try {
                        return region.merges(merges -> merges.merge(survivor, merged, MergeReason.byHand("x")));
                    } catch (MergeRefused refused) {
                        return refused.code();
                    }
                }));
            }
            List<Object> answers = new ArrayList<>();
            for (Future<Object> outcome : outcomes) {
                answers.add(outcome.get());
            }
            threads.shutdown();
            assertThat(answers).filteredOn(UUID.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(String.class::isInstance).isSubsetOf("merge-overtaken", "merge-same");
            assertThat(region.number("select count(*) from crm.person where merged_into_id is not null and id in ("
                            + one + ", " + other + ")"))
                    .isEqualTo(1);
        }
    }

    @Test
    void what_arrives_late_for_somebody_who_was_merged_follows_to_the_survivor() {
        region.merge(a, b);
        long enrolment = region.enrolled(b, MergeFixture.EDITION, null);
        long task = region.task(b);
        region.own(b, "vis");
        assertThat(region.number("select person_id from crm.enrolment where id = " + enrolment))
                .isEqualTo(a);
        assertThat(region.text("select subject_uuid from crm.task where id = " + task))
                .isEqualTo(region.uuid(a).toString());
        assertThat(region.number("select subject_id from crm.own_value")).isEqualTo(a);
    }

    @Test
    void who_was_taken_apart_is_not_merged_again_without_a_reason_for_it() {
        long row = region.row(a, "FEA", MergeFixture.FEA, "Wolterink", "GP", null);
        long other = region.row(b, "SHT", MergeFixture.SERVICE, "Wolterink", "GP", null);
        region.unmerge(region.merge(a, b));
        assertThatThrownBy(() -> region.merge(a, b)).isInstanceOf(MergeRefused.NotTheSame.class);
        assertThat(region.mergeAll(List.of(new PersonPair(region.uuid(a), region.uuid(b), 20.0))))
                .isEmpty();
        assertThat(region.divided(row, other)).isTrue();
        UUID lifted = region.merges(merges -> merges.merge(
                region.uuid(a), region.uuid(b), MergeReason.byHand(null).lifting("BIG-register nagekeken")));
        assertThat(region.divided(row, other)).isFalse();
        region.unmerge(lifted);
        assertThat(region.divided(row, other)).isTrue();
    }

    @Test
    void what_was_said_not_to_be_the_same_holds_for_whoever_they_became() {
        long c = region.person("Wolters");
        region.merges(merges -> merges.notTheSame(region.uuid(b), region.uuid(c), "tweeling"));
        region.merge(a, b);
        assertThatThrownBy(() -> region.merge(a, c)).isInstanceOf(MergeRefused.NotTheSame.class);
    }

    @Test
    void many_are_merged_at_once_into_the_oldest_of_each_cluster() {
        long c = region.person("Wolters");
        long d = region.person("Ander");
        long e = region.person("Anders");
        for (long person : List.of(a, b, c, d, e)) {
            region.enrolled(person, MergeFixture.EDITION, null);
        }
        List<UUID> merges = region.mergeAll(List.of(
                new PersonPair(region.uuid(c), region.uuid(b), 21.5),
                new PersonPair(region.uuid(b), region.uuid(a), 30.0),
                new PersonPair(region.uuid(e), region.uuid(d), 25.0),
                new PersonPair(region.uuid(c), region.uuid(a), 15.0)));
        assertThat(merges).hasSize(3);
        assertThat(region.texts("select crm.survivor_of(id) from crm.person order by id"))
                .containsExactly("" + a, "" + a, "" + a, "" + d, "" + d);
        assertThat(region.number("select count(*) from crm.enrolment where person_id = " + a))
                .isEqualTo(3);
        assertThat(region.deriveAll()).isZero();
    }

    @Test
    void who_looks_after_neither_has_to_propose() {
        region.as(MergeFixture.staffOf(MergeFixture.THOON));
        assertThatThrownBy(() -> region.merge(a, b)).isInstanceOf(ProposalNeededException.class);
        region.as(MergeFixture.platformAdmin());
        UUID merge = region.merge(a, b);
        region.as(MergeFixture.staffOf(MergeFixture.THOON));
        assertThatThrownBy(() -> region.unmerge(merge)).isInstanceOf(ProposalNeededException.class);
        region.as(MergeFixture.staffOf(MergeFixture.FEA));
        region.unmerge(merge);
        assertThatThrownBy(() -> region.unmerge(merge)).isInstanceOf(MergeRefused.Undone.class);
        assertThatThrownBy(() -> region.merge(a, a)).isInstanceOf(MergeRefused.SamePerson.class);
        assertThatThrownBy(() ->
                        region.merges(merges -> merges.merge(region.uuid(a), region.uuid(b), MergeReason.byHand(" "))))
                .isInstanceOf(InvalidInputException.class);
    }
}
