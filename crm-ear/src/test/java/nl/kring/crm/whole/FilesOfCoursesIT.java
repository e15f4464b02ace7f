package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The files around a course, each asked for by the link that its page shows and opened again. What somebody typed is text, also when
 * it begins as a formula does, and numbers keep the zeros in front.
 */
@WholeProduct
class FilesOfCoursesIT {

    private static final String ACCOUNT = "bestanden@example.nl";
    private static final String EDITION = "6a4de5a1-5f1d-4d0b-a0c8-61c7a2b1f001";
    private static final String IMPORT = "6a4de5a1-5f1d-4d0b-a0c8-61c7a2b1f002";
    private static final String BIG = "09076123446";

    private static Screens staff;

    @BeforeAll
    static void an_organisation_with_a_course() throws Exception {
        AnEvening.run("""
            insert into crm.organisation (id, uuid, code, name, kind, participant, created_at)
            values (nextval('crm.entity_seq'), gen_random_uuid(), 'BESTAND', 'Bestanden', 'CARE_GROUP', true, now());
            insert into crm.account (id, uuid, email, display_name, password_hash, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), '%1$s', 'Bestanden', password_hash, now()
              from crm.account where email = 'fea@example.nl';
            insert into crm.role_grant (id, uuid, account_id, role, organisation_id, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), a.id, 'STAFF', o.id, now()
              from crm.account a, crm.organisation o where a.email = '%1$s' and o.code = 'BESTAND';
            insert into crm.person (id, uuid, display_name, sort_name, birth_name, initials, profession, big, created_at)
            values (nextval('crm.entity_seq'), gen_random_uuid(), '=B. Bestandink', 'bestandink', 'Bestandink', 'B.', 'GP', '%2$s', now()),
                   (nextval('crm.entity_seq'), gen_random_uuid(), '+C. Bestandstra', 'bestandstra', 'Bestandstra', 'C.', 'PN_SOMATIC', null,
                    now());
            insert into crm.statement (id, uuid, person_id, field, qualifier, value, organisation_id, said_at, reason)
            select nextval('crm.entity_seq'), gen_random_uuid(), p.id, 'registerNumber', 'NVVPO-KR', '0123', o.id, now(), 'proef'
              from crm.person p, crm.organisation o where p.birth_name = 'Bestandstra' and o.code = 'BESTAND';
            with course as (
              insert into crm.course (id, uuid, organiser_id, title, kind, created_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), id, '@Bestandscursus', 'TRAINING', now()
                from crm.organisation where code = 'BESTAND' returning id),
            edition as (
              insert into crm.edition (id, uuid, course_id, state, price_cents, waiting_list, starts_at, ends_at, created_at)
              select nextval('crm.entity_seq'), '%3$s', id, 'CONCEPT', 0, true, now() + interval '40 days', now() + interval '41 days', now()
                from course returning id),
            seats as (insert into crm.seat_count (edition_id, capacity, taken) select id, 5, 2 from edition),
            sessions as (
              insert into crm.session (id, uuid, edition_id, position, starts_at, ends_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), id, 1, now() + interval '40 days', now() + interval '41 days'
                from edition)
            insert into crm.enrolment (id, uuid, edition_id, person_id, state, price_cents, enrolled_at, confirmed_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), e.id, p.id, 'CONFIRMED', 0, now(), now()
              from edition e, crm.person p where p.birth_name in ('Bestandink', 'Bestandstra')
            """.formatted(ACCOUNT, BIG, EDITION));
        for (String scheme : List.of("RGS-HA", "NVVPO-KR")) {
            AnEvening.run("""
                insert into crm.accreditation_request (id, uuid, course_id, scheme_code, state, course_type, course_number,
                       valid_from, valid_to, lead_days, attendance_days, requested_on, decided_on, created_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), course_id, '%1$s', 'GRANTED', 'WHOLE', '0812',
                       current_date - 100, current_date + 200, 56, 14, current_date - 100, current_date - 90, now()
                  from crm.edition where uuid = '%2$s';
                insert into crm.accreditation_announcement (edition_id, scheme_code, held_on, announced_at)
                select id, '%1$s', (starts_at at time zone 'Europe/Amsterdam')::date, now()
                  from crm.edition where uuid = '%2$s'""".formatted(scheme, EDITION));
        }
        staff = Screens.signedIn(ACCOUNT);
    }

