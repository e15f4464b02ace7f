package nl.kring.crm.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import nl.kring.crm.intake.ReviewFixture.Clerk;
import nl.kring.crm.intake.ReviewFixture.Pairs;
import nl.kring.crm.intake.ReviewFixture.Truth;
import nl.kring.crm.intake.review.LookAlike;
import nl.kring.crm.intake.review.MatchingFigures;
import nl.kring.crm.intake.review.ReviewCase;
import nl.kring.crm.intake.review.ReviewQuery;
import nl.kring.crm.intake.review.ReviewRefused;
import nl.kring.crm.intake.review.ReviewSamples;
import nl.kring.crm.intake.review.SideBySide;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Agreement;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.merging.MergeReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The review desk over the five registers of the demo. */
class ReviewDeskTest {

    private static final String HEADER =
            "Relatienummer;Naam volledig;Functie;Geboortedatum;Praktijk;Straat;Huisnr;Toev.;PC;"
                    + "Woonplaats;Tel. praktijk;Mobiel;Emailadres;AGB persoon;BIG";
    private static final String CHPA_HEADER =
            "id,first_name,infix,last_name,initials,dob,role,agb,big,phone,email,practice_name,practice_zip,practice_city,start_date";

    @BeforeEach
    void the_registers_are_empty() throws SQLException, IOException {
        IntakeFixture.reset();
    }

    @Test
    void a_clerk_who_knows_the_truth_ends_with_nearly_everybody_right_and_joins_nobody_wrongly() {
        ReviewFixture.bringAllIn();
        Truth truth = new Truth();
        Pairs before = truth.pairs();
        Clerk clerk = Clerk.administrator();
        int same = 0;
        int other = 0;

        for (ReviewCase next = next(clerk); next != null; next = next(clerk)) {
            if (truth.same(next.one(), next.other())) {
                same(clerk, next);
                same++;
            } else {
                notTheSame(clerk, next);
                other++;
            }
            assertThat(same + other).isLessThan(500);
        }

        Pairs after = truth.pairs();
        assertThat(after.wrong()).isEqualTo(before.wrong());
        assertThat(after.recall())
                .as(before + " then " + after + ", same " + same + ", other " + other)
                .isGreaterThanOrEqualTo(0.997)
                .isGreaterThan(before.recall());
        assertThat(clerk.<Long>desk(desk -> desk.count(ReviewQuery.ALL))).isZero();
    }

    @Test
    void two_reviewers_at_once_never_get_the_same_item() throws Exception {
        ReviewFixture.bringAllIn();
        int clerks = 8;
        List<Callable<UUID>> all = new ArrayList<>();
        for (int number = 0; number < clerks; number++) {
            Clerk clerk = Clerk.of("FEA", number);
            all.add(() -> next(clerk).uuid());
        }
        ExecutorService at = Executors.newFixedThreadPool(clerks);
        try {
            Set<UUID> items = new HashSet<>();
            for (Future<UUID> item : at.invokeAll(all)) {
                items.add(item.get());
            }
            assertThat(items).hasSize(clerks);
        } finally {
            at.shutdown();
        }
    }

    @Test
    void what_somebody_is_looking_at_comes_back_to_nobody_else_until_it_is_let_go() {
        twins();
        Clerk one = Clerk.of("THOON", 1);
        Clerk other = Clerk.of("CHPA", 2);
        ReviewCase taken = next(one);

        assertThat(next(one).uuid()).isEqualTo(taken.uuid());
        assertThat(next(other)).isNull();
        assertThatThrownBy(() -> same(other, taken)).isInstanceOf(ReviewRefused.Taken.class);
        one.desk(desk -> {
            desk.release();
            return null;
        });
        assertThat(next(other).uuid()).isEqualTo(taken.uuid());
    }

