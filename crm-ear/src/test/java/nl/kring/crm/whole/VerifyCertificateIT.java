package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Somebody without an account checks certificates: one that stands, one that was withdrawn, one that was put right. */
@WholeProduct
class VerifyCertificateIT {

    private static final String PAGE = "/attendance/verify-certificate.xhtml?code=";

    private static Visitor.Machine machine;
    private static List<String> people;
    private static String edition;

    @BeforeAll
    static void three_with_a_certificate() throws Exception {
        machine = new Visitor.Machine();
        people = RegisterFixtures.people(3, "BEWIJZEN");
        edition = AnEvening.of("Avond met bewijzen", people, -125, -2);
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/attendance/take-attendance.xhtml?id=" + edition)
                    .page();
            page.locator("#sheet\\:everybody").click();
            assertThat(page.locator("#messages .k-note").first()).isVisible();
            page.locator("#sheet\\:issue").click();
            assertThat(page.locator("#messages")).containsText("3 bewijzen uitgereikt");
        }
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void a_certificate_stands_is_withdrawn_or_is_put_right_and_says_so() throws Exception {
        String stands = code(0, "true");
        String withdrawn = code(1, "true");
        String wrong = code(2, "true");
        withdraws(people.get(1));
        putsRight(people.get(2));
        String right = code(2, "c.replaced_at is null");

        try (Visitor stranger = machine.onALargerPhone()) {
            Page page = stranger.open("/attendance/verify-certificate.xhtml").page();
            new Hands(page)
                    .skipsTo("content")
                    .tabsTo("#code")
                    .types(withdrawn.replace("-", " "))
                    .tabsTo("main button[type=submit]")
                    .entersTo("**/verify-certificate.xhtml?code=*");
            assertThat(page.locator("main [role=status]")).containsText("Nee, dit bewijs is ingetrokken");
            assertThat(page.locator("main")).not().containsText("Ja, dit bewijs is echt");
            stranger.shows("verify-390-withdrawn");

            stranger.open(PAGE + wrong);
            assertThat(page.locator("main [role=status]")).containsText("Dit bewijs is gecorrigeerd");
            assertThat(page.locator("main")).not().containsText("Ja, dit bewijs is echt");
            stranger.shows("verify-390-corrected");
            new Hands(page)
                    .skipsTo("content")
                    .tabsTo("main [role=status] a")
                    .entersTo("**/verify-certificate.xhtml?code=" + right);
            assertThat(page.locator("main [role=status]")).containsText("Ja, dit bewijs is echt");
            assertThat(page.locator("main")).containsText("Juist-Gespeld");

            stranger.open(PAGE + stands);
            assertThat(page.locator("main [role=status]")).containsText("Ja, dit bewijs is echt");
        }
        try (Visitor night = machine.onAPhoneAtNight();
                Visitor desk = machine.atADesk()) {
            night.open(PAGE + withdrawn).shows("verify-320-withdrawn-at-night");
            night.open(PAGE + wrong).shows("verify-320-corrected-at-night");
            desk.open(PAGE + withdrawn).shows("verify-1280-withdrawn");
            desk.open(PAGE + wrong).shows("verify-1280-corrected");
        }
    }

    private static void withdraws(String person) throws Exception {
        String certificate = AnEvening.texts(
                        "select cast(c.uuid as text) from crm.certificate c join crm.person p on p.id = c.person_id where p.uuid = '"
                                + person + "'")
                .get(0);
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/attendance/revoke-certificate.xhtml?edition=" + edition + "&id=" + certificate)
                    .page();
            page.locator("#revoke\\:reason").fill("Was er niet bij");
            page.locator("#revoke\\:submit").click();
            page.waitForURL("**/take-attendance.xhtml*");
        }
    }

    /** The name was spelt wrong. */
    private static void putsRight(String person) throws Exception {
        AnEvening.run("update crm.person set display_name = 'A. Juist-Gespeld' where uuid = '" + person + "'");
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/attendance/reissue-certificates.xhtml?id=" + edition)
                    .page();
            assertThat(page.locator("#reissue li")).hasCount(1);
            page.locator("#reissue li input[type=checkbox]").setChecked(true);
            clerk.shows("verify-reissue");
            page.locator("#reissue\\:submit").click();
            assertThat(page.locator("#messages .k-note").first()).isVisible();
        }
    }

    private static String code(int person, String condition) throws Exception {
        return AnEvening.texts("""
                select c.code from crm.certificate c join crm.person p on p.id = c.person_id
                 where p.uuid = '%s' and %s order by c.id desc""".formatted(people.get(person), condition)).get(0);
    }
}
