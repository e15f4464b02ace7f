package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The door with a camera. The camera is made up: an init script gives the browser a picture of a grey sheet and a reader that finds
 * in it what the test says. The page, its script, the way to the server and what is kept there are real, and so is the code: it is
 * read from the screen of the participant.
 */
@WholeProduct
class CameraIT {

    private static final String GP = "camera@example.nl";

    /** One track that can be stopped, and a reader of codes that sees what {@code seen} says. */
    private static final String CAMERA = """
            window.seen = '';
            window.streams = [];
            window.BarcodeDetector = class {
              detect() { return Promise.resolve(window.seen ? [{ rawValue: window.seen }] : []); }
            };
            Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia: () => {
              const stream = document.createElement('canvas').captureStream();
              window.streams.push(stream);
              return Promise.resolve(stream);
            } } });
            """;

    private static Visitor.Machine machine;
    private static String edition;
    private static String session;
    private static String enrolment;

    @BeforeAll
    static void an_evening_that_is_being_held() throws Exception {
        machine = new Visitor.Machine();
        edition = AnEvening.of("Avond met een camera", List.of(Professionals.gp(GP, "CAMERA")), -30, 90);
        session = AnEvening.session(edition);
        enrolment = AnEvening.enrolments(edition).get(0);
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void a_code_before_the_camera_lets_somebody_in_and_out_and_once_more_changes_nothing() throws Exception {
        String address;
        try (Visitor gp = machine.onAPhone().signIn(GP)) {
            address = QrPicture.readFrom(
                    gp.open("/attendance/show-code.xhtml?id=" + enrolment).page());
        }
        try (Visitor clerk = machine.onAPhone().signIn("fea@example.nl")) {
            Page page = clerk.page();
            page.addInitScript(CAMERA);
            clerk.open("/attendance/check-in.xhtml?id=" + session);
            Locator in = page.locator("button[data-camera=IN]");
            Locator out = page.locator("button[data-camera=OUT]");
            Locator said = page.locator("#door-said");

            in.click();
            assertThat(page.locator("#camera-view")).isVisible();
            assertThat(in).hasAttribute("aria-pressed", "true");
            sees(page, address);
            assertThat(said).containsText("is binnen");
            assertThat(page.locator("#door-list [data-enrolment='" + enrolment + "'] [data-scan]"))
                    .hasText("Uit");
            clerk.shows("camera-in");
            List<String> came = attendance();
            sees(page, "");
            sees(page, address);
            assertThat(said)
                    .containsText("was al binnen", new LocatorAssertions.ContainsTextOptions().setTimeout(9_000));
            assertThat(attendance()).as("once more changes nothing").isEqualTo(came);

            out.click();
            assertThat(in).hasAttribute("aria-pressed", "false");
            assertThat(out).hasAttribute("aria-pressed", "true");
            assertThat(said).containsText("is vertrokken");
            assertThat(said)
                    .containsText("was al vertrokken", new LocatorAssertions.ContainsTextOptions().setTimeout(9_000));

            sees(page, "ABCD-EFGH-JKLM-NPQR");
            assertThat(said).containsText("hoort bij niemand");
            out.click();
            assertThat(page.locator("#camera-view")).isHidden();
            assertThat(out).hasAttribute("aria-pressed", "false");
            assertThat(page.evaluate("window.streams.map(one => one.getTracks()[0].readyState).join()"))
                    .as("the camera is off")
                    .isEqualTo("ended");
            clerk.shows("camera-off");
        }
        assertThat(attendance()).singleElement().asString().endsWith("left");
    }

    private static void sees(Page page, String code) {
        page.evaluate("code => { window.seen = code; }", code);
    }

    /** When this one came, and whether he or she left. */
    private static List<String> attendance() throws SQLException {
        return AnEvening.texts(
                "select a.came_at || ' ' || a.version || case when a.left_at is null then ' in' else ' left' end"
                        + " from crm.attendance a join crm.enrolment n on n.id = a.enrolment_id where n.uuid = '"
                        + enrolment + "'");
    }
}
