package nl.kring.crm.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.kring.crm.intake.matching.Matching;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The five registers of the demo against the truth that was made with them. */
class TwenteRegistersTest {

    @BeforeEach
    void the_registers_are_empty() throws SQLException, IOException {
        IntakeFixture.reset();
    }

    @Test
    void every_row_that_is_no_person_is_refused_and_every_other_one_is_kept() {
        bringAllIn(TwenteTruth.FILES.keySet());

        Set<String> kept =
                new TreeSet<>(IntakeFixture.rows("select register_code || ' ' || source_key from crm.source_record"));
        Set<String> expected = TwenteTruth.rows("links.csv").stream()
                .filter(row -> !row.get("kind").equals("junk"))
                .map(row -> row.get("source") + " " + row.get("source_key"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(kept).isEqualTo(expected);
        assertThat(IntakeFixture.rows("select code from crm.import_problem where refused"))
                .hasSize(5);
    }

    @Test
    void no_two_persons_become_one_and_most_of_those_that_are_one_are_recognised() {
        bringAllIn(TwenteTruth.FILES.keySet());

        Links links = links();
        assertThat(links.wrong).isEmpty();
        assertThat(links.twins).isEmpty();
        assertThat(links.found).isGreaterThan(links.all * 96 / 100);
    }

    @Test
    void the_order_of_the_files_joins_nobody_wrongly_but_perhaps_twins() {
        bringAllIn(List.of("LHV", "SHT", "CHPA", "THOON", "FEA"));

        Links links = links();
        assertThat(links.wrong).isEmpty();
        assertThat(links.found).isGreaterThan(links.all * 96 / 100);
    }

    @Test
    void the_same_files_again_change_nothing() {
        bringAllIn(TwenteTruth.FILES.keySet());
        List<String> before = contents();

        Map<String, ImportRun> again = bringAllIn(TwenteTruth.FILES.keySet());

        assertThat(contents()).isEqualTo(before);
        assertThat(again.values()).allSatisfy(run -> {
            assertThat(run.getCreated() + run.getLinkedAutomatically() + run.getRowsChanged())
                    .isZero();
            assertThat(run.getRowsUnchanged()).isEqualTo(run.getRowsRead() - run.getRowsInvalid());
        });
    }

    @Test
    void a_rehearsal_counts_the_same_and_writes_no_row() {
        ImportRun rehearsed =
                IntakeFixture.bringIn("FEA", IntakeFixture.demo(TwenteTruth.FILES.get("FEA")), ImportMode.REHEARSE);
        assertThat(IntakeFixture.rows("select count(*) from crm.source_record")).containsExactly("0");
        assertThat(IntakeFixture.rows("select count(*) from crm.person")).containsExactly("0");

        ImportRun done =
                IntakeFixture.bringIn("FEA", IntakeFixture.demo(TwenteTruth.FILES.get("FEA")), ImportMode.AUTO);

        assertThat(done.summary()).isEqualTo(rehearsed.summary());
        assertThat(done.getRowsRead()).isEqualTo(1045);
    }

    @Test
    void standing_in_a_register_is_membership_or_duty_once_and_bringing_it_in_again_changes_nothing() {
        bringAllIn(TwenteTruth.FILES.keySet());
        assertThat(IntakeFixture.rows("""
                select o.code, count(*) = count(distinct m.person_id) and count(*) > 100
                  from crm.membership m join crm.organisation o on o.id = m.organisation_id and m.kind = 'MEMBER'
                 group by o.code order by o.code""")).containsExactly("FEA|t", "LHV|t", "THOON|t");
        assertThat(IntakeFixture.rows("""
                select distinct r.register_code, a.role
                  from crm.source_record r
                  join crm.organisation o on o.code = r.register_code
                  join crm.affiliation a on a.person_id = r.person_id and a.organisation_id = o.id
                 where r.profession in ('GP', 'TRIAGE_ASSISTANT')
                   and not exists (select 1 from crm.source_record x where x.person_id = r.person_id
                                      and x.register_code = r.register_code and x.id <> r.id)
                 order by 1, 2"""))
                .contains("CHPA|DUTY_GP", "SHT|DUTY_GP")
                .isSubsetOf("CHPA|DUTY_GP", "SHT|DUTY_GP", "CHPA|TRIAGE_ASSISTANT", "SHT|TRIAGE_ASSISTANT");
        List<String> before = belonging();

        bringAllIn(TwenteTruth.FILES.keySet());

        assertThat(belonging()).isEqualTo(before);
    }

    @Test
    void the_association_says_in_what_capacity_its_members_work() {
        bringAllIn(List.of("LHV"));
        assertThat(IntakeFixture.rows("select role || profession from crm.source_record group by 1 order by 1"))
                .containsExactly("GP_TRAINEEGP_TRAINEE", "LOCUMLOCUM_GP", "PRACTICE_OWNERGP", "SALARIED_GPGP");
    }

    private static List<String> belonging() {
        return IntakeFixture.rows("""
                select id, person_id, organisation_id, role, valid_from, valid_to, version from crm.affiliation
                union all
                select id, person_id, organisation_id, kind, valid_from, valid_to, version from crm.membership
                 order by 1""");
    }

    private static Map<String, ImportRun> bringAllIn(Iterable<String> registers) {
        Map<String, ImportRun> runs = new LinkedHashMap<>();
        for (String register : registers) {
            ImportRun run = IntakeFixture.bringIn(
                    register, IntakeFixture.demo(TwenteTruth.FILES.get(register)), ImportMode.AUTO);
            assertThat(run.getState()).as(register + " " + run.getFailure()).isEqualTo(ImportState.DONE);
            runs.put(register, run);
        }
        return runs;
    }

    private static List<String> contents() {
        return IntakeFixture.rows("""
                select r.*, p.display_name, p.version from crm.source_record r join crm.person p on p.id = r.person_id
                 order by r.id""");
    }

    /** Pairs of rows: linked though they are different persons or even twins, linked rightly, and all that could be. */
    private static final class Links {
        private final List<String> wrong = new ArrayList<>();
        private final List<String> twins = new ArrayList<>();
        private int found;
        private int all;
    }

    private static Links links() {
        Map<String, String> linked =
                IntakeFixture.rows("select register_code, source_key, person_id from crm.source_record").stream()
                        .map(row -> row.split("\\|"))
                        .collect(Collectors.toMap(row -> Matching.name(row[0], row[1]), row -> row[2]));
        Map<String, String> truly = TwenteTruth.persons();
        Set<Set<String>> twins = TwenteTruth.twins();
        Links links = new Links();
        List<String> keys = List.copyOf(truly.keySet());
        for (int i = 0; i < keys.size(); i++) {
            for (int j = i + 1; j < keys.size(); j++) {
                String one = truly.get(keys.get(i));
                String other = truly.get(keys.get(j));
                boolean same = one.equals(other);
                boolean joined = linked.get(keys.get(i)).equals(linked.get(keys.get(j)));
                links.all += same ? 1 : 0;
                links.found += same && joined ? 1 : 0;
                if (!same && joined) {
                    (twins.contains(Set.of(one, other)) ? links.twins : links.wrong)
                            .add(keys.get(i) + " = " + one + ", " + keys.get(j) + " = " + other);
                }
            }
        }
        return links;
    }
}
