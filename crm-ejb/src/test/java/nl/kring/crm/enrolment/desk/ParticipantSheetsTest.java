package nl.kring.crm.enrolment.desk;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.made;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.enrolment.Enrolling;
import nl.kring.crm.enrolment.EnrolmentRefused;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.enrolment.ParticipantDetails;
import nl.kring.crm.enrolment.Payer;
import nl.kring.crm.enrolment.PayerKind;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.enrolment.price.VoucherForm;
import nl.kring.crm.enrolment.price.Vouchers;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The sheet of participants. */
class ParticipantSheetsTest {

    private static final Clock TEN_MINUTES_LATE =
            Clock.fixed(Instant.parse("2026-11-03T18:10:00Z"), SystemClock.AMSTERDAM);

    private static AgendaDatabase database;
    private static CurrentUser noord;
    private static CurrentUser zuid;

    private UUID edition;
    private UUID jansen;
    private UUID seat;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
        noord = database.staffOf("NOORD");
        zuid = database.staffOf("ZUID");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void one_participant_of_a_course_that_asks_what_is_eaten() {
        database.clearAgenda();
        edition = database.published("NOORD", aCourse().seats(1).wish());
        database.change(
                em -> em.createNativeQuery("""
                        insert into crm.course_question (id, uuid, course_id, position, kind, text, required)
                        select nextval('crm.entity_seq'), gen_random_uuid(), e.course_id, 1, 'DIET', 'Dieet?', false
                          from crm.edition e where e.uuid = :edition""").setParameter("edition", edition).executeUpdate());
        jansen = Desk.person(database, "Jansen", "jansen@example.nl");
        seat = database.inTransaction(em -> Enrolling.enrolments(em, noord, AgendaDatabase.CLOCK)
                .enrol(edition, jansen, null)
                .uuid());
    }

    @Test
    void payer_diet_and_note_are_kept_in_the_row() {
        write(new ParticipantDetails.Edit(
                seat, version(), new Payer(PayerKind.PRACTICE, null, "PO 12"), " vegetarisch ", "komt later"));

        assertThat(details()).satisfies(row -> {
            assertThat(row.payer()).isEqualTo(PayerKind.PRACTICE);
            assertThat(row.reference()).isEqualTo("PO 12");
            assertThat(row.diet()).isEqualTo("vegetarisch");
            assertThat(row.note()).isEqualTo("komt later");
        });
        write(new ParticipantDetails.Edit(seat, version(), null, null, " "));
        assertThat(details()).satisfies(row -> {
            assertThat(row.payer()).isNull();
            assertThat(row.reference()).isNull();
            assertThat(row.diet()).isNull();
            assertThat(row.note()).isNull();
        });
    }

    @Test
    void who_looked_before_somebody_else_changed_the_row_overwrites_nothing() {
        long seen = version();
        write(new ParticipantDetails.Edit(seat, seen, null, "vegan", null));

        assertThatThrownBy(() -> write(new ParticipantDetails.Edit(seat, seen, null, null, "van mij")))
                .isInstanceOf(EditConflictException.class);
        assertThat(details().diet()).isEqualTo("vegan");
        assertThat(details().note()).isNull();
    }

    @Test
    void who_cancels_after_the_list_was_read_still_has_details_for_the_row_that_is_shown() {
        database.change(
                em -> Enrolling.enrolments(em, noord, AgendaDatabase.CLOCK).cancel(seat));

        ParticipantSheet sheet = as(noord, AgendaDatabase.CLOCK, sheets -> sheets.of(edition));
        assertThat(sheet.list().confirmed()).isEmpty();
        assertThat(sheet.details()).containsKey(seat);
    }

    @Test
    void from_the_start_on_nobody_cancels() {
        assertThatThrownBy(() -> database.change(
                        em -> Enrolling.enrolments(em, noord, TEN_MINUTES_LATE).cancel(seat)))
                .isInstanceOf(EnrolmentRefused.Started.class);
    }

