package nl.kring.crm.attendance.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.attendance.ANumber;
import nl.kring.crm.attendance.credit.Evidence;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list that people sign, as the registers ask for it, and its scan. */
class PresenceListTest {

    private static final Evidence SCAN = Evidence.of("../lijst 3 nov.pdf", "%PDF-1.4 getekend".getBytes());

    private static Evening evening;

    private UUID edition;
    private UUID session;

    @BeforeAll
    static void start() throws Exception {
        evening = new Evening().hears(ANumber::answered);
    }

    @AfterAll
    static void stop() throws Exception {
        evening.close();
    }

    @BeforeEach
    void a_course_for_two_registers() {
        edition = evening.edition("Palliatieve zorg");
        session = evening.sessionOf(edition);
        evening.run("""
                insert into crm.accreditation (id, uuid, course_id, scheme_code, points)
                select nextval('crm.entity_seq'), gen_random_uuid(), e.course_id, s.code, 3
                  from crm.edition e, crm.scheme s where e.uuid = cast(:a as uuid) and s.code in ('RGS-HA', 'NAPA-PA')""", edition.toString());
        ANumber.given(evening, edition, "RGS-HA", "482913", "2026-01-01", "2026-12-31");
        ANumber.given(evening, edition, "NAPA-PA", "555001", "2025-01-01", "2026-11-02");
        evening.run("""
                insert into crm.session (id, uuid, edition_id, position, title, starts_at, ends_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), id, 2, 'Tweede avond', '2026-11-10T18:00:00Z', '2026-11-10T21:00:00Z'
                  from crm.edition where uuid = cast(:a as uuid)""", edition.toString());
        long anna = evening.person("Anna Śmigły-Aalders", "anna@example.nl", "GP");
        evening.run(
                "update crm.person set display_name = 'A.B. (Anna) van Aalders-Śmigły', initials = 'A.B.', given_name = 'Anna', big = '39000000101' where id = cast(:a as bigint)",
                Long.toString(anna));
        evening.seat(edition, anna, 0);
        evening.seat(edition, evening.person("Zonder Register", "z@example.nl", "PN"), 0);
    }

    @Test
    void each_session_has_its_page_with_what_the_registers_ask_for() throws Exception {
        byte[] pdf = evening.with(
                PresenceLists.class, evening.noord, lists -> lists.pdf(edition, profession -> "Functie-" + profession));

        try (PdfReader reader = new PdfReader(pdf)) {
            assertThat(reader.getNumberOfPages()).isEqualTo(2);
            String first = new PdfTextExtractor(reader).getTextFromPage(1);
            assertThat(first)
                    .contains("Nascholing Noord", "Palliatieve zorg", "dinsdag 3 november 2026", "19.00", "22.00")
                    .contains(
                            "Achternaam", "Voorletters", "Functie", "BIG-nummer", "Register en nummer", "Handtekening")
                    .contains("van Aalders-Śmigły", "A.B.", "Functie-GP", "39000000101", "RGS-HA")
                    .contains("Zonder Register")
                    .doesNotContain("Anna");
            assertThat(new PdfTextExtractor(reader).getTextFromPage(2))
                    .contains("dinsdag 10 november 2026", "Tweede avond");
        }
    }

    @Test
    void each_register_that_granted_points_for_the_day_has_its_number_of_the_course_and_another_room_to_write_it()
            throws Exception {
        assertThat(firstPage())
                .containsPattern("RGS-HA[^\\n]*ID-nummer: 482913")
                .containsPattern("NAPA-PA[^\\n]*ID-nummer: …")
                .doesNotContain("555001");
    }

    @Test
    void what_a_register_granted_last_is_the_number_on_the_list() throws Exception {
        ANumber.given(evening, edition, "RGS-HA", "482914", "2026-11-01", "2027-10-31");
        assertThat(firstPage()).contains("482914").doesNotContain("482913");
    }

    private String firstPage() throws Exception {
        byte[] pdf = evening.with(PresenceLists.class, evening.noord, lists -> lists.pdf(edition, profession -> ""));
        try (PdfReader reader = new PdfReader(pdf)) {
            return new PdfTextExtractor(reader).getTextFromPage(1);
        }
    }

    @Test
    void its_scan_is_kept_for_the_organisers_alone_until_it_is_taken_away() {
        UUID list = evening.with(PresenceLists.class, evening.noord, lists -> lists.keep(session, SCAN));
        List<SignedList> signed = signed();
        assertThat(signed).extracting(SignedList::fileName).containsExactly("lijst 3 nov.pdf");
        Evidence kept = evening.with(PresenceLists.class, evening.noord, lists -> lists.file(list));
        assertThat(kept).isEqualTo(SCAN);

        assertThatThrownBy(() -> evening.with(PresenceLists.class, evening.zuid, lists -> lists.file(list)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> evening.with(PresenceLists.class, evening.zuid, lists -> lists.keep(session, SCAN)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() ->
                        evening.with(PresenceLists.class, evening.zuid, lists -> lists.pdf(edition, profession -> "")))
                .isInstanceOf(NotFoundException.class);
        evening.with(PresenceLists.class, evening.noord, lists -> {
            lists.remove(list);
            return null;
        });
        assertThat(signed()).isEmpty();
        assertThatThrownBy(() -> evening.with(PresenceLists.class, evening.noord, lists -> lists.file(list)))
                .isInstanceOf(NotFoundException.class);
    }

    private List<SignedList> signed() {
        return evening.with(PresenceLists.class, evening.noord, lists -> lists.signed(edition));
    }

    @Test
    void what_is_no_pdf_and_no_picture_is_not_kept_whatever_it_is_called() {
        assertThatThrownBy(() -> Evidence.of("lijst.pdf", "MZ geen pdf".getBytes()))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> Evidence.of("lijst.pdf", new byte[0])).isInstanceOf(InvalidInputException.class);
    }
}
