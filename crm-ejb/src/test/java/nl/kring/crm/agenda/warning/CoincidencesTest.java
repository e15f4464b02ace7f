package nl.kring.crm.agenda.warning;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.agenda.ACourse;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.PlannedCourse;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who plans hears what else the same people might go to. */
class CoincidencesTest {

    private static AgendaDatabase database;
    private static CurrentUser noord;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
        noord = database.staffOf("NOORD");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void nothing_is_planned() {
        database.clearAgenda();
    }

    @Test
    void another_course_for_the_same_people_the_same_evening_in_the_same_place() {
        other(evening("Anders", "2026-11-03").meantFor(Profession.GP, Profession.PHARMACIST));

        assertThat(found(evening("Onze", "2026-11-03").meantFor(Profession.GP, Profession.MIDWIFE)))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.title()).isEqualTo("Anders");
                    assertThat(one.organiser()).isEqualTo("Nascholing Zuid");
                    assertThat(one.atOnce()).isTrue();
                    assertThat(one.professions()).containsExactly(Profession.GP);
                });
    }

    @Test
    void other_people_another_day_or_another_town_is_no_coincidence() {
        other(evening("Apothekers", "2026-11-03").meantFor(Profession.PHARMACIST));
        other(evening("Dag later", "2026-11-04").meantFor(Profession.GP));
        other(evening("Ver weg", "2026-11-03").meantFor(Profession.GP).in("Enschede"));

        assertThat(found(evening("Onze", "2026-11-03").meantFor(Profession.GP))).isEmpty();
    }

    @Test
    void a_course_for_everybody_is_for_the_same_people_whoever_they_are() {
        other(evening("Voor allen", "2026-11-03"));
        other(evening("Voor apothekers", "2026-11-03").meantFor(Profession.PHARMACIST));

        assertThat(found(evening("Onze", "2026-11-03").meantFor(Profession.GP)))
                .extracting(Coincidence::title)
                .containsExactly("Voor allen");
        assertThat(found(evening("Onze", "2026-11-03")))
                .extracting(Coincidence::title)
                .containsExactly("Voor allen", "Voor apothekers");
    }

    @Test
    void the_same_day_counts_and_says_that_it_is_not_at_once() {
        other(aCourse().titled("Ochtend").from("2026-11-03T09:00", "2026-11-03T12:00"));

        assertThat(found(evening("Onze", "2026-11-03")))
                .singleElement()
                .satisfies(one -> assertThat(one.atOnce()).isFalse());
    }

    /** 00:30 in Amsterdam is still the evening before in Greenwich. */
    @Test
    void a_day_is_a_day_in_amsterdam() {
        other(aCourse().titled("Nacht").from("2026-11-04T00:30", "2026-11-04T01:30"));

        assertThat(found(evening("Onze", "2026-11-03"))).isEmpty();
        assertThat(found(evening("Onze", "2026-11-04"))).hasSize(1);
    }

    @Test
    void near_is_the_same_municipality_and_anywhere_for_what_is_online() {
        other(evening("Holten", "2026-11-03").in("Holten"));
        other(evening("Webinar", "2026-11-03").in(null).online("https://webinar.example.nl/x"));

        assertThat(found(evening("Onze", "2026-11-03").in("Rijssen")))
                .extracting(Coincidence::title)
                .containsExactly("Holten", "Webinar");
        assertThat(found(evening("Onze", "2026-11-03").in("Almelo")))
                .extracting(Coincidence::title)
                .containsExactly("Webinar");
        assertThat(found(evening("Onze", "2026-11-03").in(null))).hasSize(2);
    }

    @Test
    void drafts_and_what_was_cancelled_are_not_told() {
        database.draft("ZUID", evening("Geheim", "2026-11-03").wish());
        UUID cancelled = other(evening("Afgelast", "2026-11-03"));
        database.change(em -> em.createNativeQuery("update crm.edition set state = 'CANCELLED' where uuid = :uuid")
                .setParameter("uuid", cancelled)
                .executeUpdate());

        assertThat(found(evening("Onze", "2026-11-03"))).isEmpty();
    }

    @Test
    void an_edition_is_no_coincidence_with_itself_and_one_of_many_sessions_is_told_once() {
        UUID ours = database.published("NOORD", evening("Onze", "2026-11-03").wish());
        other(aCourse()
                .titled("Leergang")
                .from("2026-10-27T19:00", "2026-10-27T22:00")
                .from("2026-11-03T09:00", "2026-11-03T12:00")
                .from("2026-11-03T20:00", "2026-11-03T22:00"));

        List<Coincidence> found = database.inTransaction(em -> coincidences(em).of(ours));
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.title()).isEqualTo("Leergang");
            assertThat(one.atOnce()).isTrue();
        });
    }

    @Test
    void others_are_not_told_of_what_is_not_theirs() {
        UUID theirs = other(evening("Anders", "2026-11-03"));
        assertThatThrownBy(() -> database.inTransaction(em -> coincidences(em).of(theirs)))
                .isInstanceOf(NotFoundException.class);
    }

    private static ACourse evening(String title, String day) {
        return aCourse().titled(title).from(day + "T19:00", day + "T22:00");
    }

    private static UUID other(ACourse course) {
        return database.published("ZUID", course.wish());
    }

    private static List<Coincidence> found(ACourse ours) {
        PlannedCourse wish = ours.wish();
        Set<Profession> audience = wish.audience();
        return database.inTransaction(em -> coincidences(em).with(audience, wish.place(), wish.sessions()));
    }

    private static Coincidences coincidences(jakarta.persistence.EntityManager em) {
        return wired(new Coincidences(), em, AgendaDatabase.editions(em, noord));
    }
}
