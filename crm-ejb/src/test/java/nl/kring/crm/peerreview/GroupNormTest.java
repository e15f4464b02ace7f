package nl.kring.crm.peerreview;

import static nl.kring.crm.peerreview.GroupLack.CONSULTANT;
import static nl.kring.crm.peerreview.GroupLack.HOURS;
import static nl.kring.crm.peerreview.GroupLack.MEETINGS;
import static nl.kring.crm.peerreview.GroupLack.MEMBERS;
import static nl.kring.crm.peerreview.GroupLack.PLAN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The worked examples of docs/domain.md, "Peer review". */
class GroupNormTest {

    private static final GroupNorm NORM = new GroupNorm(1, 15, 3, 2, 120, 60, 480, "nhg.org");

    static Stream<Arguments> years() {
        return Stream.of(
                arguments("two of an hour are enough", 3, 1, true, "2026-11-20", List.of(60, 60), Set.of()),
                arguments("one of two hours is one meeting", 3, 1, true, "2026-11-20", List.of(120), Set.of(MEETINGS)),
                arguments(
                        "fifty minutes do not count",
                        3,
                        1,
                        true,
                        "2026-11-20",
                        List.of(60, 50),
                        Set.of(MEETINGS, HOURS)),
                arguments("two members are no group", 2, 1, true, "2026-11-20", List.of(60, 60), Set.of(MEMBERS)),
                arguments("nobody who records it", 3, 0, true, "2026-11-20", List.of(60, 60), Set.of(CONSULTANT)),
                arguments("the plan is in time until 15 January", 3, 1, false, "2026-01-15", List.of(60, 60), Set.of()),
                arguments("and late from the 16th", 3, 1, false, "2026-01-16", List.of(60, 60), Set.of(PLAN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("years")
    void a_year_is_short_of(
            String example,
            int members,
            int consultants,
            boolean planned,
            String today,
            List<Integer> minutes,
            Set<GroupLack> missing) {
        List<GroupNorm.Counted> meetings =
                minutes.stream().map(each -> new GroupNorm.Counted(each, 3)).toList();
        assertThat(NORM.missing(2026, LocalDate.parse(today), members, consultants, planned, meetings))
                .isEqualTo(missing);
    }

    @ParameterizedTest
    @CsvSource({"60, 1.0", "90, 1.5", "75, 1.2", "59, 0.9", "5, 0.0"})
    void minutes_are_hours_to_one_decimal_and_never_more(int minutes, BigDecimal hours) {
        assertThat(GroupNorm.hours(minutes)).isEqualByComparingTo(hours);
    }

    @ParameterizedTest
    @CsvSource({"60, 3, true", "59, 3, false", "60, 2, false"})
    void a_meeting_counts_when_it_is_long_enough_in_a_group_that_is_large_enough(
            int minutes, int members, boolean counts) {
        assertThat(NORM.counts(new GroupNorm.Counted(minutes, members))).isEqualTo(counts);
        assertThat(Arrays.asList(GroupKind.values())).hasSize(7);
    }
}