    @Test
    void what_cannot_be_kept_and_rows_of_another_organisation_are_refused() {
        long seen = version();
        assertThatThrownBy(() -> write(new ParticipantDetails.Edit(seat, seen, null, null, "x".repeat(501))))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> write(new ParticipantDetails.Edit(
                        seat, seen, new Payer(PayerKind.CARE_GROUP, null, null), null, null)))
                .isInstanceOf(InvalidInputException.class);
        ParticipantDetails.Edit edit = new ParticipantDetails.Edit(seat, seen, null, null, "x");
        assertThatThrownBy(() -> database.inTransaction(
                        em -> Enrolling.details(em, zuid, AgendaDatabase.CLOCK).write(edit)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(zuid, AgendaDatabase.CLOCK, sheets -> sheets.of(edition)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(zuid, AgendaDatabase.CLOCK, sheets -> sheets.badges(edition)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> as(
                        zuid,
                        TEN_MINUTES_LATE,
                        sheets -> sheets.walkIn(edition, jansen, null, PriceWish.NONE, Map.of())))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_walk_in_at_a_full_course_sits_beyond_the_last_seat_with_the_reason() {
        UUID late = Desk.person(database, "Laat", null);
        EnrolmentState state = as(
                noord,
                TEN_MINUTES_LATE,
                sheets -> sheets.walkIn(edition, late, null, PriceWish.NONE, Map.of())
                        .state());

        assertThat(state).isEqualTo(EnrolmentState.CONFIRMED);
        ParticipantSheet sheet = as(noord, TEN_MINUTES_LATE, sheets -> sheets.of(edition));
        assertThat(sheet.started()).isTrue();
        assertThat(sheet.list().confirmed()).hasSize(2);
        String reason = database.inTransaction(
                em -> (String) em.createNativeQuery("select reason from crm.enrolment_event where reason is not null")
                        .getSingleResult());
        assertThat(reason).isEqualTo("Kwam aan de deur");
    }

    @Test
    void who_is_let_in_with_a_voucher_pays_less_and_an_unknown_one_lets_nobody_in() {
        UUID late = Desk.person(database, "Laat", null);
        database.change(em -> em.createNativeQuery("update crm.edition set price_cents = 10000 where uuid = :edition")
                .setParameter("edition", edition)
                .executeUpdate());
        database.change(em -> made(Vouchers.class, em, AgendaDatabase.CLOCK, noord)
                .give(edition, new VoucherForm("DEUR", 40, null, 5, null, true)));

        assertThatThrownBy(() -> as(
                        noord,
                        TEN_MINUTES_LATE,
                        sheets -> sheets.walkIn(edition, late, null, new PriceWish("ANDERS", null), Map.of())))
                .isInstanceOf(InvalidInputException.class);
        UUID made = as(
                noord,
                TEN_MINUTES_LATE,
                sheets -> sheets.walkIn(edition, late, null, new PriceWish("deur", 6_000), Map.of())
                        .uuid());

        assertThat(database.<Integer>inTransaction(
                        em -> (Integer) em.createNativeQuery("select price_cents from crm.enrolment where uuid = :uuid")
                                .setParameter("uuid", made)
                                .getSingleResult()))
                .isEqualTo(6_000);
    }

    @Test
    void five_hundred_rows_take_as_many_questions_as_one() {
        long ofOne = asked();
        database.change(em -> {
            em.createNativeQuery("""
                            insert into crm.person (id, uuid, profession, display_name, sort_name, created_at)
                            select nextval('crm.entity_seq'), gen_random_uuid(), 'GP', 'Velen ' || n, 'velen ' || n, :now
                              from generate_series(1, 500) n""").setParameter("now", AgendaDatabase.NOW).executeUpdate();
            em.createNativeQuery("""
                            insert into crm.enrolment (id, uuid, edition_id, person_id, state, price_cents, enrolled_at, confirmed_at)
                            select nextval('crm.entity_seq'), gen_random_uuid(), e.id, p.id, 'CONFIRMED', 0, :now, :now
                              from crm.edition e, crm.person p where e.uuid = :edition and p.display_name like 'Velen %'""")
                    .setParameter("now", AgendaDatabase.NOW)
                    .setParameter("edition", edition)
                    .executeUpdate();
        });
        ParticipantSheet sheet = as(noord, AgendaDatabase.CLOCK, sheets -> sheets.of(edition));
        assertThat(sheet.list().confirmed()).hasSize(501);
        assertThat(asked()).isEqualTo(ofOne);
    }

    /** How often the database is asked for the sheet. */
    private long asked() {
        return database.inTransaction(em -> {
            Statistics statistics = em.unwrap(Session.class).getSessionFactory().getStatistics();
            statistics.setStatisticsEnabled(true);
            statistics.clear();
            sheets(em, noord, AgendaDatabase.CLOCK).of(edition);
            return statistics.getPrepareStatementCount();
        });
    }

    @Test
    void badges_name_who_has_a_seat_the_practice_and_the_course() throws Exception {
        byte[] pdf = as(noord, AgendaDatabase.CLOCK, sheets -> sheets.badges(edition));
        try (PdfReader reader = new PdfReader(pdf)) {
            assertThat(reader.getNumberOfPages()).isEqualTo(1);
            assertThat(new PdfTextExtractor(reader).getTextFromPage(1))
                    .contains("Jansen", "Reanimatie en AED", "3 november 2026");
        }
    }

    // --- how it is asked

    private SheetDetails details() {
        ParticipantSheet sheet = as(noord, AgendaDatabase.CLOCK, sheets -> sheets.of(edition));
        assertThat(sheet.asksDiet()).isTrue();
        return sheet.details().get(seat);
    }

    private long version() {
        return details().version();
    }

    private static void write(ParticipantDetails.Edit edit) {
        database.change(em -> Enrolling.details(em, noord, AgendaDatabase.CLOCK).write(edit));
    }

    private static <T> T as(CurrentUser caller, Clock clock, Function<ParticipantSheets, T> work) {
        return database.inTransaction(em -> work.apply(sheets(em, caller, clock)));
    }

    private static ParticipantSheets sheets(EntityManager em, CurrentUser caller, Clock clock) {
        return wired(
                new ParticipantSheets(),
                em,
                clock,
                Enrolling.enrolments(em, caller, clock),
                wired(new AuditTrail(), em, clock, caller));
    }
}
