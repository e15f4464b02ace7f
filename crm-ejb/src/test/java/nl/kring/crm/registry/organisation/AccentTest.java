package nl.kring.crm.registry.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import nl.kring.crm.platform.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccentTest {

    /** The examples of WCAG's own definition of contrast. */
    @ParameterizedTest
    @CsvSource({"#000000, 21", "#ffffff, 1", "#777777, 4.48", "#767676, 4.54", "#0b6b63, 6.4"})
    void contrast_is_what_wcag_computes(String colour, double contrast) {
        assertThat(Accent.contrastWithWhite(colour)).isCloseTo(contrast, within(0.05));
    }

    @Test
    void a_colour_on_which_white_can_be_read_is_kept_in_small_letters() {
        assertThat(new Accent(" #0B6B63 ").code()).isEqualTo("#0b6b63");
        assertThat(new Accent("#767676").code()).isEqualTo("#767676");
    }

    @ParameterizedTest
    @ValueSource(strings = {"#777777", "#ffff00", "#00ff00"})
    void a_pale_colour_is_refused(String colour) {
        assertThatThrownBy(() -> new Accent(colour))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("organisation-accent-pale"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "#fff", "#12345g", "#123456; } body { display: none", "0b6b63"})
    void what_is_no_colour_never_gets_into_a_style_sheet(String colour) {
        assertThatThrownBy(() -> new Accent(colour))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("organisation-accent-shape"));
    }
}