    @Test
    void an_item_belongs_to_those_who_know_one_of_the_two() {
        twins();
        UUID item = next(Clerk.of("THOON", 1)).uuid();

        assertThat(Clerk.of("LHV", 1).<Long>desk(desk -> desk.count(ReviewQuery.ALL)))
                .isZero();
        assertThatThrownBy(() -> Clerk.of("LHV", 1).desk(desk -> desk.same(item)))
                .isInstanceOf(NotFoundException.class);
        assertThat(Clerk.of("CHPA", 1).<Long>desk(desk -> desk.count(ReviewQuery.ALL)))
                .isEqualTo(1);
        assertThat(Clerk.administrator().<Long>desk(desk -> desk.count(ReviewQuery.ALL)))
                .isEqualTo(1);
        assertThat(Clerk.administrator().<Long>desk(desk -> desk.count(new ReviewQuery(false, "CHPA", "THOON", null))))
                .isEqualTo(1);
        assertThat(Clerk.administrator().<Long>desk(desk -> desk.count(new ReviewQuery(false, "CHPA", "FEA", null))))
                .isZero();
    }

    @Test
    void what_looks_like_twins_is_said_and_the_evidence_names_what_they_share() {
        twins();

        ReviewCase shown = next(Clerk.of("THOON", 1));

        assertThat(shown.hints()).contains(LookAlike.TWINS);
        assertThat(shown.evidence())
                .anySatisfy(each -> assertThat(each.value()).isEqualTo("Tweelingstra"))
                .allSatisfy(each -> assertThat(each.written()).isNotBlank());
        assertThat(shown.effect().moved()).isNotEmpty();
    }

    @Test
    void what_another_organisation_keeps_to_itself_is_shown_as_the_same_or_not() {
        twins();

        SideBySide ofThoon = next(Clerk.of("THOON", 1)).sides();
        assertThat(mobiles(ofThoon, "THOON")).containsExactly(new SideBySide.Value("+31612345678", null, null));
        SideBySide ofAdministrator = freshSides(Clerk.administrator());
        assertThat(mobiles(ofAdministrator, "THOON"))
                .containsExactly(new SideBySide.Value(null, null, Agreement.DIFFERS));
        SideBySide ofChpa = freshSides(Clerk.of("CHPA", 1));
        assertThat(mobiles(ofChpa, "THOON")).containsExactly(new SideBySide.Value(null, null, Agreement.DIFFERS));
        assertThat(ofChpa.toString()).doesNotContain("12345678");
        assertThat(ofThoon.toString()).doesNotContain("87654321");
    }

    @Test
    void what_was_decided_last_is_taken_back_as_if_nobody_had_decided() {
        twins();
        Clerk clerk = Clerk.of("THOON", 1);
        ReviewCase first = next(clerk);
        List<String> before = rows();

        same(clerk, first);
        assertThat(next(clerk)).isNull();
        undo(clerk);
        assertThat(rows()).isEqualTo(before);
        assertThat(next(clerk).uuid()).isEqualTo(first.uuid());

        notTheSame(clerk, first);
        assertThat(next(clerk)).isNull();
        undo(clerk);
        assertThat(next(clerk).uuid()).isEqualTo(first.uuid());
        same(clerk, first);

        assertThat(IntakeFixture.rows("select count(distinct person_id) from crm.source_record"))
                .containsExactly("1");
        assertThatThrownBy(() -> same(clerk, first)).isInstanceOf(ReviewRefused.Decided.class);
    }

    @Test
    void not_the_same_is_obeyed_by_later_runs() {
        twins();
        Clerk clerk = Clerk.of("THOON", 1);
        notTheSame(clerk, next(clerk));

        chpa("C1", "Anna", "anna.anders@example.nl");

        assertThat(next(clerk)).isNull();
        assertThat(IntakeFixture.rows("select count(distinct person_id) from crm.source_record"))
                .containsExactly("2");
    }

    @Test
    void later_puts_it_off_for_one_organisation() {
        twins();
        Clerk clerk = Clerk.of("THOON", 1);
        ReviewCase shown = next(clerk);
        clerk.desk(desk -> {
            desk.later(shown.uuid());
            return null;
        });

        assertThat(next(Clerk.of("THOON", 2))).isNull();
        assertThat(next(Clerk.of("CHPA", 1)).uuid()).isEqualTo(shown.uuid());
    }

