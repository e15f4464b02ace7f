package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.time.Duration;
import java.time.Instant;
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

    private static Visitor.Machine machine;
    private static String edition;
    private static String session;
    private static List<String> people;

    @BeforeAll
    static void an_evening_that_is_being_held() throws Exception {
        machine = new Visitor.Machine();
        people = RegisterFixtures.people(7, "DEUREN");
        edition = AnEvening.of("Avond aan de deur", people.subList(0, 5), -30, 90);
        session = AnEvening.session(edition);
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    @Order(1)
    void somebody_is_let_in_by_a_press_and_by_a_code_and_a_walk_in_has_a_seat_in_few_keys() throws Exception {
        String code = "7KQ2-M0XF-9A3T-WB5H";
        AnEvening.run("insert into crm.presence_code (enrolment_id, code, made_at) select id, '" + code
                + "', now() from crm.enrolment where uuid = '" + enrolment(1) + "'");
        try (Visitor clerk = machine.onAPhone().signIn("fea@example.nl")) {
            Page page =
                    clerk.open("/attendance/check-in.xhtml?edition=" + edition).page();
            page.waitForURL("**/check-in.xhtml?id=" + session);
            clerk.shows("door-phone");
            row(page, 0).locator("[data-scan]").click();
            assertThat(page.locator("#door-said")).containsText("is binnen");
            page.locator("#door\\:code").fill("https://kring.example.nl/attendance/check-in.xhtml?code=" + code);
            page.locator("#door\\:code").press("Enter");
            assertThat(row(page, 1).locator("[data-scan]")).hasText("Uit");
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

    @Test
    @Order(3)
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
    @Order(4)
    void a_participant_shows_a_code_and_somebody_at_the_wall_uses_it_without_signing_in() throws Exception {
        String wall;
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            wall = clerk.open("/attendance/show-wall.xhtml?id=" + session)
                    .page()
                    .locator("main code")
                    .textContent();
        }
        try (Visitor visitor = machine.onAPhone()) {
            Page page = visitor.open("/attendance/scan-wall.xhtml?code=" + wall).page();
            visitor.shows("wall-phone");
            page.locator("#own").fill("7KQ2 M0XF 9A3T WB5H");
            page.locator("button[value=OUT]").click();
            assertThat(page.locator("main [role=status]")).containsText("uitgecheckt");
            visitor.shows("wall-phone-done");
            assertThat(page.context().cookies()).isEmpty();
        }
        assertThat(AnEvening.texts(
                        "select cast(a.left_at is not null as text) from crm.attendance a join crm.enrolment n on n.id = a.enrolment_id"
                                + " where n.uuid = '" + enrolment(1) + "'"))
                .containsExactly("true");
    }

    private static com.microsoft.playwright.Locator row(Page page, int number) throws Exception {
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
