package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An administrator of an organisation says which account it has at PE-online; a colleague who is none does not. */
@WholeProduct
class ConnectRegistersIT {

    private static final String PAGE = "/attendance/connect-registers.xhtml";

    private static Visitor.Machine machine;

    @BeforeAll
    static void an_administrator() throws Exception {
        machine = new Visitor.Machine();
        AnEvening.run("""
                insert into crm.account (id, uuid, email, display_name, password_hash, created_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), 'verbindt@example.nl', 'Verbindt', a.password_hash, now()
                  from crm.account a where a.email = 'fea@example.nl';
                insert into crm.role_grant (id, uuid, account_id, role, organisation_id, created_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), a.id, r.role, o.id, now()
                  from crm.account a, crm.organisation o, (values ('STAFF'), ('ORGANISATION_ADMIN')) r (role)
                 where a.email = 'verbindt@example.nl' and o.code = 'CHPA'""");
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void an_administrator_keeps_the_account_and_its_contracts() throws Exception {
        assertThat(Screens.signedIn("sht@example.nl").get(PAGE).status()).isEqualTo(403);
        try (Visitor admin = machine.atADesk().signIn("verbindt@example.nl")) {
            Page page = admin.open(PAGE).page();
            admin.shows("connect-registers-empty");
            page.locator("#account\\:user").fill("");
            page.locator("#account\\:save").click();
            assertThat(page.locator("#problems-list")).isVisible();
            admin.shows("connect-registers-missing");
            page.locator("#account\\:user").fill("12345");
            page.locator("#account\\:mail").fill("fouten@example.nl");
            page.locator("#account input[type=checkbox][value='19']").check();
            page.locator("#account\\:save").click();
            assertThat(page.locator("#messages")).containsText("Bewaard");
            assertThat(page.locator("#account\\:user")).hasValue("12345");
            assertThat(page.locator("#account input[type=checkbox][value='19']"))
                    .isChecked();
            admin.shows("connect-registers-kept");
        }
        assertThat(AnEvening.texts("""
                select concat_ws(' ', a.user_number, a.test_mode, c.org_id) from crm.pe_account a
                  join crm.organisation o on o.id = a.organisation_id join crm.pe_contract c on c.organisation_id = o.id
                 where o.code = 'CHPA'""")).containsExactly("12345 t 19");
        try (Visitor phone = machine.onAPhone().signIn("verbindt@example.nl");
                Visitor night = machine.onAPhoneAtNight().signIn("verbindt@example.nl");
                Visitor deskAtNight = machine.atADeskAtNight().signIn("verbindt@example.nl")) {
            phone.open(PAGE).shows("connect-registers-320");
            night.open(PAGE).shows("connect-registers-320-at-night");
            deskAtNight.open(PAGE).shows("connect-registers-1280-at-night");
        }
    }
}
