package nl.kring.crm.agenda;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.ResultPage;
import nl.kring.crm.registry.Profession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AgendaTest {

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
    void paging_shows_every_edition_once_also_when_many_start_together() {
        List<UUID> published = new ArrayList<>();
        for (int number = 0; number < 23; number++) {
            String day = "2026-11-0" + (1 + number % 2);
            published.add(database.published(
                    "NOORD",
                    aCourse()
                            .titled("Cursus " + number)
                            .from(day + "T19:00", day + "T22:00")
                            .wish()));
        }

        List<EditionLine> seen = new ArrayList<>();
        String after = null;
        do {
            ResultPage<EditionLine> page = agenda(new AgendaQuery(null, null, null, null, null, 4, after));
            assertThat(page.items()).hasSizeBetween(1, 4);
            seen.addAll(page.items());
            after = page.next();
        } while (after != null);

        assertThat(seen).extracting(EditionLine::uuid).containsExactlyInAnyOrderElementsOf(published);
        assertThat(seen).extracting(EditionLine::startsAt).isSorted();
    }

    @Test
    void what_is_published_between_two_pages_disturbs_neither() {
        for (int day = 1; day <= 6; day++) {
            publishOn("2026-11-0" + day, "Cursus " + day);
        }
        ResultPage<EditionLine> first = agenda(new AgendaQuery(null, null, null, null, null, 3, null));

        publishOn("2026-10-30", "Ervoor");
        publishOn("2026-11-09", "Erna");
        ResultPage<EditionLine> rest = agenda(new AgendaQuery(null, null, null, null, null, 10, first.next()));

        assertThat(rest.items())
                .extracting(EditionLine::title)
                .containsExactly("Cursus 4", "Cursus 5", "Cursus 6", "Erna");
    }

    @Test
    void moments_further_away_than_the_database_counts_are_no_failure() {
        publishOn("2026-11-01", "Cursus");

        assertThat(agenda(new AgendaQuery(Instant.MIN, Instant.MAX, "no\u0000ord", null, null, 1, null))
                        .items())
                .isEmpty();
        assertThat(agenda(new AgendaQuery(Instant.MIN, Instant.MAX, "noord", null, null, 1, null))
                        .items())
                .hasSize(1);
        List<?> unfiltered = Arrays.asList("agenda", null, null, null, null, null);
        String tampered = new AgendaCursor(Instant.MAX, 1).text(unfiltered);
        assertThatThrownBy(() -> agenda(new AgendaQuery(null, null, null, null, null, 1, tampered)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_cursor_belongs_to_its_filter() {
        for (int day = 1; day <= 3; day++) {
            publishOn("2026-11-0" + day, "Cursus " + day);
        }
        String next = agenda(new AgendaQuery(null, null, null, null, "cursus", 1, null))
                .next();

        assertThatThrownBy(() -> agenda(new AgendaQuery(null, null, null, null, "anders", 1, next)))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> agenda(new AgendaQuery(null, null, null, null, "cursus", 1, "kapot")))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> agenda(new AgendaQuery(null, null, null, null, "cursus", 1, "\u0000%!")))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void drafts_and_cancelled_editions_are_not_in_the_agenda() {
        database.draft("NOORD", aCourse().titled("Concept").wish());
        UUID cancelled =
                database.published("NOORD", aCourse().titled("Afgelast").wish());
        database.change(em -> {
            Planning planning = new Planning(em, AgendaDatabase.CLOCK);
            planning.move(planning.locked(cancelled), EditionMove.CANCEL);
        });
        database.published("ZUID", aCourse().titled("Gaat door").wish());

        assertThat(titles(null, null, null)).containsExactly("Gaat door");
        assertThat(own("NOORD", null)).containsExactlyInAnyOrder("Concept", "Afgelast");
        assertThat(own("ZUID", null)).containsExactly("Gaat door");
    }

    @Test
    void filters_narrow_the_agenda() {
        database.published(
                "NOORD",
                aCourse()
                        .titled("Diëtetiek in de praktijk")
                        .meantFor(Profession.DIETITIAN)
                        .in("Goor")
                        .wish());
        database.published(
                "ZUID",
                aCourse().titled("Triage").meantFor(Profession.TRIAGE_ASSISTANT).wish());
        database.published("ZUID", aCourse().titled("Voor allen, 100% gratis").wish());

        assertThat(titles("noord", null, null)).containsExactly("Diëtetiek in de praktijk");
        assertThat(titles("ONBEKEND", null, null)).isEmpty();
        assertThat(titles(null, Profession.TRIAGE_ASSISTANT, null))
                .containsExactlyInAnyOrder("Triage", "Voor allen, 100% gratis");
        assertThat(titles(null, null, "dietetiek GOOR")).containsExactly("Diëtetiek in de praktijk");
        assertThat(titles(null, null, "100%")).containsExactly("Voor allen, 100% gratis");
        assertThat(titles(null, null, "_riage")).isEmpty();
        assertThat(own("ZUID", "triage")).containsExactly("Triage");
    }

    @Test
    void the_period_includes_its_start_and_not_its_end_and_begins_now_unless_said() {
        publishOn("2026-11-02", "Voorbij");
        database.change(em -> em.createNativeQuery("""
                        update crm.edition set state = 'HELD', starts_at = starts_at - interval '63 days',
                                               ends_at = ends_at - interval '63 days'""").executeUpdate());
        publishOn("2026-11-03", "Drie november");
        publishOn("2026-11-04", "Vier november");
        Instant third = Instant.parse("2026-11-03T18:00:00Z");
        Instant fourth = Instant.parse("2026-11-04T18:00:00Z");

        assertThat(agenda(new AgendaQuery(third, fourth, null, null, null, 0, null))
                        .items())
                .extracting(EditionLine::title)
                .containsExactly("Drie november");
        assertThat(titles(null, null, null)).containsExactly("Drie november", "Vier november");
        assertThat(agenda(new AgendaQuery(Instant.EPOCH, null, null, null, null, 0, null))
                        .items())
                .hasSize(3);
    }

    @Test
    void a_full_edition_says_whether_one_can_wait() {
        UUID waiting = database.published(
                "NOORD", aCourse().titled("Wachtlijst").seats(1).wish());
        UUID full = database.published(
                "NOORD", aCourse().titled("Vol").seats(1).withoutWaitingList().wish());
        database.published("NOORD", aCourse().titled("Vrij").seats(1).wish());
        for (UUID uuid : List.of(waiting, full)) {
            database.change(em -> {
                Edition edition = new EditionLists(em, AgendaDatabase.CLOCK).find(uuid);
                em.find(SeatCount.class, edition.getId()).take();
            });
        }

        assertThat(agenda(new AgendaQuery(null, null, null, null, null, 0, null))
                        .items())
                .extracting(EditionLine::title, EditionLine::seats, EditionLine::free)
                .containsExactlyInAnyOrder(
                        tuple("Wachtlijst", Seats.WAITING_LIST, 0),
                        tuple("Vol", Seats.FULL, 0),
                        tuple("Vrij", Seats.FREE, 1));
    }

    private static void publishOn(String day, String title) {
        database.published(
                "NOORD",
                aCourse().titled(title).from(day + "T19:00", day + "T22:00").wish());
    }

    private static ResultPage<EditionLine> agenda(AgendaQuery query) {
        return database.inTransaction(em -> new EditionLists(em, AgendaDatabase.CLOCK).agenda(query));
    }

    private static List<String> titles(String organisation, Profession audience, String q) {
        return agenda(new AgendaQuery(null, null, organisation, audience, q, 0, null)).items().stream()
                .map(EditionLine::title)
                .toList();
    }

    private static List<String> own(String organisation, String q) {
        return database.inTransaction(em -> new EditionLists(em, AgendaDatabase.CLOCK)
                .of(AgendaDatabase.organiser(em, organisation).getId(), q, 0, null).items().stream()
                        .map(EditionLine::title)
                        .toList());
    }
}
