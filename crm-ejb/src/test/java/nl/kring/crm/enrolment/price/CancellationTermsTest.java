package nl.kring.crm.enrolment.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import nl.kring.crm.platform.SystemClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What giving a seat back costs; the examples are those of docs/domain.md. */
class CancellationTermsTest {

    private static final Instant LONG_AGO = at("2026-01-01T09:00:00+01:00");

    /** Starts and moments in local time with their offset; the clock goes back on 25-10-2026 and forward on 28-03-2027. */
    @ParameterizedTest
    @CsvSource({
        // start                   , now                      , fee in cents
        "2026-11-24T19:00:00+01:00, 2026-09-01T09:00:00+02:00, 0",
        "2026-11-24T19:00:00+01:00, 2026-11-10T18:59:59+01:00, 0",
        "2026-11-24T19:00:00+01:00, 2026-11-10T19:00:00+01:00, 0",
        "2026-11-24T19:00:00+01:00, 2026-11-10T19:00:01+01:00, 12500",
        "2026-11-24T19:00:00+01:00, 2026-11-24T18:59:59+01:00, 12500",
        // across the night that the clock goes back: the same time of day, not 14 times 24 hours
        "2026-11-03T19:00:00+01:00, 2026-10-20T19:00:00+02:00, 0",
        "2026-11-03T19:00:00+01:00, 2026-10-20T19:00:01+02:00, 12500",
        // across the night that it goes forward
        "2027-04-06T19:00:00+02:00, 2027-03-23T19:00:00+01:00, 0",
        "2027-04-06T19:00:00+02:00, 2027-03-23T19:00:01+01:00, 12500",
        // fourteen days before falls into the hour that does not exist: it ends when that hour would have
        "2027-04-11T02:30:00+02:00, 2027-03-28T03:30:00+02:00, 0",
        "2027-04-11T02:30:00+02:00, 2027-03-28T03:30:01+02:00, 12500",
    })
    void without_a_policy_cancelling_is_free_until_14_days_before_the_start_and_costs_the_price_after(
            String start, String now, int fee) {
        Held held = new Held(12_500, LONG_AGO, at(start), false);
        assertThat(CancellationTerms.FOURTEEN_DAYS.fee(held, at(now))).isEqualTo(fee);
    }

    /** An evening of Tuesday 24 November 2026 at 19:00, a seat since the first of January. */
    @ParameterizedTest
    @CsvSource({
        // policy         , price , cancelled       , fee in cents
        "TWENTE           , 12500 , 2026-10-27T19:00, 0",
        "TWENTE           , 12500 , 2026-10-27T19:01, 6250",
        "TWENTE           , 12500 , 2026-11-10T19:00, 6250",
        "TWENTE           , 12500 , 2026-11-10T19:01, 12500",
        "TWENTE           , 0     , 2026-11-24T18:59, 0",
        "DOKH             , 12500 , 2026-06-01T09:00, 2500",
        "DOKH             , 12500 , 2026-11-10T19:00, 2500",
        "DOKH             , 12500 , 2026-11-10T19:01, 12500",
        "DOKH             , 2000  , 2026-06-01T09:00, 2000",
        "ZUSTERSWORK      , 22500 , 2026-08-25T19:00, 0",
        "ZUSTERSWORK      , 22500 , 2026-08-25T19:01, 5625",
        "ZUSTERSWORK      , 8000  , 2026-08-25T19:01, 2500",
        "ZUSTERSWORK      , 22500 , 2026-10-13T19:01, 22500",
        "ZUSTERSWORK      , 2000  , 2026-08-25T19:01, 2500",
        "ZUSTERSWORK      , 0     , 2026-11-24T18:59, 0",
        "APANTA           , 39500 , 2026-06-01T09:00, 5000",
        "APANTA           , 39500 , 2026-10-13T19:01, 19750",
        "APANTA           , 39500 , 2026-11-10T19:01, 39500",
        "APANTA           , 8000  , 2026-10-13T19:01, 5000",
        "WAARDENMANAGEMENT, 17500 , 2026-10-13T19:00, 0",
        "WAARDENMANAGEMENT, 17500 , 2026-10-13T19:01, 8750",
        "WAARDENMANAGEMENT, 17500 , 2026-11-10T19:01, 17500",
        "WAARDENMANAGEMENT, 0     , 2026-11-17T19:00, 0",
        "WAARDENMANAGEMENT, 0     , 2026-11-17T19:01, 5000",
    })
    void each_policy_of_the_region_says_what_cancelling_costs(
            RegionPolicy policy, int price, LocalDateTime cancelled, int fee) {
        assertThat(policy.terms().fee(evening(price, LONG_AGO, false), wall(cancelled)))
                .isEqualTo(fee);
    }

