package nl.kring.crm.enrolment;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.enrolment.price.CancellationTerms;
import nl.kring.crm.enrolment.price.Correction;
import nl.kring.crm.enrolment.price.Corrections;
import nl.kring.crm.enrolment.price.InvoiceFilter;
import nl.kring.crm.enrolment.price.InvoiceKind;
import nl.kring.crm.enrolment.price.InvoiceLine;
import nl.kring.crm.enrolment.price.InvoiceLines;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.enrolment.price.RegionPolicy;
import nl.kring.crm.enrolment.price.Tier;
import nl.kring.crm.enrolment.price.VatSettings;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Person;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is to be invoiced, and what was. */
class InvoiceLinesTest {

    private static final InvoiceFilter ALL = new InvoiceFilter(null, null, null, null, null);
    private static final LocalDate TODAY = LocalDate.parse("2026-09-01");

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
    void a_course_of_noord_for_125_euros_with_half_the_price_for_cancelling_late() {
        database.clearAgenda();
        editions.policy("NOORD", RegionPolicy.APANTA);
        edition = database.published("NOORD", aCourse().seats(2).wish());
    }

    @Test
    void who_has_a_seat_owes_the_price_and_who_waits_or_cancelled_in_time_nothing() {
        enrolled();
        UUID second = enrolled();
        enrolled();
        editions.sql("update crm.enrolment set policy_version_id = null where uuid = '%s'", second);
        editions.cancel(second, AgendaDatabase.CLOCK);

        assertThat(lines(noord, ALL))
                .as("the first; who waited is offered the seat, and has not taken it yet")
                .extracting(InvoiceLine::kind, InvoiceLine::amountCents, InvoiceLine::invoicedOn)
                .containsExactly(tuple(InvoiceKind.PRICE, 12_500, null));
        assertThat(lines(zuid, ALL)).as("another organisation").isEmpty();
    }

    @Test
    void who_stays_away_from_a_free_course_owes_what_the_policy_says() {
        editions.policy("NOORD", new CancellationTerms(0, List.of(new Tier(0, 100, 0, 0)), 5_000, 0, 0, false, true));
        UUID free = database.published("NOORD", aCourse().costing(0).wish());
        UUID stayedAway = editions.enrol(free, editions.person("GP"), AgendaDatabase.CLOCK, PriceWish.NONE);
        UUID paid = enrolled();
        assertThat(open()).hasSize(1);

        editions.sql("update crm.enrolment set state = 'NO_SHOW'");

        assertThat(open())
                .extracting(InvoiceLine::enrolment, InvoiceLine::kind, InvoiceLine::amountCents)
                .containsExactlyInAnyOrder(
                        tuple(stayedAway, InvoiceKind.NO_SHOW_FEE, 5_000), tuple(paid, InvoiceKind.PRICE, 12_500));
    }

    @Test
    void a_fee_for_cancelling_is_a_line_of_its_own_kind() {
        UUID enrolment = enrolled();
        editions.cancel(enrolment, AgendaDatabase.CLOCK);

        assertThat(lines(noord, ALL))
                .extracting(InvoiceLine::kind, InvoiceLine::amountCents)
                .containsExactly(tuple(InvoiceKind.CANCELLATION_FEE, 5_000));
    }

    @Test
    void what_changes_after_it_was_invoiced_is_credited_and_charged_anew_and_the_lines_add_up_to_what_is_owed() {
        UUID enrolment = enrolled();
        invoice(noord, enrolment);
        assertThat(open()).isEmpty();

        editions.cancel(enrolment, AgendaDatabase.CLOCK);

        assertThat(open())
                .extracting(InvoiceLine::kind, InvoiceLine::amountCents)
                .containsExactly(tuple(InvoiceKind.CREDIT, -12_500), tuple(InvoiceKind.CANCELLATION_FEE, 5_000));
        invoice(noord, enrolment);
        assertThat(open()).isEmpty();
        assertThat(lines(noord, ALL))
                .extracting(InvoiceLine::amountCents, InvoiceLine::invoicedOn)
                .containsExactly(tuple(12_500, TODAY), tuple(-12_500, TODAY), tuple(5_000, TODAY));
        assertThat(sum()).isEqualTo(5_000);
    }

