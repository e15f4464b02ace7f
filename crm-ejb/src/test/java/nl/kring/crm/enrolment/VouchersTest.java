package nl.kring.crm.enrolment;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Function;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.enrolment.price.RegionPolicy;
import nl.kring.crm.enrolment.price.VoucherForm;
import nl.kring.crm.enrolment.price.VoucherLine;
import nl.kring.crm.enrolment.price.Vouchers;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Codes that make a course cheaper, so many times. */
class VouchersTest {

    private static final int RUSH = 64;

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
    void a_voucher_takes_off_a_share_an_amount_or_everything_and_never_more_than_the_price() {
        give("KORTING-20", 20, null, 5);
        give("EURO50", null, 5_000, 5);
        give("VEEL", null, 50_000, 5);
        give("GRATIS", 100, null, 5);

        assertThat(price("korting-20")).isEqualTo(10_000);
        assertThat(price(" euro50 ")).isEqualTo(7_500);
        assertThat(price("VEEL")).isZero();
        assertThat(price("GRATIS")).isZero();
        assertThatThrownBy(() -> price("NIETS")).hasMessageContaining("voucher-unknown");
    }

    @Test
    void of_ten_uses_a_rush_takes_ten_and_the_rest_hears_that_it_is_used_up() throws InterruptedException {
        give("TIEN", 50, null, 10);

        List<Object> outcomes = rush(em -> new SeatAllocation(em, AgendaDatabase.CLOCK));

        assertThat(outcomes.stream().filter(UUID.class::isInstance)).hasSize(10);
        assertThat(outcomes.stream().filter(Throwable.class::isInstance))
                .hasSize(RUSH - 10)
                .allSatisfy(refused -> assertThat((Throwable) refused).hasMessageContaining("voucher-used-up"));
        assertThat(used("TIEN")).isEqualTo(10);
        assertThat(editions.number(
                        "select taken from crm.seat_count s join crm.edition e on e.id = s.edition_id where e.uuid = '%s'",
                        edition))
                .as("who is refused takes no seat")
                .isEqualTo(10);
    }

    @Test
    void clicking_again_with_the_last_use_of_a_voucher_answers_the_same_enrolment() {
        give("LAATSTE", 50, null, 1);
        long person = editions.person("GP");
        UUID first = editions.enrolWithKey(edition, person, "LAATSTE", "klik");

        assertThat(editions.enrolWithKey(edition, person, "LAATSTE", "klik")).isEqualTo(first);
        assertThat(used("LAATSTE")).isEqualTo(1);
    }

    /** The negative control: without the locks the same rush uses it more often. */
    @Test
    void without_the_locks_it_is_used_more_often() throws InterruptedException {
        give("TIEN", 50, null, 10);
        CyclicBarrier allHaveRead = new CyclicBarrier(RUSH);

        rush(em -> new WithoutLock(em, AgendaDatabase.CLOCK, allHaveRead));

        assertThat(editions.number("select count(*) from crm.enrolment where voucher_cents > 0"))
                .isGreaterThan(10);
    }

    @Test
    void a_voucher_for_all_courses_is_not_used_more_often_by_a_rush_on_two_of_them() throws InterruptedException {
        UUID second = database.published("NOORD", aCourse().seats(100).wish());
        give("SAMEN", 50, null, 10);
        List<Callable<?>> works = new ArrayList<>();
        for (int i = 0; i < RUSH; i++) {
            UUID which = i % 2 == 0 ? edition : second;
            long person = editions.person("GP");
            works.add(() -> editions.enrol(which, person, AgendaDatabase.CLOCK, new PriceWish("SAMEN", null)));
        }

        List<Object> outcomes = SeatsDatabase.atOnce(works);

        assertThat(outcomes.stream().filter(UUID.class::isInstance)).hasSize(10);
        assertThat(used("SAMEN")).isEqualTo(10);
    }

    @Test
    void a_use_comes_back_when_cancelling_was_free_and_not_when_it_cost_something() {
        give("EENMAAL", 50, null, 1);
        editions.policy("NOORD", RegionPolicy.TWENTE);
        UUID free = enrol("EENMAAL");
        assertThatThrownBy(() -> enrol("EENMAAL")).hasMessageContaining("voucher-used-up");
        editions.cancel(free, AgendaDatabase.CLOCK);
        assertThat(used("EENMAAL")).isZero();

        UUID late = enrol("EENMAAL");
        int fee = editions.cancel(late, Clock.offset(AgendaDatabase.CLOCK, Duration.ofDays(55)));
        assertThat(fee).isEqualTo(6_250);
        assertThat(used("EENMAAL")).isEqualTo(1);
        editions.sql("update crm.cancellation_policy set usual = false");
    }

