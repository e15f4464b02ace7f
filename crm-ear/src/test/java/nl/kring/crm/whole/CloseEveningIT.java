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

/**
 * An evening with forty participants, three who walk in and two without a register is closed with nothing left open, and how long
 * that takes. What is typed at PE-online itself is not counted.
 */
@WholeProduct
class CloseEveningIT {

    private static final double MOST_SECONDS = 180;
    private static final double PRESS = 0.28;
    private static final double LOOK = 1.35;

    private static Visitor.Machine machine;
    private static List<String> people;
    private static String edition;
    private static String session;
    private static List<String> withoutRegister;

    private int presses;
    private int looks;

    @BeforeAll
    static void an_evening_that_begins() throws Exception {
        machine = new Visitor.Machine();
        people = RegisterFixtures.people(43, "AVONDEN");
        AnEvening.run("update crm.person set big = '39' || lpad(cast(id % 1000000000 as text), 9, '0') where uuid in ('"
                + String.join("', '", people) + "')");
        edition = AnEvening.of("Avond om af te ronden", people.subList(0, 40), -1, 119);
        AnEvening.announced(edition);
        session = AnEvening.session(edition);
        withoutRegister = AnEvening.enrolments(edition).subList(0, 2);
        AnEvening.run("update crm.person p set profession = 'PRACTICE_MANAGER' from crm.enrolment n"
                + " where n.person_id = p.id and n.uuid in (" + quoted(withoutRegister) + ")");
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
                assertThat(page.locator("#messages .k-note.k-ok")).containsText("is binnen");
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
            for (int away = 1; away <= 2; away++) {
                press(page, "main button:has-text('Was er niet')", "1 keer ingevuld");
                assertThat(page.locator("main button:has-text('Was er niet')")).hasCount(5 - away);
            }
            press(page, "main button:has-text('Iedereen aanwezig')", "3 keer ingevuld");
            press(page, "main a:has-text('Naar PE-online')", null);
            pause += shown(clerk, "close-evening-deliveries");
            press(page, "#registers\\:enterAll", "39 deelnemers zijn als ingevoerd genoteerd");
            press(page, "main a:has-text('Afronden')", null);
            press(page, "main button:has-text('Bewijzen maken')", "41 bewijzen gemaakt");
            press(page, "main button:has-text('Als gefactureerd aanmerken')", "deelnemers gefactureerd");
            assertThat(page.locator("main .k-note.k-ok[role=status]").last())
                    .hasText("Alles is klaar. U kunt afsluiten.");
            assertThat(page.locator("#close\\:anyway")).hasCount(0);
            pause += shown(clerk, "close-evening-done");
            press(page, "#close\\:done", "Afgerond");
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
            everythingIsDone();
            theRegistersWereTold(clerk);

            clerk.open("/attendance/close-edition.xhtml?id=" + edition);
            page.locator("#close summary").click();
            page.locator("#close\\:reason").fill("Er kwam nog iemand");
            page.locator("#close\\:reopen").click();
            assertThat(page.locator("main")).containsText("Heropend");
            clerk.shows("close-evening-reopened");
        }
    }

    private static void everythingIsDone() throws Exception {
        assertThat(count(
                        "select count(*) from crm.edition_closing c join crm.edition e on e.id = c.edition_id where e.uuid = '"
                                + edition + "' and c.left_undone = 0"))
                .as("closed with nothing left")
                .isEqualTo(1);
        String certificates = "select count(*) from crm.certificate c join crm.enrolment n on n.id = c.enrolment_id"
                + " join crm.edition e on e.id = n.edition_id"
                + " where e.uuid = '" + edition + "' and c.revoked_at is null and ";
        assertThat(count(certificates + "n.state = 'ATTENDED'")).isEqualTo(41);
        assertThat(count(certificates + "n.state <> 'ATTENDED'")).isZero();
        assertThat(count(certificates + "n.uuid in (" + quoted(withoutRegister) + ")"))
                .as("also for who is in no register")
                .isEqualTo(2);
        assertThat(count("select count(distinct n.id) from crm.invoice_line l"
                        + " join crm.invoicing i on i.id = l.invoicing_id and i.undone_at is null"
                        + " join crm.enrolment n on n.id = l.enrolment_id join crm.edition e on e.id = n.edition_id"
                        + " where e.uuid = '" + edition + "' and l.kind = 'PRICE' and l.amount_cents = 5000"))
                .as("whoever had a seat")
                .isEqualTo(43);
        assertThat(count("select count(*) from (select k.person_id from crm.credit_entry k"
                        + " join crm.enrolment n on n.id = k.enrolment_id join crm.edition e on e.id = n.edition_id"
                        + " where e.uuid = '" + edition + "' and k.source = 'ATTENDANCE' and k.scheme_code = 'RGS-HA'"
                        + " group by k.person_id having sum(k.points) = 2) as whole"))
                .as("who was there has the points")
                .isEqualTo(41);
    }

    /** By whom and when; of who is in no register nothing is asked. */
    private static void theRegistersWereTold(Visitor clerk) throws Exception {
        assertThat(
                        AnEvening.texts(
                                "select d.state || ' ' || a.email || ' ' || count(*) from crm.credit_delivery d"
                                        + " join crm.account a on a.id = d.account_id join crm.enrolment n on n.id = d.enrolment_id"
                                        + " join crm.edition e on e.id = n.edition_id join crm.person p on p.id = n.person_id"
                                        + " where e.uuid = '" + edition + "' and d.number = p.big"
                                        + " and d.changed_at between now() - interval '30 minutes' and now() group by d.state, a.email"))
                .containsExactly("ENTERED fea@example.nl 39");
        Page page =
                clerk.open("/attendance/list-deliveries.xhtml?id=" + edition).page();
        String who = AnEvening.texts("select display_name from crm.account where email = 'fea@example.nl'")
                .get(0);
        assertThat(page.locator("#registers article")).hasCount(1);
        assertThat(page.locator("#registers article")).containsText("39 " + who);
        for (String enrolment : withoutRegister) {
            String name = AnEvening.texts(
                            "select p.display_name from crm.person p join crm.enrolment n on n.person_id = p.id"
                                    + " where n.uuid = '" + enrolment + "'")
                    .get(0);
            assertThat(page.locator("#lines tr", new Page.LocatorOptions().setHasText(name)))
                    .containsText("Niet van toepassing Geen register");
        }
    }

    private static int count(String sql) throws Exception {
        return Integer.parseInt(AnEvening.texts(sql).get(0));
    }

    private static String quoted(List<String> uuids) {
        return "'" + String.join("', '", uuids) + "'";
    }

    /** One press, and a look at what came of it: what was done, and no refusal; of a link the page that it leads to. */
    private void press(Page page, String what, String said) {
        String before = page.url();
        page.locator(what).first().click();
        if (said == null) {
            page.waitForURL(url -> !url.equals(before));
        } else {
            assertThat(page.locator("#messages .k-note.k-ok")).containsText(said);
        }
        assertThat(page.locator("#messages .k-error, #problems-list")).hasCount(0);
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
