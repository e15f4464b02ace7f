package nl.kring.crm.agenda.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class VenueStepTest {

    /** The table of docs/domain.md, cell by cell. */
    static List<Arguments> cells() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "domain.md"));
        int head = lines.indexOf("| Step | REQUESTED | OPTION | CONFIRMED | DECLINED | CANCELLED |");
        List<VenueState> states = cellsOf(lines.get(head)).stream()
                .skip(1)
                .map(VenueState::valueOf)
                .toList();
        List<Arguments> cells = new ArrayList<>();
        for (String line : lines.subList(head + 2, head + 2 + VenueStep.values().length)) {
            List<String> row = cellsOf(line);
            VenueStep step = VenueStep.valueOf(row.get(0).replaceFirst(" .*", ""));
            for (int column = 0; column < states.size(); column++) {
                String to = row.get(column + 1);
                cells.add(arguments(step, states.get(column), to.isEmpty() ? null : VenueState.valueOf(to)));
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
    void each_step_leads_where_the_table_says(VenueStep step, VenueState from, VenueState to) {
        String refusal = step.refusal(from, null);
        if (to == null) {
            assertThat(refusal).isEqualTo("venue-state-" + from.name().toLowerCase(Locale.ROOT));
        } else {
            assertThat(refusal).isNull();
            assertThat(step.to()).isEqualTo(to);
        }
    }

    @Test
    void the_table_names_each_step_and_each_state() throws IOException {
        assertThat(cells()).hasSize(VenueStep.values().length * VenueState.values().length);
    }

    @Test
    void of_an_edition_that_moved_nothing_is_agreed_before_it_is_asked_again() {
        assertThat(VenueStep.CONFIRM.refusal(VenueState.OPTION, VenueToDo.ASK_AGAIN))
                .isEqualTo("venue-edition-moved");
        assertThat(VenueStep.GIVE_OPTION.refusal(VenueState.REQUESTED, VenueToDo.ASK_AGAIN))
                .isEqualTo("venue-edition-moved");
        assertThat(VenueStep.ASK_AGAIN.refusal(VenueState.CONFIRMED, VenueToDo.ASK_AGAIN))
                .isNull();
        assertThat(VenueStep.CANCEL.refusal(VenueState.CONFIRMED, VenueToDo.ASK_AGAIN))
                .isNull();
    }

    @Test
    void of_a_cancelled_edition_a_venue_can_only_be_called_off() {
        assertThat(VenueStep.CONFIRM.refusal(VenueState.OPTION, VenueToDo.CALL_OFF))
                .isEqualTo("venue-edition-cancelled");
        assertThat(VenueStep.ASK_AGAIN.refusal(VenueState.OPTION, VenueToDo.CALL_OFF))
                .isEqualTo("venue-edition-cancelled");
        assertThat(VenueStep.CANCEL.refusal(VenueState.OPTION, VenueToDo.CALL_OFF))
                .isNull();
    }
}
