package nl.kring.crm.agenda.checklist;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.workbench.Office.FEA;
import static nl.kring.crm.workbench.Office.THOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.kring.crm.agenda.ACourse;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.EditionMove;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.agenda.PlannedCourse;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.workbench.NewTask;
import nl.kring.crm.workbench.Office;
import nl.kring.crm.workbench.TaskBoard;
import nl.kring.crm.workbench.TaskInbox;
import nl.kring.crm.workbench.TaskLine;
import nl.kring.crm.workbench.TaskOutcome;
import nl.kring.crm.workbench.TaskSubject;
import nl.kring.crm.workbench.Tasks;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What has to be done for an edition. It is 1 September 2026. */
class ChecklistsTest {

    private Office anna;
    private Office bram;
    private Office thoon;

    @BeforeEach
    void open() throws Exception {
        Office.reset();
        Office.hear(ChecklistNews.class);
        anna = Office.colleague(FEA, "Anna");
        bram = Office.colleague(FEA, "Bram");
        thoon = Office.of(THOON);
    }

    @Test
    void a_checklist_is_made_from_the_template_with_the_days_of_the_edition() {
        UUID edition = planned("2026-11-03");
        make(edition);
        assertThat(step(edition, "Accreditatie aanvragen").dueOn()).isEqualTo("2026-09-08");
        assertThat(step(edition, "Definitieve presentaties").dueOn()).isEqualTo("2026-10-20");
        assertThat(step(edition, "Evaluatie versturen").dueOn()).isEqualTo("2026-11-04");
        assertThat(step(edition, "Getekende presentielijst").dueOn()).isEqualTo("2026-11-17");
        assertThat(steps(edition))
                .hasSize(14)
                .allSatisfy(step -> assertThat(step.ownerName()).isEqualTo("Anna"))
                .extracting(StepLine::dueOn)
                .isSorted();
    }

    @Test
    void a_step_stands_in_the_one_list_of_things_to_do_and_opens_its_page() {
        UUID edition = planned("2026-11-03");
        make(edition);
        TaskLine line = all(anna.ask(Tasks.class, tasks -> tasks.mine(null))).stream()
                .filter(task -> task.title().equals("Accreditatie aanvragen"))
                .findFirst()
                .orElseThrow();
        assertThat(line.about()).isEqualTo("Reanimatie en AED, 03-11-2026");
        assertThat(line.subjectKind()).isEqualTo(TaskSubject.EDITION);
        assertThat(line.subjectUuid()).isEqualTo(edition);
        assertThat(line.action()).isEqualTo(StepAction.ACCREDITATION.name());
        anna.tell(Tasks.class, tasks -> tasks.finish(line.uuid()));
        assertThat(step(edition, "Accreditatie").outcome()).isEqualTo(TaskOutcome.DONE);
    }

    @Test
    void days_follow_the_edition_when_it_moves_and_a_day_set_by_hand_stays() {
        UUID edition = planned("2026-11-03");
        make(edition);
        UUID byHand = step(edition, "Catering").uuid();
        anna.tell(Checklists.class, all -> all.date(edition, byHand, LocalDate.of(2026, 10, 1)));

        move(edition, evening("2027-01-12").titled("Reanimatie en meer"));

        assertThat(step(edition, "Accreditatie").dueOn()).isEqualTo("2026-11-17");
        assertThat(step(edition, "Evaluatie versturen").dueOn()).isEqualTo("2027-01-13");
        assertThat(step(edition, "Catering").dueOn()).isEqualTo("2026-10-01");
        assertThat(step(edition, "Catering").dueByHand()).isTrue();
        assertThat(all(anna.ask(Tasks.class, tasks -> tasks.mine(null))))
                .extracting(TaskLine::about)
                .containsOnly("Reanimatie en meer, 12-01-2027");

        anna.tell(Checklists.class, all -> all.date(edition, byHand, null));
        assertThat(step(edition, "Catering").dueOn()).isEqualTo("2027-01-05");
        move(edition, evening("2027-01-19"));
        assertThat(step(edition, "Catering").dueOn()).isEqualTo("2027-01-12");
    }

