package nl.kring.crm.attendance.past;

import static nl.kring.crm.attendance.credit.Ledger.professional;
import static nl.kring.crm.attendance.past.PastKind.MEMBERSHIP;
import static nl.kring.crm.attendance.past.PastKind.PARTICIPATION;
import static nl.kring.crm.attendance.past.PastOutcome.DOUBT;
import static nl.kring.crm.attendance.past.PastOutcome.GIVEN_BACK;
import static nl.kring.crm.attendance.past.PastOutcome.KNOWN;
import static nl.kring.crm.attendance.past.PastOutcome.LEFT_OUT;
import static nl.kring.crm.attendance.past.PastOutcome.NEW;
import static nl.kring.crm.attendance.past.PastOutcome.REFUSED;
import static nl.kring.crm.attendance.past.PastOutcome.STAYS;
import static nl.kring.crm.attendance.past.PastOutcome.TAKEN;
import static nl.kring.crm.attendance.past.PastOutcome.TWICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.attendance.credit.Credit;
import nl.kring.crm.attendance.credit.CreditSource;
import nl.kring.crm.attendance.credit.Credits;
import nl.kring.crm.attendance.credit.Ledger;
import nl.kring.crm.enrolment.Enrolments;
import nl.kring.crm.enrolment.MyEnrolments;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The rules of docs/domain.md, "What was kept before"; it is 20 November 2026. */
class PastImportsTest {

    private static final String HEADERS = "Cursus;Datum;Naam;BIG-nummer;Geboortedatum;Aanwezig;Punten GAIA";

    private static Ledger ledger;
    private static Archive archive;

    private long anna;

    @BeforeAll
    static void start() throws Exception {
        ledger = new Ledger();
        archive = new Archive(ledger);
    }

    @AfterAll
    static void stop() throws Exception {
        ledger.close();
    }

    @BeforeEach
    void somebody() throws Exception {
        ledger.database.asOwner("delete from crm.past_thing; delete from crm.past_import; delete from crm.job;"
                + "delete from crm.membership; delete from crm.certificate");
        ledger.database.clearAgenda();
        ledger.database.asOwner("delete from crm.person");
        anna = person("Aalders", "A.", "1971-05-03", "39054148101");
    }

    @Test
    void a_rehearsal_says_of_every_row_what_would_happen_and_nothing_does() {
        UUID file = archive.rehearsed(
                PARTICIPATION,
                HEADERS,
                "CVRM;03-11-2024;A. Aalders;39054148101;;ja;3",
                "CVRM;31-02-2024;A. Aalders;39054148101;;ja;3",
                "CVRM;03-11-2024;A. Aalders;39054148101;;misschien;3",
                "CVRM;03-11-2024;A. Aalders;39054148101;;ja;veel",
                ";03-11-2024;A. Aalders;39054148101;;ja;3",
                "CVRM;03-11-2024;B. Onbekend;;;ja;3",
                "CVRM;03-11-2024;A. Aalders;39054148101;;ja;3",
                "Astma;20-11-2026;A. Aalders;39054148101;;ja;3",
                "Astma;31-12-2020;A. Aalders;39054148101;;ja;3");

        assertThat(archive.lines(file))
                .extracting(PastLine::number, PastLine::outcome, PastLine::problem, PastLine::problemAt)
                .containsExactly(
                        tuple(2, NEW, null, null),
                        tuple(3, REFUSED, "past-date", "Datum"),
                        tuple(4, REFUSED, "past-presence", "Aanwezig"),
                        tuple(5, REFUSED, "past-points", "Punten GAIA"),
                        tuple(6, REFUSED, "past-empty", "Cursus"),
                        tuple(7, DOUBT, null, null),
                        tuple(8, TWICE, null, null),
                        tuple(9, REFUSED, "past-future", "Datum"),
                        tuple(10, REFUSED, "past-too-old", "Datum"));
        assertThat(archive.counts(file).newEditions()).isEqualTo(1);
        assertThat(number("select count(*) from crm.course")).isZero();
        assertThat(number("select count(*) from crm.credit_entry")).isZero();
    }