    @ParameterizedTest
    @CsvSource({
        // seat since     , cancelled       , fee in cents
        "2026-11-12T09:00, 2026-11-24T18:59, 0",
        "2026-11-09T09:00, 2026-11-23T09:00, 0",
        "2026-11-09T09:00, 2026-11-23T09:01, 12500",
        "2026-10-01T09:00, 2026-10-15T09:01, 0",
    })
    void fourteen_days_to_think_it_over_count_from_the_day_of_getting_the_seat(
            LocalDateTime since, LocalDateTime cancelled, int fee) {
        assertThat(RegionPolicy.TWENTE.terms().fee(evening(12_500, wall(since), false), wall(cancelled)))
                .isEqualTo(fee);
    }

    @Test
    void a_webinar_is_cancelled_and_missed_for_nothing_where_the_policy_says_so() {
        Held webinar = evening(17_500, LONG_AGO, true);
        Instant lastMinute = wall(LocalDateTime.parse("2026-11-24T18:59"));
        assertThat(RegionPolicy.WAARDENMANAGEMENT.terms().fee(webinar, lastMinute))
                .isZero();
        assertThat(RegionPolicy.TWENTE.terms().fee(webinar, lastMinute)).isEqualTo(17_500);
    }

    @Test
    void who_stays_away_owes_the_price_and_what_the_policy_says_at_least_also_for_a_free_course() {
        CancellationTerms terms = new CancellationTerms(0, List.of(Tier.share(0, 100)), 50_00, 0, 0, true, true);
        assertThat(terms.owedByNoShow(evening(12_500, LONG_AGO, false))).isEqualTo(12_500);
        assertThat(terms.owedByNoShow(evening(2_000, LONG_AGO, false))).isEqualTo(50_00);
        assertThat(terms.owedByNoShow(evening(0, LONG_AGO, false))).isEqualTo(50_00);
        assertThat(terms.owedByNoShow(evening(0, LONG_AGO, true)))
                .as("a webinar")
                .isZero();
        assertThat(RegionPolicy.TWENTE.terms().owedByNoShow(evening(12_500, LONG_AGO, false)))
                .isEqualTo(12_500);
    }

    @Test
    void sending_somebody_of_the_same_profession_costs_nothing() {
        Held held = evening(12_500, LONG_AGO, false);
        Instant lastMinute = wall(LocalDateTime.parse("2026-11-24T18:59"));
        assertThat(RegionPolicy.TWENTE.terms().feeForSubstitute(held, true, lastMinute))
                .isZero();
        assertThat(RegionPolicy.TWENTE.terms().feeForSubstitute(held, false, lastMinute))
                .isEqualTo(12_500);
    }

    @Test
    void the_steps_tell_until_when_what_is_owed() {
        assertThat(RegionPolicy.TWENTE.terms().steps(evening(12_500, LONG_AGO, false), LONG_AGO))
                .containsExactly(
                        new FeeStep(wall(LocalDateTime.parse("2026-10-27T19:00")), 0),
                        new FeeStep(wall(LocalDateTime.parse("2026-11-10T19:00")), 6_250),
                        new FeeStep(null, 12_500));
        assertThat(RegionPolicy.TWENTE
                        .terms()
                        .steps(
                                evening(12_500, wall(LocalDateTime.parse("2026-11-20T10:00")), false),
                                wall(LocalDateTime.parse("2026-11-20T10:00"))))
                .as("the days to think it over last until the start")
                .containsExactly(new FeeStep(null, 0));
        assertThat(RegionPolicy.TWENTE.terms().steps(evening(0, LONG_AGO, false), LONG_AGO))
                .containsExactly(new FeeStep(null, 0));
    }

