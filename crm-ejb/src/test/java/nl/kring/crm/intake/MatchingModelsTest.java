package nl.kring.crm.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.intake.matching.Band;
import nl.kring.crm.intake.matching.BandShift;
import nl.kring.crm.intake.matching.Level;
import nl.kring.crm.intake.matching.Model;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.jobs.JobProgress;
import nl.kring.crm.platform.jobs.Jobs;
import nl.kring.crm.registry.provenance.SourceRecords;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MatchingModelsTest {

    private static final String HEADER =
            "id,first_name,infix,last_name,initials,dob,role,agb,big,phone,email,practice_name,practice_zip,practice_city,start_date";

    @BeforeEach
    void the_registers_are_empty() throws SQLException, IOException {
        IntakeFixture.reset();
        IntakeFixture.change("delete from crm.job");
    }

    @AfterEach
    void the_shipped_model_is_in_use() {
        IntakeFixture.change("delete from crm.matching_model where version <> '1'");
        IntakeFixture.change("update crm.matching_model set in_use = true, used_since = now() where version = '1'");
    }

    @Test
    void at_first_the_model_is_used_that_the_product_comes_with() {
        ModelVersion shipped = ask(MatchingModels::inUse);

        assertThat(shipped.version()).isEqualTo("1").isEqualTo(Model.SHIPPED.version());
        assertThat(shipped.inUse()).isTrue();
        assertThat(levels(shipped.uuid()))
                .hasSameSizeAs(Level.values())
                .allMatch(level -> level.moved().equals("+0.0"))
                .anyMatch(level -> level.level() == Level.BIG_EQUAL && level.bits() > 10)
                .anyMatch(level -> level.level() == Level.BIG_DIFFERS && level.bits() < 0);
    }

    @Test
    void of_fewer_than_a_thousand_rows_nothing_is_learned() {
        IntakeFixture.bringIn(
                "CHPA",
                IntakeFixture.text(HEADER, "1,Jan,,Jansen,J.,1971-05-03,HA,,39054148101,,,,,,"),
                ImportMode.AUTO);

        assertThatThrownBy(() -> ask(MatchingModels::learn))
                .isInstanceOfSatisfying(
                        ModelRefused.TooFewRows.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly("1", "1000"));
        assertThat(ask(MatchingModels::all)).hasSize(1);
    }

    @Test
    void what_was_learned_is_compared_before_it_is_used_and_each_decision_is_noted_with_the_model_of_its_day() {
        ReviewFixture.bringAllIn();
        UUID learning = ask(MatchingModels::learn);
        assertThat(version(learning).state()).isEqualTo(ModelVersion.State.LEARNING);
        assertThat(levels(learning)).isEmpty();
        assertThatThrownBy(() -> ask(MatchingModels::learn)).isInstanceOf(ModelRefused.Busy.class);
        assertThatThrownBy(() -> use(learning)).isInstanceOf(ModelRefused.NotReady.class);

        learn(learning);

        ModelVersion learned = version(learning);
        assertThat(learned.state()).isEqualTo(ModelVersion.State.READY);
        assertThat(learned.version()).isEqualTo("2");
        assertThat(learned.comparedWith()).isEqualTo("1");
        assertThat(learned.inUse()).isFalse();
        assertThat(learned.records())
                .isEqualTo(Integer.parseInt(IntakeFixture.rows("select count(*) from crm.source_record")
                        .get(0)));
        BandShift shift = learned.shift();
        assertThat(shift.count(Band.AUTOMATIC, Band.AUTOMATIC)).isGreaterThan(1000);
        assertThat(shift.count(Band.APART, Band.APART)).isZero();
        assertThat(shift.coming(Band.AUTOMATIC) + shift.coming(Band.ASKED) + shift.coming(Band.APART))
                .as("it is another model")
                .isPositive()
                .isEqualTo(shift.going(Band.AUTOMATIC) + shift.going(Band.ASKED) + shift.going(Band.APART))
                .isLessThan(shift.count(Band.AUTOMATIC, Band.AUTOMATIC));
        assertThat(levels(learning)).anyMatch(level -> level.bits() != level.bitsBefore());

        use(learning);
        assertThat(noted("A1", "3")).isEqualTo("2");
        UUID shipped = ask(MatchingModels::all).get(1).uuid();
        use(shipped);
        assertThat(noted("A2", "5")).as("back to the earlier one").isEqualTo("1");
        assertThat(ask(MatchingModels::all))
                .extracting(ModelVersion::version, ModelVersion::inUse)
                .containsExactly(tuple("2", false), tuple("1", true));
    }

    @Test
    void a_model_whose_job_came_to_nothing_is_in_nobodys_way() {
        ReviewFixture.bringAllIn();
        UUID first = ask(MatchingModels::learn);
        IntakeFixture.change("update crm.job set state = 'FAILED', finished_at = now()");

        UUID second = ask(MatchingModels::learn);

        assertThat(version(first).state()).isEqualTo(ModelVersion.State.FAILED);
        assertThat(version(second).state()).isEqualTo(ModelVersion.State.LEARNING);
        assertThatThrownBy(() -> use(UUID.randomUUID())).isInstanceOf(NotFoundException.class);
    }

    /** The model that a doubt about two sisters is noted with who were born on one day. */
    private static String noted(String key, String digit) {
        String sister = ",,Uniekstra" + digit + ",A.,197" + digit + "-05-03,HA,,,,,Praktijk Uniek,7552XA,Hengelo,";
        IntakeFixture.bringIn(
                "CHPA", IntakeFixture.text(HEADER, key + ",Anna" + sister, key + "b,Aukje" + sister), ImportMode.AUTO);
        return IntakeFixture.rows("select model_version from crm.review_item order by id desc limit 1")
                .get(0);
    }

    private static ModelVersion version(UUID model) {
        return ask(MatchingModels::all).stream()
                .filter(version -> version.uuid().equals(model))
                .findFirst()
                .orElseThrow();
    }

    private static List<ModelLevel> levels(UUID model) {
        return ask(models -> models.levels(model));
    }

    private static void use(UUID model) {
        ask(models -> {
            models.use(model);
            return null;
        });
    }

    private static void learn(UUID model) {
        new Work(model).run();
    }

    private static <T> T ask(Function<MatchingModels, T> question) {
        return IntakeFixture.inTransaction(em -> {
            CurrentUser nobody = nobody();
            Event<?> toNobody = (Event<?>) Proxy.newProxyInstance(
                    MatchingModelsTest.class.getClassLoader(),
                    new Class<?>[] {Event.class},
                    (proxy, method, arguments) -> null);
            return question.apply(IntakeFixture.wired(
                    new MatchingModels(),
                    em,
                    IntakeFixture.TODAY,
                    nobody,
                    audit(em),
                    IntakeFixture.wired(new Jobs(), em, IntakeFixture.TODAY, toNobody)));
        });
    }

    private static AuditTrail audit(EntityManager em) {
        return IntakeFixture.wired(new AuditTrail(), em, IntakeFixture.TODAY, nobody());
    }

    private static CurrentUser nobody() {
        return new CurrentUser() {

            @Override
            public Long accountId() {
                return null;
            }

            @Override
            public Long organisationId() {
                return null;
            }
        };
    }

    /** The job, each step of its desk in a transaction of its own. */
    private record Work(UUID model) {

        void run() {
            List<Integer> steps = new ArrayList<>();
            IntakeFixture.wired(new ModelWork(), new StepByStep()).run(model, new JobProgress() {

                @Override
                public void at(int done, int total) {
                    steps.add(done);
                    assertThat(total).isEqualTo(3);
                }

                @Override
                public boolean cancelled() {
                    return false;
                }
            });
            assertThat(steps).containsExactly(0, 1, 2, 3);
        }
    }

    private static final class StepByStep extends ModelDesk {

        @Override
        public Task start(UUID uuid) {
            return step(desk -> desk.start(uuid));
        }

        @Override
        public void finish(UUID uuid, Task task, Model learned, BandShift shift) {
            step(desk -> {
                desk.finish(uuid, task, learned, shift);
                return null;
            });
        }

        @Override
        public void fail(UUID uuid) {
            step(desk -> {
                desk.fail(uuid);
                return null;
            });
        }

        private static <T> T step(Function<ModelDesk, T> step) {
            return IntakeFixture.inTransaction(em -> step.apply(IntakeFixture.wired(
                    new ModelDesk(),
                    em,
                    IntakeFixture.TODAY,
                    IntakeFixture.wired(new SourceRecords(), em),
                    audit(em))));
        }
    }
}
