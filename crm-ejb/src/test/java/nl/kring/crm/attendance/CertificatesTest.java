package nl.kring.crm.attendance;

import static nl.kring.crm.attendance.EveningFixture.AFTERWARDS;
import static nl.kring.crm.attendance.EveningFixture.FIRST_EVENING;
import static nl.kring.crm.attendance.EveningFixture.SECOND_EVENING;
import static nl.kring.crm.attendance.EveningFixture.professional;
import static nl.kring.crm.attendance.EveningFixture.staffOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CertificatesTest {

    private static EveningFixture kring;

    private EveningFixture.Edition edition;
    private long annaPerson;
    private UUID anna;

    @BeforeAll
    static void start() throws Exception {
        kring = new EveningFixture();
        kring.scheme("T-GP", "RGS huisartsen", "GP", "LOCUM_GP");
        kring.scheme("T-PN", "Kwaliteitsregister V&V", "PN");
    }

    @AfterAll
    static void stop() throws Exception {
        kring.close();
    }

    @BeforeEach
    void an_accredited_course_with_one_who_was_everywhere() {
        edition = kring.edition("CASPIR", FIRST_EVENING, SECOND_EVENING);
        kring.accredited(edition, "T-GP", "6");
        kring.accredited(edition, "T-PN", "4.5");
        annaPerson = kring.person("Anna Aalders", "GP");
        anna = kring.confirmed(edition, annaPerson);
        kring.as(staffOf(kring.wdh)).at(AFTERWARDS);
        kring.attendances(a -> a.presentAll(edition.uuid()));
    }

    @Test
    void only_who_was_present_at_every_session_gets_one_and_the_others_are_told_apart() {
        UUID absent = kring.confirmed(edition, kring.person("Bram de Boer", "GP"));
        kring.confirmed(edition, kring.person("Carla Crans", "GP"));
        kring.attendances(a -> a.record(
                edition.uuid(),
                List.of(
                        new AttendanceMark(absent, edition.sessions().get(0), true),
                        new AttendanceMark(absent, edition.sessions().get(1), false))));

        IssueResult result = issue();

        assertThat(result.issued()).isEqualTo(1);
        assertThat(result.missing())
                .extracting(MissingCertificate::name, MissingCertificate::reason)
                .containsExactly(
                        tuple("Bram de Boer", MissingCertificate.Reason.ABSENT),
                        tuple("Carla Crans", MissingCertificate.Reason.NOT_RECORDED));
        assertThat(ofEdition()).extracting(Certificate::getPersonName).containsExactly("Anna Aalders");
    }

    @Test
    void issuing_again_adds_only_what_is_missing() {
        issue();
        String code = only().getCode();
        IssueResult again = issue();
        assertThat(again.issued()).isZero();
        assertThat(again.alreadyIssued()).isEqualTo(1);
        assertThat(only().getCode()).isEqualTo(code);
        assertThat(mails()).isEqualTo(1);

        kring.confirmed(edition, kring.person("Dirk Dam", "PN"));
        kring.attendances(a -> a.presentAll(edition.uuid()));
        assertThat(issue().issued()).isEqualTo(1);
        assertThat(mails()).isEqualTo(2);
    }

    @Test
    void two_who_issue_at_the_same_moment_give_everybody_one() throws Exception {
        for (int i = 0; i < 20; i++) {
            kring.confirmed(edition, kring.person("Persoon " + i, "GP"));
        }
        kring.attendances(a -> a.presentAll(edition.uuid()));
        var threads = Executors.newFixedThreadPool(8);
        List<Callable<Integer>> presses = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i -> () -> issue().issued())
                .toList();
        int issued = 0;
        for (var answer : threads.invokeAll(presses)) {
            issued += answer.get();
        }
        threads.shutdown();
        assertThat(issued).isEqualTo(21);
        assertThat(mails()).isEqualTo(21);
    }

    @Test
    void points_are_those_of_the_registers_of_the_profession() {
        kring.confirmed(edition, kring.person("Petra Praktijk", "PN"));
        kring.confirmed(edition, kring.person("Zara Zonder", null));
        kring.attendances(a -> a.presentAll(edition.uuid()));
        issue();

        List<Certificate> certificates = ofEdition();
        assertThat(certificates.get(0).getPoints())
                .extracting(CertificatePoints::schemeCode)
                .containsExactly("T-GP");
        assertThat(certificates.get(1).getPoints())
                .extracting(CertificatePoints::schemeCode)
                .containsExactly("T-PN");
        assertThat(certificates.get(2).getPoints())
                .extracting(CertificatePoints::schemeCode)
                .containsExactlyInAnyOrder("T-GP", "T-PN");
    }

    @Test
    void a_certificate_stays_as_it_was_issued_whatever_happens_to_the_course() {
        issue();
        kring.sql("update crm.course set title = 'Heel iets anders' where id = ?", edition.course());
        kring.sql("update crm.accreditation set points = 99 where course_id = ?", edition.course());
        kring.sql("update crm.person set display_name = 'Anna Nieuwenhuis' where id = ?", annaPerson);
        kring.sql(
                "update crm.session set starts_at = starts_at - interval '1 year' where edition_id = ?", edition.id());

        Certificate certificate = only();
        assertThat(certificate.getCourseTitle()).isEqualTo("CASPIR");
        assertThat(certificate.getPersonName()).isEqualTo("Anna Aalders");
        assertThat(certificate.getOrganiserName()).isEqualTo("WDH Twente");
        assertThat(certificate.getHeldFrom()).isEqualTo(FIRST_EVENING);
        assertThat(certificate.getPoints())
                .extracting(CertificatePoints::points)
                .satisfiesExactly(points -> assertThat(points).isEqualByComparingTo("6"));
    }

    @Test
    void anyone_verifies_a_code_however_it_is_typed() {
        issue();
        String code = only().getCode();
        kring.as(null);

        for (String typed : List.of(
                code,
                code.toLowerCase(),
                code.replace("-", ""),
                "  " + code.replace("-", " ") + " ",
                code.replace('-', '–'))) {
            Verification found = verify(typed).orElseThrow();
            assertThat(found.personName()).isEqualTo("Anna Aalders");
            assertThat(found.courseTitle()).isEqualTo("CASPIR");
            assertThat(found.revoked()).isFalse();
            assertThat(found.points()).hasSize(1);
        }
        assertThat(verify("0000-0000-0000-0000")).isEmpty();
        assertThat(verify("' or 1=1 --")).isEmpty();
        assertThat(verify(null)).isEmpty();
    }

    @Test
    void a_revoked_certificate_verifies_as_revoked_and_is_not_issued_again() {
        issue();
        UUID uuid = only().getUuid();
        kring.certificates(c -> revoke(c, uuid, "Vertrok in de pauze"));

        Verification found = verify(only().getCode()).orElseThrow();
        assertThat(found.revoked()).isTrue();
        assertThat(found.revokedAt()).isEqualTo(AFTERWARDS);

        IssueResult again = issue();
        assertThat(again.issued()).isZero();
        assertThat(again.missing())
                .extracting(MissingCertificate::reason)
                .containsExactly(MissingCertificate.Reason.REVOKED);
    }

    @Test
    void revoking_needs_a_reason_and_its_own_organiser() {
        issue();
        UUID uuid = only().getUuid();
        assertThatThrownBy(() -> kring.certificates(c -> revoke(c, uuid, " ")))
                .isInstanceOf(InvalidInputException.class);
        kring.as(staffOf(kring.fea));
        assertThatThrownBy(() -> kring.certificates(c -> revoke(c, uuid, "Omdat het kan")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void the_holder_and_the_organiser_open_the_file_and_nobody_else() {
        issue();
        UUID uuid = only().getUuid();
        assertThat(pdf(uuid)).startsWith('%', 'P', 'D', 'F');
        kring.as(professional(annaPerson));
        assertThat(pdf(uuid)).startsWith('%', 'P', 'D', 'F');

        kring.as(professional(kring.person("Nico Nieuwsgierig", "GP")));
        assertThatThrownBy(() -> pdf(uuid)).isInstanceOf(NotFoundException.class);
        kring.as(staffOf(kring.fea));
        assertThatThrownBy(() -> pdf(uuid)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(this::ofEdition).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(this::issue).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_professional_sees_the_own_certificates_alone() {
        kring.confirmed(edition, kring.person("Bram de Boer", "GP"));
        kring.attendances(a -> a.presentAll(edition.uuid()));
        issue();
        kring.as(professional(annaPerson));
        assertThat(mine()).extracting(Certificate::getPersonName).containsExactly("Anna Aalders");
    }

    @Test
    void the_mail_speaks_the_language_of_the_account() {
        kring.sql(
                "insert into crm.account (id, uuid, email, display_name, language, person_id, created_at)"
                        + " values (?, gen_random_uuid(), ?, 'Anna', 'en', ?, now())",
                annaPerson,
                annaPerson + "@x",
                annaPerson);
        kring.confirmed(edition, kring.person("Bram de Boer", "GP"));
        kring.attendances(a -> a.presentAll(edition.uuid()));
        issue();
        assertThat(kring.text("select string_agg(m.subject, '|' order by m.id) from crm.message m"
                        + " join crm.certificate c on m.person_id = c.person_id where c.edition_id = " + edition.id()))
                .isEqualTo(
                        "Your certificate of participation is ready: CASPIR|Uw bewijs van deelname staat klaar: CASPIR");
    }

    @Test
    void the_number_that_a_register_knows_the_course_by_stands_on_it() throws Exception {
        kring.sql(
                "insert into crm.accreditation_request (id, uuid, course_id, scheme_code, state, course_type, course_number,"
                        + " valid_from, valid_to, lead_days, attendance_days, requested_on, decided_on, created_at)"
                        + " values (nextval('crm.entity_seq'), gen_random_uuid(), ?, 'T-GP', 'GRANTED', 'WHOLE', 'ID-771204',"
                        + " date '2026-01-01', date '2026-12-31', 56, 14, date '2025-11-01', date '2025-12-01', now())",
                edition.course());
        issue();
        assertThat(only().getPoints())
                .extracting(CertificatePoints::accreditationNumber)
                .containsExactly("ID-771204");
        assertThat(text(pdf(only().getUuid()))).contains("ID-771204");
    }

    @Test
    void of_points_in_more_than_one_category_it_says_how_many_in_each() throws Exception {
        granted("2026-12-31");
        issue();
        assertThat(only().getPoints())
                .extracting(CertificatePoints::category, one -> one.points().toPlainString())
                .containsExactly(tuple("ACCREDITED", "5.5"), tuple("PEER_REVIEW", "0.5"));
        assertThat(text(pdf(only().getUuid()))).contains("Geaccrediteerde nascholing", "Intercollegiale toetsing");
    }

    @Test
    void on_a_day_for_which_nothing_was_granted_it_gives_no_points() {
        granted("2026-03-10");
        issue();
        assertThat(only().getPoints()).isEmpty();

        kring.sql(
                "update crm.accreditation_request set valid_to = date '2026-03-11' where course_id = ?",
                edition.course());
        UUID bram = kring.confirmed(edition, kring.person("Bram de Boer", "GP"));
        kring.attendances(a -> a.presentAll(edition.uuid()));
        issue();
        assertThat(ofEdition().get(1).getPoints()).as("the control: " + bram).hasSize(2);
    }

    /** By the register of GPs: 5.5 and 0.5, up to that day. */
    private void granted(String validTo) {
        kring.sql(
                "insert into crm.accreditation_request (id, uuid, course_id, scheme_code, state, course_type,"
                        + " valid_from, valid_to, lead_days, attendance_days, requested_on, decided_on, created_at)"
                        + " values (nextval('crm.entity_seq'), gen_random_uuid(), ?, 'T-GP', 'GRANTED', 'WHOLE',"
                        + " date '2026-01-01', ?::date, 56, 14, date '2025-11-01', date '2025-12-01', now())",
                edition.course(),
                validTo);
        kring.sql(
                "insert into crm.accreditation_request_points (request_id, position, category, points)"
                        + " select r.id, k.position, k.category, k.points from crm.accreditation_request r,"
                        + " (values (0, 'ACCREDITED', 5.5), (1, 'PEER_REVIEW', 0.5)) as k (position, category, points)"
                        + " where r.course_id = ?",
                edition.course());
        kring.sql(
                "update crm.accreditation a set request_id = r.id from crm.accreditation_request r"
                        + " where r.course_id = a.course_id and r.scheme_code = a.scheme_code and a.course_id = ?",
                edition.course());
    }

    @Test
    void the_own_number_stands_on_it_only_when_the_holder_wants_that() throws Exception {
        kring.sql("update crm.scheme set person_identifier = 'BIG' where code = 'T-GP'");
        kring.sql("update crm.person set big = '39000000101' where id = ?", annaPerson);
        kring.sql(
                "insert into crm.account (id, uuid, email, display_name, language, person_id, created_at)"
                        + " values (7, gen_random_uuid(), 'anna7@x', 'Anna', 'nl', ?, now())",
                annaPerson);
        issue();
        UUID uuid = only().getUuid();
        kring.as(professional(annaPerson));
        assertThat(kring.certificates(Certificates::numbersShown)).isFalse();
        assertThat(text(pdf(uuid))).doesNotContain("39000000101");
        wish(true);
        assertThat(kring.certificates(Certificates::numbersShown)).isTrue();
        assertThat(text(pdf(uuid))).contains("39000000101");
        wish(false);
        assertThat(text(pdf(uuid))).doesNotContain("39000000101");
    }

    private static void wish(boolean shown) {
        kring.certificates(c -> {
            c.showNumbers(shown);
            return null;
        });
    }

    private static String text(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            return new PdfTextExtractor(reader).getTextFromPage(1);
        }
    }

    @Test
    void a_cancelled_edition_gives_no_certificates() {
        kring.sql("update crm.edition set state = 'CANCELLED' where id = ?", edition.id());
        assertThatThrownBy(this::issue).isInstanceOf(EditionNotHeldException.class);
    }

    private IssueResult issue() {
        return kring.certificates(c -> c.issue(edition.uuid()));
    }

    private List<Certificate> ofEdition() {
        return kring.certificates(c -> c.of(edition.uuid()));
    }

    private static List<Certificate> mine() {
        return kring.certificates(Certificates::mine);
    }

    private static byte[] pdf(UUID uuid) {
        return kring.certificates(c -> c.pdf(uuid));
    }

    private static Optional<Verification> verify(String code) {
        return kring.certificates(c -> c.verify(code));
    }

    private Certificate only() {
        return ofEdition().get(0);
    }

    private static Void revoke(Certificates certificates, UUID uuid, String reason) {
        certificates.revoke(uuid, reason);
        return null;
    }

    private long mails() {
        return kring.count("select count(*) from crm.message m join crm.certificate c on c.person_id = m.person_id"
                + " where c.edition_id = " + edition.id());
    }
}