    @Test
    void what_was_taken_back_is_to_be_invoiced_again_the_last_first() {
        UUID enrolment = enrolled();
        UUID first = invoice(noord, enrolment);
        editions.cancel(enrolment, AgendaDatabase.CLOCK);
        UUID second = invoice(noord, enrolment);

        assertThatThrownBy(() -> undo(noord, first)).hasMessageContaining("invoicing-later");
        assertThatThrownBy(() -> undo(zuid, second)).isInstanceOf(NotFoundException.class);
        undo(noord, second);
        assertThat(open()).hasSize(2);
        undo(noord, first);
        assertThat(open())
                .extracting(InvoiceLine::kind, InvoiceLine::amountCents)
                .containsExactly(tuple(InvoiceKind.CANCELLATION_FEE, 5_000));
        assertThat(sum()).isEqualTo(5_000);
        assertThatThrownBy(() -> undo(noord, first)).isInstanceOf(NotFoundException.class);
        invoice(noord, enrolment);
        assertThat(open()).isEmpty();
    }

    @Test
    void when_somebody_else_pays_after_it_was_invoiced_the_one_is_credited_and_the_other_charged() {
        UUID enrolment = enrolled();
        invoice(noord, enrolment);
        long practice = editions.practice();
        editions.sql(
                "update crm.enrolment set payer_kind = 'PRACTICE', payer_organisation_id = %d, payer_reference = 'K-7' where uuid = '%s'",
                practice, enrolment);

        assertThat(open())
                .extracting(InvoiceLine::kind, InvoiceLine::amountCents, InvoiceLine::payerKind, InvoiceLine::reference)
                .containsExactly(
                        tuple(InvoiceKind.CREDIT, -12_500, "SELF", null),
                        tuple(InvoiceKind.PRICE, 12_500, "PRACTICE", "K-7"));
        assertThat(open().get(1).payer()).isEqualTo("Praktijk " + practice);
    }

    @Test
    void a_care_group_pays_for_who_calls_and_stands_on_the_line_with_its_reference() {
        UUID caller = database.inTransaction(
                em -> em.find(Person.class, editions.person("GP")).getUuid());
        UUID group = database.inTransaction(
                em -> em.createQuery("select o.uuid from Organisation o where o.code = 'ZUID'", UUID.class)
                        .getSingleResult());
        String name = database.inTransaction(
                em -> em.createQuery("select o.name from Organisation o where o.code = 'ZUID'", String.class)
                        .getSingleResult());

        database.inTransaction(em -> Enrolling.enrolments(em, noord, AgendaDatabase.CLOCK)
                .enrol(
                        edition,
                        new EnrolmentWish(
                                        caller,
                                        null,
                                        new Payer(PayerKind.CARE_GROUP, group, "ZG-12"),
                                        Map.of(),
                                        Map.of(),
                                        null,
                                        null)
                                .with(new PriceWish(null, 12_500))));

        assertThat(open()).singleElement().satisfies(line -> {
            assertThat(line.payerKind()).isEqualTo("CARE_GROUP");
            assertThat(line.payer()).isEqualTo(name);
            assertThat(line.reference()).isEqualTo("ZG-12");
            assertThat(line.amountCents()).isEqualTo(12_500);
        });
    }

    @Test
    void a_fee_that_is_waived_after_it_was_invoiced_is_credited_and_it_is_written_down_why() {
        UUID enrolment = enrolled();
        editions.cancel(enrolment, AgendaDatabase.CLOCK);
        invoice(noord, enrolment);

        correct(noord, enrolment, 5_000, 0, "Ziek geworden");

        assertThat(open())
                .extracting(InvoiceLine::kind, InvoiceLine::amountCents)
                .containsExactly(tuple(InvoiceKind.CREDIT, -5_000));
        assertThat(sum()).isZero();
        List<Correction> written = database.inTransaction(
                em -> corrections(em, noord).of(enrolment).corrections());
        assertThat(written)
                .extracting(Correction::wasCents, Correction::cents, Correction::reason)
                .containsExactly(tuple(5_000, 0, "Ziek geworden"));
    }

