package nl.kring.crm.accreditation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.agenda.ACourse;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.Course;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.Profession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AwardsTest {

    private static AgendaDatabase database;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @AfterEach
    void clear() {
        database.clearAgenda();
    }

    @Test
    void the_fifteen_schemes_come_with_the_schema() {
        database.change(em -> {
            List<Scheme> schemes = new Awards(em).schemes();
            assertThat(schemes).hasSize(15).extracting(Scheme::getCode).startsWith("RGS-HA", "NVVPO-KR");
            assertThat(schemes.get(0).getProfessions()).contains(Profession.GP);
            assertThat(schemes)
                    .allSatisfy(scheme -> assertThat(scheme.getProfessions())
                            .as(scheme.getCode())
                            .isNotEmpty());
        });
    }

    @Test
    void awarding_replaces_what_was_awarded_before() {
        UUID edition = database.published("NOORD", ACourse.aCourse().wish());

        award(edition, Map.of("RGS-HA", new BigDecimal("3"), "KABIZ-DA", new BigDecimal("2.5")));
        award(edition, Map.of("RGS-HA", new BigDecimal("1.5"), "TRIAGE", BigDecimal.ONE, "KP", BigDecimal.ZERO));

        assertThat(pointsOf(edition, null, false))
                .extracting(points -> points.scheme() + " " + points.points())
                .containsExactly("RGS-HA 1.5", "TRIAGE 1.0");
    }

    @Test
    void the_points_of_a_draft_are_for_its_organiser() {
        UUID draft = database.draft("NOORD", ACourse.aCourse().wish());
        award(draft, Map.of("RGS-HA", BigDecimal.TEN));
        Long noord = database.inTransaction(
                em -> AgendaDatabase.organiser(em, "NOORD").getId());
        Long zuid = database.inTransaction(
                em -> AgendaDatabase.organiser(em, "ZUID").getId());

        assertThat(pointsOf(draft, null, false)).isNull();
        assertThat(pointsOf(draft, zuid, false)).isNull();
        assertThat(pointsOf(draft, noord, false)).hasSize(1);
        assertThat(pointsOf(draft, null, true)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "RGS-HA, -1, accreditation-points",
        "RGS-HA, 1000, accreditation-points",
        "RGS-HA, 1.25, accreditation-points",
        "BIG-GZ, 1, accreditation-scheme",
        "ONBEKEND, 1, accreditation-scheme"
    })
    void points_that_cannot_be_are_refused(String scheme, BigDecimal points, String code) {
        UUID edition = database.published("NOORD", ACourse.aCourse().wish());

        assertThatThrownBy(() -> award(edition, Map.of(scheme, points)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(code);
    }

    private static void award(UUID edition, Map<String, BigDecimal> points) {
        database.change(em -> new Awards(em)
                .award(
                        em.createQuery("select e.course from Edition e where e.uuid = :uuid", Course.class)
                                .setParameter("uuid", edition)
                                .getSingleResult(),
                        points));
    }

    private static List<SchemePoints> pointsOf(UUID edition, Long organisation, boolean all) {
        return database.inTransaction(em ->
                new Awards(em).pointsOf(List.of(edition), organisation, all).get(edition));
    }
}
