package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A clerk and the checklist of an edition: made, worked through from Vandaag, moved along, dropped. */
@WholeProduct
class ChecklistIT {

    private static final String COURSE = "Draaiboek in de praktijk";
    private static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    private static Visitor.Machine machine;

    @BeforeAll
    static void start() {
        machine = new Visitor.Machine();
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void what_has_to_be_done_follows_the_edition() {
        LocalDateTime begin =
                LocalDate.ofInstant(Instant.now(), AMSTERDAM).plusDays(90).atTime(19, 0);
        String edition = edition(begin);
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/agenda/view-edition.xhtml?id=" + edition).page();
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Draaiboek"))
                    .click();
            clerk.shows("checklist-none");
            page.locator("#make\\:now").click();
            assertThat(row(page, "Accreditatie aanvragen")).containsText(DAY.format(begin.minusDays(56)));
            clerk.shows("checklist-made");

            clerk.open("/workbench/today.xhtml");
            clerk.shows("checklist-today");
            page.locator("[aria-labelledby=tasks-title] a[href='/agenda/book-resources.xhtml?id=" + edition + "']")
                    .first()
                    .click();
            assertThat(page.locator("h1")).containsText(COURSE);

            clerk.open("/agenda/view-checklist.xhtml?id=" + edition);
            row(page, "Catering")
                    .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Wijzigen"))
                    .click();
            clerk.shows("checklist-step");
            page.locator("#day\\:due").fill(begin.minusDays(20).toLocalDate().toString());
            page.locator("#day\\:date").click();
            assertThat(row(page, "Catering")).containsText("zelf gekozen dag");

            LocalDateTime later = begin.plusDays(14);
            clerk.open("/agenda/edit-edition.xhtml?id=" + edition);
            page.locator("input[type=datetime-local][id$='starts']").fill(later.toString());
            page.locator("input[type=datetime-local][id$='ends']")
                    .fill(later.plusHours(2).toString());
            page.locator("#course\\:save").click();
            clerk.open("/agenda/view-checklist.xhtml?id=" + edition);
            assertThat(row(page, "Accreditatie aanvragen")).containsText(DAY.format(later.minusDays(56)));
            assertThat(row(page, "Catering")).containsText(DAY.format(begin.minusDays(20)));

            clerk.open("/agenda/cancel-edition.xhtml?id=" + edition);
            page.locator("#cancel\\:cancel").click();
            page.waitForURL("**/agenda/view-edition.xhtml*");
            clerk.open("/agenda/view-checklist.xhtml?id=" + edition);
            assertThat(row(page, "Accreditatie aanvragen")).containsText("Vervallen");
            clerk.shows("checklist-cancelled");
            clerk.open("/workbench/today.xhtml");
            assertThat(page.locator("[aria-labelledby=tasks-title]")).not().containsText(COURSE);
        }
    }

    private static Locator row(Page page, String title) {
        return page.locator("#steps li").filter(new Locator.FilterOptions().setHasText(title));
    }

    private static String edition(LocalDateTime begin) {
        Instant start = begin.atZone(AMSTERDAM).toInstant();
        var made = Api.as("fea-staff")
                .post(
                        "/editions",
                        Json.createObjectBuilder()
                                .add("title", COURSE)
                                .add("organisation", "FEA")
                                .add("startsAt", start.toString())
                                .add("endsAt", start.plus(2, ChronoUnit.HOURS).toString())
                                .add("capacity", 20)
                                .add("waitingList", true)
                                .build());
        return made.object().getString("uuid");
    }
}
