package nl.kring.crm.intake;

import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import nl.kring.crm.demo.DemoHistory;
import nl.kring.crm.registry.GoldenRecords;
import nl.kring.crm.registry.affiliation.DerivedAffiliations;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The past that the demo tells of the people in its five registers. */
class TwenteHistoryTest {

    private static final String OWNERS = """
            select a.person_id
              from crm.affiliation a join crm.organisation o on o.id = a.organisation_id
             where o.place = 'Hengelo' and a.role = 'PRACTICE_OWNER' and a.withdrawn_at is null
               and a.valid_from <= '%1$s' and (a.valid_to is null or a.valid_to >= '%1$s')
             order by 1""";

    /** The registers, with a practice for every workplace that a row names and where it is. */
    @BeforeAll
    static void the_registers_came_in_and_their_past_was_told() throws Exception {
        IntakeFixture.reset();
        List.of(
                        "FEA_ledenlijst.xlsx",
                        "THOON_relaties.csv",
                        "CHPA_export.csv",
                        "SHT_personeel.csv",
                        "LHV_kring_Twente.csv")
                .forEach(file -> IntakeFixture.bringIn(
                        file.substring(0, file.indexOf('_')), IntakeFixture.demo(file), ImportMode.AUTO));
        IntakeFixture.inTransaction(em -> {
            em.createNativeQuery("""
                    insert into crm.organisation (id, uuid, name, kind, place, postcode, created_at)
                    select nextval('crm.entity_seq'), gen_random_uuid(), practice_name, 'PRACTICE', max(place), postcode, now()
                      from crm.source_record
                     where practice_name is not null and postcode is not null and register_code in ('FEA', 'THOON')
                     group by practice_name, postcode""").executeUpdate();
            em.createNativeQuery("""
                    update crm.source_record r set workplace_id = o.id from crm.organisation o
                     where o.kind = 'PRACTICE' and o.name = r.practice_name and o.postcode = r.postcode""").executeUpdate();
            wired(
                            new DerivedAffiliations(),
                            em,
                            IntakeFixture.TODAY,
                            wired(new GoldenRecords(), em, IntakeFixture.TODAY))
                    .deriveAll();
            return null;
        });
        tell();
    }

    private static void tell() {
        IntakeFixture.inTransaction(em -> {
            wired(new DemoHistory(), em, IntakeFixture.TODAY).run(null, null);
            return null;
        });
    }

    @Test
    void the_owners_in_hengelo_of_2022_are_not_those_of_today() {
        List<String> then = IntakeFixture.rows(OWNERS.formatted("2022-01-01"));
        List<String> now = IntakeFixture.rows(OWNERS.formatted("2026-03-02"));

        assertThat(then).isNotEmpty().isNotEqualTo(now).doesNotHaveDuplicates();
        assertThat(now).isNotEmpty().anyMatch(then::contains);
    }

    @Test
    void there_are_as_many_owners_employed_gps_and_locums_as_the_region_has() {
        assertThat(current("PRACTICE_OWNER")).isBetween(200, 240);
        assertThat(current("SALARIED_GP")).isBetween(55, 120);
        assertThat(current("LOCUM")).isGreaterThan(90);
        assertThat(IntakeFixture.rows("select 1 from crm.absence")).hasSize(16);
    }

    @Test
    void whoever_came_after_somebody_began_the_day_after_and_who_stopped_now_stands_in() {
        List<String> successions = IntakeFixture.rows("""
                select f.person_id from crm.affiliation f
                  join crm.affiliation h on h.organisation_id = f.organisation_id and h.role = f.role and h.valid_from = f.valid_to + 1
                  join crm.affiliation l on l.person_id = f.person_id and l.role = 'LOCUM' and l.valid_to is null
                 where f.role = 'PRACTICE_OWNER' and f.valid_to between '2020-01-01' and '2023-12-31'""");
        assertThat(successions).hasSizeGreaterThan(25);
    }

    @Test
    void told_once_it_is_not_told_again_and_the_registers_do_not_contradict_it() {
        List<String> before = everything();
        tell();
        IntakeFixture.inTransaction(em -> wired(
                        new DerivedAffiliations(),
                        em,
                        IntakeFixture.TODAY,
                        wired(new GoldenRecords(), em, IntakeFixture.TODAY))
                .deriveAll());
        assertThat(everything()).isEqualTo(before);
    }

    private static List<String> everything() {
        return IntakeFixture.rows(
                "select id, role, valid_from, valid_to, withdrawn_at, version from crm.affiliation order by id");
    }

    private static int current(String role) {
        return Integer.parseInt(
                IntakeFixture.rows("select count(distinct person_id) from crm.affiliation where role = '" + role
                                + "' and withdrawn_at is null and valid_to is null and not derived")
                        .get(0));
    }
}
