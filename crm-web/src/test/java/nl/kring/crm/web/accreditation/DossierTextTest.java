package nl.kring.crm.web.accreditation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.kring.crm.accreditation.request.AccreditationPage;
import nl.kring.crm.accreditation.request.CourseSaid;
import nl.kring.crm.accreditation.request.DossierTexts;
import org.junit.jupiter.api.Test;

/** What bodies ask of a course: what is there to be copied, and what is still missing. */
class DossierTextTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final Instant EVENING = Instant.parse("2026-11-03T18:00:00Z");

    @Test
    void of_a_course_of_which_only_the_title_is_known_all_else_is_missing() {
        CourseSaid said = new CourseSaid(
                "CVRM", null, "FEA", null, " ", null, List.of(), null, 0, List.of(), List.of(), List.of());
        List<DossierText> all = DossierText.of(page(said, DossierTexts.NONE), DUTCH);
        assertThat(all)
                .filteredOn(DossierText::isSaid)
                .extracting(DossierText::key)
                .containsExactly("title", "organiser", "audience");
        assertThat(missing(all))
                .containsExactly(
                        "summary",
                        "need",
                        "objectives",
                        "prerequisites",
                        "programme",
                        "didactics",
                        "competences",
                        "assessment",
                        "literature",
                        "materials",
                        "speakers",
                        "sponsors",
                        "place",
                        "capacity");
    }

    @Test
    void what_was_said_is_missing_no_more_and_reads_as_it_is_copied() {
        CourseSaid said = new CourseSaid(
                "CVRM",
                "Kort",
                "FEA",
                "Leren",
                "Geen",
                "Map",
                List.of("GP", "PHARMACIST"),
                "Almelo",
                30,
                List.of(new CourseSaid.Part("Deel 1", EVENING, EVENING.plusSeconds(5_400))),
                List.of("A. Jansen", "B. Smit"),
                List.of("geen"));
        DossierTexts texts = new DossierTexts("Nodig", "Werkvorm", "Kennis", "Toets", "NHG");
        List<DossierText> all = DossierText.of(page(said, texts), DUTCH);
        assertThat(missing(all)).isEmpty();
        assertThat(text(all, "audience")).isEqualTo("Huisarts, Apotheker");
        assertThat(text(all, "programme")).isEqualTo("03-11-2026 19:00–20:30 (90 min): Deel 1");
        assertThat(text(all, "speakers")).isEqualTo("A. Jansen\nB. Smit");
        assertThat(text(all, "capacity")).isEqualTo("30");

        DossierTexts withoutNeed = new DossierTexts(null, "Werkvorm", "Kennis", " ", "NHG");
        assertThat(missing(DossierText.of(page(said, withoutNeed), DUTCH))).containsExactly("need", "assessment");
    }

    private static List<String> missing(List<DossierText> all) {
        return all.stream().filter(text -> !text.isSaid()).map(DossierText::key).toList();
    }

    private static String text(List<DossierText> all, String key) {
        return all.stream()
                .filter(text -> text.key().equals(key))
                .findFirst()
                .orElseThrow()
                .text();
    }

    private static AccreditationPage page(CourseSaid said, DossierTexts texts) {
        return new AccreditationPage(
                UUID.randomUUID(),
                said.title(),
                EVENING,
                EVENING,
                true,
                List.of(),
                List.of(),
                List.of(),
                texts,
                said,
                List.of(),
                List.of());
    }
}
