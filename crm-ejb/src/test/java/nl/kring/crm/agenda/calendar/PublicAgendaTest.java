package nl.kring.crm.agenda.calendar;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.ResultPage;
import nl.kring.crm.registry.Profession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PublicAgendaTest {

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
    void five_thousand_editions_in_any_order_are_each_seen_once() {
        ManyEditions.fill(database, 5_000);

        List<AgendaLine> seen = new ArrayList<>();
        String after = null;
        do {
            ResultPage<AgendaLine> page = page(AgendaSearch.everything(), 24, after);
            seen.addAll(page.items());
            after = page.next();
        } while (after != null);

        assertThat(seen).hasSize(5_000).extracting(AgendaLine::startsAt).isSorted();
        assertThat(seen).extracting(AgendaLine::uuid).doesNotHaveDuplicates();
    }

    @Test
    void drafts_what_is_cancelled_and_what_has_begun_are_not_shown() {
        database.draft("NOORD", aCourse().titled("Kanarie").wish());
        UUID cancelled =
                database.published("NOORD", aCourse().titled("Afgelast").wish());
        database.change(em -> em.createNativeQuery("update crm.edition set state = 'CANCELLED' where uuid = :uuid")
                .setParameter("uuid", cancelled)
                .executeUpdate());
        UUID begun = database.published("NOORD", aCourse().titled("Begonnen").wish());
        database.change(em -> em.createNativeQuery("update crm.edition set starts_at = :then where uuid = :uuid")
                .setParameter("then", AgendaDatabase.NOW.minusSeconds(60))
                .setParameter("uuid", begun)
                .executeUpdate());
        UUID shown = database.published("NOORD", aCourse().titled("Komt").wish());

        assertThat(found(AgendaSearch.everything())).containsExactly(shown);
        assertThat(database.<List<FeedEntry>>inTransaction(em -> calendars(em).feed(AgendaSearch.everything())))
                .extracting(entry -> entry.line().title())
                .containsExactly("Komt");
    }

    @Test
    void each_filter_narrows_and_all_together_find_what_fits_all() {
        UUID fits = database.published(
                "ZUID",
                aCourse()
                        .titled("Reanimatie")
                        .meantFor(Profession.GP)
                        .in("Bornerbroek")
                        .from("2026-11-03T19:00", "2026-11-03T22:00")
                        .wish());
        database.published(
                "NOORD",
                aCourse()
                        .titled("Reanimatie")
                        .meantFor(Profession.GP)
                        .in("Almelo")
                        .wish());
        database.published(
                "ZUID",
                aCourse()
                        .titled("Reanimatie")
                        .meantFor(Profession.MIDWIFE)
                        .in("Almelo")
                        .wish());
        database.published(
                "ZUID",
                aCourse()
                        .titled("Oogheelkunde")
                        .meantFor(Profession.GP)
                        .in("Almelo")
                        .wish());
        database.published(
                "ZUID",
                aCourse()
                        .titled("Reanimatie")
                        .meantFor(Profession.GP)
                        .in("Goor")
                        .wish());
        database.published(
                "ZUID",
                aCourse()
                        .titled("Reanimatie")
                        .in("Almelo")
                        .from("2026-11-04T00:00", "2026-11-04T02:00")
                        .wish());

        LocalDate day = LocalDate.of(2026, 11, 3);
        assertThat(found(new AgendaSearch(
                        "réanim", "zuid", Profession.GP, CourseKind.values()[0], "almelo", null, day, day, null)))
                .containsExactly(fits);
        assertThat(found(new AgendaSearch(null, null, null, null, "Bornerbroek", null, null, null, null)))
                .containsExactly(fits);
        assertThat(found(new AgendaSearch(null, null, null, null, "Almelo", null, null, null, null)))
                .as("a municipality has all its places")
                .hasSize(5);
        assertThat(found(new AgendaSearch(null, null, Profession.DIETITIAN, null, null, null, null, null, null)))
                .as("what is meant for nobody in particular is for all")
                .hasSize(1);
        assertThat(found(new AgendaSearch("100%", "no\u0000ord", null, null, "' or 1=1", null, null, null, null)))
                .isEmpty();
    }

    @Test
    void a_theme_narrows_it_and_what_is_no_theme_finds_nothing() {
        UUID youth = database.published("NOORD", aCourse().titled("Jeugd").wish());
        database.published("NOORD", aCourse().titled("Iets anders").wish());
        String theme = database.inTransaction(em -> {
            em.createNativeQuery("""
                            insert into crm.course_profile (id, uuid, course_id)
                            select nextval('crm.entity_seq'), gen_random_uuid(), e.course_id from crm.edition e where e.uuid = :uuid""").setParameter("uuid", youth).executeUpdate();
            em.createNativeQuery("""
                            insert into crm.course_theme (profile_id, theme_id)
                            select p.id, t.id from crm.course_profile p
                              join crm.edition e on e.course_id = p.course_id, crm.theme t
                             where e.uuid = :uuid and t.name = 'Jeugd'""").setParameter("uuid", youth).executeUpdate();
            return (String) em.createNativeQuery("select cast(uuid as text) from crm.theme where name = 'Jeugd'")
                    .getSingleResult();
        });

        assertThat(found(new AgendaSearch(null, null, null, null, null, theme, null, null, null)))
                .containsExactly(youth);
        assertThat(found(new AgendaSearch(null, null, null, null, null, "geen thema", null, null, null)))
                .isEmpty();
    }

    @Test
    void courses_that_another_component_picks_are_paged_with_the_rest() {
        for (int number = 0; number < 7; number++) {
            database.published("NOORD", aCourse().titled("Cursus " + number).wish());
        }
        CourseSelection odd = new CourseSelection("select x.id from crm.course x where x.title ~ :selected", "[135]$");

        ResultPage<AgendaLine> first = page(AgendaSearch.everything().among(odd), 2, null);
        ResultPage<AgendaLine> second = page(AgendaSearch.everything().among(odd), 2, first.next());

        assertThat(first.items()).hasSize(2);
        assertThat(second.items()).hasSize(1);
        assertThat(second.next()).isNull();
        assertThatThrownBy(() -> page(AgendaSearch.everything(), 2, first.next()))
                .isInstanceOf(InvalidInputException.class);
    }

    private static List<UUID> found(AgendaSearch search) {
        return page(search, 100, null).items().stream().map(AgendaLine::uuid).toList();
    }

    private static ResultPage<AgendaLine> page(AgendaSearch search, int size, String after) {
        return database.inTransaction(em -> calendars(em).agenda(search, size, after));
    }

    private static Calendars calendars(EntityManager em) {
        return wired(new Calendars(), em, AgendaDatabase.CLOCK);
    }
}