    @Property
    void waiting_never_makes_cancelling_cheaper(
            @ForAll("terms") CancellationTerms terms,
            @ForAll("seats") Held held,
            @ForAll @LongRange(min = 0, max = 20_000) long hours,
            @ForAll @LongRange(min = 0, max = 5_000) long later) {
        Instant early = held.since().plusSeconds(hours * 3600);
        Instant late = early.plusSeconds(later * 3600);
        assertThat(terms.fee(held, late)).isGreaterThanOrEqualTo(terms.fee(held, early));
    }

    @Property
    void a_fee_is_never_negative_and_above_the_price_only_where_a_minimum_or_a_fee_for_free_meetings_says_so(
            @ForAll("terms") CancellationTerms terms,
            @ForAll("seats") Held held,
            @ForAll @LongRange(min = 0, max = 20_000) long hours) {
        int fee = terms.fee(held, held.since().plusSeconds(hours * 3600));
        int most = held.priceCents() == 0
                ? terms.freeMeetingCents()
                : Math.max(
                        held.priceCents(),
                        terms.tiers().stream()
                                .mapToInt(Tier::minimumCents)
                                .max()
                                .orElse(0));
        assertThat(fee).isBetween(0, most);
        assertThat(terms.owedByNoShow(held)).isGreaterThanOrEqualTo(held.priceCents());
    }

    @Property
    void the_steps_say_what_the_fee_is_at_every_moment(
            @ForAll("terms") CancellationTerms terms,
            @ForAll("seats") Held held,
            @ForAll @LongRange(min = 0, max = 20_000) long hours) {
        Instant now = held.since().plusSeconds(hours * 3600);
        if (!now.isBefore(held.startsAt())) {
            return;
        }
        int told = terms.steps(held, held.since()).stream()
                .filter(step -> step.until() == null || !now.isAfter(step.until()))
                .findFirst()
                .orElseThrow()
                .feeCents();
        assertThat(terms.fee(held, now)).isEqualTo(told);
    }

    @Provide
    static Arbitrary<CancellationTerms> terms() {
        Arbitrary<Tier> tier = Combinators.combine(
                        Arbitraries.integers().between(0, 120),
                        Arbitraries.integers().between(0, 100),
                        Arbitraries.of(0, 0, 2_500, 5_000),
                        Arbitraries.of(0, 0, 2_500, 5_000))
                .as(Tier::new);
        return Combinators.combine(
                        Arbitraries.of(0, 0, 7, 14),
                        tier.list().ofMinSize(1).ofMaxSize(5).uniqueElements(Tier::fromDays),
                        Arbitraries.of(0, 5_000),
                        Arbitraries.integers().between(0, 14),
                        Arbitraries.of(0, 5_000),
                        Arbitraries.of(true, false))
                .as((cooling, tiers, noShow, days, cents, webinars) ->
                        new CancellationTerms(cooling, tiers, noShow, days, cents, webinars, true));
    }

    /** Seats over a year with both nights on which the clock is put. */
    @Provide
    static Arbitrary<Held> seats() {
        return Combinators.combine(
                        Arbitraries.of(0, 1, 2_000, 12_499, 12_500, 39_500),
                        Arbitraries.integers().between(0, 8_000),
                        Arbitraries.integers().between(1, 4_000),
                        Arbitraries.of(true, false))
                .as((price, since, ahead, webinar) -> new Held(
                        price,
                        LONG_AGO.plusSeconds(since * 3600L),
                        LONG_AGO.plusSeconds((since + ahead) * 3600L),
                        webinar));
    }

    @Property
    void vat_is_in_the_price_and_of_a_credit_line_the_same_back(@ForAll @IntRange(min = 0, max = 1_000_000) int cents) {
        Vat vat = new Vat(false);
        assertThat(vat.in(cents)).isBetween(0, cents);
        assertThat(Math.abs((cents - vat.in(cents)) * 0.21 - vat.in(cents))).isLessThan(1.5);
        assertThat(new Vat(true).in(cents)).isZero();
    }

    private static Held evening(int price, Instant since, boolean webinar) {
        return new Held(price, since, at("2026-11-24T19:00:00+01:00"), webinar);
    }

    private static Instant wall(LocalDateTime local) {
        return local.atZone(SystemClock.AMSTERDAM).toInstant();
    }

    private static Instant at(String moment) {
        return OffsetDateTime.parse(moment).toInstant();
    }
}