    @Test
    void the_first_day_is_that_of_the_fifth_year_before_and_the_last_is_yesterday() {
        UUID file = archive.rehearsed(
                PARTICIPATION,
                HEADERS,
                "CVRM;31-12-2020;A. Aalders;39054148101;;ja;3",
                "CVRM;01-01-2021;A. Aalders;39054148101;;ja;3",
                "CVRM;19-11-2026;A. Aalders;39054148101;;ja;3",
                "CVRM;20-11-2026;A. Aalders;39054148101;;ja;3");
        assertThat(archive.lines(file))
                .extracting(PastLine::outcome, PastLine::problem)
                .containsExactly(
                        tuple(REFUSED, "past-too-old"),
                        tuple(NEW, null),
                        tuple(NEW, null),
                        tuple(REFUSED, "past-future"));
    }

    @Test
    void what_a_workbook_keeps_for_days_times_and_numbers_is_read() throws Exception {
        person("Bakker", "B.", "1980-01-01", "09076123403");
        UUID file = archive.applied(
                PARTICIPATION,
                "Cursus;Datum;Begintijd;Eindtijd;Naam;BIG-nummer;Geboortedatum;Aanwezig",
                "CVRM;45599;0.8125;0.895833333333333;Aalders;39054148101;26056;ja",
                "Astma;45548.8125;;;Bakker;9076123403;;ja",
                "COPD;45599;0.75;;Aalders;39054148101;26057;ja",
                "COPD;2024;;;Aalders;39054148101;;ja");
        assertThat(archive.lines(file))
                .extracting(PastLine::outcome, PastLine::problem)
                .as("26056 is 3 May 1971, and 2024 no day")
                .containsExactly(
                        tuple(TAKEN, null), tuple(TAKEN, null), tuple(DOUBT, null), tuple(REFUSED, "past-date"));
        assertThat(ledger.texts("""
                        select to_char(starts_at at time zone 'Europe/Amsterdam', 'DD-MM-YYYY HH24:MI') || ' '
                               || to_char(ends_at at time zone 'Europe/Amsterdam', 'HH24:MI') from crm.edition order by id"""))
                .as("the digits of 45548.8125 pass for a citizen service number")
                .containsExactlyInAnyOrder("03-11-2024 19:30 21:30", "13-09-2024 19:30 21:30");
    }

    @Test
    void what_is_taken_over_is_archived_counts_as_taken_over_and_sends_nothing() {
        long bert = person("Bakker", "B.", "1980-01-01", null);
        UUID file = archive.applied(
                PARTICIPATION,
                HEADERS,
                "CVRM;03-11-2024;A. Aalders;39054148101;;ja;3,5",
                "CVRM;03-11-2024;Bakker, B.;;01-01-1980;nee;3,5",
                "Astma;04-02-2025;A. Aalders;39054148101;;afgemeld;2");

        assertThat(archive.outcomes(file)).containsExactly(TAKEN, TAKEN, TAKEN);
        assertThat(ledger.texts("select distinct state from crm.edition")).containsExactly("ARCHIVED");
        assertThat(
                        ledger.texts(
                                "select e.state from crm.enrolment e join crm.edition d on d.id = e.edition_id order by d.starts_at, e.person_id"))
                .containsExactly("ATTENDED", "NO_SHOW", "CANCELLED");
        assertThat(credits(anna))
                .extracting(Credit::source, Credit::title, one -> one.points().stripTrailingZeros())
                .containsExactly(tuple(CreditSource.IMPORT, "CVRM", new BigDecimal("3.5")));
        assertThat(credits(bert)).isEmpty();
        assertThat(number("select count(*) from crm.message")).isZero();
        assertThat(number("select count(*) from crm.seat_count where taken > capacity"))
                .isZero();
        assertThat(number("select count(*) from crm.person"))
                .as("nobody is added")
                .isEqualTo(2);
        assertThat(ledger.settleAll()).as("attendance gives nothing beside it").isZero();
    }

    @Test
    void it_stands_among_what_is_over_on_the_page_of_who_was_there() {
        archive.applied(PARTICIPATION, HEADERS, "CVRM;03-11-2024;A. Aalders;39054148101;;ja;3");
        MyEnrolments mine = ledger.with(Enrolments.class, professional(anna), Enrolments::mine);
        assertThat(mine.past()).hasSize(1);
        assertThat(mine.upcoming()).isEmpty();
        assertThat(mine.waiting()).isEmpty();
    }

