package nl.kring.crm.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import nl.kring.crm.registry.GoldenRecords;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A run is taken back as a whole, and leaves nothing but what people did since. */
class RevertedRunTest {

    @BeforeEach
    void empty() throws SQLException, IOException {
        IntakeFixture.reset();
    }

    @Test
    void what_a_first_delivery_brought_is_gone_to_the_last_row() {
        IntakeFixture.bringIn("FEA", IntakeFixture.demo("FEA_ledenlijst.xlsx"), ImportMode.AUTO);
        List<String> before = CanonicalDump.all();

        ImportRun run = IntakeFixture.bringIn("LHV", IntakeFixture.demo("LHV_kring_Twente.csv"), ImportMode.AUTO);
        assertThat(CanonicalDump.all()).isNotEqualTo(before);
        revert(run);

        assertThat(CanonicalDump.all()).isEqualTo(before);
    }

    @Test
    void a_delivery_that_is_brought_in_again_after_it_was_taken_back_ends_as_the_first_time() {
        IntakeFixture.bringIn("FEA", IntakeFixture.demo("FEA_ledenlijst.xlsx"), ImportMode.AUTO);
        ImportRun run = IntakeFixture.bringIn("LHV", IntakeFixture.demo("LHV_kring_Twente.csv"), ImportMode.AUTO);
        List<String> first = CanonicalDump.all();

        revert(run);
        IntakeFixture.bringIn("LHV", IntakeFixture.demo("LHV_kring_Twente.csv"), ImportMode.AUTO);

        assertThat(CanonicalDump.all()).isEqualTo(first);
    }

    @Test
    void a_run_is_taken_back_once_and_only_while_it_is_the_last_of_its_register() {
        ImportRun first = IntakeFixture.bringIn("LHV", IntakeFixture.demo("LHV_kring_Twente.csv"), ImportMode.AUTO);
        ImportRun second = IntakeFixture.bringIn("LHV", IntakeFixture.demo("LHV_kring_Twente.csv"), ImportMode.AUTO);

        assertThatThrownBy(() -> IntakeFixture.asStaff("LHV", (imports, deliveries) -> {
                    deliveries.revert(first.getUuid());
                    return null;
                }))
                .isInstanceOf(RunRefused.Overtaken.class);
        IntakeFixture.asStaff("LHV", (imports, deliveries) -> {
            deliveries.revert(second.getUuid());
            deliveries.revert(first.getUuid());
            return null;
        });
        assertThat(IntakeFixture.rows("select count(*) from crm.person")).containsExactly("0");
        assertThat(IntakeFixture.rows("select count(*) > 0 from crm.source_record_history where taken_out is not null"))
                .containsExactly("t");
    }

    @Test
    void persons_whom_the_run_made_one_are_two_again() {
        IntakeFixture.bringIn("CHPA", IntakeFixture.demo("CHPA_export.csv"), ImportMode.AUTO);
        IntakeFixture.bringIn("FEA", IntakeFixture.demo("FEA_ledenlijst.xlsx"), ImportMode.AUTO);
        List<String> before = CanonicalDump.all();

        ImportRun run = IntakeFixture.bringIn("LHV", IntakeFixture.demo("LHV_kring_Twente.csv"), ImportMode.AUTO);
        assertThat(run.getMerged()).isPositive();
        revert(run);

        assertThat(CanonicalDump.all()).isEqualTo(before);
    }

    @Test
    void a_run_is_taken_back_also_when_other_registers_came_since_and_what_those_say_stays() {
        ImportRun run = IntakeFixture.bringIn("FEA", IntakeFixture.demo("FEA_ledenlijst.xlsx"), ImportMode.AUTO);
        IntakeFixture.bringIn("LHV", IntakeFixture.demo("LHV_kring_Twente.csv"), ImportMode.AUTO);
        List<String> said = IntakeFixture.rows(
                "select source_key, raw from crm.source_record where register_code = 'LHV' order by 1");

        revert(run);

        assertThat(IntakeFixture.rows("select source_key, raw from crm.source_record order by 1"))
                .isEqualTo(said);
        assertThat(IntakeFixture.rows("""
                select count(*) from crm.person p
                 where p.merged_into_id is null and not exists (select 1 from crm.source_record r where r.person_id = p.id)""")).containsExactly("0");
        int changed =
                IntakeFixture.inTransaction(em -> IntakeFixture.wired(new GoldenRecords(), em, IntakeFixture.TODAY)
                        .deriveAll());
        assertThat(changed).isZero();
    }

    @Test
    void what_people_said_since_stays_and_is_told_beforehand() {
        ImportRun run = IntakeFixture.bringIn("LHV", IntakeFixture.demo("LHV_kring_Twente.csv"), ImportMode.AUTO);
        IntakeFixture.change("""
                insert into crm.statement (id, uuid, person_id, field, value, organisation_id, said_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), p.id, 'givenName', 'Zelfgezegd', o.id, timestamp '2026-03-05'
                  from (select id from crm.person order by id limit 1) p, crm.organisation o where o.code = 'LHV'""");

        assertThat(IntakeFixture.<List<LaterEdit>>asStaff(
                        "LHV", (imports, deliveries) -> deliveries.laterEdits(run.getUuid())))
                .extracting(edit -> edit.kind() + " " + edit.count())
                .containsExactly("STATEMENT 1");
        revert(run);

        assertThat(IntakeFixture.rows("select given_name from crm.person")).containsExactly("Zelfgezegd");
        assertThat(IntakeFixture.rows("select count(*) from crm.source_record")).containsExactly("0");
    }

    private static void revert(ImportRun run) {
        IntakeFixture.asStaff(run.getRegister().getCode(), (imports, deliveries) -> {
            deliveries.revert(run.getUuid());
            return null;
        });
    }
}
