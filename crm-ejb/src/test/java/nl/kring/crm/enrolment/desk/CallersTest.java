package nl.kring.crm.enrolment.desk;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.enrolment.Enrolling;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody calls. */
class CallersTest {

    private static AgendaDatabase database;
    private static CurrentUser noord;
    private static CurrentUser zuid;

    private UUID jansen;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
        noord = database.staffOf("NOORD");
        zuid = database.staffOf("ZUID");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void somebody_known() {
        database.clearAgenda();
        jansen = Desk.person(database, "Jansen", "jansen@example.nl");
    }

    @Test
    void a_caller_is_told_what_he_or_she_comes_to_at_the_organisation_that_answers() {
        UUID astma = database.published("NOORD", aCourse().titled("Astma").wish());
        UUID reuma = database.published("ZUID", aCourse().titled("Reuma").wish());
        enrol(noord, astma);
        enrol(zuid, reuma);

        assertThat(places(noord)).singleElement().satisfies(place -> {
            assertThat(place.title()).isEqualTo("Astma");
            assertThat(place.state()).isEqualTo(EnrolmentState.CONFIRMED);
            assertThat(place.email()).isEqualTo("jansen@example.nl");
        });
        assertThat(places(zuid)).extracting(CallerPlace::title).containsExactly("Reuma");
    }

    @Test
    void who_waits_hears_at_which_place() {
        UUID small = database.published("NOORD", aCourse().seats(1).wish());
        UUID first = Desk.person(database, "Eerst", null);
        as(noord, small, first);
        UUID waiting = enrol(noord, small);

        CallerPlace place = as(noord, callers -> callers.place(waiting));
        assertThat(place.position()).isEqualTo(1L);
        assertThatThrownBy(() -> as(zuid, callers -> callers.place(waiting))).isInstanceOf(NotFoundException.class);
    }

    @Test
    void editions_to_enrol_at_are_found_by_words_and_say_what_stands_in_the_way() {
        UUID astma = database.published(
                "NOORD",
                aCourse()
                        .titled("Astma en COPD")
                        .meantFor(Profession.PHARMACIST)
                        .wish());
        database.published("NOORD", aCourse().titled("Reuma").wish());
        database.published("ZUID", aCourse().titled("Astma elders").wish());
        database.draft("NOORD", aCourse().titled("Astma in de maak").wish());

        assertThat(editions("copd ast")).singleElement().satisfies(edition -> {
            assertThat(edition.uuid()).isEqualTo(astma);
            assertThat(edition.outside()).isTrue();
            assertThat(edition.enrolled()).isFalse();
        });
        enrol(noord, astma);
        OpenEdition chosen = as(noord, callers -> callers.edition(jansen, astma));
        assertThat(chosen.enrolled()).isTrue();
        assertThat(editions(null)).hasSize(2);
        assertThatThrownBy(() -> as(zuid, callers -> callers.edition(jansen, astma)))
                .isInstanceOf(NotFoundException.class);
    }

    private List<CallerPlace> places(CurrentUser caller) {
        return as(caller, callers -> callers.placesOf(jansen));
    }

    private List<OpenEdition> editions(String typed) {
        return as(noord, callers -> callers.editions(jansen, typed));
    }

    private UUID enrol(CurrentUser caller, UUID edition) {
        return as(caller, edition, jansen);
    }

    private static UUID as(CurrentUser caller, UUID edition, UUID person) {
        return database.inTransaction(em -> Enrolling.enrolments(em, caller, AgendaDatabase.CLOCK)
                .enrol(edition, person, null)
                .uuid());
    }

    private static <T> T as(CurrentUser caller, Function<Callers, T> work) {
        return database.inTransaction(em -> work.apply(wired(new Callers(), em, AgendaDatabase.CLOCK, caller)));
    }
}