    /** What the test before would see when nobody listened: it can fail. */
    @Test
    void when_nobody_hears_of_a_move_the_days_stay_behind() throws Exception {
        UUID edition = planned("2026-11-03");
        make(edition);
        Office.deafen();
        move(edition, evening("2027-01-12"));
        assertThat(step(edition, "Accreditatie").dueOn()).isEqualTo("2026-09-08");
    }

    @Test
    void a_day_more_counts_from_the_last_session_and_a_move_of_only_the_first_moves_only_what_comes_before() {
        UUID edition = planned(
                aCourse().from("2026-11-03T19:00", "2026-11-03T22:00").from("2026-11-17T19:00", "2026-11-17T22:00"));
        make(edition);
        assertThat(step(edition, "Accreditatie").dueOn()).isEqualTo("2026-09-08");
        assertThat(step(edition, "Evaluatie versturen").dueOn()).isEqualTo("2026-11-18");

        move(
                edition,
                aCourse().from("2026-11-10T19:00", "2026-11-10T22:00").from("2026-11-17T19:00", "2026-11-17T22:00"));

        assertThat(step(edition, "Accreditatie").dueOn()).isEqualTo("2026-09-15");
        assertThat(step(edition, "Evaluatie versturen").dueOn()).isEqualTo("2026-11-18");
    }

    @Test
    void what_is_cancelled_asks_nothing_more_and_what_was_done_stays_done() {
        UUID edition = planned("2026-11-03");
        UUID other = planned("2026-11-10");
        make(edition);
        make(other);
        StepLine done = step(edition, "Accreditatie");
        anna.tell(Checklists.class, all -> all.finish(edition, done.uuid()));

        anna.tell(Courses.class, courses -> courses.move(edition, EditionMove.CANCEL));

        assertThat(steps(edition))
                .allSatisfy(step -> assertThat(step.outcome())
                        .isEqualTo(step.uuid().equals(done.uuid()) ? TaskOutcome.DONE : TaskOutcome.CANCELLED));
        assertThat(all(anna.ask(Tasks.class, tasks -> tasks.team(null))))
                .hasSize(14)
                .allSatisfy(task -> assertThat(task.subjectUuid()).isEqualTo(other));
        UUID closed = step(edition, "Catering").uuid();
        refused("agenda-edition-cancelled", () -> anna.tell(Checklists.class, all -> all.reopen(edition, closed)));
        refused("task-cancelled", () -> anna.tell(Tasks.class, tasks -> tasks.reopen(closed)));
        refused("agenda-edition-cancelled", () -> make(edition));
    }

    /** As calling off a venue, which is to be done because it was cancelled. */
    @Test
    void what_others_lay_down_about_an_edition_is_not_the_checklists_to_close_or_to_rename() {
        UUID edition = planned("2026-11-03");
        make(edition);
        anna.tell(
                TaskInbox.class,
                inbox -> inbox.put(FEA, new NewTask("Afzeggen: De Zaal", null, null, TaskSubject.EDITION, edition)));

        move(edition, evening("2027-01-12"));
        anna.tell(Courses.class, courses -> courses.move(edition, EditionMove.CANCEL));

        assertThat(all(anna.ask(Tasks.class, tasks -> tasks.team(null))))
                .singleElement()
                .satisfies(task -> {
                    assertThat(task.title()).isEqualTo("Afzeggen: De Zaal");
                    assertThat(task.about()).isNull();
                });
    }

    @Test
    void who_did_it_and_when_is_told_and_it_can_be_undone() {
        UUID edition = planned("2026-11-03");
        make(edition);
        UUID step = step(edition, "Zaal").uuid();
        Office.at("2026-09-02T08:30:00Z");
        bram.tell(Checklists.class, all -> all.finish(edition, step));
        assertThat(step(edition, "Zaal").endedBy()).isEqualTo("Bram");
        assertThat(step(edition, "Zaal").endedAt()).isEqualTo("2026-09-02T08:30:00Z");
        bram.tell(Checklists.class, all -> all.reopen(edition, step));
        assertThat(step(edition, "Zaal").isOpen()).isTrue();
        assertThat(Office.value("select string_agg(action, ' ' order by id) from crm.audit_entry where subject_uuid = '"
                        + step + "'"))
                .isEqualTo("task.done task.reopened");
    }

