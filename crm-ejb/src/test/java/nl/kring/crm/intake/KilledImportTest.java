package nl.kring.crm.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An import that was killed at any moment and taken up again ends as one that nobody disturbed. */
class KilledImportTest {

    private static final int KILLS = Integer.getInteger("intake.kills", 5);
    private static final byte[] DELIVERY = IntakeFixture.demo("LHV_kring_Twente.csv");

    @Test
    void an_import_that_was_killed_and_taken_up_again_equals_the_undisturbed_one() throws Exception {
        IntakeFixture.reset();
        IntakeFixture.bringIn("SHT", IntakeFixture.demo("SHT_personeel.csv"), ImportMode.AUTO);
        List<String> before = CanonicalDump.all();
        UUID undisturbed = queued();
        long took = elsewhere(undisturbed, Long.MAX_VALUE);
        List<String> wanted = CanonicalDump.all();
        assertThat(wanted).isNotEqualTo(before);
        revert(undisturbed);
        Random moments = new Random(20_26);
        int inTheMiddle = 0;

        for (int kill = 0; kill < KILLS; kill++) {
            UUID run = queued();
            elsewhere(run, moments.nextLong(took));
            String state = state(run);
            if (!state.equals("DONE")) {
                inTheMiddle++;
                assertThat(CanonicalDump.all()).as("nothing half written").isEqualTo(before);
                IntakeFixture.work(run);
            }
            assertThat(state(run)).isEqualTo("DONE");
            assertThat(CanonicalDump.all())
                    .as("kill " + kill + " in state " + state)
                    .isEqualTo(wanted);
            revert(run);
        }

        assertThat(inTheMiddle).as("killed before the end").isGreaterThanOrEqualTo(KILLS / 2);
        System.out.println("killed " + KILLS + " times, " + inTheMiddle + " before the end");
    }

    private static UUID queued() {
        return IntakeFixture.queued("LHV", DELIVERY, ImportMode.AUTO);
    }

    private static String state(UUID run) {
        return IntakeFixture.rows("select state from crm.import_run where uuid = '" + run + "'")
                .get(0);
    }

    private static void revert(UUID run) {
        IntakeFixture.asStaff("LHV", (imports, deliveries) -> {
            deliveries.revert(run);
            return null;
        });
    }

    /** The server of the database notices a moment later that nobody is there; a commit that had reached it still counts. */
    private static void whatItBeganIsOver() throws InterruptedException {
        for (int wait = 0; wait < 600 && begun() > 0; wait++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(begun()).as("transactions of the killed process").isZero();
    }

    private static int begun() {
        return Integer.parseInt(IntakeFixture.rows("select cast(count(*) as text) from pg_stat_activity"
                        + " where datname = current_database() and pid <> pg_backend_pid() and xact_start is not null"
                        + " and backend_type = 'client backend'")
                .get(0));
    }

    /**
     * @param killAfter milliseconds after it began to work
     * @return how many milliseconds it worked
     */
    private static long elsewhere(UUID run, long killAfter) throws IOException, InterruptedException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        classes,
                        ImportElsewhere.class.getName(),
                        IntakeFixture.url(),
                        run.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader told =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = told.readLine();
            while (line != null && !line.equals(ImportElsewhere.BEGUN)) {
                line = told.readLine();
            }
            assertThat(line).as("the other process began").isNotNull();
            long begun = System.nanoTime();
            if (killAfter == Long.MAX_VALUE) {
                assertThat(process.waitFor()).isZero();
            } else if (!process.waitFor(killAfter, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
            process.waitFor();
            whatItBeganIsOver();
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        }
    }
}
