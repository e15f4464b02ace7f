package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A GP declares twice what was done elsewhere, with a paper each; staff open both, say yes to one and no to the other. */
@WholeProduct
class DeclaredCreditIT {

    private static final String GP = "opgave@example.nl";
    private static final String GOOD = "Congres over huidziekten";
    private static final String BAD = "Zelf gelezen artikelen";
    private static final LocalDate YESTERDAY =
            LocalDate.now(ZoneId.of("Europe/Amsterdam")).minusDays(1);

    private static Visitor.Machine machine;

    @BeforeAll
    static void a_gp() throws Exception {
        machine = new Visitor.Machine();
        Professionals.gp(GP, "OPGAVE");
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void what_was_done_elsewhere_counts_when_staff_have_seen_the_paper_and_not_when_they_say_no() {
        String paper;
        try (Visitor gp = machine.onALargerPhone().signIn(GP)) {
            Page page = gp.open("/dossier/my-dossier.xhtml").page();
            page.locator("main a[href*='declare-credit']").first().click();
            page.locator("#declare\\:send").click();
            assertThat(page.locator("main")).containsText("Vul in hoeveel punten of uren het zijn");
            gp.shows("declare-390-missing");
            declared(page, GOOD, "2,5");
            declared(page, BAD, "6");
            gp.shows("declare-390-declared");
            Locator card = page.locator("#earlier article", new Page.LocatorOptions().setHasText(GOOD));
            assertThat(card).containsText("Wordt bekeken");
            assertThat(Paper.behind(page, card.locator("a"))).contains("Bewijs van " + GOOD);
            paper = card.locator("a").getAttribute("href");
        }
        assertThat(Screens.signedIn("thoon@example.nl").get(paper).status())
                .as("for who was not asked")
                .isEqualTo(404);
        decided();
        try (Visitor gp = machine.onAPhoneAtNight().signIn(GP)) {
            Page page = gp.open("/dossier/my-dossier.xhtml").page();
            Locator no = page.locator("section[aria-labelledby=cut] li", new Page.LocatorOptions().setHasText(BAD));
            assertThat(no).containsText("6 uur");
            assertThat(page.locator("section[aria-labelledby=sums]"))
                    .containsText("Zelf opgegeven en nagekeken2,5 uur");
            assertThat(no).containsText("Lezen telt dit register niet");
            Locator entries = page.locator("main details", new Page.LocatorOptions().setHasText(GOOD));
            entries.locator("summary").click();
            Locator yes = entries.locator("li", new Locator.LocatorOptions().setHasText(GOOD));
            assertThat(yes).containsText("2,5 uur");
            assertThat(entries).not().containsText(BAD);
            gp.shows("declare-320-outcomes-at-night");
            gp.open("/dossier/declare-credit.xhtml");
            assertThat(page.locator("#earlier article", new Page.LocatorOptions().setHasText(GOOD)))
                    .containsText("Goedgekeurd");
            assertThat(page.locator("#earlier article", new Page.LocatorOptions().setHasText(BAD)))
                    .containsText("Afgewezen");
        }
    }

    private static void declared(Page page, String title, String points) {
        page.locator("#declare\\:title").fill(title);
        page.locator("#declare\\:day").fill(YESTERDAY.toString());
        page.locator("#declare\\:points").fill(points);
        page.locator("#declare\\:category").selectOption("ACCREDITED");
        page.locator("#declare\\:file").setInputFiles(Paper.saying("bewijs.pdf", "Bewijs van " + title));
        page.locator("#declare\\:organisation").selectOption("FEA");
        page.locator("#declare\\:send").click();
        assertThat(page.locator("#messages")).containsText("Opgegeven");
        assertThat(page.locator("#earlier article", new Page.LocatorOptions().setHasText(title)))
                .hasCount(1);
    }

    private static void decided() {
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/attendance/check-claims.xhtml").page();
            clerk.shows("check-claims");
            Locator good = claim(page, GOOD);
            assertThat(Paper.behind(page, good.locator("a"))).contains("Bewijs van " + GOOD);
            good.locator("button[aria-label^=Goedkeuren]").click();
            assertThat(page.locator("#messages")).containsText("Goedgekeurd");
            assertThat(claim(page, GOOD)).hasCount(0);

            Locator bad = claim(page, BAD);
            assertThat(Paper.behind(page, bad.locator("a"))).contains("Bewijs van " + BAD);
            bad.locator("button[aria-label^=Afwijzen]").click();
            assertThat(page.locator("#messages")).containsText("Vertel waarom het niet meetelt");
            assertThat(claim(page, BAD)).hasCount(1);
            claim(page, BAD).locator("input[id$=':reason']").fill("Lezen telt dit register niet");
            claim(page, BAD).locator("button[aria-label^=Afwijzen]").click();
            assertThat(page.locator("#messages")).containsText("Afgewezen");
            assertThat(claim(page, BAD)).hasCount(0);
        }
    }

    private static Locator claim(Page page, String title) {
        return page.locator("#claims article", new Page.LocatorOptions().setHasText(title));
    }
}
