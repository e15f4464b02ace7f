package nl.kring.crm.workbench;

import static nl.kring.crm.workbench.Office.FEA;
import static nl.kring.crm.workbench.Office.THOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TasksTest {

    private Office anna;
    private Office bram;
    private Office thoon;

    @BeforeEach
    void open() throws Exception {
        Office.reset();
        anna = Office.colleague(FEA, "Anna");
        bram = Office.colleague(FEA, "Bram");
        thoon = Office.of(THOON);
    }

    @Test
    void tasks_are_too_late_due_this_week_or_later() {
        add(anna, "gisteren", "2026-08-31", anna);
        add(anna, "vandaag, dinsdag", "2026-09-01", anna);
        add(anna, "zondag", "2026-09-06", anna);
        add(anna, "maandag", "2026-09-07", anna);
        add(anna, "ooit", null, anna);
        TaskBoard board = anna.ask(Tasks.class, tasks -> tasks.mine(null));
        assertThat(titles(board.overdue())).containsExactly("gisteren");
        assertThat(titles(board.thisWeek())).containsExactly("vandaag, dinsdag", "zondag");
        assertThat(titles(board.later())).containsExactly("maandag", "ooit");
    }

    @Test
    void a_day_ends_at_midnight_in_amsterdam() {
        add(anna, "dinsdag", "2026-09-01", anna);
        Office.at("2026-09-01T21:59:59Z");
        TaskBoard before = anna.ask(Tasks.class, tasks -> tasks.mine(null));
        Office.at("2026-09-01T22:00:00Z");
        TaskBoard after = anna.ask(Tasks.class, tasks -> tasks.mine(null));
        assertThat(before.overdue()).isEmpty();
        assertThat(titles(after.overdue())).containsExactly("dinsdag");
    }

    @Test
    void a_task_is_mine_the_teams_or_a_colleagues() {
        add(anna, "voor Anna", null, anna);
        add(anna, "voor Bram", null, bram);
        add(anna, "voor wie het eerst komt", null, null);
        assertThat(all(anna.ask(Tasks.class, tasks -> tasks.mine(null)))).containsExactly("voor Anna");
        assertThat(all(bram.ask(Tasks.class, tasks -> tasks.team(null))))
                .containsExactly("voor Anna", "voor Bram", "voor wie het eerst komt");
        assertThat(all(anna.ask(Tasks.class, tasks -> tasks.of(bram.account(), null))))
                .containsExactly("voor Bram");
    }

    @Test
    void what_is_done_is_gone_and_comes_back_when_it_was_not() {
        UUID task = add(anna, "bellen", null, anna);
        bram.tell(Tasks.class, tasks -> tasks.finish(task));
        assertThat(all(anna.ask(Tasks.class, tasks -> tasks.mine(null)))).isEmpty();
        bram.tell(Tasks.class, tasks -> tasks.reopen(task));
        assertThat(all(anna.ask(Tasks.class, tasks -> tasks.mine(null)))).containsExactly("bellen");
    }

    @Test
    void a_task_can_be_handed_to_a_colleague_and_to_nobody_else() {
        UUID task = add(anna, "bellen", null, anna);
        anna.tell(Tasks.class, tasks -> tasks.assign(task, bram.account()));
        assertThat(all(bram.ask(Tasks.class, tasks -> tasks.mine(null)))).containsExactly("bellen");
        assertThatThrownBy(() -> anna.tell(Tasks.class, tasks -> tasks.assign(task, thoon.account())))
                .isInstanceOf(NotFoundException.class);
        anna.tell(Tasks.class, tasks -> tasks.assign(task, null));
        assertThat(all(bram.ask(Tasks.class, tasks -> tasks.mine(null)))).isEmpty();
    }

    @Test
    void another_organisations_task_does_not_exist() {
        UUID task = add(anna, "kanarie-taak", null, anna);
        Stream.<ThrowingCallable>of(
                        () -> thoon.tell(Tasks.class, tasks -> tasks.finish(task)),
                        () -> thoon.tell(Tasks.class, tasks -> tasks.reopen(task)),
                        () -> thoon.tell(Tasks.class, tasks -> tasks.assign(task, null)),
                        () -> thoon.tell(Tasks.class, tasks -> tasks.of(anna.account(), null)))
                .forEach(call -> assertThatThrownBy(call).isInstanceOf(NotFoundException.class));
        assertThat(all(thoon.ask(Tasks.class, tasks -> tasks.team(null)))).isEmpty();
        assertThat(Office.value("select count(*) from crm.audit_entry where detail like '%kanarie%'"))
                .isEqualTo("0");
    }

    @Test
    void two_hundred_are_shown_and_the_rest_after_them() {
        for (int day = 1; day <= 3; day++) {
            add(anna, "op " + day, "2026-10-0" + day, anna);
        }
        Office.run("""
                insert into crm.task (id, uuid, organisation_id, title, due_on, created_at)
                select %d + i, gen_random_uuid(), 1, 'nummer ' || i, case when i <= 250 then date '2026-10-02' end, now()
                  from generate_series(1, 447) i""".formatted(Office.nextId() + 1_000_000));
        List<String> seen = new ArrayList<>();
        String cursor = null;
        int pages = 0;
        do {
            String after = cursor;
            TaskBoard board = bram.ask(Tasks.class, tasks -> tasks.team(after));
            assertThat(all(board)).hasSizeLessThanOrEqualTo(200);
            seen.addAll(all(board));
            cursor = board.next();
            pages++;
        } while (cursor != null);
        assertThat(pages).isEqualTo(3);
        assertThat(seen)
                .hasSize(450)
                .doesNotHaveDuplicates()
                .startsWith("op 1", "op 2")
                .endsWith("nummer 447");
        assertThat(seen.indexOf("op 3")).isEqualTo(252);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "_",
                "2026-13-01_1",
                "2026-10-01",
                "_1_2",
                "+999999999-01-01_1",
                "2026-10-01_99999999999999999999"
            })
    void what_is_no_cursor_is_refused(String cursor) {
        assertThatThrownBy(() -> anna.ask(Tasks.class, tasks -> tasks.mine(cursor)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("task-cursor");
    }

    @Test
    void a_task_says_what_is_to_be_done() {
        assertThatThrownBy(() -> add(anna, "  ", null, anna))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("task-title");
    }

    private static UUID add(Office by, String title, String due, Office assignee) {
        return by.ask(
                Tasks.class,
                tasks -> tasks.add(new NewTask(
                        title,
                        due == null ? null : LocalDate.parse(due),
                        assignee == null ? null : assignee.account(),
                        null,
                        null)));
    }

    private static List<String> all(TaskBoard board) {
        return Stream.of(board.overdue(), board.thisWeek(), board.later())
                .flatMap(List::stream)
                .map(TaskLine::title)
                .toList();
    }

    private static List<String> titles(List<TaskLine> tasks) {
        return tasks.stream().map(TaskLine::title).toList();
    }
}
