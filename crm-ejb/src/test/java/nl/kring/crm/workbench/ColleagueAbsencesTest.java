package nl.kring.crm.workbench;

import static nl.kring.crm.workbench.Office.FEA;
import static nl.kring.crm.workbench.Office.THOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What lies there while a colleague is away. It is Tuesday 1 September 2026. */
class ColleagueAbsencesTest {

    private Office anna;
    private Office bram;
    private Office carla;
    private Office thoon;

    @BeforeEach
    void open() throws Exception {
        Office.reset();
        anna = Office.colleague(FEA, "Anna");
        bram = Office.colleague(FEA, "Bram");
        carla = Office.colleague(FEA, "Carla");
        thoon = Office.of(THOON);
    }

    @Test
    void what_lies_there_is_to_be_taken_over_by_the_deputy_and_seen_by_the_team() {
        add(anna, "bellen");
        away(bram, anna, "2026-09-01", "2026-09-05", bram);

        assertThat(toTakeOver(bram.ask(Tasks.class, tasks -> tasks.mine(null)))).containsExactly("bellen");
        assertThat(toTakeOver(carla.ask(Tasks.class, tasks -> tasks.mine(null))))
                .isEmpty();
        assertThat(toTakeOver(carla.ask(Tasks.class, tasks -> tasks.team(null))))
                .containsExactly("bellen");
        assertThat(toTakeOver(carla.ask(Tasks.class, tasks -> tasks.of(anna.account(), null))))
                .containsExactly("bellen");
        assertThat(later(anna.ask(Tasks.class, tasks -> tasks.mine(null)))).containsExactly("bellen");
    }

    @Test
    void a_task_has_its_own_deputy_before_that_of_the_absence() {
        UUID task = add(anna, "bellen");
        Office.run("update crm.task set deputy_id = (select id from crm.account where uuid = '" + carla.account()
                + "') where uuid = '" + task + "'");
        away(anna, anna, "2026-09-01", "2026-09-05", bram);
        assertThat(toTakeOver(carla.ask(Tasks.class, tasks -> tasks.mine(null))))
                .containsExactly("bellen");
        assertThat(toTakeOver(bram.ask(Tasks.class, tasks -> tasks.mine(null)))).isEmpty();

        carla.tell(Tasks.class, tasks -> tasks.takeOver(task));
        assertThat(Office.value("select deputy_id from crm.task"))
                .as("nobody is his or her own deputy")
                .isNull();
    }

    @Test
    void what_was_taken_over_stays_and_the_rest_is_back_afterwards() {
        UUID taken = add(anna, "overgenomen");
        add(anna, "blijft liggen");
        away(anna, anna, "2026-09-01", "2026-09-05", bram);
        bram.tell(Tasks.class, tasks -> tasks.takeOver(taken));
        assertThat(later(bram.ask(Tasks.class, tasks -> tasks.mine(null)))).containsExactly("overgenomen");

        Office.at("2026-09-05T22:00:00Z"); // midnight in Amsterdam

        assertThat(later(anna.ask(Tasks.class, tasks -> tasks.mine(null)))).containsExactly("blijft liggen");
        TaskBoard team = bram.ask(Tasks.class, tasks -> tasks.team(null));
        assertThat(toTakeOver(team)).isEmpty();
        assertThat(later(team)).containsExactly("overgenomen", "blijft liggen");
    }

    @Test
    void only_on_the_days_themselves_first_and_last_included() {
        add(anna, "bellen");
        away(anna, anna, "2026-09-02", "2026-09-03", bram);
        assertThat(toTakeOver(bram.ask(Tasks.class, tasks -> tasks.mine(null)))).isEmpty();
        Office.at("2026-09-01T22:00:00Z");
        assertThat(toTakeOver(bram.ask(Tasks.class, tasks -> tasks.mine(null)))).hasSize(1);
        Office.at("2026-09-03T21:59:59Z");
        assertThat(toTakeOver(bram.ask(Tasks.class, tasks -> tasks.mine(null)))).hasSize(1);
        Office.at("2026-09-03T22:00:00Z");
        assertThat(toTakeOver(bram.ask(Tasks.class, tasks -> tasks.mine(null)))).isEmpty();
    }