    @Test
    void the_same_file_again_makes_nothing_twice_and_a_longer_one_only_what_is_new() {
        String first = "CVRM;03-11-2024;A. Aalders;39054148101;;ja;3";
        archive.applied(PARTICIPATION, HEADERS, first);
        UUID again = archive.applied(PARTICIPATION, HEADERS, first, "Astma;04-02-2025;A. Aalders;39054148101;;ja;2");

        assertThat(archive.outcomes(again)).containsExactly(KNOWN, TAKEN);
        assertThat(number("select count(*) from crm.edition")).isEqualTo(2);
        assertThat(number("select count(*) from crm.enrolment")).isEqualTo(2);
        assertThat(credits(anna)).hasSize(2);
    }

    @Test
    void a_number_decides_unless_the_name_or_the_birth_date_speaks_against_it() {
        UUID file = archive.rehearsed(
                PARTICIPATION,
                HEADERS,
                "CVRM;03-11-2024;A. de Vries-Aalders;39054148101;;ja;3",
                "Astma;03-11-2024;Zwart;39054148101;;ja;3",
                "COPD;03-11-2024;Aalders;39054148101;04-05-1971;ja;3");
        assertThat(archive.outcomes(file)).containsExactly(NEW, DOUBT, DOUBT);
    }

    @Test
    void without_a_number_birth_date_and_name_decide_when_they_are_of_one_person_alone() {
        String row = "CVRM;03-11-2024;Aalders, A.;;03-05-1971;ja;3";
        assertThat(archive.outcomes(archive.rehearsed(PARTICIPATION, HEADERS, row)))
                .containsExactly(NEW);
        person("Aalders", "Anton", "1971-05-03", null);
        assertThat(archive.outcomes(archive.rehearsed(PARTICIPATION, HEADERS, row)))
                .as("a twin")
                .containsExactly(DOUBT);
        assertThat(archive.outcomes(archive.rehearsed(PARTICIPATION, HEADERS, "CVRM;03-11-2024;Aalders, A.;;;ja;3")))
                .as("a name alone is nobody's")
                .containsExactly(DOUBT);
    }

    @Test
    void who_is_in_doubt_is_decided_by_people_once_and_then_taken_over_too() {
        String[] lines = {
            HEADERS,
            "CVRM;03-11-2024;Onbekend;;;ja;3",
            "Astma;03-12-2024;Onbekend;;;ja;2",
            "CVRM;03-11-2024;Niemand;;;ja;3"
        };
        UUID file = archive.applied(PARTICIPATION, lines);
        assertThat(archive.outcomes(file)).containsExactly(DOUBT, DOUBT, DOUBT);
        assertThat(number("select count(*) from crm.edition")).isZero();
        List<PastDoubt> doubts = archive.doubts(file);
        assertThat(doubts)
                .extracting(PastDoubt::name, PastDoubt::rows)
                .containsExactly(tuple("Onbekend", 2), tuple("Niemand", 1));

        archive.decide(doubts.get(0).uuid(), uuid(anna));
        archive.decide(doubts.get(1).uuid(), null);
        archive.apply(file);

        assertThat(archive.outcomes(file)).containsExactly(TAKEN, TAKEN, LEFT_OUT);
        assertThat(credits(anna)).hasSize(2);
        assertThat(archive.outcomes(archive.rehearsed(PARTICIPATION, lines)))
                .as("the same words in a later file")
                .containsExactly(KNOWN, KNOWN, LEFT_OUT);
        assertThatThrownBy(() -> archive.decide(doubts.get(0).uuid(), null)).isInstanceOf(EditConflictException.class);
    }

