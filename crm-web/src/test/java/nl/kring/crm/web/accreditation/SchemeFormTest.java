package nl.kring.crm.web.accreditation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.kring.crm.accreditation.scheme.Certainty;
import nl.kring.crm.accreditation.scheme.Relief;
import nl.kring.crm.accreditation.scheme.SchemeRules;
import nl.kring.crm.accreditation.scheme.WorkRequirement;
import nl.kring.crm.platform.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of rules as they are typed. */
class SchemeFormTest {

    @Test
    void lines_are_read_as_they_are_shown() {
        SchemeForm form = form();
        form.setReliefs("corona 2023-01-01 total=150 scholing=80,5");
        form.setWork("uren HOURS_PER_WEEK 16\nvog yes_no");

        SchemeRules rules = form.rules();

        assertThat(rules.reliefs())
                .containsExactly(new Relief(
                        "CORONA",
                        LocalDate.parse("2023-01-01"),
                        new BigDecimal("150"),
                        Map.of("SCHOLING", new BigDecimal("80.5"))));
        assertThat(rules.work())
                .containsExactly(
                        new WorkRequirement("UREN", WorkRequirement.Unit.HOURS_PER_WEEK, new BigDecimal("16")),
                        new WorkRequirement("VOG", WorkRequirement.Unit.YES_NO, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CORONA", "CORONA gisteren", "CORONA 2023-01-01 TOTAL", "CORONA 2023-01-01 TOTAL=veel"})
    void a_relief_that_cannot_be_read_is_refused_with_its_line(String line) {
        SchemeForm form = form();
        form.setReliefs(line);

        refusedWith(form, line);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UREN", "UREN WEKEN 3", "UREN HOURS veel"})
    void what_is_asked_besides_points_and_cannot_be_read_is_refused_with_its_line(String line) {
        SchemeForm form = form();
        form.setWork(line);

        refusedWith(form, line);
    }

    private static void refusedWith(SchemeForm form, String line) {
        assertThatThrownBy(form::rules).isInstanceOfSatisfying(InvalidInputException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("scheme-line");
            assertThat(refusal.arguments()).containsExactly(line);
        });
    }

    private static SchemeForm form() {
        return new SchemeForm(new SchemeRules(
                null,
                "RGS-HA",
                LocalDate.parse("2020-01-01"),
                null,
                60,
                null,
                null,
                new BigDecimal("200"),
                Map.of(),
                false,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                "proef",
                Certainty.OWN,
                null));
    }
}
