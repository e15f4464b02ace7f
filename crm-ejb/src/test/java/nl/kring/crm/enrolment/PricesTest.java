package nl.kring.crm.enrolment;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.PlannedSession;
import nl.kring.crm.agenda.Repetition;
import nl.kring.crm.enrolment.price.Belonging;
import nl.kring.crm.enrolment.price.EditionPrices;
import nl.kring.crm.enrolment.price.PriceFor;
import nl.kring.crm.enrolment.price.PriceLine;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.enrolment.price.RegionPolicy;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a seat costs whom; the course is on 3 November 2026, today is 1 September. */
class PricesTest {

    private static final int RUSH = 64;
    private static final PriceFor MEMBERS = new PriceFor(Set.of(), Belonging.MEMBER, null);

    private static AgendaDatabase database;
    private static PricedEditions editions;
    private static CurrentUser noord;
    private static CurrentUser zuid;

    private UUID edition;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
        editions = new PricedEditions(database);
        noord = database.staffOf("NOORD");
        zuid = database.staffOf("ZUID");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void a_course_of_noord_for_125_euros() {
        database.clearAgenda();
        edition = database.published("NOORD", aCourse().seats(100).wish());
    }

    @Test
    void without_prices_it_costs_what_the_edition_costs() {
        assertThat(price(editions.person("GP"))).isEqualTo(12_500);
    }

    @Test
    void the_price_is_frozen_with_the_enrolment_and_later_prices_are_for_later_people() {
        editions.as(noord, prices -> prices.add(edition, MEMBERS, 9_500));
        long early = member();
        UUID enrolment = editions.enrol(edition, early, AgendaDatabase.CLOCK, PriceWish.NONE);

        editions.as(
                noord,
                prices -> prices.end(edition, prices.of(edition).lines().get(0).uuid()));
        editions.as(noord, prices -> prices.add(edition, MEMBERS, 8_000));

        assertThat(frozen(enrolment, "price_cents")).isEqualTo(9_500);
        assertThat(frozen(enrolment, "base_cents")).isEqualTo(9_500);
        assertThat(price(member())).isEqualTo(8_000);
        assertThat(price(editions.person("GP"))).as("no member").isEqualTo(12_500);
    }

    /** Who is a member when; the course is on 3 November. */
    @ParameterizedTest
    @CsvSource({
        // held by , from      , to        , works from, works to  , price
        "person   ,           ,           ,           ,           , 9500",
        "person   , 2026-11-03, 2026-11-03,           ,           , 9500",
        "person   , 2026-11-04,           ,           ,           , 12500",
        "person   ,           , 2026-11-02,           ,           , 12500",
        "practice ,           ,           ,           ,           , 9500",
        "practice , 2026-11-04,           ,           ,           , 12500",
        "practice ,           ,           , 2026-11-03,           , 9500",
        "practice ,           ,           , 2026-11-04,           , 12500",
        "practice ,           ,           ,           , 2026-11-02, 12500",
    })
    void membership_on_the_day_of_the_course_counts_the_persons_or_that_of_where_he_or_she_works_then(
            String holder, String from, String to, String worksFrom, String worksTo, int expected) {
        editions.as(noord, prices -> prices.add(edition, MEMBERS, 9_500));
        long person = editions.person("GP");
        if (holder.equals("person")) {
            editions.member(person, null, "NOORD", from, to);
        } else {
            long practice = editions.practice();
            editions.member(null, practice, "NOORD", from, to);
            editions.works(person, practice, worksFrom, worksTo);
        }
        assertThat(price(person)).isEqualTo(expected);
    }

    @Test
    void membership_of_a_co_organiser_counts_and_of_another_organisation_not() {
        editions.as(noord, prices -> prices.add(edition, MEMBERS, 9_500));
        editions.sql(
                "insert into crm.course_co_organiser select d.course_id, o.id from crm.edition d, crm.organisation o where d.uuid = '%s' and o.code = 'ZUID'",
                edition);
        long south = editions.person("GP");
        editions.member(south, null, "ZUID", null, null);
        long east = editions.person("GP");
        editions.member(east, null, "OOST", null, null);

        assertThat(price(south)).isEqualTo(9_500);
        assertThat(price(east)).isEqualTo(12_500);
    }

