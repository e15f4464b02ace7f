package nl.kring.crm.registry.affiliation;

import static nl.kring.crm.registry.affiliation.RegionFixture.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AbsencesTest {

    private RegionFixture region;
    private long anna;
    private long bert;

    @BeforeEach
    void a_region() throws Exception {
        region = new RegionFixture();
        anna = region.person("Anna");
        bert = region.person("Bert");
    }

    @Test
    void somebody_is_away_for_a_while_and_another_stands_in() {
        away(anna);

        AbsenceLine line = ofAnna().get(0);
        assertThat(line.coveredByName()).isEqualTo("Bert");
        assertThat(line.period().contains(TODAY.plusDays(30))).isTrue();
        assertThat(line.period().contains(TODAY.plusDays(31))).isFalse();
    }

    @Test
    void there_is_no_place_for_a_reason() {
        assertThat(RegionFixture.rows("""
                select column_name from information_schema.columns
                 where table_schema = 'crm' and table_name = 'absence' and data_type = 'text'""")).isEmpty();
    }

    @Test
    void nobody_is_away_twice_on_one_day_or_stands_in_for_himself_or_herself() {
        away(anna);

        assertThatThrownBy(() -> away(anna)).isInstanceOf(OverlapException.class);
        assertThatThrownBy(() -> away(bert))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("absence-own-cover");
        assertThatThrownBy(() -> region.absences(a -> a.register(region.uuid(anna), null, TODAY, null)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void other_days_replace_what_was_said_and_undoing_brings_it_back() {
        UUID absence = away(anna);

        Change replaced = region.absences(a -> a.replace(absence, TODAY.plusDays(1), null, null, 0));
        assertThat(ofAnna()).extracting(AbsenceLine::validFrom).containsExactly(TODAY.plusDays(1));
        assertThatThrownBy(() -> region.absences(a -> a.withdraw(absence, 0)))
                .isInstanceOf(EditConflictException.class);

        region.undo(replaced);
        assertThat(ofAnna()).extracting(AbsenceLine::validFrom).containsExactly(TODAY);
    }

    @Test
    void an_absence_that_did_not_happen_is_gone() {
        UUID absence = away(anna);
        region.absences(a -> a.withdraw(absence, 0));
        assertThat(ofAnna()).isEmpty();
    }

    private UUID away(long person) {
        return region.absences(a -> a.register(region.uuid(person), TODAY, TODAY.plusDays(30), region.uuid(bert)))
                .begun()
                .get(0);
    }

    private List<AbsenceLine> ofAnna() {
        return region.absences(a -> a.ofPerson(region.uuid(anna), null));
    }
}
