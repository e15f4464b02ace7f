package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Somebody at the review desk who has no mouse: three pairs of sisters, decided with the keyboard alone. */
@WholeProduct
@Order(3)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ReviewJourneyIT {

    private static final String HEADER =
            "nummer;achternaam;voorletters;geboren;beroep;mail;praktijk;agbpraktijk;pc;plaats\n";
    private static final String DESK = "/intake/review.xhtml?register=BALIE1&other=BALIE2";

    private static Visitor.Machine machine;
    private static Visitor clerk;
    private static Page page;

    @BeforeAll
    static void start() {
        RegisterFixtures.withPractices("FEA", "BALIE1", HEADER + sisters("A", "1"));
        RegisterFixtures.withPractices("FEA", "BALIE2", HEADER + sisters("A.B", "2"));
        machine = new Visitor.Machine();
        clerk = machine.atADesk().signIn("fea@example.nl");
        page = clerk.page();
    }

    @AfterAll
    static void stop() {
        clerk.close();
        machine.close();
    }

    @Test
    @Order(1)
    void three_pairs_are_decided_by_keyboard_alone() {
        clerk.open(DESK);
        assertThat(page.locator("#pair, [id='desk:pair']").first()).isFocused();
        clerk.shows("b-desk");
        Set<String> seen = new HashSet<>();
        for (String key : List.of("z", "n", "l")) {
            seen.add(page.locator("#names").textContent());
            page.waitForNavigation(() -> page.keyboard().press(key));
        }
        assertThat(seen).hasSize(3);
        assertThat(page.locator(".k-empty")).isVisible();
        clerk.shows("b-desk-empty");
    }

    @Test
    @Order(2)
    void the_last_decision_is_taken_back_by_keyboard_and_comes_first_again() {
        page.waitForNavigation(() -> page.keyboard().press("Alt+t"));
        assertThat(page.locator("main [role=status]")).containsText("teruggenomen");
        assertThat(page.locator("[id='desk:other']")).isVisible();
    }

    @Test
    @Order(3)
    void a_letter_that_is_typed_elsewhere_decides_nothing() {
        page.keyboard().press("Control+k");
        page.keyboard().type("znl");
        assertThat(page.locator("[id='desk:other']")).isVisible();
        assertThat(page.locator("#k-search")).hasValue("znl");
    }

    private static String sisters(String initials, String register) {
        StringBuilder rows = new StringBuilder();
        for (String name : List.of("Balieboomstra", "Toonbankstra", "Loketwoudstra")) {
            rows.append(register)
                    .append(name, 0, 3)
                    .append(';')
                    .append(name)
                    .append(';')
                    .append(initials)
                    .append(".;")
                    .append(";Huisarts;;;;;\n");
        }
        return rows.toString();
    }
}