    @Test
    void of_the_prices_that_fit_the_one_that_says_most_counts_and_of_equals_the_lowest() {
        LocalDate early = LocalDate.parse("2026-10-01");
        editions.as(noord, prices -> {
            prices.add(edition, MEMBERS, 9_500);
            prices.add(edition, new PriceFor(Set.of(Profession.GP), null, null), 11_000);
            prices.add(edition, new PriceFor(Set.of(Profession.GP_TRAINEE), Belonging.MEMBER, null), 4_500);
            prices.add(edition, new PriceFor(Set.of(), Belonging.MEMBER, early), 8_500);
        });
        long trainee = editions.person("GP_TRAINEE");
        editions.member(trainee, null, "NOORD", null, null);

        assertThat(price(editions.person("GP"))).isEqualTo(11_000);
        assertThat(price(trainee)).as("as low as the early price, and lower").isEqualTo(4_500);
        assertThat(price(member())).as("the early price of members says more").isEqualTo(8_500);
        assertThat(price(member(), at("2026-10-01T23:59"))).isEqualTo(8_500);
        assertThat(price(member(), at("2026-10-02T00:00")))
                .as("members or GPs: the lowest")
                .isEqualTo(9_500);
    }

    @Test
    void nobody_is_enrolled_for_more_than_was_shown() {
        long person = editions.person("GP");
        assertThatThrownBy(() -> editions.enrol(edition, person, AgendaDatabase.CLOCK, new PriceWish(null, 9_500)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("price-changed");
        editions.enrol(edition, person, AgendaDatabase.CLOCK, new PriceWish(null, 15_000));
        assertThat(editions.number("select sum(price_cents) from crm.enrolment"))
                .isEqualTo(12_500);
    }

    @Test
    void prices_are_for_the_staff_of_the_organisers_alone() {
        assertThatThrownBy(() -> editions.as(zuid, prices -> prices.of(edition)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> editions.as(zuid, prices -> prices.add(edition, MEMBERS, 1)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> editions.as(zuid, prices -> prices.offerMembers(edition, 5)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> editions.as(zuid, prices -> prices.choosePolicy(edition, null)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_price_that_says_nothing_or_stands_there_already_is_refused() {
        editions.as(noord, prices -> prices.add(edition, MEMBERS, 9_500));
        assertThatThrownBy(() -> editions.as(noord, prices -> prices.add(edition, MEMBERS, 9_000)))
                .hasMessageContaining("price-twice");
        assertThatThrownBy(() ->
                        editions.as(noord, prices -> prices.add(edition, new PriceFor(Set.of(), null, null), 9_000)))
                .hasMessageContaining("price-for-nobody");
        assertThatThrownBy(() -> editions.as(
                        noord, prices -> prices.add(edition, new PriceFor(Set.of(Profession.GP), null, null), -1)))
                .hasMessageContaining("price-amount");
    }

    @Test
    void of_five_free_seats_for_members_a_rush_of_members_gets_five() throws InterruptedException {
        List<Object> outcomes = rush(5, em -> new SeatAllocation(em, AgendaDatabase.CLOCK));

        assertThat(outcomes).noneMatch(Throwable.class::isInstance);
        assertThat(free()).isEqualTo(5);
        assertThat(editions.number("select taken from crm.member_seats")).isEqualTo(5);
        assertThat(editions.number("select count(*) from crm.enrolment where price_cents = 12500"))
                .isEqualTo(RUSH - 5);
    }

    /** The negative control: what the test above proves is the work of the row lock of the seats. */
    @Test
    void without_the_row_lock_of_the_seats_more_members_come_for_free() throws InterruptedException {
        CyclicBarrier allHaveRead = new CyclicBarrier(RUSH);
        rush(5, em -> new WithoutLock(em, AgendaDatabase.CLOCK, allHaveRead));

        assertThat(free()).isGreaterThan(5);
    }

    @Test
    void a_free_seat_that_is_given_back_goes_to_the_next_member() {
        editions.as(noord, prices -> prices.offerMembers(edition, 1));
        UUID first = editions.enrol(edition, member(), AgendaDatabase.CLOCK, PriceWish.NONE);
        assertThat(frozen(first, "price_cents")).isZero();
        assertThat(price(member())).isEqualTo(12_500);
        editions.cancel(first, AgendaDatabase.CLOCK);
        assertThat(price(member())).isZero();
        editions.enrol(edition, member(), AgendaDatabase.CLOCK, PriceWish.NONE);
        assertThatThrownBy(() -> editions.as(noord, prices -> prices.offerMembers(edition, 0)))
                .hasMessageContaining("member-seats[1, 100]");
    }

    @Test
    void who_is_no_member_or_waits_gets_no_free_seat() {
        UUID small = database.published("NOORD", aCourse().seats(1).wish());
        editions.as(noord, prices -> prices.offerMembers(small, 1));
        UUID stranger = editions.enrol(small, editions.person("GP"), AgendaDatabase.CLOCK, PriceWish.NONE);
        UUID waiting = editions.enrol(small, member(), AgendaDatabase.CLOCK, PriceWish.NONE);

        assertThat(frozen(stranger, "price_cents")).isEqualTo(12_500);
        assertThat(frozen(waiting, "price_cents")).isEqualTo(12_500);
        assertThat(editions.number("select taken from crm.member_seats")).isZero();
    }

    @Test
    void a_policy_that_is_changed_holds_for_later_people_alone() {
        editions.policy("NOORD", RegionPolicy.TWENTE);
        UUID before = editions.enrol(edition, editions.person("GP"), AgendaDatabase.CLOCK, PriceWish.NONE);
        editions.policy("NOORD", RegionPolicy.APANTA);
        UUID after = editions.enrol(edition, editions.person("GP"), AgendaDatabase.CLOCK, PriceWish.NONE);

        Clock soon = at("2026-09-16T10:01");
        assertThat(editions.fee(before, soon.instant())).isZero();
        assertThat(editions.fee(after, soon.instant())).isEqualTo(5_000);
        assertThat(editions.cancel(after, soon)).isEqualTo(5_000);
    }

    @Test
    void an_edition_that_is_held_once_more_costs_the_same() {
        editions.policy("NOORD", RegionPolicy.TWENTE);
        editions.as(noord, prices -> {
            prices.add(edition, MEMBERS, 9_500);
            prices.add(edition, new PriceFor(Set.of(Profession.GP), null, LocalDate.parse("2026-10-01")), 8_500);
            prices.offerMembers(edition, 3);
        });
        UUID again = database.inTransaction(em -> AgendaDatabase.courses(
                        em, noord, AgendaDatabase.CLOCK, news -> editions.hear(em, noord, news))
                .repeat(
                        edition,
                        new Repetition(
                                List.of(PlannedSession.local(
                                        null,
                                        LocalDateTime.parse("2027-11-02T19:00"),
                                        LocalDateTime.parse("2027-11-02T22:00"))),
                                null,
                                null)));

        editions.as(noord, prices -> {
            EditionPrices copy = prices.of(again);
            assertThat(copy.memberSeats()).isEqualTo(3);
            assertThat(copy.memberSeatsTaken()).isZero();
            assertThat(copy.lines())
                    .extracting(line -> line.whom().until(), PriceLine::priceCents)
                    .containsExactly(tuple(null, 9_500), tuple(LocalDate.parse("2027-09-30"), 8_500));
        });
    }

    private List<Object> rush(int freeSeats, java.util.function.Function<EntityManager, SeatAllocation> allocation)
            throws InterruptedException {
        editions.as(noord, prices -> prices.offerMembers(edition, freeSeats));
        List<Callable<?>> works = new ArrayList<>();
        for (int i = 0; i < RUSH; i++) {
            long person = member();
            works.add(() -> editions.enrol(edition, person, AgendaDatabase.CLOCK, PriceWish.NONE, allocation));
        }
        return SeatsDatabase.atOnce(works);
    }

    private int free() {
        return editions.number("select count(*) from crm.enrolment where member_seat and price_cents = 0");
    }

    private long member() {
        long person = editions.person("GP");
        editions.member(person, null, "NOORD", null, null);
        return person;
    }

    private int price(long person) {
        return price(person, AgendaDatabase.CLOCK);
    }

    private int price(long person, Clock clock) {
        return database.inTransaction(em -> PricedEditions.prices(em, noord, clock)
                .quote(PricedEditions.edition(em, edition), em.find(Person.class, person), null, false)
                .priceCents());
    }

    private int frozen(UUID enrolment, String column) {
        return editions.number("select %s from crm.enrolment where uuid = '%s'", column, enrolment);
    }

    private static Clock at(String wall) {
        return Clock.fixed(
                LocalDateTime.parse(wall).atZone(SystemClock.AMSTERDAM).toInstant(), SystemClock.AMSTERDAM);
    }
}