    @Test
    void who_is_back_sooner_has_it_all_back() {
        add(anna, "bellen");
        UUID absence = away(anna, anna, "2026-09-01", "2026-09-30", bram);
        assertThat(carla.ask(ColleagueAbsences.class, ColleagueAbsences::list))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.name()).isEqualTo("Anna");
                    assertThat(line.deputyName()).isEqualTo("Bram");
                });
        carla.tell(ColleagueAbsences.class, absences -> absences.remove(absence));
        assertThat(toTakeOver(bram.ask(Tasks.class, tasks -> tasks.mine(null)))).isEmpty();
        assertThat(carla.ask(ColleagueAbsences.class, ColleagueAbsences::list)).isEmpty();
    }

    @Test
    void another_organisation_hears_nothing_and_says_nothing() {
        UUID task = add(anna, "bellen");
        UUID absence = away(anna, anna, "2026-09-01", "2026-09-05", bram);
        assertThat(thoon.ask(ColleagueAbsences.class, ColleagueAbsences::list)).isEmpty();
        assertThat(toTakeOver(thoon.ask(Tasks.class, tasks -> tasks.team(null))))
                .isEmpty();
        assertThatThrownBy(() -> thoon.tell(ColleagueAbsences.class, absences -> absences.remove(absence)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> thoon.tell(Tasks.class, tasks -> tasks.takeOver(task)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> away(thoon, anna, "2026-10-01", "2026-10-05", null))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> away(anna, anna, "2026-10-01", "2026-10-05", thoon))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void days_are_said_once_and_in_their_order() {
        away(anna, anna, "2026-09-10", "2026-09-12", null);
        refused("absence-said-before", "2026-09-12", "2026-09-20", null);
        refused("absence-days", "2026-09-20", "2026-09-19", null);
        refused("absence-days", null, "2026-09-19", null);
        refused("absence-own-deputy", "2026-09-20", "2026-09-21", anna);
        away(anna, anna, "2026-09-13", "2026-09-13", null);
    }

    /** The database keeps it, also when two say it at once. */
    @Test
    void nobody_is_away_twice_on_one_day() {
        away(anna, anna, "2026-09-10", "2026-09-12", null);
        assertThatThrownBy(() -> Office.run("""
                        insert into crm.colleague_absence (id, uuid, organisation_id, account_id, first_day, last_day, created_at)
                        select %d, gen_random_uuid(), organisation_id, account_id, '2026-09-12', '2026-09-14', now()
                          from crm.colleague_absence""".formatted(Office.nextId())))
                .hasStackTraceContaining("colleague_away_once");
    }

    @Test
    void no_reason_is_kept() {
        assertThat(Office.value("""
                        select string_agg(attname, ' ' order by attnum) from pg_attribute
                         where attrelid = 'crm.colleague_absence'::regclass and attnum > 0"""))
                .isEqualTo("id uuid organisation_id account_id deputy_id first_day last_day created_at version");
    }

    @Test
    void the_board_takes_one_query_however_much_lies_there() {
        for (int one = 0; one < 3; one++) {
            add(anna, "van Anna " + one);
            add(bram, "van Bram " + one);
        }
        long few = bram.queries(Tasks.class, tasks -> tasks.team(null));
        away(anna, anna, "2026-09-01", "2026-09-05", bram);
        for (int more = 0; more < 120; more++) {
            add(more % 2 == 0 ? anna : bram, "meer " + more);
        }
        TaskBoard board = bram.ask(Tasks.class, tasks -> tasks.team(null));
        assertThat(board.later()).hasSize(63);
        assertThat(board.toTakeOver()).hasSize(63);
        assertThat(few).isEqualTo(1);
        assertThat(bram.queries(Tasks.class, tasks -> tasks.team(null))).isEqualTo(1);
        assertThat(bram.queries(Tasks.class, tasks -> tasks.mine(null))).isEqualTo(1);
    }

    private void refused(String code, String first, String last, Office deputy) {
        assertThatThrownBy(() -> away(anna, anna, first, last, deputy))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static UUID away(Office by, Office who, String first, String last, Office deputy) {
        return by.ask(
                ColleagueAbsences.class,
                absences -> absences.add(
                        who.account(),
                        first == null ? null : LocalDate.parse(first),
                        LocalDate.parse(last),
                        deputy == null ? null : deputy.account()));
    }

    private static UUID add(Office who, String title) {
        return who.ask(Tasks.class, tasks -> tasks.add(new NewTask(title, null, who.account(), null, null)));
    }

    private static List<String> toTakeOver(TaskBoard board) {
        return board.toTakeOver().stream().map(TaskLine::title).toList();
    }

    private static List<String> later(TaskBoard board) {
        return board.later().stream().map(TaskLine::title).toList();
    }
}
