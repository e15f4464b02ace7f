package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The platform's administrator adds a quality register and changes what another asks, and sees before whom it concerns. */
@WholeProduct
class SchemesIT {

    private static Visitor.Machine machine;

    @BeforeAll
    static void a_browser() {
        machine = new Visitor.Machine();
    }

    @AfterAll
    static void stop() throws Exception {
        machine.close();
        AnEvening.run("""
                delete from crm.scheme_version where scheme_code = 'PROEF-KR';
                delete from crm.scheme_profession where scheme_code = 'PROEF-KR';
                delete from crm.accreditation_terms where scheme_code = 'PROEF-KR';
                delete from crm.scheme where code = 'PROEF-KR'""");
    }

    @Test
    void a_register_is_added_after_seeing_whom_it_concerns() throws Exception {
        try (Visitor administrator = machine.atADesk().signIn("beheer@example.nl")) {
            Page page = administrator.open("/accreditation/list-schemes.xhtml").page();
            page.locator("main a:has-text('Register toevoegen')").click();
            page.locator("#rules\\:register").fill("proef-kr");
            page.locator("#rules\\:name").fill("Kwaliteitsregister Proef");
            page.locator("main label:has-text('Psycholoog')").click();
            page.locator("#rules\\:numbers").selectOption("OWN");
            page.locator("#rules\\:pe").selectOption("24");
            page.locator("#rules\\:total").fill("120");
            page.locator("#rules\\:source").fill("eigen opgave");
            page.locator("#rules\\:certainty").selectOption("OWN");
            assertThat(page.locator("#rules\\:save")).hasCount(0);
            page.locator("#rules\\:preview").click();
            assertThat(page.locator("section[role=status]")).containsText("personen met een beroep van dit register");
            assertThat(AnEvening.texts("select code from crm.scheme where code = 'PROEF-KR'"))
                    .as("seeing whom it concerns keeps nothing")
                    .isEmpty();
            administrator.shows("scheme-added-preview");
            page.locator("#rules\\:save").click();
            assertThat(page.locator("#messages")).containsText("De eisen van Kwaliteitsregister Proef zijn bewaard.");
            assertThat(page.locator("main article").last()).containsText("Kwaliteitsregister Proef");
            assertThat(AnEvening.texts("""
                            select s.code || ' ' || s.person_identifier || ' ' || s.pe_org_id || ' ' || v.total_minimum || ' ' || v.source
                              from crm.scheme s join crm.scheme_version v on v.scheme_code = s.code where s.code = 'PROEF-KR'""")).containsExactly("PROEF-KR OWN 24 120.0 eigen opgave");
        }
        try (Visitor night = machine.onAPhoneAtNight().signIn("beheer@example.nl")) {
            night.open("/accreditation/edit-scheme.xhtml?add=true");
            night.shows("scheme-added-320-at-night");
        }
    }

    @Test
    void another_version_takes_the_place_of_one_after_seeing_whom_it_concerns() throws Exception {
        try (Visitor administrator = machine.atADesk().signIn("beheer@example.nl")) {
            String version = AnEvening.texts(
                            "select cast(uuid as text) from crm.scheme_version where scheme_code = 'NAPA-PA' and replaced_at is null")
                    .get(0);
            Page page = administrator
                    .open("/accreditation/edit-scheme.xhtml?id=" + version)
                    .page();
            page.locator("#rules\\:total").fill("220");
            page.locator("#rules\\:preview").click();
            assertThat(page.locator("section[role=status]")).containsText("Wie dit raakt");
            administrator.shows("scheme-changed-preview");
            page.locator("#rules\\:save").click();
            assertThat(page.locator("#messages")).containsText("zijn bewaard.");
            assertThat(
                            AnEvening.texts(
                                    "select cast(total_minimum as text) from crm.scheme_version where scheme_code = 'NAPA-PA' and replaced_at is null"))
                    .containsExactly("220.0");
            page.navigate("/accreditation/edit-scheme.xhtml?id="
                    + AnEvening.texts(
                                    "select cast(uuid as text) from crm.scheme_version where scheme_code = 'NAPA-PA' and replaced_at is null")
                            .get(0));
            page.locator("#rules\\:total").fill("200");
            page.locator("#rules\\:preview").click();
            page.locator("#rules\\:save").click();
            assertThat(page.locator("#messages")).containsText("zijn bewaard.");
        }
    }
}
