package nl.kring.crm.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import nl.kring.crm.platform.jobs.JobProgress;
import org.junit.jupiter.api.Test;

class ImportStepsTest {

    private final List<Integer> told = new ArrayList<>();
    private boolean stopped;

    private final ImportSteps steps = new ImportSteps(new JobProgress() {
        @Override
        public void at(int done, int total) {
            assertThat(total).isEqualTo(100);
            told.add(done);
        }

        @Override
        public boolean cancelled() {
            return stopped;
        }
    });

    @Test
    void it_goes_on_and_is_not_ready_before_it_is() {
        steps.read(500, 1_000);
        steps.read(1, 1);
        steps.matched();
        for (int piece = 0; piece < 500; piece++) {
            steps.wrote();
        }

        assertThat(told).isSorted().startsWith(15, 30, 45, 48).doesNotContain(100);
    }

    @Test
    void a_file_with_more_rows_than_it_seemed_to_have_does_not_go_back() {
        steps.read(2_000, 2_000);
        steps.read(3_000, 4_000);

        assertThat(told).containsExactly(30, 30);
    }

    @Test
    void whoever_stops_it_is_obeyed_at_the_next_step() {
        stopped = true;

        assertThatThrownBy(steps::wrote).isInstanceOf(ImportCancelledException.class);
    }
}
