package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a register asks of a course is copied piece by piece, and what is still missing is named; so is what blocks its deliveries. */
@WholeProduct
class RequestDossierIT {

    private static final String TITLE = "Avond om accreditatie voor te vragen";

    private static Visitor.Machine machine;
    private static String edition;

    @BeforeAll
    static void a_course_of_which_little_is_said() throws Exception {
        machine = new Visitor.Machine();
        List<String> people = RegisterFixtures.people(2, "AANVRAGERS");
        edition = AnEvening.of(TITLE, people, 7 * 24 * 60, 7 * 24 * 60 + 120);
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void a_piece_is_copied_and_what_is_missing_is_named_until_it_is_said() {
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/accreditation/view-accreditation.xhtml?id=" + edition)
                    .page();
            page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
            Locator missing = page.locator("main p.k-note:has-text('Registers vragen meestal ook naar')");
            assertThat(missing).containsText("Aanleiding en leerbehoefte");
            assertThat(missing).containsText("Toetsing");
            clerk.shows("request-dossier");

            Locator copy = page.locator("button[data-copy=said-title]");
            copy.click();
            assertThat(copy).containsText("Gekopieerd");
            assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(TITLE);

            page.locator("#texts summary").click();
            page.locator("#texts\\:need").fill("Er komen nieuwe richtlijnen.");
            page.locator("#texts\\:keep").click();
            assertThat(missing).not().containsText("Aanleiding en leerbehoefte");
            assertThat(missing).containsText("Toetsing");
            page.locator("button[data-copy=said-need]").click();
            assertThat(page.locator("button[data-copy=said-need]")).containsText("Gekopieerd");
            assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo("Er komen nieuwe richtlijnen.");
        }
    }

    @Test
    void before_the_course_is_listed_what_would_keep_its_points_from_being_delivered() {
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/workbench/today.xhtml").page();
            assertThat(page.locator("section[aria-labelledby=blocked]")).containsText("Aanleveren lukt nog niet");
            page.navigate("/agenda/list-editions.xhtml");
            page.locator("main a[href*='list-blocked']").click();
            assertThat(page.locator("main tr:has-text('" + TITLE + "')"))
                    .containsText("Geen ID-nummer van de nascholing");
            clerk.shows("deliveries-blocked");
            page.locator("main a:has-text('" + TITLE + "')").click();
            assertThat(page.locator("main h1")).containsText("Aanleveren aan de registers");
        }
        try (Visitor night = machine.onAPhoneAtNight().signIn("fea@example.nl")) {
            night.open("/attendance/list-blocked.xhtml");
            night.shows("deliveries-blocked-320-at-night");
        }
    }
}
