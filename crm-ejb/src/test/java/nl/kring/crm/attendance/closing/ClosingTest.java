package nl.kring.crm.attendance.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.EditionStateException;
import nl.kring.crm.attendance.AttendanceMark;
import nl.kring.crm.attendance.Attendances;
import nl.kring.crm.attendance.Certificates;
import nl.kring.crm.attendance.closing.StepState.State;
import nl.kring.crm.attendance.presence.Evening;
import nl.kring.crm.enrolment.price.InvoiceLines;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** After the evening: who is still to be done with what, and closing. */
class ClosingTest {

    private static final Instant HALF_PAST_TEN = Instant.parse("2026-11-03T21:30:00Z");
    private static final String REASON = "Nummer volgt nog";

    private static Evening evening;

    private UUID edition;
    private UUID session;
    private UUID anna;
    private UUID bram;
    private UUID cor;

    @BeforeAll
    static void start() throws Exception {
        evening = new Evening().hears(ClosingTest::answer);
    }

    /** As the container brings the question to those who own the steps. */
    private static void answer(Function<Class<?>, Object> parts, Object news) {
        if (news instanceof ClosingAsked asked) {
            OwnSteps own = (OwnSteps) parts.apply(OwnSteps.class);
            own.presence(asked);
            own.certificates(asked);
            own.invoices(asked);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        evening.close();
    }

    @BeforeEach
    void three_who_were_expected() {
        edition = evening.edition("Palliatieve zorg");
        session = evening.sessionOf(edition);
        anna = evening.seat(edition, evening.person("Anna Aalders", "anna@example.nl", "GP"), 5_000);
        bram = evening.seat(edition, evening.person("Bram de Boer", "bram@example.nl", "GP"), 0);
        cor = evening.seat(edition, evening.person("Cor Coster", "cor@example.nl", "GP"), 5_000);
        evening.run("""
                insert into crm.accreditation (id, uuid, course_id, scheme_code, points)
                select nextval('crm.entity_seq'), gen_random_uuid(), e.course_id, 'RGS-HA', 3
                  from crm.edition e where e.uuid = cast(:a as uuid)""", edition.toString());
        evening.at(HALF_PAST_TEN);
    }

    @Test
    void what_is_open_is_what_somebody_has_to_do_now() {
        mark(cor, false);
        ClosingSheet sheet = sheet();

        assertThat(sheet.steps()).containsExactly(ClosingStep.PRESENCE, ClosingStep.CERTIFICATE, ClosingStep.INVOICE);
        assertThat(sheet.rows())
                .extracting(ClosingSheet.Row::name)
                .containsExactly("Anna Aalders", "Bram de Boer", "Cor Coster");
        assertThat(states(sheet, ClosingStep.PRESENCE)).containsExactly(State.OPEN, State.OPEN, State.DONE);
        assertThat(states(sheet, ClosingStep.CERTIFICATE))
                .as("before presence is known there is nothing to do for it")
                .containsExactly(State.TOO_EARLY, State.TOO_EARLY, State.NOT_APPLICABLE);
        assertThat(states(sheet, ClosingStep.INVOICE)).containsExactly(State.OPEN, State.NOT_APPLICABLE, State.OPEN);
        assertThat(sheet.open()).isEqualTo(4);
        assertThat(sheet.rows().get(0).of(ClosingStep.PRESENCE).target()).contains(edition.toString());
    }

    @Test
    void during_the_session_nothing_is_closed() {
        evening.atMinute(30);
        assertThat(sheet().over()).isFalse();
        assertThatThrownBy(() -> close(REASON)).isInstanceOf(InvalidInputException.class);
        evening.atMinute(-30);
        assertThat(states(sheet(), ClosingStep.PRESENCE)).containsOnly(State.TOO_EARLY);
    }

    @Test
    void with_something_open_it_is_not_closed_but_for_a_reason_that_is_kept() {
        assertThatThrownBy(() -> close(" "))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly("5"));
        assertThat(state()).isEqualTo("OPEN");
        close(REASON);
        ClosingSheet.Closing closing = sheet().closings().get(0);
        assertThat(closing.leftUndone()).isEqualTo(5);
        assertThat(closing.because()).isEqualTo(REASON);
    }

    @Test
    void all_done_closes_it_and_settles_what_came_of_seats_and_the_points() {
        finish();
        assertThat(sheet().open()).isZero();
        assertThat(points()).isEqualTo("RGS-HA 6.0 in 2 lines");
        close(null);

        assertThat(sheet().state()).isEqualTo(EditionState.ARCHIVED);
        assertThat(sheet().isClosed()).isTrue();
        assertThat(outcomes()).containsExactly("ATTENDED", "ATTENDED", "NO_SHOW");
        assertThat(points()).as("settling again adds nothing").isEqualTo("RGS-HA 6.0 in 2 lines");
        assertThatThrownBy(() -> close(null)).isInstanceOf(EditionStateException.class);
        assertThat(evening.number(
                        "select count(*) from crm.audit_entry where action = 'edition.closed' and subject_uuid = cast(:a as uuid)",
                        edition.toString()))
                .isEqualTo(1);
    }

