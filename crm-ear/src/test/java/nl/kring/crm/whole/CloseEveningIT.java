package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An evening with forty participants, three who walk in and two without a register is closed, and how long that takes. */
@WholeProduct
class CloseEveningIT {

    private static final double MOST_SECONDS = 180;
    private static final double PRESS = 0.28;
    private static final double LOOK = 1.35;

    private static Visitor.Machine machine;
    private static List<String> people;
    private static String edition;
    private static String session;

    private int presses;
    private int looks;

    @BeforeAll
    static void an_evening_that_begins() throws Exception {
        machine = new Visitor.Machine();
        people = RegisterFixtures.people(43, "AVONDEN");
        AnEvening.run("update crm.person set profession = 'PRACTICE_MANAGER' where uuid in ('" + people.get(0) + "', '"
                + people.get(1) + "')");
        edition = AnEvening.of("Avond om af te ronden", people.subList(0, 40), -1, 119);
        session = AnEvening.session(edition);
        checkedIn(AnEvening.enrolments(edition).subList(0, 35));
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    /** Thirty-five were scanned when they came. */
    private static void checkedIn(List<String> enrolments) {
        Instant now = Instant.now();
        JsonArrayBuilder scans = Json.createArrayBuilder();
        enrolments.forEach(each -> scans.add(Json.createObjectBuilder()
                .add("id", UUID.randomUUID().toString())
                .add("enrolment", each)
                .add("kind", "IN")
                .add("at", now.minus(Duration.ofSeconds(30)).toString())));
        Api.Answer answer = Api.as("fea-staff")
                .post(
                        "/sessions/" + session + "/scans",
                        Json.createObjectBuilder()
                                .add("device", "tablet")
                                .add("sentAt", now.toString())
                                .add("scans", scans)
                                .build());
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void it_is_closed_in_minutes() throws Exception {
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl");
                Visitor phone = machine.onAPhone().signIn("fea@example.nl")) {
            long began = System.nanoTime();
            Page page = clerk.open("/workbench/today.xhtml").page();
            for (int walkIn = 40; walkIn < 43; walkIn++) {
                String name = AnEvening.texts(
                                "select birth_name from crm.person where uuid = '" + people.get(walkIn) + "'")
                        .get(0);
                page.navigate("/attendance/check-in.xhtml?id=" + session);
                page.locator("#q").fill(name);
                page.locator("#q").press("Enter");
                page.locator("#walk-in\\:person\\:0\\:enrol").click();
                assertThat(page.locator("#messages .k-note")).isVisible();
                presses += name.length() + 3;
                looks += 2;
            }
            AnEvening.isOver(edition);
            page.navigate("/attendance/close-edition.xhtml?id=" + edition);
            looks++;
            double pause = shown(clerk, "close-evening-open")
                    + shown(phone.open("/attendance/close-edition.xhtml?id=" + edition), "close-evening-phone");
            assertThat(page.locator("tbody tr")).hasCount(43);
            assertThat(page.locator("tbody th").first()).isVisible();
            for (int away = 0; away < 2; away++) {
                press(page, "#steps\\:row\\:0\\:of\\:0\\:away");
            }
            press(page, "main button:has-text('Iedereen aanwezig')");
            press(page, "main button:has-text('Bewijzen maken')");
            press(page, "main button:has-text('Als gefactureerd aanmerken')");
            pause += shown(clerk, "close-evening-done");
            close(page);
            assertThat(page.locator("main")).containsText("Deze nascholing is afgerond");
            double product = (System.nanoTime() - began) / 1e9 - pause;
            double seconds = product + presses * PRESS + looks * LOOK;
            System.out.printf(
                    "closing an evening of 43: %.1f s, of which the product took %.1f; %d keys and presses, %d looks%n",
                    seconds, product, presses, looks);
            assertThat(seconds).isLessThanOrEqualTo(MOST_SECONDS);
            clerk.shows("close-evening-closed");
            assertThat(AnEvening.texts("select state from crm.edition where uuid = '" + edition + "'"))
                    .containsExactly("ARCHIVED");
            assertThat(AnEvening.texts(
                            "select state || ' ' || count(*) from crm.enrolment where edition_id = (select id from crm.edition where uuid = '"
                                    + edition + "') group by state order by 1"))
                    .containsExactly("ATTENDED 41", "NO_SHOW 2");

            page.locator("#close summary").click();
            page.locator("#close\\:reason").fill("Er kwam nog iemand");
            page.locator("#close\\:reopen").click();
            assertThat(page.locator("main")).containsText("Heropend");
            clerk.shows("close-evening-reopened");
        }
    }

    /** What is left is work of others, like a number that a participant has to give. */
    private void close(Page page) {
        if (page.locator("#close\\:done").count() == 0) {
            String because = "De rest volgt";
            page.locator("#close summary").click();
            page.locator("#close\\:because").fill(because);
            presses += 1 + because.length();
            press(page, "#close\\:anyway");
        } else {
            press(page, "#close\\:done");
        }
    }

    private void press(Page page, String what) {
        page.locator(what).first().click();
        assertThat(page.locator("#messages .k-note")).isVisible();
        presses++;
        looks++;
    }

    /** How long it took to look whether the screen is as it should be, which nobody does who closes an evening. */
    private static double shown(Visitor visitor, String name) {
        long began = System.nanoTime();
        visitor.shows(name);
        return (System.nanoTime() - began) / 1e9;
    }
}