    @Test
    void participants_at_the_registers() {
        String file = link("/attendance/list-deliveries.xhtml?id=" + EDITION, "/attendance/deliveries-file?");
        List<List<String>> rows = opened(file, 7);
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1))
                .startsWith("=B. Bestandink", "B.", "Huisarts")
                .containsSubsequence(BIG, "BIG-" + BIG, "Klaar");
        assertThat(rows.get(2)).startsWith("+C. Bestandstra", "C.").containsSubsequence("0123", "0123", "Klaar");
    }

    @Test
    void what_came_of_an_evaluation() throws Exception {
        AnEvening.run("""
            with list as (
              insert into crm.questionnaire (organisation_id, name, created_at)
              select id, 'Bestanden', now() from crm.organisation where code = 'BESTAND' returning id),
            version as (
              insert into crm.questionnaire_version (questionnaire_id, number, made_at) select id, 1, now() from list returning id),
            questions as (
              insert into crm.question (version_id, position, kind, scope, required, text_nl)
              select id, 1, 'MARK', 'COURSE', true, '-Cijfer' from version
              union all select id, 2, 'TEXT', 'COURSE', false, '=Wat nog?' from version returning id, kind),
            evaluation as (
              insert into crm.evaluation (edition_id, organisation_id, version_id, sent_on, due_on, closed_at)
              select e.id, o.id, v.id, current_date - 14, current_date - 1, now()
                from crm.edition e, crm.organisation o, version v where e.uuid = '%s' and o.code = 'BESTAND' returning id),
            given as (
              select gen_random_uuid() as id, words
                from unnest(array['=SUM(A1:A9)', '+1', '-2', '@x', '007']) as words),
            responses as (
              insert into crm.evaluation_response (id, evaluation_id) select g.id, v.id from given g, evaluation v returning id)
            insert into crm.evaluation_answer (response_id, question_id, number, words)
            select r.id, q.id, case q.kind when 'MARK' then 8 end, case q.kind when 'TEXT' then g.words end
              from responses r join given g on g.id = r.id cross join questions q""".formatted(EDITION));
        String page = "/evaluation/view-results.xhtml?id=" + EDITION;
        List<List<String>> rows = opened(link(page, "/evaluation/results-file?"), 5);
        assertThat(rows).contains(List.of("-Cijfer", "", "8", "5", "8.00"));
        for (String words : List.of("=SUM(A1:A9)", "+1", "-2", "@x", "007")) {
            assertThat(rows).contains(List.of("=Wat nog?", "", words, "1", ""));
        }

        byte[] pdf = staff.file(link(page, "/evaluation/results-pdf?"));
        PdfReader reader = new PdfReader(pdf);
        String text = new PdfTextExtractor(reader).getTextFromPage(1);
        reader.close();
        assertThat(text).contains("@Bestandscursus", "8,00 / 10", "=SUM(A1:A9)", "007");
    }

    @Test
    void rows_of_what_was_kept_before() throws Exception {
        AnEvening.run("""
            with made as (
              insert into crm.past_import (id, uuid, organisation_id, kind, state, file_name, headers, fields, rows_read, created_at)
              select nextval('crm.entity_seq'), '%s', o.id, 'PARTICIPATION', 'REHEARSED', 'oud.csv',
                     array['Cursus', 'Datum', 'Naam', '@Intern'], array['TITLE', 'STARTS', 'NAME', ''], 1, now()
                from crm.organisation o where o.code = 'BESTAND' returning id),
            row as (
              insert into crm.past_row (import_id, number, cells)
              select id, 2, array['=CMD()', '31-02-2024', '-Bestandink', '007'] from made)
            insert into crm.past_reading (import_id, number, problem, problem_at, who, outcome)
            select id, 2, 'past-date', 'Datum', 'iemand', 'REFUSED' from made""".formatted(IMPORT));
        for (String which : List.of("", "&which=all")) {
            String file = "/attendance/past-rows?id=" + IMPORT + which;
            assertThat(links("/attendance/view-past.xhtml?id=" + IMPORT)).contains(file);
            List<List<String>> rows = opened(file, 8);
            assertThat(rows).hasSize(2);
            assertThat(rows.get(0)).endsWith("Cursus", "Datum", "Naam", "@Intern");
            assertThat(rows.get(1))
                    .startsWith("2", "Kan niet", "Datum")
                    .endsWith("=CMD()", "31-02-2024", "-Bestandink", "007");
        }
    }

    @Test
    void groups_of_peers() throws Exception {
        AnEvening.run("""
            with made as (
              insert into crm.peer_review_group (id, uuid, organisation_id, kind, name, begins_on, created_at)
              select nextval('crm.entity_seq'), gen_random_uuid(), o.id, 'BALINT', names, date '2020-01-01', now()
                from crm.organisation o, unnest(array['=Toetsgroep', '007']) as names where o.code = 'BESTAND' returning id)
            insert into crm.peer_review_member (id, uuid, group_id, person_id, role, valid_from, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), m.id, p.id, 'CONSULTANT', date '2020-01-01', now()
              from made m, crm.person p where p.birth_name = 'Bestandink'""");
        List<List<String>> rows = opened(link("/peerreview/list-groups.xhtml", "/peerreview/groups-file?"), 8);
        assertThat(rows).hasSize(3);
        assertThat(rows)
                .anySatisfy(row -> assertThat(row).startsWith("=Toetsgroep").contains("=B. Bestandink", "0"))
                .anySatisfy(row -> assertThat(row).startsWith("007").contains("=B. Bestandink"));
    }

    /** Where a page leads to for its file. */
    private static String link(String page, String beginning) {
        return links(page).stream()
                .filter(href -> href.startsWith(beginning))
                .findFirst()
                .orElseThrow(() -> new AssertionError(beginning + " is not on " + page));
    }

    private static List<String> links(String page) {
        return Jsoup.parse(staff.get(page).text()).select("main a").eachAttr("href");
    }

    /** The workbook, in which no cell is a formula; the text says the same, harmless for a program that would think otherwise. */
    private static List<List<String>> opened(String file, int columns) {
        assertThat(staff.opened(file)).contains("<row").doesNotContain("<f>", "<f ");
        List<List<String>> rows = OpenedFile.xlsx(staff, file, columns);
        assertThat(OpenedFile.csv(staff, file + "&as=csv"))
                .isEqualTo(rows.stream().map(OpenedFile::harmless).toList());
        return rows;
    }
}