    @Test
    void a_price_is_corrected_by_the_staff_of_the_organisers_alone_with_a_reason_and_not_over_each_other() {
        UUID enrolment = enrolled();
        assertThatThrownBy(() -> correct(zuid, enrolment, 12_500, 0, "Zomaar")).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> correct(noord, enrolment, 12_500, 0, " ")).hasMessageContaining("correction-reason");
        assertThatThrownBy(() -> correct(noord, enrolment, 12_500, -1, "Min")).hasMessageContaining("price-amount");
        correct(noord, enrolment, 12_500, 9_500, "Was toch lid");
        assertThatThrownBy(() -> correct(noord, enrolment, 12_500, 8_000, "Ook ik"))
                .isInstanceOf(EditConflictException.class);

        assertThat(open()).extracting(InvoiceLine::amountCents).containsExactly(9_500);
    }

    @Test
    void another_organisation_invoices_nothing_of_it() {
        UUID enrolment = enrolled();
        assertThatThrownBy(() -> invoice(zuid, enrolment)).hasMessageContaining("invoicing-nothing");
        assertThat(open()).hasSize(1);
    }

    @Test
    void invoicing_32_times_at_the_same_moment_invoices_once() throws InterruptedException {
        UUID enrolment = enrolled();

        List<Object> outcomes =
                SeatsDatabase.atOnce(Collections.<Callable<?>>nCopies(32, () -> invoice(noord, enrolment)));

        assertThat(outcomes.stream().filter(UUID.class::isInstance)).hasSize(1);
        assertThat(outcomes.stream().filter(Throwable.class::isInstance))
                .allSatisfy(refused -> assertThat((Throwable) refused).hasMessageContaining("invoicing-nothing"));
        assertThat(editions.number("select count(*) from crm.invoice_line")).isEqualTo(1);
    }

    @Test
    void vat_is_in_the_amount_unless_the_organiser_teaches_free_of_it_on_the_day_of_the_course() {
        UUID before = enrolled();
        database.change(em -> wired(
                        new VatSettings(),
                        em,
                        AgendaDatabase.CLOCK,
                        noord,
                        wired(new AuditTrail(), em, AgendaDatabase.CLOCK, noord))
                .say(LocalDate.parse("2026-11-03"), true));
        UUID after = enrolled();

        assertThat(lines(noord, ALL))
                .extracting(InvoiceLine::enrolment, InvoiceLine::vatExempt, InvoiceLine::vatCents)
                .containsExactlyInAnyOrder(tuple(before, false, 2_169), tuple(after, true, 0));
        editions.sql("delete from crm.vat_setting");
    }

    @Test
    void lines_are_found_by_edition_by_day_of_the_course_and_by_what_was_invoiced() {
        UUID other = database.published(
                "NOORD", aCourse().from("2026-12-01T23:30", "2026-12-02T00:30").wish());
        UUID first = enrolled();
        UUID later = editions.enrol(other, editions.person("GP"), AgendaDatabase.CLOCK, PriceWish.NONE);
        invoice(noord, first);

        assertThat(lines(noord, new InvoiceFilter(other, null, null, null, null)))
                .extracting(InvoiceLine::enrolment)
                .containsExactly(later);
        assertThat(lines(
                        noord,
                        new InvoiceFilter(
                                null, LocalDate.parse("2026-12-01"), LocalDate.parse("2026-12-01"), null, null)))
                .extracting(InvoiceLine::enrolment)
                .containsExactly(later);
        assertThat(lines(noord, new InvoiceFilter(null, null, LocalDate.parse("2026-11-30"), false, null)))
                .extracting(InvoiceLine::enrolment)
                .containsExactly(first);
        assertThat(lines(noord, new InvoiceFilter(null, null, null, null, "100%")))
                .isEmpty();
        assertThat(lines(noord, new InvoiceFilter(null, null, null, null, "PERSOON")))
                .hasSize(2);
    }

    @Test
    void what_is_open_of_one_person_is_told_by_enrolment() {
        long person = editions.person("GP");
        UUID byBudget = editions.enrol(edition, person, AgendaDatabase.CLOCK, PriceWish.NONE);
        editions.sql(
                "update crm.enrolment set payer_kind = 'BUDGET', payer_reference = 'Scholing' where uuid = '%s'",
                byBudget);
        UUID other = database.published("NOORD", aCourse().titled("Astma").wish());
        UUID cancelled = editions.enrol(other, person, AgendaDatabase.CLOCK, PriceWish.NONE);
        editions.cancel(cancelled, AgendaDatabase.CLOCK);
        enrolled();
        UUID who = database.inTransaction(
                em -> (UUID) em.createNativeQuery("select uuid from crm.person where id = " + person, UUID.class)
                        .getSingleResult());

        assertThat(openOf(noord, who))
                .as("also the fee of what was cancelled, and nobody else's")
                .containsExactlyInAnyOrderEntriesOf(Map.of(byBudget, 12_500, cancelled, 5_000));
        assertThat(openOf(zuid, who)).isEmpty();
        assertThat(open())
                .filteredOn(line -> line.enrolment().equals(byBudget))
                .extracting(InvoiceLine::payerKind, InvoiceLine::reference)
                .containsExactly(tuple("BUDGET", "Scholing"));
        invoice(noord, byBudget);
        assertThat(openOf(noord, who)).containsOnlyKeys(cancelled);
    }

    @Test
    void what_was_invoiced_cannot_be_changed_by_the_application() {
        invoice(noord, enrolled());
        assertThatThrownBy(() -> editions.sql("update crm.invoice_line set amount_cents = 1"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> editions.sql("delete from crm.invoice_line"))
                .hasMessageContaining("permission denied");
    }

    private static Corrections corrections(EntityManager em, CurrentUser caller) {
        Clock clock = AgendaDatabase.CLOCK;
        return wired(new Corrections(), em, clock, caller, wired(new AuditTrail(), em, clock, caller));
    }

    private static void correct(CurrentUser caller, UUID enrolment, int seen, int cents, String reason) {
        database.change(em -> corrections(em, caller).correct(enrolment, seen, cents, reason));
    }

    private UUID enrolled() {
        return editions.enrol(edition, editions.person("GP"), AgendaDatabase.CLOCK, PriceWish.NONE);
    }

    private int sum() {
        return lines(noord, ALL).stream().mapToInt(InvoiceLine::amountCents).sum();
    }

    private List<InvoiceLine> open() {
        return lines(noord, new InvoiceFilter(null, null, null, true, null));
    }

    private static List<InvoiceLine> lines(CurrentUser caller, InvoiceFilter filter) {
        return as(caller, invoices -> invoices.list(filter));
    }

    private static Map<UUID, Integer> openOf(CurrentUser caller, UUID person) {
        return as(caller, invoices -> invoices.openOf(person));
    }

    private static UUID invoice(CurrentUser caller, UUID enrolment) {
        return as(caller, invoices -> invoices.invoice(List.of(enrolment), TODAY));
    }

    private static void undo(CurrentUser caller, UUID invoicing) {
        as(caller, invoices -> {
            invoices.undo(invoicing);
            return null;
        });
    }

    private static <T> T as(CurrentUser caller, Function<InvoiceLines, T> work) {
        Clock clock = Clock.offset(AgendaDatabase.CLOCK, Duration.ofHours(1));
        return database.inTransaction(em ->
                work.apply(wired(new InvoiceLines(), em, clock, caller, wired(new AuditTrail(), em, clock, caller))));
    }
}
