package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every page of the product for everybody who may see it, at a desk and on a phone, by day and by night: accessible, no
 * wider than the screen, nothing in the console. Which pages there are and who sees them is read from the table of rights.
 */
@WholeProduct
class ScreensIT {

    private static final Map<String, String> ACCOUNTS = Map.of(
            "professional", "huisarts@example.nl", "staff", "fea@example.nl", "platform-admin", "beheer@example.nl");

    private static Visitor.Machine machine;
    private static RightsWorld world;

    @BeforeAll
    static void start() throws SQLException {
        machine = new Visitor.Machine();
        world = RightsWorld.made();
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void for_visitors() {
        look("anonymous");
    }

    @Test
    void for_professionals() {
        look("professional");
    }

    @Test
    void for_staff() {
        look("staff");
    }

    @Test
    void for_the_administrator() {
        look("platform-admin");
    }

    @Test
    void in_english() {
        try (Visitor visitor = machine.atADesk()) {
            visitor.open("/?q=zzz");
            visitor.page().locator(".k-who a[lang=en]").click();
            visitor.page().waitForLoadState();
            visitor.shows("english-empty-agenda");
            assertThat(visitor.page().locator("html")).hasAttribute("lang", "en");
        }
    }

    /** Public pages are looked at as a visitor, the staff's as staff; nobody sees more of them later in the list. */
    private static boolean seenBefore(RightsTable.Row row, String caller) {
        return RightsTable.CALLERS.stream()
                .takeWhile(earlier -> !earlier.equals(caller))
                .anyMatch(earlier -> row.answers().get(earlier).equals("200")
                        && !(row.relation().equals("own") && earlier.equals("professional")));
    }

    private static void look(String caller) {
        List<RightsTable.Row> pages = RightsTable.rows().stream()
                .filter(row -> row.operation().startsWith("VIEW ")
                        && row.answers().get(caller).equals("200")
                        && !row.relation().equals("foreign")
                        && !seenBefore(row, caller))
                .toList();
        try (Visitor day = machine.atADesk();
                Visitor night = machine.onAPhoneAtNight()) {
            for (Visitor visitor : List.of(day, night)) {
                if (ACCOUNTS.containsKey(caller)) {
                    visitor.signIn(ACCOUNTS.get(caller));
                }
            }
            for (RightsTable.Row row : pages) {
                String path = row.operation().split(" ")[1] + world.filledIn(row.call(), row.relation());
                String name = caller + path.replaceAll("\\.xhtml.*", "").replace('/', '-') + "-" + row.relation();
                day.open(path).shows(name + "-desk");
                night.open(path).shows(name + "-phone");
            }
        }
    }
}