    @Test
    void it_is_taken_back_as_a_whole_and_may_be_applied_again() {
        UUID file = archive.applied(
                PARTICIPATION, HEADERS, "CVRM;03-11-2024;A. Aalders;39054148101;;ja;3", "Astma;04-02-2025;;;;ja;");
        assertThat(number("select count(*) from crm.edition")).isEqualTo(2);

        archive.revert(file);

        assertThat(archive.outcomes(file)).containsExactly(GIVEN_BACK, GIVEN_BACK);
        for (String table : List.of("course", "edition", "session", "enrolment", "attendance", "past_thing")) {
            assertThat(number("select count(*) from crm." + table)).as(table).isZero();
        }
        assertThat(credits(anna)).extracting(one -> one.points().signum()).containsExactly(0);

        archive.rehearse(file);
        archive.apply(file);
        assertThat(credits(anna).stream().map(Credit::points).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("3");
    }

    @Test
    void what_something_else_was_built_on_stays_and_says_so() {
        long bert = person("Bakker", "B.", "1980-01-01", null);
        UUID file = archive.applied(
                PARTICIPATION,
                HEADERS,
                "CVRM;03-11-2024;A. Aalders;39054148101;;ja;3",
                "CVRM;03-11-2024;Bakker, B.;;01-01-1980;ja;3");
        ledger.run("""
                insert into crm.enrolment_event (enrolment_id, at, what)
                select id, now(), 'NOTE' from crm.enrolment where person_id = cast(:a as bigint)""", Long.toString(bert));

        archive.revert(file);

        assertThat(archive.outcomes(file)).containsExactly(GIVEN_BACK, STAYS);
        assertThat(number("select count(*) from crm.edition")).isEqualTo(1);
        assertThat(number("select taken from crm.seat_count")).isEqualTo(1);
        assertThat(credits(bert)).extracting(one -> one.points().intValue()).containsExactly(3);
        assertThat(credits(anna)).extracting(one -> one.points().signum()).containsExactly(0);
    }

    @Test
    void memberships_are_taken_over_with_their_days_and_not_beside_one_that_is_there() {
        String headers = "Naam;BIG;Lid vanaf;Lid tot;Soort lid;Organisatie";
        UUID file = archive.applied(
                MEMBERSHIP,
                headers,
                "Aalders;39054148101;01-01-2021;31-12-2023;lid;",
                "Aalders;39054148101;01-06-2023;;lid;",
                "Aalders;39054148101;01-01-2024;;aspirant;ZUID",
                "Aalders;39054148101;01-01-2025;01-01-2024;lid;",
                "Aalders;39054148101;01-01-2025;;erelid;",
                "Aalders;39054148101;01-01-2025;;lid;Nergens",
                ";;01-01-2025;;lid;");
        assertThat(archive.lines(file))
                .extracting(PastLine::outcome, PastLine::problem)
                .containsExactly(
                        tuple(TAKEN, null),
                        tuple(KNOWN, null),
                        tuple(TAKEN, null),
                        tuple(REFUSED, "past-ends"),
                        tuple(REFUSED, "past-kind"),
                        tuple(REFUSED, "past-organisation"),
                        tuple(REFUSED, "past-nobody"));
        assertThat(number("select count(*) from crm.membership where withdrawn_at is null"))
                .isEqualTo(2);

        archive.revert(file);
        assertThat(number("select count(*) from crm.membership where withdrawn_at is null"))
                .isZero();
        assertThat(archive.outcomes(file).subList(0, 3)).containsExactly(GIVEN_BACK, KNOWN, GIVEN_BACK);
    }

    @Test
    void a_membership_that_a_register_says_is_left_to_the_register() {
        ledger.run("""
                insert into crm.membership (id, uuid, person_id, organisation_id, kind, valid_from, derived, created_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), cast(:a as bigint), o.id, 'MEMBER', date '2025-01-01', true, now()
                  from crm.organisation o where o.code = 'NOORD'""", Long.toString(anna));
        UUID file =
                archive.applied(MEMBERSHIP, "Naam;BIG;Lid vanaf;Lid tot", "Aalders;39054148101;01-01-2021;31-12-2023");
        assertThat(archive.outcomes(file)).containsExactly(KNOWN);
    }

    @Test
    void the_file_of_another_organisation_is_not_there() {
        UUID file = archive.rehearsed(PARTICIPATION, HEADERS, "CVRM;03-11-2024;Onbekend;;;ja;3");
        UUID doubt = archive.doubts(file).get(0).uuid();
        for (var asked : List.<java.util.function.Consumer<PastImports>>of(
                imports -> imports.find(file),
                imports -> imports.counts(file),
                imports -> imports.lines(file, List.of(DOUBT), 0, 1),
                imports -> imports.doubt(doubt),
                imports -> imports.decide(doubt, null),
                imports -> imports.apply(file),
                imports -> imports.revert(file),
                imports -> imports.discard(file))) {
            assertThatThrownBy(() -> ledger.with(PastImports.class, ledger.staff("ZUID"), imports -> {
                        asked.accept(imports);
                        return null;
                    }))
                    .isInstanceOf(NotFoundException.class);
        }
        assertThat(archive.counts(file).doubts())
                .as("the same calls for its own")
                .isEqualTo(1);
    }

    @Test
    void a_citizen_service_number_is_not_kept() {
        UUID file = archive.rehearsed(
                PARTICIPATION, "Cursus;Datum;Naam;BSN;Relatienummer", "CVRM;03-11-2024;Aalders;111222333;111222333");
        assertThat(number("select count(*) from crm.past_row where '111222333' = any (cells)"))
                .isZero();
        assertThat(archive.lines(file)).extracting(PastLine::problem).containsExactly("past-hidden");
    }

    @Test
    void columns_that_are_needed_are_asked_for_before_anything_is_read() {
        UUID file = archive.file(PARTICIPATION, "Wat;Wanneer;Wie", "CVRM;03-11-2024;Aalders");
        assertThat(field(file)).containsExactly("", "", "");
        assertThatThrownBy(() -> said(file, List.of("", "", ""))).hasMessageContaining("past-columns-course");
        assertThatThrownBy(() -> said(file, List.of("TITLE", "STARTS", "")))
                .hasMessageContaining("past-columns-person");
        assertThatThrownBy(() -> said(file, List.of("TITLE", "TITLE", "NAME")))
                .hasMessageContaining("past-columns-twice");
        assertThatThrownBy(() -> said(file, List.of("TITLE", "STARTS", "POINTS:NOPE")))
                .isInstanceOf(InvalidInputException.class);
        said(file, List.of("TITLE", "STARTS", "NAME"));
        assertThatThrownBy(() -> said(file, List.of("TITLE", "STARTS", "NAME")))
                .isInstanceOf(EditConflictException.class);
    }

    @Test
    void columns_are_recognised_by_what_they_are_usually_called() {
        UUID file = archive.file(
                PARTICIPATION,
                "Naam scholing;Cursusdatum;Begintijd;Deelnemer;BIG nr;Presentie;Accreditatiepunten;Punten NVvPO;Kleur",
                "a;b;c;d;e;f;g;h;i");
        assertThat(field(file))
                .containsExactly(
                        "TITLE",
                        "STARTS",
                        "START_TIME",
                        "NAME",
                        "BIG",
                        "PRESENCE",
                        "POINTS:RGS-HA",
                        "POINTS:NVVPO-KR",
                        "");
    }

    @Test
    void a_file_is_thrown_away_as_long_as_nothing_came_of_it() {
        UUID file = archive.rehearsed(PARTICIPATION, HEADERS, "CVRM;03-11-2024;A. Aalders;39054148101;;ja;3");
        archive.apply(file);
        assertThatThrownBy(() -> discard(file)).isInstanceOf(EditConflictException.class);
        archive.revert(file);
        discard(file);
        assertThat(number("select count(*) from crm.past_row")).isZero();
    }

    private static void discard(UUID file) {
        ledger.with(PastImports.class, ledger.staff("NOORD"), imports -> {
            imports.discard(file);
            return null;
        });
    }

    private static List<String> field(UUID file) {
        return ledger.with(
                PastImports.class,
                ledger.staff("NOORD"),
                imports -> imports.find(file).getFields());
    }

    private static void said(UUID file, List<String> fields) {
        ledger.with(PastImports.class, ledger.staff("NOORD"), imports -> {
            imports.rehearse(file, fields);
            return null;
        });
    }

    private static List<Credit> credits(long person) {
        return ledger.with(Credits.class, professional(person), credits -> credits.mine("RGS-HA"));
    }

    private static UUID uuid(long person) {
        return UUID.fromString(ledger.texts(
                        "select cast(uuid as text) from crm.person where id = cast(:a as bigint)",
                        Long.toString(person))
                .get(0));
    }

    private static long number(String sql) {
        return ledger.number(sql);
    }

    private static long person(String surname, String initials, String born, String big) {
        return ledger.number("""
                insert into crm.person (id, uuid, display_name, sort_name, birth_name, initials, birth_date, profession, big, created_at)
                values (nextval('crm.entity_seq'), gen_random_uuid(), :a, :a, :a, :b, cast(:c as date), 'GP', nullif(:d, ''), now())
                returning id""", surname, initials, born, big == null ? "" : big);
    }
}
