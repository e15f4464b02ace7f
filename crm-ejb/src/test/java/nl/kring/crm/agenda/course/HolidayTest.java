package nl.kring.crm.agenda.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HolidayTest {

    @ParameterizedTest
    @CsvSource({
        "2027-01-01, NEW_YEAR",
        "2027-03-28, EASTER",
        "2027-03-29, EASTER",
        "2024-04-01, EASTER",
        "2027-04-27, KINGS_DAY",
        "2025-04-26, KINGS_DAY",
        "2025-04-27, ",
        "2027-05-05, LIBERATION_DAY",
        "2027-05-06, ASCENSION",
        "2027-05-16, WHITSUN",
        "2027-05-17, WHITSUN",
        "2027-12-25, CHRISTMAS",
        "2027-12-26, CHRISTMAS",
        "2027-03-26, ",
        "2027-12-31, "
    })
    void the_days_on_which_the_country_is_closed(LocalDate day, Holiday holiday) {
        assertThat(Holiday.on(day).orElse(null)).isEqualTo(holiday);
    }
}
