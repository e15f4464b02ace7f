package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import jakarta.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The door of a session with phones in hand: one whose clock is two hours ahead, one that loses its connection for a while. */
@WholeProduct
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CheckInIT {

    private static final long TWO_HOURS = 7_200_000;

    /** Where the one who signs in and shows a code stands among the enrolments. */
    private static final int GP = 5;

    private static final String STRANGER = "Joost Kwartelzwam";
    private static final String LATE_CODE = "7KQ2-M0XF-9A3T-WB5H";
    private static final String STRANGERS_NUMBER = "49054148771";

    private static Visitor.Machine machine;
    private static String edition;
    private static String session;
    private static List<String> people;

    @BeforeAll
    static void an_evening_that_is_being_held() throws Exception {
        machine = new Visitor.Machine();
        people = RegisterFixtures.people(7, "DEUREN");
        List<String> expected = new ArrayList<>(people.subList(0, 5));
        expected.addAll(
                AnEvening.texts("select cast(p.uuid as text) from crm.person p join crm.account a on a.person_id = p.id"
                        + " where a.email = 'huisarts@example.nl'"));
        edition = AnEvening.of("Avond aan de deur", expected, -30, 90);
        session = AnEvening.session(edition);
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    @Order(1)
    void somebody_is_let_in_by_a_press_and_by_a_code_and_a_walk_in_has_a_seat_in_few_keys() throws Exception {
        String address;
        try (Visitor gp = machine.onAPhone().signIn("huisarts@example.nl")) {
            Page page =
                    gp.open("/attendance/show-code.xhtml?id=" + enrolment(GP)).page();
            address = QrPicture.readFrom(page);
            assertThat(address)
                    .as("the picture says what stands below it")
                    .isEqualTo(Surroundings.address() + "/attendance/check-in.xhtml?code="
                            + page.locator("main code").textContent());
            gp.shows("own-code-phone");
        }
        try (Visitor clerk = machine.onAPhone().signIn("fea@example.nl")) {
            Page page =
                    clerk.open("/attendance/check-in.xhtml?edition=" + edition).page();
            page.waitForURL("**/check-in.xhtml?id=" + session);
            clerk.shows("door-phone");
            row(page, 0).locator("[data-scan]").click();
            assertThat(page.locator("#door-said")).containsText("is binnen");
            page.navigate(address);
            page.waitForURL("**/check-in.xhtml?id=" + session + "&code=*");
            assertThat(page.locator("#door\\:code")).hasValue(address.replaceAll(".*=", ""));
            page.locator("#door\\:code").fill(address);
            page.locator("#door\\:code").press("Enter");
            assertThat(row(page, GP).locator("[data-scan]")).hasText("Uit");
            assertThat(page.locator("#door-in")).hasText("2");
            clerk.shows("door-phone-two-in");

            long began = System.nanoTime();
            String name = AnEvening.texts("select birth_name from crm.person where uuid = '" + people.get(5) + "'")
                    .get(0);
            page.locator("#q").fill(name);
            page.locator("#q").press("Enter");
            page.locator("#walk-in\\:person\\:0\\:enrol").click();
            assertThat(page.locator("#messages")).containsText("is binnen");
            double product = (System.nanoTime() - began) / 1e9;
            // Letters, Enter and a press at 0.28 s each, and two looks at the screen, as Hands reckons.
            double seconds = product + (name.length() + 2) * 0.28 + 2 * 1.35;
            System.out.printf("walk-in: %.1f s, of which the product took %.1f%n", seconds, product);
            assertThat(seconds).isLessThanOrEqualTo(20);
            assertThat(page.locator("#door-in")).hasText("3");
            clerk.shows("door-phone-walk-in");
        }
        try (Visitor clerk = machine.atADeskAtNight().signIn("fea@example.nl")) {
            clerk.open("/attendance/check-in.xhtml?id=" + session + "&correct=" + enrolment(2))
                    .shows("door-desk");
            clerk.open("/attendance/show-wall.xhtml?id=" + session).shows("door-wall");
            clerk.open("/attendance/set-presence-rules.xhtml").shows("presence-rules");
            clerk.open("/attendance/keep-list.xhtml?id=" + edition).shows("keep-list");
            clerk.open("/attendance/read-report.xhtml?id=" + session).shows("read-report");
        }
    }

    @Test
    @Order(2)
    void a_phone_without_a_connection_keeps_what_it_saw_and_tells_it_with_the_right_times() throws Exception {
        try (Visitor offline = machine.onALargerPhone().signIn("fea@example.nl");
                Visitor other = machine.onAPhone().signIn("fea@example.nl")) {
            Page page = offline.page();
            page.addInitScript("(() => { const Real = Date; window.Date = class extends Real {"
                    + " constructor(...given) { if (given.length) { super(...given); } else { super(Real.now() + "
                    + TWO_HOURS
                    + "); } } static now() { return Real.now() + " + TWO_HOURS + "; } }; })()");
            offline.open("/attendance/check-in.xhtml?id=" + session);
            Page colleague =
                    other.open("/attendance/check-in.xhtml?id=" + session).page();
            page.context().setOffline(true);
            Instant tapped = Instant.now();
            String alone = row(page, 3).getAttribute("data-enrolment");
            String both = row(page, 4).getAttribute("data-enrolment");
            row(page, 3).locator("[data-scan]").click();
            row(page, 4).locator("[data-scan]").click();
            assertThat(page.locator("#door-waiting")).containsText("2 nog te versturen");
            colleague.locator("li[data-enrolment='" + both + "'] [data-scan]").click();
            assertThat(colleague.locator("#door-said")).containsText("is binnen");
            page.waitForTimeout(8_000);
            assertThat(came(alone)).as("nothing was told yet").isNull();

            page.context().setOffline(false);
            assertThat(page.locator("#door-waiting")).isHidden();
            assertThat(Duration.between(tapped, Instant.parse(came(alone))).abs())
                    .as("when it was, not when it was told, and by the clock of the server")
                    .isLessThan(Duration.ofSeconds(4));
            assertThat(AnEvening.texts(
                            "select count(*) from crm.attendance a join crm.enrolment n on n.id = a.enrolment_id where n.uuid = '"
                                    + both + "'"))
                    .containsExactly("1");
            assertThat(Duration.between(tapped, Instant.parse(came(both))).abs())
                    .isLessThan(Duration.ofSeconds(4));
        }
    }

    /** The list is gone, for nothing of anybody is kept for later; what was seen is not, and codes are read on. */
    @Test
    @Order(3)
    void a_phone_that_loads_anew_without_a_connection_shows_nobody_loses_nothing_and_goes_on_reading_codes()
            throws Exception {
        AnEvening.run("insert into crm.presence_code (enrolment_id, code, made_at) select id, '" + LATE_CODE
                + "', now() from crm.enrolment where uuid = '" + enrolment(0) + "'");
        String names = String.join(
                "|",
                AnEvening.texts(
                        "select p.birth_name from crm.enrolment n join crm.person p on p.id = n.person_id join crm.edition e"
                                + " on e.id = n.edition_id where e.uuid = '" + edition + "'"));
        try (Cable cable = new Cable();
                Visitor offline = machine.onAPhone().signIn("fea@example.nl")) {
            String address = cable.address("/attendance/check-in.xhtml?id=" + session);
            Page page = offline.page();
            page.navigate(address);
            page.evaluate("async () => { while (!navigator.serviceWorker.controller"
                    + " || (await (await caches.open('kring-door')).keys()).length < 4) {"
                    + " await new Promise(later => setTimeout(later, 100)); } }");
            assertThat(String.valueOf(page.evaluate("() => caches.open('kring-door').then(kept => kept.matchAll())"
                            + ".then(all => Promise.all(all.map(one => one.text()))).then(texts => texts.join())")))
                    .as("what is kept knows nobody")
                    .contains("Geen verbinding")
                    .doesNotContainPattern(names)
                    .doesNotContain("fea@example.nl", session, edition);
            String somebody =
                    page.locator("#door-list li:has([data-scan=IN])").first().getAttribute("data-enrolment");
            Locator button = page.locator("li[data-enrolment='" + somebody + "'] [data-scan]");
            cable.pull();
            Instant tapped = Instant.now();
            button.click();
            assertThat(page.locator("#door-waiting")).containsText("1 nog te versturen");
            page.reload();
            assertThat(page.locator("h1")).hasText("Geen verbinding");
            assertThat(page.locator("#door-list")).hasCount(0);
            assertThat(page.locator("#door-waiting")).containsText("1 nog te versturen");
            page.locator("[id='door:code']").fill(LATE_CODE);
            page.locator("[id='door:out']").click();
            assertThat(page.locator("#door-waiting")).containsText("2 nog te versturen");
            assertThat(page.evaluate(
                            "document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1"))
                    .isEqualTo(true);
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(System.getProperty("kring.screenshots"), "no-connection-at-the-door.png")));
            page.navigate(cable.address("/workbench/today.xhtml"));
            assertThat(page.locator("h1")).hasText("Geen verbinding");
            assertThat(page.locator("#door-desk")).isHidden();
            page.navigate(address);
            assertThat(page.locator("#door-waiting")).containsText("2 nog te versturen");
            assertThat(came(somebody)).isNull();

            cable.putIn();
            assertThat(page.locator("#door-waiting")).isHidden();
            page.navigate(address);
            assertThat(button).hasText("Uit");
            assertThat(Duration.between(tapped, Instant.parse(came(somebody))).abs())
                    .as("when it was, not when it was told")
                    .isLessThan(Duration.ofSeconds(4));
            assertThat(AnEvening.texts(
                            "select cast(a.left_at is not null as text) from crm.attendance a join crm.enrolment n on n.id = a.enrolment_id"
                                    + " where n.uuid = '" + enrolment(0) + "'"))
                    .containsExactly("true");
        }
    }

    /** Where nothing was kept, the browser itself says that there is no connection: the negative control of the page above. */
    @Test
    @Order(3)
    void without_what_is_kept_there_is_nothing_to_show() throws Exception {
        try (Visitor offline = machine.onAPhone().signIn("fea@example.nl")) {
            Page page = offline.open("/workbench/today.xhtml").page();
            page.context().setOffline(true);
            assertThatThrownBy(page::reload)
                    .isInstanceOf(PlaywrightException.class)
                    .hasMessageContaining("ERR_INTERNET_DISCONNECTED");
        }
    }

    @Test
    @Order(4)
    void a_program_sends_the_same_twice_and_it_counts_once() throws Exception {
        String scan = UUID.randomUUID().toString();
        for (String outcome : List.of("TAKEN", "REPEATED")) {
            Instant late = Instant.now().minus(Duration.ofDays(3));
            Api.Answer answer = Api.as("fea-staff")
                    .post(
                            "/sessions/" + session + "/scans",
                            Json.createObjectBuilder()
                                    .add("device", "poortje")
                                    .add("sentAt", late.toString())
                                    .add(
                                            "scans",
                                            Json.createArrayBuilder()
                                                    .add(Json.createObjectBuilder()
                                                            .add("id", scan)
                                                            .add("enrolment", enrolment(2))
                                                            .add("kind", "IN")
                                                            .add(
                                                                    "at",
                                                                    late.minusSeconds(60)
                                                                            .toString())))
                                    .build());
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.array().getJsonObject(0).getString("outcome")).isEqualTo(outcome);
        }
        assertThat(Duration.between(Instant.parse(came(enrolment(2))), Instant.now()))
                .isBetween(Duration.ofSeconds(55), Duration.ofSeconds(90));
    }

    @Test
    @Order(5)
    void a_participant_shows_a_code_and_somebody_at_the_wall_uses_it_without_signing_in() throws Exception {
        String wall;
        try (Visitor clerk = machine.atADeskAtNight().signIn("fea@example.nl")) {
            Page page = clerk.open("/attendance/show-wall.xhtml?id=" + session).page();
            wall = QrPicture.readFrom(page);
            assertThat(wall)
                    .isEqualTo(Surroundings.address() + "/attendance/scan-wall.xhtml?code="
                            + page.locator("main code").textContent());
        }
        String own;
        try (Visitor gp = machine.onAPhoneAtNight().signIn("huisarts@example.nl")) {
            own = QrPicture.readFrom(gp.open("/attendance/show-code.xhtml?id=" + enrolment(GP))
                            .page())
                    .replaceAll(".*=", "");
        }
        try (Visitor visitor = machine.onAPhone()) {
            Page page = visitor.open(wall).page();
            visitor.shows("wall-phone");
            page.locator("#own").fill(own.replace('-', ' '));
            page.locator("button[value=OUT]").click();
            assertThat(page.locator("main [role=status]")).containsText("uitgecheckt");
            visitor.shows("wall-phone-done");
        }
        assertThat(AnEvening.texts(
                        "select cast(a.left_at is not null as text) from crm.attendance a join crm.enrolment n on n.id = a.enrolment_id"
                                + " where n.uuid = '" + enrolment(GP) + "'"))
                .containsExactly("true");
    }

    @Test
    @Order(6)
    void somebody_whom_nobody_knows_is_in_within_twenty_seconds_and_number_and_payer_come_later() throws Exception {
        try (Visitor clerk = machine.onAPhone().signIn("fea@example.nl")) {
            Page page = clerk.open("/attendance/check-in.xhtml?id=" + session).page();
            long began = System.nanoTime();
            page.locator("#q").fill(STRANGER);
            page.locator("#q").press("Enter");
            page.locator("#walk-in a[href*='/enrolment/add-caller.xhtml']").click();
            page.waitForURL("**/add-caller.xhtml?*session=" + session + "*");
            assertThat(page.locator("#caller\\:birthName")).hasValue("Kwartelzwam");
            double pause = shown(clerk, "door-stranger");
            page.locator("#caller\\:add").click();
            page.waitForURL("**/check-in.xhtml?id=" + session + "&q=Kwartelzwam");
            page.locator("#walk-in\\:person\\:0\\:enrol").click();
            assertThat(page.locator("#messages")).containsText("is binnen");
            double product = (System.nanoTime() - began) / 1e9 - pause;
            // Letters, Enter and three presses at 0.28 s each, and four looks at the screen, as Hands reckons.
            double seconds = product + (STRANGER.length() + 4) * 0.28 + 4 * 1.35;
            System.out.printf("walk-in whom nobody knows: %.1f s, of which the product took %.1f%n", seconds, product);
            assertThat(seconds).isLessThanOrEqualTo(20);
            clerk.shows("door-stranger-in");
        }
        List<String> stranger =
                AnEvening.texts("select cast(uuid as text) from crm.person where birth_name = 'Kwartelzwam'");
        assertThat(stranger).hasSize(1);
        assertThat(seat(stranger.get(0))).containsExactly("CONFIRMED none none in");

        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/registry/edit-person.xhtml?field=big&id=" + stranger.get(0))
                    .page();
            page.locator("#edit\\:value").fill(STRANGERS_NUMBER);
            page.locator("#edit\\:reason").fill("Gaf het nummer na afloop");
            page.locator("#edit\\:save").click();
            page.waitForURL("**/view-person.xhtml?*");
            clerk.open("/enrolment/list-participants.xhtml?id=" + edition);
            Locator row = page.locator("#sheet tr", new Page.LocatorOptions().setHasText("Kwartelzwam"));
            row.locator("select[id$=':payer']").selectOption("BUDGET");
            row.locator("input[id$=':reference']").fill("Scholing 2026");
            page.locator("#sheet\\:save").click();
            assertThat(page.locator("#messages")).containsText("1 rij bewaard");
            clerk.shows("door-stranger-later");
        }
        assertThat(seat(stranger.get(0))).containsExactly("CONFIRMED BUDGET " + STRANGERS_NUMBER + " in");
    }

    /** What is known of somebody at this edition: seat, payer, number and whether he or she came in. */
    private static List<String> seat(String person) throws Exception {
        return AnEvening.texts("""
                select n.state || ' ' || coalesce(n.payer_kind, 'none') || ' ' || coalesce(p.big, 'none')
                       || case when a.came_at is null then ' out' else ' in' end
                  from crm.enrolment n join crm.person p on p.id = n.person_id join crm.edition e on e.id = n.edition_id
                  left join crm.attendance a on a.enrolment_id = n.id
                 where p.uuid = '%s' and e.uuid = '%s'""".formatted(person, edition));
    }

    /** How long it took to look whether the screen is as it should be, which nobody does at a door. */
    private static double shown(Visitor visitor, String name) {
        long began = System.nanoTime();
        visitor.shows(name);
        return (System.nanoTime() - began) / 1e9;
    }

    private static Locator row(Page page, int number) throws Exception {
        return page.locator("li[data-enrolment='" + enrolment(number) + "']");
    }

    private static String enrolment(int number) throws Exception {
        return AnEvening.texts("""
                select cast(n.uuid as text) from crm.enrolment n join crm.edition e on e.id = n.edition_id
                 where e.uuid = '%s' order by n.id""".formatted(edition)).get(number);
    }

    /** As ISO, or null. */
    private static String came(String enrolment) throws Exception {
        List<String> came =
                AnEvening.texts("select to_char(a.came_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"
                        + " from crm.attendance a join crm.enrolment n on n.id = a.enrolment_id where n.uuid = '"
                        + enrolment + "'");
        return came.isEmpty() ? null : came.get(0);
    }
}
