package nl.kring.crm.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HolidaysTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @Test
    void the_public_holidays_of_a_year_are_known_by_name() {
        assertThat(Holidays.between(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31), DUTCH)
                        .keySet())
                .contains(
                        LocalDate.of(2027, 1, 1),
                        LocalDate.of(2027, 3, 29),
                        LocalDate.of(2027, 4, 27),
                        LocalDate.of(2027, 5, 6),
                        LocalDate.of(2027, 5, 17),
                        LocalDate.of(2027, 12, 25),
                        LocalDate.of(2027, 12, 26));
        assertThat(Holidays.on(LocalDate.of(2027, 4, 27), DUTCH)).isEqualTo("Koningsdag");
        assertThat(Holidays.on(LocalDate.of(2025, 4, 26), DUTCH))
                .as("not on a Sunday")
                .isEqualTo("Koningsdag");
        assertThat(Holidays.on(LocalDate.of(2027, 4, 28), DUTCH)).isNull();
    }
}