    @Test
    void points_that_the_closing_finds_missing_are_added_by_it() {
        finish();
        evening.run(
                "update crm.accreditation set points = 4 where course_id = (select course_id from crm.edition where uuid = cast(:a as uuid))",
                edition.toString());
        close(null);
        assertThat(points()).isEqualTo("RGS-HA 8.0 in 4 lines");
    }

    @Test
    void it_is_opened_again_for_a_reason_and_what_changes_then_is_a_new_line() {
        finish();
        close(null);
        assertThatThrownBy(() -> reopen(null)).isInstanceOf(InvalidInputException.class);
        reopen("Cor was er toch");
        assertThat(state()).isEqualTo("HELD");
        mark(cor, true);
        mark(bram, false);

        assertThat(points()).as("one line taken back, one added; none changed").isEqualTo("RGS-HA 6.0 in 4 lines");
        assertThat(outcomes()).containsExactly("ATTENDED", "NO_SHOW", "ATTENDED");
        close(REASON);
        assertThat(sheet().closings())
                .extracting(ClosingSheet.Closing::reason)
                .containsExactly(null, "Cor was er toch");
    }

    @Test
    void what_another_organisation_has_to_do_does_not_exist_for_this_one() {
        assertThatThrownBy(() -> evening.with(Closings.class, evening.zuid, closings -> closings.sheet(edition)))
                .isInstanceOf(NotFoundException.class);
        assertThat(evening.with(Closings.class, evening.zuid, Closings::due)).isEmpty();
        assertThat(evening.with(Closings.class, evening.noord, Closings::due))
                .extracting(ClosingDue::edition)
                .contains(edition);
    }

    @Test
    void many_participants_take_as_many_queries_as_few() {
        long few = queries();
        for (int i = 0; i < 30; i++) {
            evening.guest(edition, "Gast " + i);
        }
        assertThat(queries()).isEqualTo(few);
    }

    @Test
    void of_two_answers_the_one_that_is_open_counts_and_strangers_are_left_out() {
        UUID stranger = UUID.randomUUID();
        ClosingAsked asked = new ClosingAsked(1L, edition, Map.of(anna, 1L), HALF_PAST_TEN);
        asked.answer(
                ClosingStep.DELIVERY, Map.of(anna, StepState.open("blocked", "/x.xhtml"), stranger, StepState.DONE));
        asked.answer(ClosingStep.DELIVERY, Map.of(anna, StepState.DONE));

        assertThat(asked.of(ClosingStep.DELIVERY, anna).isOpen()).isTrue();
        assertThat(asked.of(ClosingStep.DELIVERY, stranger).state()).isEqualTo(State.NOT_APPLICABLE);
        assertThat(asked.steps()).containsExactly(ClosingStep.DELIVERY);
        assertThatThrownBy(() -> StepState.open(null, null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> StepState.open("x", "https://elders.example"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private long queries() {
        return evening.database.inTransaction(em -> {
            Statistics statistics = em.unwrap(Session.class).getSessionFactory().getStatistics();
            statistics.setStatisticsEnabled(true);
            Closings closings = evening.boundary(em, Closings.class, evening.noord);
            statistics.clear();
            closings.sheet(edition);
            long count = statistics.getPrepareStatementCount();
            statistics.setStatisticsEnabled(false);
            return count;
        });
    }

    /** Cor stayed away, the others came; certificates and invoices are made. */
    private void finish() {
        mark(cor, false);
        evening.with(Attendances.class, evening.noord, attendances -> attendances.presentRest(edition));
        evening.with(Certificates.class, evening.noord, certificates -> certificates.issue(edition));
        evening.with(
                InvoiceLines.class,
                evening.noord,
                lines -> lines.invoice(List.of(anna, cor), LocalDate.parse("2026-11-03")));
    }

    private void mark(UUID enrolment, boolean present) {
        evening.with(
                Attendances.class,
                evening.noord,
                attendances -> attendances.record(edition, List.of(new AttendanceMark(enrolment, session, present))));
    }

    private ClosingSheet sheet() {
        return evening.with(Closings.class, evening.noord, closings -> closings.sheet(edition));
    }

    private void close(String because) {
        evening.with(Closings.class, evening.noord, closings -> {
            closings.close(edition, because);
            return null;
        });
    }

    private void reopen(String reason) {
        evening.with(Closings.class, evening.noord, closings -> {
            closings.reopen(edition, reason);
            return null;
        });
    }

    private static List<State> states(ClosingSheet sheet, ClosingStep step) {
        return sheet.rows().stream().map(row -> row.of(step).state()).toList();
    }

    private String state() {
        return evening.text("select state from crm.edition where uuid = cast(:a as uuid)", edition.toString());
    }

    private List<Object> outcomes() {
        return evening.column(
                "select n.state from crm.enrolment n join crm.edition e on e.id = n.edition_id where e.uuid = cast(:a as uuid) order by n.id",
                edition.toString());
    }

    private String points() {
        return evening.text("""
                select concat(min(k.scheme_code), ' ', sum(k.points), ' in ', count(*), ' lines')
                  from crm.credit_entry k join crm.enrolment n on n.id = k.enrolment_id join crm.edition e on e.id = n.edition_id
                 where e.uuid = cast(:a as uuid)""", edition.toString());
    }
}
