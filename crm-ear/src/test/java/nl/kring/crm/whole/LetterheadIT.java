package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An administrator says how certificates look, and sees one before anybody gets it. */
@WholeProduct
class LetterheadIT {

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
    void a_logo_and_a_signature_stand_on_the_example() throws Exception {
        anAdministrator();
        try (Visitor clerk = machine.atADesk().signIn("lhv@example.nl")) {
            Page page = clerk.open("/attendance/edit-letterhead.xhtml").page();
            clerk.shows("letterhead-empty");
            page.locator("#letterhead\\:logo")
                    .setInputFiles(new FilePayload("logo.svg", "image/svg+xml", "<svg/>".getBytes(StandardCharsets.UTF_8)));
            page.locator("#letterhead\\:save").click();
            assertThat(page.locator("main")).containsText("Het logo moet een PNG of JPEG zijn.");

            page.locator("#letterhead\\:logo").setInputFiles(new FilePayload("logo.png", "image/png", logo()));
            page.locator("#letterhead\\:address").fill("Hengelosestraat 1, Enschede");
            page.locator("#letterhead\\:name").fill("P. Jansen");
            page.locator("#letterhead\\:function").fill("voorzitter");
            page.locator("#letterhead\\:save").click();
            assertThat(page.locator("main")).containsText("Bewaard.");
            assertThat(page.locator("img.k-logo")).isVisible();
            clerk.shows("letterhead-filled");
            APIResponse example = page.request().get(clerk.page().locator("a[href='/attendance/letterhead-example']")
                    .getAttribute("href"));
            assertThat(example.status()).isEqualTo(200);
            assertThat(new String(example.body(), 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        }
        try (Visitor night = machine.onAPhoneAtNight().signIn("lhv@example.nl")) {
            night.open("/attendance/edit-letterhead.xhtml");
            night.shows("letterhead-320-at-night");
        }
    }

    private static void anAdministrator() throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into crm.role_grant (id, uuid, account_id, role, organisation_id, created_at)
                    select nextval('crm.entity_seq'), gen_random_uuid(), a.id, 'ORGANISATION_ADMIN', o.id, now()
                      from crm.account a, crm.organisation o where a.email = 'lhv@example.nl' and o.code = 'LHV'""");
        }
    }

    private static byte[] logo() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 120, BufferedImage.TYPE_INT_ARGB), "png", out);
        return out.toByteArray();
    }
}
