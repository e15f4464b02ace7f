package nl.kring.crm.attendance;

import static nl.kring.crm.attendance.EveningFixture.AFTERWARDS;
import static nl.kring.crm.attendance.EveningFixture.DAY_BEFORE;
import static nl.kring.crm.attendance.EveningFixture.FIRST_EVENING;
import static nl.kring.crm.attendance.EveningFixture.SECOND_EVENING;
import static nl.kring.crm.attendance.EveningFixture.professional;
import static nl.kring.crm.attendance.EveningFixture.staffOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AttendancesTest {

    private static EveningFixture kring;

    private EveningFixture.Edition edition;
    private UUID anna;
    private UUID bram;

    @BeforeAll
    static void start() throws Exception {
        kring = new EveningFixture();
    }

    @AfterAll
    static void stop() throws Exception {
        kring.close();
    }

    @BeforeEach
    void two_participants_of_two_evenings() {
        edition = kring.edition("Palliatieve zorg", FIRST_EVENING, SECOND_EVENING);
        bram = kring.confirmed(edition, kring.person("Bram de Boer", "GP"));
        anna = kring.confirmed(edition, kring.person("Anna Aalders", "PN"));
        kring.news.clear();
        kring.as(staffOf(kring.wdh)).at(AFTERWARDS);
    }

    @Test
    void the_sheet_has_the_confirmed_participants_by_name_and_nobody_else() {
        kring.enrolled(edition, kring.person("Wim Wachter", "GP"), "WAITLISTED");
        kring.enrolled(edition, kring.person("Ada Afmelder", "GP"), "CANCELLED");

        AttendanceSheet sheet = sheet();

        assertThat(sheet.courseTitle()).isEqualTo("Palliatieve zorg");
        assertThat(sheet.sessions()).extracting(AttendanceSheet.Column::session).isEqualTo(edition.sessions());
        assertThat(sheet.participants())
                .extracting(AttendanceSheet.Row::name)
                .containsExactly("Anna Aalders", "Bram de Boer");
    }

    @Test
    void present_absent_and_not_recorded_are_three_things() {
        kring.attendances(a -> a.record(edition.uuid(), List.of(mark(anna, 0, true), mark(bram, 0, false))));

        AttendanceSheet sheet = sheet();

        UUID first = edition.sessions().get(0);
        UUID second = edition.sessions().get(1);
        assertThat(sheet.participants().get(0).present())
                .containsEntry(first, true)
                .doesNotContainKey(second);
        assertThat(sheet.participants().get(1).present())
                .containsEntry(first, false)
                .doesNotContainKey(second);
        assertThat(sheet.participants()).noneMatch(AttendanceSheet.Row::complete);
    }

    @Test
    void what_came_of_a_seat_is_known_when_each_session_has_a_mark() {
        record(mark(anna, 0, true), mark(bram, 0, false));
        assertThat(standing()).containsExactly("CONFIRMED", "CONFIRMED");
        record(mark(anna, 1, true), mark(bram, 1, false));
        assertThat(standing()).containsExactly("ATTENDED", "NO_SHOW");
        record(mark(bram, 1, true));
        record(mark(bram, 1, true));

        assertThat(standing()).containsExactly("ATTENDED", "PARTIAL");
        assertThat(kring.count(
                        "select count(*) from crm.enrolment_event v join crm.enrolment e on e.id = v.enrolment_id"
                                + " where e.uuid = '" + bram + "' and v.what in ('NO_SHOW', 'PARTIAL')"))
                .as("the same mark again adds nothing to the story")
                .isEqualTo(2);
        assertThat(sheet().participants()).as("who came stays on the sheet").hasSize(2);
    }

    private List<String> standing() {
        return List.of(anna, bram).stream()
                .map(enrolment -> List.of("CONFIRMED", "ATTENDED", "PARTIAL", "NO_SHOW").stream()
                        .filter(state -> kring.count("select count(*) from crm.enrolment where uuid = '" + enrolment
                                        + "' and state = '" + state + "'")
                                == 1)
                        .findFirst()
                        .orElse("?"))
                .toList();
    }

    @Test
    void a_correction_replaces_a_mark_and_the_same_mark_again_changes_nothing() {
        assertThat(record(mark(anna, 0, true))).isEqualTo(1);
        assertThat(record(mark(anna, 0, true))).isZero();
        assertThat(record(mark(anna, 0, false))).isEqualTo(1);
        assertThat(kring.count("select count(*) from crm.audit_entry where action = 'attendance.recorded'"
                        + " and subject_uuid = '" + edition.uuid() + "'"))
                .isEqualTo(2);
    }

    @Test
    void attendance_cannot_be_taken_before_the_day_of_the_session_in_amsterdam() {
        kring.at(DAY_BEFORE);
        assertThatThrownBy(() -> record(mark(anna, 0, true)))
                .isInstanceOfSatisfying(
                        AttendanceTooEarlyException.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly("11-03-2026"));

        kring.at(DAY_BEFORE.plusSeconds(1));
        assertThat(record(mark(anna, 0, true))).isEqualTo(1);
        assertThatThrownBy(() -> record(mark(anna, 1, true))).isInstanceOf(AttendanceTooEarlyException.class);
    }

    @Test
    void a_refused_mark_leaves_nothing_of_the_others_behind() {
        kring.at(FIRST_EVENING);
        assertThatThrownBy(() -> record(mark(anna, 0, true), mark(anna, 1, true)))
                .isInstanceOf(AttendanceTooEarlyException.class);
        assertThat(sheet().participants()).allMatch(row -> row.present().isEmpty());
    }

    @Test
    void a_draft_or_cancelled_edition_has_no_attendance() {
        for (String state : List.of("CONCEPT", "CANCELLED")) {
            kring.sql("update crm.edition set state = ? where id = ?", state, edition.id());
            assertThat(sheet().held()).isFalse();
            assertThatThrownBy(() -> record(mark(anna, 0, true))).isInstanceOf(EditionNotHeldException.class);
            assertThatThrownBy(this::presentAll).isInstanceOf(EditionNotHeldException.class);
        }
    }

    @Test
    void present_all_marks_everybody_at_the_sessions_whose_day_has_come() {
        kring.at(FIRST_EVENING);
        assertThat(presentAll()).isEqualTo(2);

        kring.at(AFTERWARDS);
        assertThat(presentAll()).isEqualTo(2);
        assertThat(sheet().readyForCertificate()).isEqualTo(2);
    }

    @Test
    void present_all_is_refused_before_the_first_day() {
        kring.at(DAY_BEFORE);
        assertThatThrownBy(this::presentAll).isInstanceOf(AttendanceTooEarlyException.class);
    }

    @Test
    void who_completes_the_last_session_is_news_once() {
        record(mark(anna, 0, true));
        assertThat(kring.news).isEmpty();
        record(mark(anna, 1, true));
        assertThat(kring.news).hasSize(1);
        record(mark(anna, 1, true));
        assertThat(kring.news).hasSize(1);
    }

    @Test
    void another_organisations_edition_does_not_exist() {
        kring.as(staffOf(kring.fea));
        assertThatThrownBy(this::sheet).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> record(mark(anna, 0, true))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(this::presentAll).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_professional_does_not_take_attendance() {
        kring.as(professional(kring.person("Piet Prater", "GP")));
        assertThatThrownBy(() -> record(mark(anna, 0, true))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_participant_of_another_edition_is_not_on_this_sheet() {
        EveningFixture.Edition other = kring.edition("Andere avond", FIRST_EVENING);
        UUID stranger = kring.confirmed(other, kring.person("Carla Crans", "GP"));
        assertThatThrownBy(() -> record(mark(stranger, 0, true))).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(
                        () -> record(new AttendanceMark(anna, other.sessions().get(0), true)))
                .isInstanceOf(InvalidInputException.class);
    }

    private int presentAll() {
        return kring.attendances(a -> a.presentAll(edition.uuid()));
    }

    private AttendanceSheet sheet() {
        return kring.attendances(a -> a.sheet(edition.uuid()));
    }

    private int record(AttendanceMark... marks) {
        return kring.attendances(a -> a.record(edition.uuid(), List.of(marks)));
    }

    private AttendanceMark mark(UUID enrolment, int session, boolean present) {
        return new AttendanceMark(enrolment, edition.sessions().get(session), present);
    }
}