    @Test
    void a_step_that_is_not_needed_says_why() {
        UUID edition = planned("2026-11-03");
        make(edition);
        UUID step = step(edition, "Catering").uuid();
        refused("task-not-needed-reason", () -> anna.tell(Checklists.class, all -> all.skip(edition, step, " ")));
        anna.tell(Checklists.class, all -> all.skip(edition, step, "Online"));
        assertThat(step(edition, "Catering").outcome()).isEqualTo(TaskOutcome.NOT_NEEDED);
        assertThat(step(edition, "Catering").reason()).isEqualTo("Online");
    }

    @Test
    void a_step_that_waits_for_others_stands_apart() {
        UUID edition = planned("2026-11-03");
        make(edition);
        UUID step = step(edition, "Accreditatie").uuid();
        anna.tell(Checklists.class, all -> all.letWait(edition, step, true));
        TaskBoard board = anna.ask(Tasks.class, tasks -> tasks.mine(null));
        assertThat(board.waiting()).extracting(TaskLine::uuid).containsExactly(step);
        assertThat(board.later()).extracting(TaskLine::uuid).doesNotContain(step);
        anna.tell(Checklists.class, all -> all.letWait(edition, step, false));
        assertThat(anna.ask(Tasks.class, tasks -> tasks.mine(null)).waiting()).isEmpty();
    }

