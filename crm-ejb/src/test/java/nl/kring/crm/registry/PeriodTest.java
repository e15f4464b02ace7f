package nl.kring.crm.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.SystemClock;

/** Periods by what holds for every one of them; days close together, so that all ways to touch and overlap occur. */
class PeriodTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 12, 15);
    private static final LocalDate LAST = LocalDate.of(2024, 4, 15); // the leap day and a change of the clock within

    @Provide
    Arbitrary<LocalDate> days() {
        return Dates.dates().between(FIRST, LAST);
    }

    @Provide
    Arbitrary<Period> periods() {
        Arbitrary<LocalDate> ends = days().injectNull(0.2);
        return Combinators.combine(ends, ends)
                .as((one, other) -> one != null && other != null && other.isBefore(one)
                        ? new Period(other, one)
                        : new Period(one, other));
    }

    @Property
    void a_period_contains_its_own_ends_and_no_day_beyond_them(@ForAll("periods") Period period) {
        Stream.of(period.validFrom(), period.validTo())
                .filter(day -> day != null)
                .forEach(day -> assertThat(period.contains(day)).isTrue());
        if (period.validFrom() != null) {
            assertThat(period.contains(period.validFrom().minusDays(1))).isFalse();
        }
        if (period.validTo() != null) {
            assertThat(period.contains(period.validTo().plusDays(1))).isFalse();
        }
    }

    @Property
    void an_open_end_contains_every_day_on_its_side(@ForAll("periods") Period period, @ForAll("days") LocalDate day) {
        assertThat(new Period(null, period.validTo()).contains(day))
                .isEqualTo(period.validTo() == null || !day.isAfter(period.validTo()));
        assertThat(Period.always().contains(day)).isTrue();
    }

    @Property
    void two_overlap_when_some_day_is_in_both_and_it_does_not_matter_who_asks(
            @ForAll("periods") Period one, @ForAll("periods") Period other) {
        boolean shared = FIRST.minusDays(1)
                .datesUntil(LAST.plusDays(2))
                .anyMatch(day -> one.contains(day) && other.contains(day));
        assertThat(one.overlaps(other)).isEqualTo(shared);
        assertThat(other.overlaps(one)).isEqualTo(shared);
    }

    @Property
    void the_intersection_has_exactly_the_days_of_both(
            @ForAll("periods") Period one, @ForAll("periods") Period other, @ForAll("days") LocalDate day) {
        boolean inBoth = one.contains(day) && other.contains(day);
        assertThat(one.intersection(other).filter(both -> both.contains(day)).isPresent())
                .isEqualTo(inBoth);
        assertThat(one.intersection(other)).isEqualTo(other.intersection(one));
        assertThat(one.intersection(one)).contains(one);
    }

    @Property
    void cut_at_a_day_the_two_parts_touch_and_share_nothing(
            @ForAll("periods") Period period, @ForAll("days") LocalDate cut, @ForAll("days") LocalDate day) {
        boolean before = period.before(cut).filter(part -> part.contains(day)).isPresent();
        boolean after = period.onwards(cut).filter(part -> part.contains(day)).isPresent();
        assertThat(before || after).isEqualTo(period.contains(day));
        assertThat(before && after).isFalse();
    }

    @Property
    void ended_on_a_day_it_holds_that_day_and_not_the_next(
            @ForAll("periods") Period period, @ForAll("days") LocalDate last) {
        if (period.validFrom() != null && last.isBefore(period.validFrom())) {
            assertThatThrownBy(() -> period.until(last))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("period-ends-first");
        } else {
            assertThat(period.until(last).contains(last)).isTrue();
            assertThat(period.until(last).contains(last.plusDays(1))).isFalse();
            assertThat(period.until(last).isOver(last)).isFalse();
            assertThat(period.until(last).isOver(last.plusDays(1))).isTrue();
        }
    }

    @Property
    void a_period_is_past_present_or_future_and_only_one_of_them(
            @ForAll("periods") Period period, @ForAll("days") LocalDate today) {
        assertThat(Stream.of(period.isOver(today), period.contains(today), period.isFuture(today))
                        .filter(Boolean::booleanValue))
                .hasSize(1);
    }

    @Property
    void the_day_in_amsterdam_turns_at_its_own_midnight_whatever_the_clock_does(@ForAll("clockChanges") LocalDate day) {
        Instant midnight = day.atStartOfDay(SystemClock.AMSTERDAM).toInstant();
        assertThat(today(midnight.minusMillis(1))).isEqualTo(day.minusDays(1));
        assertThat(today(midnight)).isEqualTo(day);
        Period lastDayBefore = Period.always().until(day.minusDays(1));
        assertThat(lastDayBefore.contains(today(midnight.minusMillis(1)))).isTrue();
        assertThat(lastDayBefore.contains(today(midnight))).isFalse();
        assertThat(Period.since(day).contains(today(midnight))).isTrue();
    }

    /** The last Sundays of March and October and the days around them. */
    @Provide
    Arbitrary<LocalDate> clockChanges() {
        return Combinators.combine(
                        Arbitraries.integers().between(2000, 2037),
                        Arbitraries.of(3, 10),
                        Arbitraries.integers().between(-1, 2))
                .as((year, month, shift) -> {
                    LocalDate last = LocalDate.of(year, month, 31);
                    return last.minusDays(last.getDayOfWeek().getValue() % 7).plusDays(shift);
                });
    }

    @Example
    void the_leap_day_is_a_day_and_what_ends_before_march_ends_on_it() {
        assertThat(Period.since(LocalDate.of(2024, 1, 1)).before(LocalDate.of(2024, 3, 1)))
                .contains(new Period(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 2, 29)));
        assertThat(Period.since(LocalDate.of(2023, 1, 1)).before(LocalDate.of(2023, 3, 1)))
                .contains(new Period(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 2, 28)));
    }

    /** As the product asks for today: the injected clock, on the wall in Amsterdam. */
    private static LocalDate today(Instant now) {
        return LocalDate.now(Clock.fixed(now, ZoneOffset.UTC).withZone(SystemClock.AMSTERDAM));
    }
}
