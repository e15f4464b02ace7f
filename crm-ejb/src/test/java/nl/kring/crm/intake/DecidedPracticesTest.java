package nl.kring.crm.intake;

import static nl.kring.crm.intake.IntakeFixture.rows;
import static nl.kring.crm.intake.PracticesOfRegistersTest.practices;
import static nl.kring.crm.intake.PracticesOfRegistersTest.practicesOf;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import nl.kring.crm.intake.ReviewFixture.Clerk;
import nl.kring.crm.registry.merging.MergeReason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people decided about practices goes before what the rows of later deliveries look like. */
class DecidedPracticesTest {

    private static final String[] TWO = {"1;Bakker;;De Hoek;;;7607 AB;Almelo;", "2;Visser;;Markt;;;7608 AB;Almelo;"};

    private Clerk clerk;

    @BeforeEach
    void reset() throws Exception {
        IntakeFixture.reset();
        PracticesOfRegistersTest.register("OPEN", "FEA", false);
        clerk = Clerk.administrator();
    }

    @Test
    void two_that_people_made_one_stay_one_and_who_comes_later_goes_along() {
        practices("OPEN", TWO);
        assertThat(practicesOf("1", "2")).hasSize(2);
        UUID merge = clerk.organisations(
                merges -> merges.merge(practice("1"), practice("2"), MergeReason.byHand("verhuisd"), Map.of()));
        assertThat(practicesOf("1", "2")).hasSize(1);

        practices("OPEN", TWO[0], TWO[1], "3;Smit;;Markt;;;7608 AB;Almelo;");

        assertThat(practicesOf("1", "2", "3")).hasSize(1);
        assertThat(worksAt("Smit")).isEqualTo(practicesOf("1").get(0));
        clerk.organisations(merges -> merges.unmerge(merge, "toch twee"));
        assertThat(practicesOf("1", "2")).hasSize(2);
        practices("OPEN", TWO[0], TWO[1], "3;Smit;;Markt;;;7608 AB;Almelo;", "4;Dekker;;De Hoek;;;7607 AB;Almelo;");
        assertThat(practicesOf("2", "3"))
                .as("the next run brings home who came later")
                .hasSize(1);
        assertThat(practicesOf("1", "4")).hasSize(1);
        assertThat(practicesOf("1", "2")).hasSize(2);
    }

    @Test
    void two_that_a_run_made_one_are_two_again_for_good() {
        practices("OPEN", "1;Bakker;;De Hoek;;;7607 AB;Almelo;", "2;Visser;01234567;Markt;;;;;");
        String before = worksAt("Bakker");
        String[] three = {
            "1;Bakker;;De Hoek;;;7607 AB;Almelo;",
            "2;Visser;01234567;Markt;;;;;",
            "3;Smit;01234567;De Hoek;;;7607 AB;Almelo;"
        };
        practices("OPEN", three);
        assertThat(practicesOf("1", "2", "3")).hasSize(1);
        UUID merge = UUID.fromString(
                rows("select uuid from crm.merge_event where subject = 'ORGANISATION' and how = 'AUTOMATIC'")
                        .get(0));

        clerk.organisations(merges -> merges.unmerge(merge, "twee praktijken"));

        assertThat(practicesOf("1", "2")).hasSize(2);
        assertThat(worksAt("Bakker")).isEqualTo(before);
        practices("OPEN", three[0], three[1], three[2], "4;Dekker;01234567;De Hoek;;;7607 AB;Almelo;");
        assertThat(practicesOf("1", "2")).as("also in later runs").hasSize(2);
        assertThat(rows("select count(*) from crm.organisation where kind = 'PRACTICE' and merged_into_id is not null"))
                .containsExactly("0");
    }

    private static UUID practice(String key) {
        return UUID.fromString(rows("""
                        select o.uuid from crm.organisation o join crm.source_record r on r.workplace_id = o.id
                         where r.source_key = '%s'""".formatted(key)).get(0));
    }

    private static String worksAt(String name) {
        return rows("""
                        select a.organisation_id from crm.affiliation a
                          join crm.person p on p.id = a.person_id join crm.organisation o on o.id = a.organisation_id
                         where p.birth_name = '%s' and a.withdrawn_at is null and a.valid_to is null and o.kind = 'PRACTICE'""".formatted(name)).get(0);
    }
}