    @Test
    void a_voucher_is_good_where_its_organisation_says_so_until_its_last_day() {
        UUID other = database.published("NOORD", aCourse().wish());
        as(
                noord,
                vouchers -> vouchers.give(
                        edition, new VoucherForm("ALLEEN-HIER", 50, null, 5, LocalDate.parse("2026-09-10"), false)));
        UUID south = database.published("ZUID", aCourse().wish());

        assertThat(price("ALLEEN-HIER")).isEqualTo(6_250);
        assertThatThrownBy(() -> price(other, "ALLEEN-HIER", AgendaDatabase.CLOCK))
                .hasMessageContaining("voucher-unknown");
        assertThatThrownBy(() -> price(south, "ALLEEN-HIER", AgendaDatabase.CLOCK))
                .hasMessageContaining("voucher-unknown");
        assertThat(price(edition, "ALLEEN-HIER", Clock.offset(AgendaDatabase.CLOCK, Duration.ofDays(9))))
                .isEqualTo(6_250);
        assertThatThrownBy(() -> price(edition, "ALLEEN-HIER", Clock.offset(AgendaDatabase.CLOCK, Duration.ofDays(10))))
                .hasMessageContaining("voucher-expired");
    }

    @Test
    void vouchers_are_for_the_staff_of_the_organisers_alone_and_an_ended_one_is_of_no_use() {
        give("STOP", 50, null, 5);
        UUID voucher = of(noord).get(0).uuid();
        assertThatThrownBy(() -> of(zuid)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        as(zuid, vouchers -> vouchers.give(edition, new VoucherForm("ZUID", 50, null, 1, null, true))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(zuid, vouchers -> end(vouchers, voucher))).isInstanceOf(NotFoundException.class);
        as(noord, vouchers -> end(vouchers, voucher));
        assertThatThrownBy(() -> price("STOP")).hasMessageContaining("voucher-unknown");
        assertThatThrownBy(() -> give("STOP", 50, null, 5)).hasMessageContaining("voucher-code-taken");
    }

    @Test
    void what_cannot_be_a_voucher_is_refused() {
        assertThatThrownBy(() -> give("abc", 50, null, 5)).hasMessageContaining("voucher-code");
        assertThatThrownBy(() -> give("code met !", 50, null, 5)).hasMessageContaining("voucher-code");
        assertThatThrownBy(() -> give("GOED", null, null, 5)).hasMessageContaining("voucher-worth");
        assertThatThrownBy(() -> give("GOED", 50, 100, 5)).hasMessageContaining("voucher-worth");
        assertThatThrownBy(() -> give("GOED", 101, null, 5)).hasMessageContaining("voucher-worth");
        assertThatThrownBy(() -> give("GOED", 50, null, 0)).hasMessageContaining("voucher-uses");
    }

    private List<Object> rush(Function<EntityManager, SeatAllocation> allocation) throws InterruptedException {
        List<Callable<?>> works = new ArrayList<>();
        for (long person : editions.persons(RUSH)) {
            works.add(() ->
                    editions.enrol(edition, person, AgendaDatabase.CLOCK, new PriceWish("TIEN", null), allocation));
        }
        return SeatsDatabase.atOnce(works);
    }

    private UUID enrol(String code) {
        return editions.enrol(edition, editions.person("GP"), AgendaDatabase.CLOCK, new PriceWish(code, null));
    }

    private int price(String code) {
        return price(edition, code, AgendaDatabase.CLOCK);
    }

    private static int price(UUID which, String code, Clock clock) {
        return database.inTransaction(em -> PricedEditions.prices(em, noord, clock)
                .quote(PricedEditions.edition(em, which), null, code, false)
                .priceCents());
    }

    private int used(String code) {
        return of(noord).stream()
                .filter(line -> line.code().equals(code))
                .findFirst()
                .orElseThrow()
                .used();
    }

    private void give(String code, Integer percent, Integer amount, int uses) {
        as(noord, vouchers -> vouchers.give(edition, new VoucherForm(code, percent, amount, uses, null, true)));
    }

    private static UUID end(Vouchers vouchers, UUID voucher) {
        vouchers.end(voucher);
        return voucher;
    }

    private List<VoucherLine> of(CurrentUser caller) {
        return as(caller, vouchers -> vouchers.of(edition));
    }

    private static <T> T as(CurrentUser caller, Function<Vouchers, T> work) {
        return database.inTransaction(em -> work.apply(wired(
                new Vouchers(),
                em,
                AgendaDatabase.CLOCK,
                caller,
                wired(new AuditTrail(), em, AgendaDatabase.CLOCK, caller),
                PricedEditions.ownEditions(em, caller))));
    }
}
