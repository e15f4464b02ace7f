package nl.kring.crm.communication;

import static nl.kring.crm.workbench.Office.FEA;
import static nl.kring.crm.workbench.Office.THOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.workbench.NewTask;
import nl.kring.crm.workbench.Office;
import nl.kring.crm.workbench.TaskBoard;
import nl.kring.crm.workbench.TaskLine;
import nl.kring.crm.workbench.TaskSubject;
import nl.kring.crm.workbench.Tasks;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContactMomentsTest {

    private Office anna;
    private Office bram;
    private Office thoon;
    private UUID berg;

    @BeforeEach
    void open() throws Exception {
        Office.reset();
        anna = Office.colleague(FEA, "Anna");
        bram = Office.colleague(FEA, "Bram");
        thoon = Office.of(THOON);
        berg = Office.person("Berg");
    }

    @Test
    void a_call_is_written_down_with_its_follow_up_in_one_go() {
        NewTask callBack = new NewTask("Terugbellen", LocalDate.parse("2026-09-04"), bram.account(), null, null);
        record(anna, "Vraagt naar de nascholing", null, callBack);
        assertThat(moments(bram)).singleElement().satisfies(line -> {
            assertThat(line.kind()).isEqualTo(ContactKind.PHONE);
            assertThat(line.note()).isEqualTo("Vraagt naar de nascholing");
            assertThat(line.by()).isEqualTo("Anna");
            assertThat(line.happenedAt()).isEqualTo("2026-09-01T10:00:00Z");
            assertThat(line.taskDueOn()).isEqualTo("2026-09-04");
            assertThat(line.taskAssignee()).isEqualTo("Bram");
            assertThat(line.taskDone()).isFalse();
        });
        TaskBoard board = bram.ask(Tasks.class, tasks -> tasks.mine(null));
        TaskLine task = board.thisWeek().get(0);
        assertThat(task.title()).isEqualTo("Terugbellen: Berg");
        assertThat(task.subjectKind()).isEqualTo(TaskSubject.PERSON);
        assertThat(task.subjectUuid()).isEqualTo(berg);
        bram.tell(Tasks.class, tasks -> tasks.finish(task.uuid()));
        assertThat(moments(anna).get(0).taskDone()).isTrue();
    }

    @Test
    void a_follow_up_that_cannot_be_leaves_nothing_behind() {
        NewTask forSomebodyElse = new NewTask("Bellen", null, thoon.account(), null, null);
        assertThatThrownBy(() -> record(anna, "x", null, forSomebodyElse)).isInstanceOf(NotFoundException.class);
        assertThat(moments(anna)).isEmpty();
    }

    @Test
    void the_newest_comes_first() {
        record(anna, "eerder", Instant.parse("2026-08-01T10:00:00Z"), null);
        record(anna, "later", Instant.parse("2026-08-20T10:00:00Z"), null);
        assertThat(moments(anna)).extracting(ContactLine::note).containsExactly("later", "eerder");
    }

    @Test
    void what_was_said_of_somebody_who_was_merged_is_read_with_the_survivor() {
        record(anna, "van voor het samenvoegen", null, null);
        UUID survivor = Office.person("van den Berg");
        Office.run("update crm.person set merged_into_id = (select id from crm.person where uuid = '" + survivor
                + "') where uuid = '" + berg + "'");
        List<ContactLine> read = anna.ask(ContactMoments.class, all -> all.list(TaskSubject.PERSON, survivor));
        assertThat(read).extracting(ContactLine::note).containsExactly("van voor het samenvoegen");
        assertThat(moments(anna)).hasSize(1);
    }

    @Test
    void organisations_are_spoken_to_as_well() {
        UUID practice = Office.organisation("Praktijk Zuid", "PRACTICE");
        anna.tell(
                ContactMoments.class,
                all -> all.record(new NewContactMoment(
                        TaskSubject.ORGANISATION, practice, ContactKind.VISIT, null, "Langs geweest", null)));
        List<ContactLine> read = anna.ask(ContactMoments.class, all -> all.list(TaskSubject.ORGANISATION, practice));
        assertThat(read).extracting(ContactLine::kind).containsExactly(ContactKind.VISIT);
    }

    @Test
    void for_another_organisation_nothing_was_said() {
        UUID moment = record(anna, "kanarie-van-fea", null, null);
        assertThat(moments(thoon)).isEmpty();
        Stream.<ThrowingCallable>of(
                        () -> thoon.tell(ContactMoments.class, all -> all.correct(moment, 0, ContactKind.MAIL, "x")),
                        () -> thoon.tell(ContactMoments.class, all -> all.withdraw(moment)),
                        () -> thoon.tell(ContactMoments.class, all -> all.restore(moment)))
                .forEach(call -> assertThatThrownBy(call).isInstanceOf(NotFoundException.class));
        assertThat(moments(anna)).hasSize(1);
        assertThat(Office.value("select count(*) from crm.audit_entry where detail like '%kanarie%'"))
                .isEqualTo("0");
    }

    @Test
    void a_moment_is_corrected_by_whoever_comes_first() {
        UUID moment = record(anna, "typfuot", null, null);
        long version = moments(anna).get(0).version();
        bram.tell(ContactMoments.class, all -> all.correct(moment, version, ContactKind.MAIL, "typfout"));
        assertThat(moments(anna).get(0).note()).isEqualTo("typfout");
        assertThatThrownBy(() -> anna.tell(
                        ContactMoments.class, all -> all.correct(moment, version, ContactKind.PHONE, "anders")))
                .isInstanceOf(EditConflictException.class);
    }

    @Test
    void a_moment_that_never_was_goes_and_comes_back() {
        UUID moment = record(anna, "bij de verkeerde", null, null);
        anna.tell(ContactMoments.class, all -> all.withdraw(moment));
        assertThat(moments(anna)).isEmpty();
        anna.tell(ContactMoments.class, all -> all.restore(moment));
        assertThat(moments(anna)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'   ', contact-moment-note",
        "bsn 123456782, text-looks-like-bsn",
    })
    void a_note_that_cannot_be_kept_is_refused_with_the_reason(String note, String code) {
        assertThatThrownBy(() -> record(anna, note, null, null))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void nobody_was_spoken_to_in_the_future() {
        assertThatThrownBy(() -> record(anna, "x", Instant.parse("2026-09-01T10:00:01Z"), null))
                .hasMessageContaining("contact-moment-future");
    }

    private UUID record(Office by, String note, Instant at, NewTask followUp) {
        return by.ask(
                ContactMoments.class,
                all -> all.record(
                        new NewContactMoment(TaskSubject.PERSON, berg, ContactKind.PHONE, at, note, followUp)));
    }

    private List<ContactLine> moments(Office reader) {
        return reader.ask(ContactMoments.class, all -> all.list(TaskSubject.PERSON, berg));
    }
}
