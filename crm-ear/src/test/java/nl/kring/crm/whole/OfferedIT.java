package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** What a page offers is open to whoever gets that page: neither its menu nor its links lead to a refusal. */
@WholeProduct
class OfferedIT {

    private static final Map<String, String> CALLERS = Map.of(
            "professional", "huisarts@example.nl", "staff", "fea@example.nl", "platform-admin", "beheer@example.nl");

    /** Each caller looks at those that he or she gets. */
    private static final List<String> PAGES = List.of(
            "/workbench/today.xhtml",
            "/agenda/list-editions.xhtml",
            "/agenda/view-edition.xhtml?id={edition}",
            "/agenda/view-edition.xhtml?id={heldEdition}",
            "/attendance/take-attendance.xhtml?id={heldEdition}",
            "/attendance/check-in.xhtml?id={session}",
            "/attendance/list-deliveries.xhtml?id={edition}",
            "/enrolment/list-participants.xhtml?id={heldEdition}",
            "/evaluation/view-results.xhtml?id={heldEdition}",
            "/accreditation/view-accreditation.xhtml?id={edition}",
            "/accreditation/list-requests.xhtml",
            "/accreditation/list-schemes.xhtml",
            "/accreditation/manage-terms.xhtml");

    @Test
    void nothing_that_is_offered_is_refused() throws SQLException {
        RightsWorld world = RightsWorld.made();
        List<String> refused = new ArrayList<>();
        CALLERS.forEach((caller, account) -> {
            Screens screens = Screens.signedIn(account);
            Set<String> tried = new HashSet<>();
            int seen = 0;
            for (String page : PAGES) {
                Screens.Answer answer = screens.get(world.filledIn(page, "own"));
                if (answer.status() != 200) {
                    continue;
                }
                seen++;
                for (String link : Jsoup.parse(answer.text())
                        .select("nav a[href^=/], main a[href^=/]")
                        .eachAttr("href")) {
                    if (tried.add(link.replaceFirst("#.*$", ""))) {
                        int status = screens.get(link.replaceFirst("#.*$", "")).status();
                        if (status >= 400) {
                            refused.add(caller + " on " + page + ": " + link + " answers " + status);
                        }
                    }
                }
            }
            assertThat(seen).as("pages of the " + caller).isPositive();
            assertThat(tried).as("links of the " + caller).hasSizeGreaterThan(5);
        });
        assertThat(refused).isEmpty();
    }
}