    @Test
    void the_rest_is_accepted_together_only_after_a_sample_that_was_all_the_same_and_taken_back_as_a_whole() {
        ReviewFixture.bringAllIn();
        Truth truth = new Truth();
        Clerk clerk = Clerk.administrator();
        List<String> before = rows();
        UUID sample = clerk.samples(samples -> samples.draw(-3));
        assertThatThrownBy(() -> clerk.samples(samples -> samples.accept(sample)))
                .isInstanceOf(ReviewRefused.SampleUnproven.class);

        ReviewQuery ofSample = new ReviewQuery(false, null, null, sample);
        assertThat(clerk.<Long>desk(desk -> desk.count(ofSample))).isEqualTo(10);
        for (ReviewCase next = clerk.desk(desk -> desk.next(ofSample));
                next != null;
                next = clerk.desk(desk -> desk.next(ofSample))) {
            same(clerk, next);
        }
        long left = clerk.desk(desk -> desk.count(ReviewQuery.ALL));
        long audited = audited();
        int accepted = clerk.samples(samples -> samples.accept(sample));

        assertThat(accepted).isGreaterThan(0).isLessThanOrEqualTo((int) left);
        assertThat(audited() - audited).isEqualTo(1);
        assertThat(truth.pairs().wrong())
                .as("what a clerk does who looks at nothing")
                .isGreaterThan(0);
        for (int decision = 0; decision < 11; decision++) {
            undo(clerk);
        }
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void a_sample_with_one_who_was_not_the_same_accepts_nothing() {
        ReviewFixture.bringAllIn();
        Clerk clerk = Clerk.administrator();
        UUID sample = clerk.samples(samples -> samples.draw(-3));
        ReviewQuery ofSample = new ReviewQuery(false, null, null, sample);
        notTheSame(clerk, clerk.desk(desk -> desk.next(ofSample)));
        for (ReviewCase next = clerk.desk(desk -> desk.next(ofSample));
                next != null;
                next = clerk.desk(desk -> desk.next(ofSample))) {
            same(clerk, next);
        }

        assertThatThrownBy(() -> clerk.samples(samples -> samples.accept(sample)))
                .isInstanceOf(ReviewRefused.SampleUnproven.class);
    }

    @Test
    void one_pair_that_is_the_same_is_one_merge_in_the_audit() {
        twins();
        Clerk clerk = Clerk.of("THOON", 1);

        same(clerk, next(clerk));

        assertThat(IntakeFixture.rows("select action from crm.audit_entry order by id desc limit 1"))
                .containsExactly("person.merged");
    }

    @Test
    void what_follows_from_two_decisions_is_no_longer_asked_and_is_asked_again_when_one_is_taken_back() {
        threeSisters();
        Clerk clerk = Clerk.of("THOON", 1);
        assertThat(open()).hasSize(3);
        ReviewCase first = next(clerk);
        notTheSame(clerk, first);
        ReviewCase second = next(clerk);
        assertThat(open()).hasSize(2);

        same(clerk, second);

        assertThat(open()).as("one of the two is one of these now").isEmpty();
        assertThat(age()).isEqualTo(new MatchingFigures.QueueAge(0, 0, 0));
        undo(clerk);
        assertThat(open()).hasSize(2);
        assertThat(next(clerk).uuid()).isEqualTo(second.uuid());
        undo(clerk);
        assertThat(open()).hasSize(3);
    }

    @Test
    void a_sample_counts_what_followed_from_what_was_decided() {
        threeSisters();
        Clerk clerk = Clerk.administrator();
        UUID sample = clerk.samples(samples -> samples.draw(-10));
        same(clerk, next(clerk));
        same(clerk, next(clerk));

        ReviewSamples.Sample drawn = clerk.samples(samples -> samples.get(sample));

        assertThat(drawn)
                .extracting(ReviewSamples.Sample::size, ReviewSamples.Sample::same)
                .containsExactly(3, 3);
    }

    @Test
    void what_is_merged_by_hand_leaves_the_queue_and_does_not_come_back_when_that_is_taken_back() {
        twins();
        Clerk clerk = Clerk.administrator();
        ReviewCase shown = next(clerk);
        clerk.desk(desk -> {
            desk.release();
            return null;
        });

        UUID merge = clerk.merging(merges -> merges.merge(shown.one(), shown.other(), MergeReason.byHand("dezelfde")));

        assertThat(open()).isEmpty();
        assertThatThrownBy(() -> same(clerk, shown)).isInstanceOf(ReviewRefused.Decided.class);
        clerk.merging(merges -> merges.unmerge(merge, List.of(), "toch niet"));
        assertThat(open()).as("taking apart says that they are two").isEmpty();
    }

    @Test
    void what_was_open_though_it_was_settled_is_closed_by_the_migration() {
        threeSisters();
        Clerk clerk = Clerk.of("THOON", 1);
        notTheSame(clerk, next(clerk));
        same(clerk, next(clerk));
        IntakeFixture.change("update crm.review_item set state = 'OPEN', decided_at = null where state = 'GONE'");
        assertThat(open()).hasSize(1);

        IntakeFixture.rows("select crm.settle_reviews(null, now())");

        assertThat(open()).isEmpty();
        assertThat(IntakeFixture.rows("select crm.settle_reviews(null, now())"))
                .as("at rest")
                .containsExactly("0");
    }

    private static List<String> open() {
        return IntakeFixture.rows("select uuid from crm.review_item where state = 'OPEN'");
    }

    private static MatchingFigures.QueueAge age() {
        return IntakeFixture.inTransaction(em -> IntakeFixture.wired(new MatchingFigures(), em, IntakeFixture.TODAY)
                .queueAge());
    }

    private static void threeSisters() {
        twins();
        IntakeFixture.bringIn(
                "LHV",
                IntakeFixture.text(
                        "Lidnummer,Naam,Geboren,Lidmaatschapsvorm,AGB-code,BIG-registratie,Correspondentieadres,Telefoon,E-mail,Praktijk",
                        "L1,Mw. A. (Antje) Tweelingstra,2 juli 1984,Waarnemer,,,\"Weg 1, 7552 XA Hengelo\",,,Praktijk Tweeling"),
                ImportMode.AUTO);
    }

    /** Two sisters of one day, each in another register. */
    private static void twins() {
        IntakeFixture.bringIn(
                "THOON",
                IntakeFixture.text(
                        HEADER,
                        "T1;Tweelingstra, A. (Aukje);Huisarts;02-07-1984;Praktijk Tweeling;Weg;1;;7552 XA;Hengelo;0740160995;"
                                + "06-12345678;;;"),
                ImportMode.AUTO);
        chpa("C1", "Anna", "");
    }

    private static void chpa(String key, String givenName, String email) {
        IntakeFixture.bringIn(
                "CHPA",
                IntakeFixture.text(
                        CHPA_HEADER,
                        key + "," + givenName + ",,Tweelingstra,A.,1984-07-02,GP,,,0687654321," + email
                                + ",Praktijk Tweeling,7552XA,Hengelo,"),
                ImportMode.AUTO);
    }

    private static SideBySide freshSides(Clerk clerk) {
        IntakeFixture.inTransaction(
                em -> em.createNativeQuery("update crm.review_item set taken_by = null, taken_until = null")
                        .executeUpdate());
        return next(clerk).sides();
    }

    private static List<SideBySide.Value> mobiles(SideBySide sides, String register) {
        return sides.rows().stream()
                .filter(row -> row.field() == PersonField.MOBILE)
                .flatMap(row -> row
                        .cells()
                        .get(sides.columns().stream()
                                .map(SideBySide.Column::register)
                                .toList()
                                .indexOf(register))
                        .stream())
                .toList();
    }

    private static ReviewCase next(Clerk clerk) {
        return clerk.desk(desk -> desk.next(ReviewQuery.ALL));
    }

    private static void same(Clerk clerk, ReviewCase shown) {
        clerk.desk(desk -> desk.same(shown.uuid()));
    }

    private static void notTheSame(Clerk clerk, ReviewCase shown) {
        clerk.desk(desk -> desk.notTheSame(shown.uuid(), "niet dezelfde"));
    }

    private static void undo(Clerk clerk) {
        clerk.desk(desk -> {
            desk.undoLast("vergissing");
            return null;
        });
    }

    private static List<String> rows() {
        return IntakeFixture.rows("select register_code, source_key, person_id from crm.source_record order by 1, 2");
    }

    private static long audited() {
        return Long.parseLong(
                IntakeFixture.rows("select count(*) from crm.audit_entry").get(0));
    }
}
