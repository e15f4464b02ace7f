package nl.kring.crm.attendance;

import static nl.kring.crm.attendance.EveningFixture.AFTERWARDS;
import static nl.kring.crm.attendance.EveningFixture.FIRST_EVENING;
import static nl.kring.crm.attendance.EveningFixture.SECOND_EVENING;
import static nl.kring.crm.attendance.EveningFixture.professional;
import static nl.kring.crm.attendance.EveningFixture.staffOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import nl.kring.crm.attendance.closing.ClosingAsked;
import nl.kring.crm.attendance.closing.ClosingStep;
import nl.kring.crm.attendance.closing.StepState;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReissueTest {

    private static EveningFixture kring;

    private EveningFixture.Edition edition;
    private long annaPerson;
    private UUID anna;
    private Certificate first;

    @BeforeAll
    static void start() throws Exception {
        kring = new EveningFixture();
        kring.scheme("T-GP", "RGS huisartsen", "GP", "LOCUM_GP");
    }

    @AfterAll
    static void stop() throws Exception {
        kring.close();
    }

    @BeforeEach
    void somebody_has_a_certificate() {
        edition = kring.edition("CASPIR", FIRST_EVENING, SECOND_EVENING);
        kring.accredited(edition, "T-GP", "6");
        annaPerson = kring.person("Anna Aalders", "GP");
        anna = kring.confirmed(edition, annaPerson);
        kring.as(staffOf(kring.wdh)).at(AFTERWARDS);
        kring.attendances(a -> a.presentAll(edition.uuid()));
        kring.certificates(c -> c.issue(edition.uuid()));
        first = standing().get(0);
    }

    @Test
    void what_says_what_is_so_is_not_on_the_list() {
        assertThat(outdated()).isEmpty();
    }

    @Test
    void a_certificate_with_points_in_two_registers_is_one_certificate() {
        kring.scheme("T-DUO", "Een tweede register", "GP");
        kring.accredited(edition, "T-DUO", "3");

        OutdatedCertificate found = onlyOutdated();
        assertThat(found.differences()).isEqualTo(Set.of(Difference.POINTS));
        assertThat(reissue(found.certificate())).isEqualTo(1);
        assertThat(outdated()).isEmpty();
        assertThat(standing().get(0).getPoints()).hasSize(2);
    }

    @Test
    void a_name_that_was_put_right_is_found_and_only_reissued_when_somebody_says_so() {
        rename("Anna Aalderinck");
        OutdatedCertificate found = onlyOutdated();
        assertThat(found.differences()).isEqualTo(Set.of(Difference.NAME));
        assertThat(found.withdrawn()).isFalse();
        assertThat(standing()).extracting(Certificate::getPersonName).containsExactly("Anna Aalders");

        assertThat(reissue(found.certificate())).isEqualTo(1);
        assertThat(standing()).extracting(Certificate::getPersonName).containsExactly("Anna Aalderinck");
        assertThat(outdated()).isEmpty();
    }

    @Test
    void the_old_code_says_that_it_was_corrected_and_by_which_and_the_new_one_is_mailed() {
        rename("Anna Aalderinck");
        reissue(onlyOutdated().certificate());
        Certificate second = standing().get(0);

        Verification old = verify(first.getCode());
        assertThat(old.corrected()).isTrue();
        assertThat(old.revoked()).isFalse();
        assertThat(old.replacedAt()).isEqualTo(AFTERWARDS);
        assertThat(old.replacedByCode()).isEqualTo(second.getCode());
        assertThat(old.personName()).isEqualTo("Anna Aalders");
        assertThat(verify(second.getCode()).corrected()).isFalse();
        assertThat(kring.text(
                        "select max(m.body) from crm.message m where m.kind = 'certificate-corrected' and m.person_id = "
                                + annaPerson))
                .contains(second.getCode())
                .contains("/attendance/my-certificates.xhtml");
    }

    @Test
    void other_points_are_found() {
        kring.sql("update crm.accreditation set points = 4.5 where course_id = ?", edition.course());
        assertThat(onlyOutdated().differences()).isEqualTo(Set.of(Difference.POINTS));
        reissue(onlyOutdated().certificate());
        assertThat(standing().get(0).getPoints())
                .extracting(CertificatePoints::points)
                .satisfiesExactly(points -> assertThat(points).isEqualByComparingTo("4.5"));
    }

    @Test
    void who_was_not_there_after_all_loses_it_and_verifies_as_withdrawn() {
        absentFromTheSecond();
        OutdatedCertificate found = onlyOutdated();
        assertThat(found.differences()).isEqualTo(Set.of(Difference.ATTENDANCE));
        assertThat(found.withdrawn()).isTrue();
        reissue(found.certificate());
        assertThat(verify(first.getCode()).revoked()).isTrue();
        assertThat(verify(first.getCode()).corrected()).isFalse();
    }

    @Test
    void who_was_there_for_some_of_it_gets_one_with_what_the_ledger_has() {
        absentFromTheSecond();
        kring.earned(anna, "T-GP", "3");
        assertThat(onlyOutdated().withdrawn()).isFalse();
        assertThat(onlyOutdated().differences()).isEqualTo(Set.of(Difference.ATTENDANCE, Difference.POINTS));
        reissue(onlyOutdated().certificate());

        Certificate partial = standing().get(0);
        assertThat(partial.isPartial()).isTrue();
        assertThat(partial.getPoints())
                .extracting(CertificatePoints::points)
                .satisfiesExactly(points -> assertThat(points).isEqualByComparingTo("3"));
    }

    @Test
    void who_was_there_for_some_of_it_is_given_one_at_once_when_there_are_points_for_it() {
        UUID bram = kring.confirmed(edition, kring.person("Bram de Boer", "GP"));
        kring.attendances(a -> a.record(
                edition.uuid(),
                List.of(
                        new AttendanceMark(bram, edition.sessions().get(0), true),
                        new AttendanceMark(bram, edition.sessions().get(1), false))));
        assertThat(kring.certificates(c -> c.issue(edition.uuid())).issued()).isZero();
        kring.earned(bram, "T-GP", "3");
        assertThat(kring.certificates(c -> c.issue(edition.uuid())).issued()).isEqualTo(1);
    }

    @Test
    void the_holder_sees_the_one_that_stands_and_the_old_paper_names_it() throws Exception {
        rename("Anna Aalderinck");
        reissue(onlyOutdated().certificate());
        kring.as(professional(annaPerson));
        assertThat(kring.certificates(Certificates::mine))
                .extracting(Certificate::getPersonName)
                .containsExactly("Anna Aalderinck");
        assertThat(kring.certificates(Certificates::mineByEnrolment)).containsOnlyKeys(anna);
        assertThat(kring.<byte[]>certificates(c -> c.pdf(first.getUuid()))).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void somebody_who_presses_eight_times_gets_one_new_certificate() throws Exception {
        rename("Anna Aalderinck");
        UUID wrong = onlyOutdated().certificate();
        var threads = Executors.newFixedThreadPool(8);
        List<Callable<Integer>> presses = IntStream.range(0, 8)
                .<Callable<Integer>>mapToObj(i -> () -> reissue(wrong))
                .toList();
        int done = 0;
        for (var answer : threads.invokeAll(presses)) {
            done += answer.get();
        }
        threads.shutdown();
        assertThat(done).isEqualTo(1);
        assertThat(standing()).hasSize(1);
    }

    @Test
    void another_organiser_finds_nothing_and_nothing_is_done_when_none_is_chosen() {
        assertThatThrownBy(() -> kring.reissues(r -> r.reissue(edition.uuid(), List.of())))
                .isInstanceOf(InvalidInputException.class);
        kring.as(staffOf(kring.fea));
        assertThatThrownBy(this::outdated).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> reissue(first.getUuid())).isInstanceOf(NotFoundException.class);
    }

    @Test
    void who_closes_the_edition_is_led_to_what_is_wrong_and_to_who_was_there_for_some_of_it() {
        assertThat(step(anna).state()).isEqualTo(StepState.State.NOT_APPLICABLE);
        rename("Anna Aalderinck");
        assertThat(step(anna))
                .isEqualTo(StepState.open("outdated", "/attendance/reissue-certificates.xhtml?id=" + edition.uuid()));
        UUID bram = kring.confirmed(edition, kring.person("Bram de Boer", "GP"));
        kring.attendances(a -> a.record(
                edition.uuid(),
                List.of(
                        new AttendanceMark(bram, edition.sessions().get(0), true),
                        new AttendanceMark(bram, edition.sessions().get(1), false))));
        assertThat(step(bram).isOpen()).isFalse();
        kring.earned(bram, "T-GP", "3");
        assertThat(step(bram).code()).isEqualTo("missing");
    }

    private StepState step(UUID enrolment) {
        ClosingAsked asked = new ClosingAsked(edition.id(), edition.uuid(), Map.of(enrolment, 1L), AFTERWARDS);
        kring.told(CertificateStep.class, step -> step.tell(asked));
        return asked.of(ClosingStep.CERTIFICATE, enrolment);
    }

    private void rename(String name) {
        kring.sql("update crm.person set display_name = ? where id = ?", name, annaPerson);
    }

    private void absentFromTheSecond() {
        kring.attendances(a -> a.record(
                edition.uuid(),
                List.of(new AttendanceMark(anna, edition.sessions().get(1), false))));
    }

    private List<OutdatedCertificate> outdated() {
        return kring.reissues(r -> r.outdated(edition.uuid()));
    }

    private OutdatedCertificate onlyOutdated() {
        List<OutdatedCertificate> outdated = outdated();
        assertThat(outdated).hasSize(1);
        return outdated.get(0);
    }

    private int reissue(UUID certificate) {
        return kring.reissues(r -> r.reissue(edition.uuid(), List.of(certificate)));
    }

    private List<Certificate> standing() {
        return kring.certificates(c -> c.of(edition.uuid()));
    }

    private static Verification verify(String code) {
        return kring.certificates(c -> c.verify(code)).orElseThrow();
    }
}
