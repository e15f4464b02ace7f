package nl.kring.crm.agenda.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.kring.crm.agenda.series.Pattern.Every;
import nl.kring.crm.agenda.series.Pattern.InTheWay;
import nl.kring.crm.platform.InvalidInputException;
import org.junit.jupiter.api.Test;

class RecurringTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final LocalTime SEVEN = LocalTime.of(19, 0);
    private static final LocalTime NINE = LocalTime.of(21, 0);

    private static Pattern weekly(String first, int interval, int count, InTheWay onHoliday) {
        return new Pattern(
                Every.WEEKLY,
                interval,
                0,
                null,
                LocalDate.parse(first),
                null,
                SEVEN,
                NINE,
                count,
                onHoliday,
                InTheWay.LATER);
    }

    private static Pattern monthly(int rank, DayOfWeek day, String first, int count) {
        return new Pattern(
                Every.MONTHLY,
                1,
                rank,
                day,
                LocalDate.parse(first),
                null,
                SEVEN,
                NINE,
                count,
                InTheWay.KEEP,
                InTheWay.KEEP);
    }

    private static List<String> days(List<Occurrence> occurrences) {
        return occurrences.stream()
                .filter(Occurrence::kept)
                .map(each -> each.startsAt().toLocalDate().toString())
                .toList();
    }

    private static List<Occurrence> of(Pattern pattern) {
        return Recurring.of(pattern, DUTCH, Map.of());
    }

    @Test
    void every_other_week_on_the_day_of_the_first() {
        List<Occurrence> found = of(weekly("2026-10-13", 2, 3, InTheWay.KEEP));

        assertThat(days(found)).containsExactly("2026-10-13", "2026-10-27", "2026-11-10");
        assertThat(found).allSatisfy(each -> {
            assertThat(each.startsAt().toLocalTime())
                    .as("also after the clock was turned")
                    .isEqualTo(SEVEN);
            assertThat(each.endsAt().toLocalTime()).isEqualTo(NINE);
        });
    }

    @Test
    void the_first_tuesday_of_each_month_also_when_the_first_month_has_had_it() {
        assertThat(days(of(monthly(1, DayOfWeek.TUESDAY, "2026-12-01", 3))))
                .containsExactly("2026-12-01", "2027-01-05", "2027-02-02");
        assertThat(days(of(monthly(1, DayOfWeek.TUESDAY, "2026-12-02", 2))))
                .containsExactly("2027-01-05", "2027-02-02");
        assertThat(days(of(monthly(-1, DayOfWeek.THURSDAY, "2028-02-01", 2))))
                .as("29 February is not one, the 24th is the last Thursday")
                .containsExactly("2028-02-24", "2028-03-30");
    }

    @Test
    void a_holiday_is_kept_and_marked_left_out_or_made_up_for() {
        List<Occurrence> kept = of(weekly("2027-05-03", 1, 3, InTheWay.KEEP));
        List<Occurrence> skipped = of(weekly("2027-05-03", 1, 3, InTheWay.SKIP));
        List<Occurrence> later = of(weekly("2027-05-03", 1, 3, InTheWay.LATER));

        assertThat(days(kept)).containsExactly("2027-05-03", "2027-05-10", "2027-05-17");
        assertThat(kept.get(2).holiday()).isEqualTo("Tweede pinksterdag");
        assertThat(days(skipped)).containsExactly("2027-05-03", "2027-05-10");
        assertThat(days(later)).containsExactly("2027-05-03", "2027-05-10", "2027-05-24");
        assertThat(later).hasSize(4);
    }

    @Test
    void what_is_taken_is_made_up_for_as_well() {
        LocalDateTime second = LocalDateTime.parse("2026-10-20T19:00");
        List<Occurrence> found = Recurring.of(
                weekly("2026-10-13", 1, 2, InTheWay.KEEP),
                DUTCH,
                Map.of(new Recurring.Slot(second, second.plusHours(2)), "Grote zaal: Reanimatie"));

        assertThat(days(found)).containsExactly("2026-10-13", "2026-10-27");
        assertThat(found.get(1).clash()).isEqualTo("Grote zaal: Reanimatie");
    }

    @Test
    void days_of_ones_own_come_in_order_and_once_and_a_session_may_go_past_midnight() {
        Pattern own = new Pattern(
                Every.OWN,
                0,
                0,
                null,
                null,
                List.of(LocalDate.parse("2028-02-29"), LocalDate.parse("2026-12-31"), LocalDate.parse("2026-12-31")),
                LocalTime.of(22, 0),
                LocalTime.of(1, 0),
                0,
                InTheWay.LATER,
                InTheWay.LATER);

        List<Occurrence> found = of(own);

        assertThat(days(found)).containsExactly("2026-12-31", "2028-02-29");
        assertThat(found.get(0).endsAt()).isEqualTo(LocalDateTime.parse("2027-01-01T01:00"));
    }

    @Test
    void what_cannot_be_is_refused() {
        for (Pattern wrong : List.of(
                weekly("2026-10-13", 0, 3, InTheWay.KEEP),
                weekly("2026-10-13", 1, 61, InTheWay.KEEP),
                monthly(5, DayOfWeek.MONDAY, "2026-10-13", 1),
                monthly(1, null, "2026-10-13", 1))) {
            assertThatThrownBy(() -> of(wrong)).isInstanceOf(InvalidInputException.class);
        }
    }
}
