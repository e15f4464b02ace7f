package nl.kring.crm.registry.merging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Function;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.Criterion;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.Stewardship;
import nl.kring.crm.registry.SurvivorshipRules;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SurvivorshipRulesTest {

    private static MergeFixture region;
    private long person;

    @BeforeAll
    static void open() throws Exception {
        region = new MergeFixture();
    }

    @AfterAll
    static void close() throws Exception {
        region.close();
    }

    /** FEA brought the person in first, THOON's register has the best rank, SHT delivered last; two say the same. */
    @BeforeEach
    void threeSayDifferently() {
        region.reset();
        region.as(MergeFixture.platformAdmin());
        person = region.empty();
        row("FEA", MergeFixture.FEA, 5, "2020-01-01", "fea@example.nl");
        row("THOON", MergeFixture.THOON, 1, "2021-01-01", "thoon@example.nl");
        row("SHT", MergeFixture.SERVICE, 9, "2022-01-01", "samen@example.nl");
        row("LHV", 5, 8, "2021-06-01", "samen@example.nl");
        region.deriveAll();
    }

    private void row(String register, long organisation, int rank, String delivered, String email) {
        region.sql(
                "insert into crm.organisation (id, uuid, code, name, kind, participant, created_at)"
                        + " values (5, gen_random_uuid(), 'LHV', 'LHV', 'REGIONAL_ASSOCIATION', true, ?) on conflict do nothing",
                region.now());
        long id = region.row(person, register, organisation, "Wolterink", "GP", null);
        region.sql(
                "update crm.source_record set email = ?, source_rank = ?, delivered_at = ?::timestamptz where id = ?",
                email,
                rank,
                delivered,
                id);
    }

    private int rules(Function<SurvivorshipRules, Integer> work) {
        return region.with(SurvivorshipRules.class, work);
    }

    private String email() {
        return region.text("select email from crm.person where id = " + person);
    }

    @Test
    void each_criterion_prefers_what_it_says() {
        assertThat(email()).isEqualTo("thoon@example.nl");
        assertThat(rules(rules -> rules.apply(PersonField.EMAIL, List.of(Criterion.STEWARD))))
                .isEqualTo(1);
        assertThat(email()).isEqualTo("fea@example.nl");
        rules(rules -> rules.apply(PersonField.EMAIL, List.of(Criterion.NEWEST)));
        assertThat(email()).isEqualTo("samen@example.nl");
        rules(rules -> rules.apply(PersonField.EMAIL, List.of(Criterion.RANK)));
        assertThat(email()).isEqualTo("thoon@example.nl");
        rules(rules -> rules.apply(PersonField.EMAIL, List.of(Criterion.AGREED, Criterion.RANK)));
        assertThat(email()).isEqualTo("samen@example.nl");
        assertThat(rules(SurvivorshipRules::recompute))
                .as("after it nothing changes")
                .isZero();
        region.says(person, MergeFixture.THOON, "email", "hand@example.nl");
        region.deriveAll();
        assertThat(email()).as("by hand goes before all").isEqualTo("hand@example.nl");
    }

    @Test
    void looking_tells_how_many_would_change_and_changes_nothing() {
        List<String> before = region.dump();
        assertThat(rules(rules -> rules.preview(PersonField.EMAIL, List.of(Criterion.NEWEST))))
                .isEqualTo(1);
        assertThat(rules(rules -> rules.preview(PersonField.EMAIL, List.of(Criterion.RANK))))
                .isZero();
        assertThat(region.dump()).isEqualTo(before);
        assertThat(rules(SurvivorshipRules::recompute)).isZero();
        assertThatThrownBy(() ->
                        rules(rules -> rules.preview(PersonField.EMAIL, List.of(Criterion.RANK, Criterion.RANK))))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void the_database_and_the_product_agree_on_who_is_steward() {
        region.belongs(person, MergeFixture.SERVICE, "2019-01-01", null);
        for (int i = 0; i < 2; i++) {
            Long steward = region.with(Stewardship.class, stewardship -> stewardship.of(person));
            assertThat(steward).isEqualTo(region.number("select crm.steward_of(" + person + ")"));
            region.sql("update crm.membership set derived = true");
        }
    }
}