    @Test
    void a_step_is_given_to_a_colleague_with_a_deputy_and_to_nobody_else() {
        UUID edition = planned("2026-11-03");
        make(edition);
        UUID step = step(edition, "Catering").uuid();
        anna.tell(Checklists.class, all -> all.share(edition, step, bram.account(), anna.account()));
        assertThat(step(edition, "Catering").ownerName()).isEqualTo("Bram");
        assertThat(step(edition, "Catering").deputyName()).isEqualTo("Anna");
        refused(
                "task-own-deputy",
                () -> anna.tell(Checklists.class, all -> all.share(edition, step, bram.account(), bram.account())));
        assertThatThrownBy(() -> anna.tell(Checklists.class, all -> all.share(edition, step, thoon.account(), null)))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_step_added_by_hand_moves_along_like_the_others() {
        UUID edition = planned("2026-11-03");
        anna.tell(
                Checklists.class,
                all -> all.add(
                        edition,
                        new StepForm("Bloemen", StepAction.NONE, StepMoment.DAYS_BEFORE, 1, bram.account(), null)));
        assertThat(step(edition, "Bloemen").dueOn()).isEqualTo("2026-11-02");
        move(edition, evening("2026-11-10"));
        assertThat(step(edition, "Bloemen").dueOn()).isEqualTo("2026-11-09");
    }

    @Test
    void who_no_longer_works_there_gets_no_steps() {
        UUID edition = planned("2026-11-03");
        anna.tell(ChecklistTemplates.class, all -> all.adopt(null));
        UUID step = anna.ask(ChecklistTemplates.class, all -> all.of(null))
                .steps()
                .get(0)
                .uuid();
        anna.tell(
                ChecklistTemplates.class,
                all -> all.change(
                        null,
                        step,
                        0,
                        new StepForm(
                                "Programma", StepAction.PROGRAMME, StepMoment.DAYS_BEFORE, 84, bram.account(), null)));
        make(edition);
        assertThat(step(edition, "Programma").ownerName()).isEqualTo("Bram");

        Office.run("update crm.account set active = false where uuid = '" + bram.account() + "'");
        UUID later = planned("2026-12-01");
        make(later);
        assertThat(step(later, "Programma").ownerName()).isEqualTo("Anna");
    }

    @Test
    void an_edition_has_one_checklist_however_often_it_is_asked_for() throws Exception {
        UUID edition = planned("2026-11-03");
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        List<Callable<String>> calls = new ArrayList<>();
        IntStream.range(0, 8)
                .forEach(each -> calls.add(() -> {
                    try {
                        make(edition);
                        return "made";
                    } catch (BusinessException refused) {
                        return refused.code();
                    }
                }));
        List<String> answers = new ArrayList<>();
        for (Future<String> call : crowd.invokeAll(calls)) {
            answers.add(call.get());
        }
        crowd.shutdown();
        assertThat(answers)
                .containsOnlyOnce("made")
                .filteredOn("checklist-there"::equals)
                .hasSize(7);
        assertThat(steps(edition)).hasSize(14);
        assertThat(Office.value("select count(*) from crm.task")).isEqualTo("14");
    }

    @Test
    void for_another_organisation_it_does_not_exist() {
        UUID edition = announced("2026-11-03");
        UUID draft = planned("2026-11-10");
        make(edition);
        UUID step = step(edition, "Catering").uuid();
        StepForm form = new StepForm("Bloemen", StepAction.NONE, StepMoment.DAYS_BEFORE, 1, null, null);
        Stream.<ThrowingCallable>of(
                        () -> thoon.ask(Checklists.class, all -> all.of(edition)),
                        () -> thoon.ask(Checklists.class, all -> all.of(draft)),
                        () -> thoon.tell(Checklists.class, all -> all.make(edition, null, null)),
                        () -> thoon.tell(Checklists.class, all -> all.add(edition, form)),
                        () -> thoon.tell(Checklists.class, all -> all.finish(edition, step)),
                        () -> thoon.tell(Checklists.class, all -> all.reopen(edition, step)),
                        () -> thoon.tell(Checklists.class, all -> all.skip(edition, step, "Nee")),
                        () -> thoon.tell(Checklists.class, all -> all.letWait(edition, step, true)),
                        () -> thoon.tell(Checklists.class, all -> all.share(edition, step, null, null)),
                        () -> thoon.tell(Checklists.class, all -> all.date(edition, step, null)),
                        () -> thoon.tell(Tasks.class, tasks -> tasks.finish(step)),
                        () -> thoon.tell(Tasks.class, tasks -> tasks.takeOver(step)),
                        () -> thoon.ask(ChecklistTemplates.class, all -> all.of(edition)))
                .forEach(call -> assertThatThrownBy(call).isInstanceOf(NotFoundException.class));
        assertThat(all(thoon.ask(Tasks.class, tasks -> tasks.team(null)))).isEmpty();
    }

    /** Who organises it together does it together, each from the own list. */
    @Test
    void a_step_stands_in_the_list_of_the_organisation_whose_colleague_does_it() {
        UUID edition = planned("2026-11-03");
        make(edition);
        UUID step = step(edition, "Catering").uuid();
        Office.run("insert into crm.course_co_organiser (course_id, organisation_id) select id, " + THOON
                + " from crm.course");

        thoon.tell(Checklists.class, all -> all.share(edition, step, thoon.account(), null));
        assertThat(all(thoon.ask(Tasks.class, tasks -> tasks.mine(null))))
                .extracting(TaskLine::uuid)
                .containsExactly(step);
        assertThat(all(anna.ask(Tasks.class, tasks -> tasks.team(null))))
                .hasSize(13)
                .extracting(TaskLine::uuid)
                .doesNotContain(step);
        assertThat(step(edition, "Catering").ownerName()).isEqualTo("Medewerker 2");

        thoon.tell(Tasks.class, tasks -> tasks.finish(step));
        assertThat(step(edition, "Catering").outcome()).isEqualTo(TaskOutcome.DONE);
        anna.tell(Checklists.class, all -> all.reopen(edition, step));
        anna.tell(Checklists.class, all -> all.share(edition, step, bram.account(), null));
        assertThat(all(thoon.ask(Tasks.class, tasks -> tasks.team(null)))).isEmpty();
        assertThat(all(bram.ask(Tasks.class, tasks -> tasks.mine(null)))).hasSize(1);
    }

    /** Whoever may do something of one edition gets at no step of another through it. */
    @Test
    void a_step_belongs_to_its_own_edition() {
        UUID ours = planned("2026-11-03");
        make(ours);
        UUID theirs = thoon.ask(
                Courses.class, courses -> courses.plan(evening("2026-11-03").wish()));
        thoon.tell(Checklists.class, all -> all.make(theirs, null, null));
        UUID step = thoon.ask(Checklists.class, all -> all.of(theirs)).get(0).uuid();
        Stream.<ThrowingCallable>of(
                        () -> anna.tell(Checklists.class, all -> all.finish(ours, step)),
                        () -> anna.tell(Checklists.class, all -> all.date(ours, step, LocalDate.of(2026, 10, 1))),
                        () -> anna.tell(Checklists.class, all -> all.date(ours, step, null)))
                .forEach(call -> assertThatThrownBy(call).isInstanceOf(NotFoundException.class));
    }

    @Test
    void a_long_checklist_takes_no_more_queries_than_a_short_one() {
        UUID edition = planned("2026-11-03");
        anna.tell(Checklists.class, all -> all.add(edition, bare("Een")));
        anna.tell(Checklists.class, all -> all.add(edition, bare("Twee")));
        long few = anna.queries(Checklists.class, all -> all.of(edition));
        for (int more = 0; more < 50; more++) {
            String title = "Meer " + more;
            anna.tell(Checklists.class, all -> all.add(edition, bare(title)));
        }
        assertThat(steps(edition)).hasSize(52);
        assertThat(anna.queries(Checklists.class, all -> all.of(edition))).isEqualTo(few);
    }

    @Test
    void a_step_says_what_when_and_by_two_people_at_most() {
        UUID edition = planned("2026-11-03");
        refused("task-title", () -> anna.tell(Checklists.class, all -> all.add(edition, bare(" "))));
        refused(
                "checklist-days",
                () -> anna.tell(
                        Checklists.class,
                        all -> all.add(
                                edition,
                                new StepForm("Te lang", StepAction.NONE, StepMoment.DAYS_AFTER, 731, null, null))));
        refused(
                "checklist-days",
                () -> anna.tell(
                        Checklists.class,
                        all -> all.add(edition, new StepForm("Nooit", StepAction.NONE, null, 1, null, null))));
        make(planned("2026-11-17"));
        refused("checklist-day", () -> {
            make(edition);
            UUID step = step(edition, "Catering").uuid();
            anna.tell(Checklists.class, all -> all.date(edition, step, LocalDate.of(1999, 12, 31)));
        });
    }

    private UUID planned(String day) {
        return planned(evening(day));
    }

    private UUID planned(ACourse course) {
        return anna.ask(Courses.class, courses -> courses.plan(course.wish()));
    }

    private UUID announced(String day) {
        return anna.ask(Courses.class, courses -> courses.announce(evening(day).wish()));
    }

    private void make(UUID edition) {
        anna.tell(Checklists.class, all -> all.make(edition, anna.account(), null));
    }

    private void move(UUID edition, ACourse course) {
        PlannedCourse wish = course.wish();
        anna.tell(Courses.class, courses -> {
            EditionDetail detail = anna.ask(Editions.class, editions -> editions.edition(edition));
            courses.change(edition, detail.version(), wish, null);
        });
    }

    private List<StepLine> steps(UUID edition) {
        return anna.ask(Checklists.class, all -> all.of(edition));
    }

    private StepLine step(UUID edition, String beginning) {
        return steps(edition).stream()
                .filter(step -> step.title().startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private static StepForm bare(String title) {
        return new StepForm(title, StepAction.NONE, StepMoment.DAYS_BEFORE, 3, null, null);
    }

    private static ACourse evening(String day) {
        return aCourse().from(day + "T19:00", day + "T22:00");
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static List<TaskLine> all(TaskBoard board) {
        return Stream.of(board.overdue(), board.thisWeek(), board.later(), board.waiting(), board.toTakeOver())
                .flatMap(List::stream)
                .toList();
    }
}
