package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A GP between two patients, by keyboard alone on a page as wide as a phone: enrolling, answering an offer, cancelling. */
@WholeProduct
class PhoneGpIT {

    private static final String COURSE = "Tussen twee patiënten";
    private static final String GP = "huisarts@example.nl";
    private static final Pattern LINK = Pattern.compile("answer-offer\\.xhtml\\?token=([A-Za-z0-9_.-]+)");

    private static Visitor.Machine machine;

    @BeforeAll
    static void a_browser() {
        machine = new Visitor.Machine();
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void enrolling_and_cancelling_on_a_phone_of_390_pixels() throws SQLException {
        enrollingAndCancelling(machine::onALargerPhone, "390");
    }

    @Test
    void enrolling_and_cancelling_on_a_phone_of_320_pixels() throws SQLException {
        enrollingAndCancelling(machine::onAPhone, "320");
    }

    @Test
    void answering_an_offer_by_the_link_in_the_mail() throws Exception {
        List<String> others = RegisterFixtures.people(2, "VOORRANG");
        answering(machine::onALargerPhone, "390", others.get(0));
        answering(machine::onAPhone, "320", others.get(1));
    }

    private static void enrollingAndCancelling(Supplier<Visitor> phone, String wide) throws SQLException {
        String edition = Api.course(COURSE + " " + wide, 1, 50);
        costs(edition, 125_00);
        try (Visitor gp = phone.get().signIn(GP)) {
            Page page = gp.open("/agenda/browse-agenda.xhtml").page();
            Hands hands = new Hands(page);
            hands.skipsTo("content").skipsTo("results").tabsTo("a[href*='" + edition + "']");
            gp.shows("gp-" + wide + "-agenda");
            hands.entersTo("**/view-course.xhtml*").skipsTo("content").tabsTo("a[href*='/enrolment/enrol.xhtml']");
            gp.shows("gp-" + wide + "-course");
            hands.entersTo("**/enrol.xhtml*").skipsTo("content").tabsTo("#enrol\\:submit");
            assertThat(page.locator("main")).containsText("€ 125,00");
            gp.shows("gp-" + wide + "-enrol");
            hands.entersTo("**/my-enrolments.xhtml?enrolled=*");
            assertThat(page.locator(".k-note.k-ok").first()).containsText("U bent ingeschreven voor " + COURSE);
            gp.shows("gp-" + wide + "-enrolled");
            hands.done("a GP enrols, " + wide + " px", 20, 30, 4);

            page = gp.open("/enrolment/my-enrolments.xhtml").page();
            hands = new Hands(page);
            hands.skipsTo("content")
                    .tabsTo("article:has(a[href*='" + edition + "']) summary")
                    .presses("Enter", 1);
            assertThat(page.locator("article details[open]"))
                    .containsText("Kosten van afmelden op dit moment: € 125,00");
            hands.tabsTo("details[open] button.k-danger");
            gp.shows("gp-" + wide + "-cancel");
            hands.entersTo("**/my-enrolments.xhtml?cancelled=*");
            assertThat(page.locator(".k-note.k-ok").first()).containsText("€ 125,00");
            gp.shows("gp-" + wide + "-cancelled");
            hands.done("a GP cancels, " + wide + " px", 20, 20, 2);
        }
    }

    private static void answering(Supplier<Visitor> phone, String wide, String other) throws Exception {
        String edition = Api.course("Een plaats voor u " + wide, 50, 1);
        Api admin = Api.as("platform-admin");
        var first = admin.post(
                "/editions/" + edition + "/enrolments",
                Json.createObjectBuilder().add("person", other).build());
        assertThat(first.status()).as(first.text()).isEqualTo(201);
        var mine = Api.as("gp")
                .post(
                        "/editions/" + edition + "/enrolments",
                        Json.createObjectBuilder().build());
        assertThat(mine.object().getString("state")).as(mine.text()).isEqualTo("WAITLISTED");
        assertThat(admin.delete("/enrolments/" + first.object().getString("uuid"))
                        .status())
                .isEqualTo(200);

        String token = offered("Een plaats voor u " + wide);
        onlyLookingChangesNothing(token, mine.object().getString("uuid"));
        try (Visitor gp = phone.get()) {
            Page page = gp.open("/enrolment/answer-offer.xhtml?token=" + token).page();
            Hands hands = new Hands(page);
            hands.skipsTo("content").tabsTo("button[value=yes]");
            gp.shows("gp-" + wide + "-offer");
            hands.entersTo("**/answer-offer.xhtml?token=*");
            assertThat(page.locator("main [role=status]")).containsText("U hebt een plaats");
            gp.shows("gp-" + wide + "-offer-taken");
            hands.done("a GP takes an offer, " + wide + " px", 20, 10, 2);
        }
        assertThat(Api.as("gp")
                        .get("/enrolments/" + mine.object().getString("uuid"))
                        .object()
                        .getString("state"))
                .isEqualTo("CONFIRMED");
    }

    /** Programs that look whether a mail is safe open each link; it is the button that answers. */
    private static void onlyLookingChangesNothing(String token, String enrolment) {
        Screens program = Screens.anonymous();
        for (String answer : List.of("yes", "no")) {
            assertThat(program.get("/enrolment/answer-offer.xhtml?token=" + token + "&answer=" + answer)
                            .status())
                    .isEqualTo(200);
            assertThat(program.get("/enrolment/answer?token=" + token + "&answer=" + answer)
                            .status())
                    .isEqualTo(405);
            assertThat(Api.as("gp").get("/enrolments/" + enrolment).object().getString("state"))
                    .isEqualTo("OFFERED");
        }
    }

    @Test
    void leaving_by_the_link_takes_a_button_too() throws Exception {
        String edition = Api.course("Liever niet", 50, 1);
        Api admin = Api.as("platform-admin");
        var first = admin.post(
                "/editions/" + edition + "/enrolments",
                Json.createObjectBuilder()
                        .add("person", RegisterFixtures.people(1, "LIEVER").get(0))
                        .build());
        var mine = Api.as("gp")
                .post(
                        "/editions/" + edition + "/enrolments",
                        Json.createObjectBuilder().build());
        String enrolment = mine.object().getString("uuid");
        admin.delete("/enrolments/" + first.object().getString("uuid"));
        String token = offered("Liever niet");
        onlyLookingChangesNothing(token, enrolment);

        Screens.anonymous()
                .post(
                        "/enrolment/answer-offer.xhtml?token=" + token,
                        "/enrolment/answer",
                        java.util.Map.of("token", token, "answer", "no"));

        assertThat(Api.as("gp").get("/enrolments/" + enrolment).object().getString("state"))
                .isEqualTo("CANCELLED");
    }

    private static void costs(String edition, int cents) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update crm.edition set price_cents = " + cents + " where uuid = '" + edition + "'");
        }
    }

    /** The link in the mail that offers a seat: the last one that the person was sent about that course. */
    private static String offered(String title) throws Exception {
        return Mailbox.link(GP, LINK, title, "Er is een plaats");
    }
}
