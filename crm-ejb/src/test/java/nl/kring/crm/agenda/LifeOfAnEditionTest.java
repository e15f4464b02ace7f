package nl.kring.crm.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LifeOfAnEditionTest {

    private static final Instant END = Instant.parse("2026-11-24T21:00:00Z");
    private static final Instant BEFORE = END.minus(Duration.ofDays(30));
    private static final Instant AFTER = END.plusSeconds(1);

    /** The table of docs/domain.md, cell by cell. */
    static List<Arguments> cells() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "domain.md"));
        int head = lines.indexOf("| Step | CONCEPT | PUBLISHED | OPEN | CLOSED | HELD | ARCHIVED | CANCELLED |");
        List<EditionState> states = cellsOf(lines.get(head)).stream()
                .skip(1)
                .map(EditionState::valueOf)
                .toList();
        List<Arguments> cells = new ArrayList<>();
        for (String line : lines.subList(head + 2, head + 2 + EditionMove.values().length)) {
            List<String> row = cellsOf(line);
            EditionMove move = EditionMove.valueOf(row.get(0).replaceFirst(" .*", ""));
            for (int column = 0; column < states.size(); column++) {
                String to = row.get(column + 1);
                cells.add(arguments(move, states.get(column), to.isEmpty() ? null : EditionState.valueOf(to)));
            }
        }
        return cells;
    }

    private static List<String> cellsOf(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1))
                .map(String::strip)
                .toList();
    }

    @ParameterizedTest(name = "{0} from {1} leads to {2}")
    @MethodSource("cells")
    void each_step_leads_where_the_table_says(EditionMove move, EditionState from, EditionState to) {
        Instant at = move == EditionMove.HOLD || from == EditionState.HELD ? AFTER : BEFORE;
        String refusal = move.refusal(new EditionMove.Now(from, null, END, false, true, at));

        if (to == null) {
            assertThat(refusal)
                    .isIn(
                            "agenda-edition-state-" + from.name().toLowerCase(java.util.Locale.ROOT),
                            "agenda-edition-is-so-already");
        } else {
            assertThat(refusal).isNull();
            assertThat(move.to()).isEqualTo(to);
        }
    }

    @Test
    void the_table_names_each_step_and_each_state() throws IOException {
        assertThat(cells()).hasSize(EditionMove.values().length * EditionState.values().length);
    }

    static Stream<Arguments> besides() {
        return Stream.of(
                refused(EditionMove.PUBLISH, EditionState.CONCEPT, null, false, true, AFTER, "agenda-edition-over"),
                refused(
                        EditionMove.OPEN_ENROLMENT,
                        EditionState.CONCEPT,
                        null,
                        false,
                        true,
                        END,
                        "agenda-edition-over"),
                refused(
                        EditionMove.OPEN_ENROLMENT,
                        EditionState.CLOSED,
                        BEFORE,
                        false,
                        true,
                        BEFORE,
                        "agenda-edition-enrol-until-past"),
                refused(EditionMove.CANCEL, EditionState.OPEN, null, true, true, AFTER, "agenda-edition-over"),
                refused(EditionMove.HOLD, EditionState.OPEN, null, true, true, BEFORE, "agenda-edition-not-over"),
                refused(
                        EditionMove.WITHDRAW,
                        EditionState.OPEN,
                        null,
                        true,
                        true,
                        BEFORE,
                        "agenda-edition-has-enrolments"),
                refused(
                        EditionMove.ARCHIVE,
                        EditionState.HELD,
                        null,
                        true,
                        false,
                        AFTER,
                        "agenda-edition-not-finished"));
    }

    private static Arguments refused(
            EditionMove move,
            EditionState from,
            Instant enrolUntil,
            boolean enrolments,
            boolean finished,
            Instant at,
            String reason) {
        return arguments(move, new EditionMove.Now(from, enrolUntil, END, enrolments, finished, at), reason);
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("besides")
    void what_else_must_be_so(EditionMove move, EditionMove.Now now, String reason) {
        assertThat(move.refusal(now)).isEqualTo(reason);
    }

    @Test
    void enrolling_opens_while_accreditation_is_requested() {
        assertThat(EditionMove.OPEN_ENROLMENT.refusal(
                        new EditionMove.Now(EditionState.CONCEPT, null, END, false, false, BEFORE)))
                .isNull();
    }

    @Test
    void what_is_left_to_do_keeps_an_edition_from_being_finished() {
        Progress nothing = new Progress(Progress.Accreditation.NOT_NEEDED, Progress.Invoicing.NOT_NEEDED);
        Progress done = new Progress(Progress.Accreditation.REJECTED, Progress.Invoicing.INVOICED);
        Progress asked = new Progress(Progress.Accreditation.REQUESTED, Progress.Invoicing.INVOICED);
        Progress uncharged = new Progress(Progress.Accreditation.GRANTED, Progress.Invoicing.TO_INVOICE);

        assertThat(List.of(nothing.isFinished(), done.isFinished())).containsOnly(true);
        assertThat(List.of(asked.isFinished(), uncharged.isFinished())).containsOnly(false);
    }
}
