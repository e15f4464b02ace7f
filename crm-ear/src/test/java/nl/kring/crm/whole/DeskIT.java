package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import jakarta.json.Json;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The desk of a training office: callers by keyboard alone, a pasted list, the sheet, and a guest from the public page. */
@WholeProduct
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DeskIT {

    private static final String COURSE = "Bellen met Zwaantje";
    private static final Pattern LINK = Pattern.compile("confirm-guest\\.xhtml\\?token=([A-Za-z0-9_-]{43})");

    private static Visitor.Machine machine;
    private static String edition;
    private static String known;

    @BeforeAll
    static void a_course_that_is_open_and_cheaper_for_members() throws SQLException {
        machine = new Visitor.Machine();
        edition = Api.course(COURSE, 40, 50);
        RegisterFixtures.withPractices(
                "FEA",
                "BELLERS",
                "nummer;achternaam;voorletters;geboren;beroep;mail;praktijk;agbpraktijk;pc;plaats\n"
                        + "1;Janszwaan;J.;05-06-1975;Huisarts;janszwaan@example.nl;Praktijk Goorzwaan;01999077;7471 AA;Goor\n");
        known = RegisterFixtures.uuidsOf("BELLERS").get(0);
        AnEvening.run("""
                update crm.edition set price_cents = 12500 where uuid = '%1$s';
                insert into crm.price_rule (id, uuid, edition_id, belonging, price_cents, made_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), id, 'MEMBER', 7500, now() from crm.edition where uuid = '%1$s';
                insert into crm.membership (id, uuid, person_id, organisation_id, kind, created_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), p.id, o.id, 'MEMBER', now()
                  from crm.person p, crm.organisation o where p.uuid = '%2$s' and o.code = 'FEA'""".formatted(edition, known));
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    @Order(1)
    void a_caller_whom_nobody_knows_is_added_and_enrolled_by_keyboard_alone() {
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/enrolment/phone.xhtml").page();
            Hands hands = new Hands(page, "q");
            hands.types("Quirina Xylander").entersTo("**/phone.xhtml?q=*", "q");
            hands.presses("Tab", 2).entersTo("**/add-caller.xhtml*", "caller:givenName");
            assertThat(page.locator("#caller\\:birthName")).hasValue("Xylander");
            hands.presses("Tab", 3).types("Huisarts").presses("Tab", 1).types("quirina@example.nl");
            hands.entersTo("**/phone.xhtml?person=*", "e");
            hands.types("zwaantje").entersTo("**/phone.xhtml?person=*&edition=*", "enrol:submit");
            hands.entersTo("**/phone.xhtml?done=*", "q");
            hands.done("unknown caller", 30, 12, 6);
            assertThat(page.locator(".k-note.k-ok")).containsText("is ingeschreven voor " + COURSE);
            assertThat(page.locator(".k-note.k-ok")).containsText("quirina@example.nl");
            clerk.shows("desk-phone-result");
        }
    }

    @Test
    @Order(2)
    void a_caller_who_is_known_is_found_from_any_page_and_enrolled_at_the_own_price_with_a_payer() throws SQLException {
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/workbench/today.xhtml").page();
            Hands hands = new Hands(page);
            hands.presses("Control+k", 1).types("jansz goor").entersTo("**/search.xhtml?q=*");
            clerk.shows("desk-phone-found");
            hands.skipsTo("content").tabsTo("a[href*='/enrolment/phone.xhtml?person=" + known + "']");
            hands.entersTo("**/phone.xhtml?person=*", "e");
            assertThat(page.locator("main .k-lead")).containsText("Praktijk Goorzwaan");
            assertThat(page.locator("main .k-lead")).containsText("Goor");
            clerk.shows("desk-phone-card");
            hands.types("zwaantje").entersTo("**/phone.xhtml?person=*&edition=*", "enrol:submit");
            assertThat(page.locator("section[aria-labelledby=confirm-title]")).containsText("€ 75,00");
            assertThat(page.locator("section[aria-labelledby=confirm-title]")).containsText("leden");
            clerk.shows("desk-phone-confirm");
            hands.presses("Shift+Tab", 4).presses("ArrowDown", 2).presses("Tab", 4);
            assertThat(page.locator("#enrol\\:payer")).hasValue("PRACTICE");
            hands.entersTo("**/phone.xhtml?done=*", "q");
            assertThat(page.locator(".k-note.k-ok")).containsText("€ 75,00");
            hands.done("known caller, from the search to the confirmation", 30, 26, 5);
        }
        assertThat(AnEvening.texts("""
                        select n.price_cents || ' ' || n.payer_kind from crm.enrolment n join crm.person p on p.id = n.person_id
                         where p.uuid = '%s'""".formatted(known))).containsExactly("7500 PRACTICE");
    }

    @Test
    @Order(7)
    void a_care_group_pays_for_somebody_who_calls_and_a_price_that_went_up_is_shown_first() throws SQLException {
        String other = RegisterFixtures.people(1, "BELLERSB").get(0);
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/enrolment/phone.xhtml?person=" + other + "&edition=" + edition)
                    .page();
            assertThat(page.locator("section[aria-labelledby=confirm-title]")).containsText("€ 125,00");
            String thoon = AnEvening.texts("select cast(uuid as text) from crm.organisation where code = 'THOON'")
                    .get(0);
            page.locator("#enrol\\:payer").selectOption("CARE_GROUP " + thoon);
            page.locator("#enrol\\:reference").fill("ZG-12");
            AnEvening.run("update crm.edition set price_cents = 13000 where uuid = '" + edition + "'");
            page.locator("#enrol\\:submit").click();
            assertThat(page.locator("#messages")).containsText("De prijs is veranderd");
            assertThat(page.locator("section[aria-labelledby=confirm-title]")).containsText("€ 130,00");
            page.locator("#enrol\\:submit").click();
            page.waitForURL("**/phone.xhtml?done=*");
            AnEvening.run("update crm.edition set price_cents = 12500 where uuid = '" + edition + "'");
        }
        assertThat(AnEvening.texts("""
                        select n.price_cents || ' ' || n.payer_kind || ' ' || o.code || ' ' || n.payer_reference
                          from crm.enrolment n join crm.person p on p.id = n.person_id
                          join crm.organisation o on o.id = n.payer_organisation_id where p.uuid = '%s'""".formatted(other))).containsExactly("13000 CARE_GROUP THOON ZG-12");
    }

    @Test
    @Order(3)
    void a_pasted_list_is_looked_at_and_enrolled_line_by_line() {
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/enrolment/paste-participants.xhtml?id=" + edition)
                    .page();
            page.locator("#list\\:block").fill("Q. Xylander\nBart Zwietering-Nergens\nonzin@nergens.example.nl");
            page.locator("#list\\:look").click();
            assertThat(page.locator("tbody tr")).hasCount(3);
            assertThat(page.locator("tbody tr").nth(0)).containsText("is al ingeschreven");
            assertThat(page.locator("tbody tr").nth(1)).containsText("niemand gevonden");
            assertThat(page.locator("tbody tr").nth(0)).not().containsText("€");
            page.locator("tbody tr").nth(1).locator("select").selectOption("new");
            page.locator("#list\\:apply").click();
            assertThat(page.locator("main")).containsText("nog aan het register wordt toegevoegd");
            assertThat(page.locator("tbody tr").nth(1)).containsText("€ 125,00");
            clerk.shows("desk-paste-preview");
            page.locator("#list\\:apply").click();
            assertThat(page.locator("tbody tr").nth(1).locator(".k-badge.k-ok")).hasText("Ingeschreven");
            clerk.shows("desk-paste-applied");
        }
    }

    @Test
    @Order(4)
    void the_sheet_is_edited_in_the_row_and_shows_who_was_first() {
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl");
                Visitor colleague = machine.onAPhoneAtNight().signIn("fea@example.nl")) {
            String note = "input[aria-label='Quirina Xylander, Notitie'], input[aria-label*='Xylander, Notitie']";
            clerk.open("/enrolment/list-participants.xhtml?id=" + edition);
            colleague.open("/enrolment/list-participants.xhtml?id=" + edition).shows("desk-sheet-phone");
            clerk.page().locator(note).fill("belt nog");
            clerk.page().locator("#sheet\\:save").click();
            assertThat(clerk.page().locator("#messages")).containsText("1 rij bewaard");
            clerk.shows("desk-sheet");
            colleague.page().locator(note).fill("komt later");
            colleague.page().locator("#sheet\\:save").click();
            assertThat(colleague.page().locator("#messages")).containsText("1 rij is niet bewaard");
            assertThat(colleague.page().locator("main")).containsText("belt nog");
            colleague.page().locator("#sheet\\:save").click();
            assertThat(colleague.page().locator("#messages")).containsText("1 rij bewaard");
            APIResponse badges = clerk.page().request().get("/enrolment/badges?id=" + edition);
            assertThat(new String(badges.body(), 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("%PDF-");
        }
    }

    @Test
    @Order(20)
    void seats_are_given_by_lot_where_staff_say_so_and_everybody_reads_the_promise() {
        Instant start = Instant.now().plus(Duration.ofDays(40));
        String drawn = Api.as("fea-staff")
                .post(
                        "/editions",
                        Json.createObjectBuilder()
                                .add("title", "Lotenmiddag")
                                .add("organisation", "FEA")
                                .add("startsAt", start.toString())
                                .add("endsAt", start.plus(Duration.ofHours(2)).toString())
                                .add("capacity", 5)
                                .add("waitingList", true)
                                .build())
                .object()
                .getString("uuid");
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl");
                Visitor colleague = machine.onAPhoneAtNight().signIn("fea@example.nl");
                Visitor stranger = machine.onAPhone()) {
            Page page = clerk.open("/enrolment/edit-seats.xhtml?id=" + drawn).page();
            DateTimeFormatter typed = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
            LocalDateTime now = LocalDateTime.ofInstant(Instant.now(), ZoneId.of("Europe/Amsterdam"));
            page.locator("#seats\\:opens").fill(typed.format(now.minusHours(1)));
            page.locator("#seats\\:draws").fill(typed.format(now.plusDays(1)));
            page.locator("#seats\\:save").click();
            String promised = page.locator("code").textContent();
            assertThat(page.locator("#messages")).containsText("Bewaard");
            clerk.shows("desk-seats");
            colleague.open("/enrolment/edit-seats.xhtml?id=" + drawn).shows("desk-seats-phone");
            Page course = stranger.open("/agenda/view-course.xhtml?id=" + drawn).page();
            assertThat(course.locator("main")).containsText(promised);
            stranger.shows("course-with-a-draw");
            course.locator("a[href*='/enrolment/draw-log.xhtml']").click();
            assertThat(course.locator("main")).containsText(promised);
            stranger.shows("draw-promised");
        }
    }

    @Test
    @Order(5)
    void a_guest_is_enrolled_by_the_link_in_the_mail_and_gets_no_cookie() throws Exception {
        try (Visitor guest = machine.onAPhone()) {
            Page page = guest.open("/agenda/view-course.xhtml?id=" + edition).page();
            page.locator("a[href*='/enrolment/enrol-guest.xhtml']").click();
            page.locator("#givenName").fill("Gijsberta");
            page.locator("#birthName").fill("Gastvrij");
            page.locator("#profession").selectOption("GP");
            page.locator("#email").fill("gijsberta@example.nl");
            page.locator("#big").fill("123");
            page.locator("#consent").check();
            page.locator("main form button").click();
            assertThat(page.locator("main [role=alert]")).containsText("BIG-nummer");
            guest.shows("desk-guest-refused");
            page.locator("#big").fill("");
            page.locator("#consent").check();
            page.locator("main form button").click();
            assertThat(page.locator("main [role=status]")).containsText("u bent nog niet ingeschreven");
            guest.shows("desk-guest-sent");

            guest.open("/enrolment/confirm-guest.xhtml?token=" + token("gijsberta@example.nl"))
                    .shows("desk-guest-link");
            page.locator("main form button").click();
            assertThat(page.locator("main [role=status]")).containsText("U bent ingeschreven");
            guest.shows("desk-guest-enrolled");
            assertThat(page.context().cookies()).isEmpty();
        }
    }

    @Test
    @Order(6)
    void a_guest_is_answered_the_same_whether_the_address_is_known_or_not() {
        try (Visitor guest = machine.onAPhone()) {
            List<String> answers = List.of("quirina@example.nl", "niemand-kent-mij@example.nl").stream()
                    .map(address -> guest.page()
                            .request()
                            .post(
                                    "/enrolment/guest",
                                    RequestOptions.create()
                                            .setForm(FormData.create()
                                                    .set("id", edition)
                                                    .set("language", "nl")
                                                    .set("givenName", "Quirina")
                                                    .set("birthName", "Xylander")
                                                    .set("profession", "GP")
                                                    .set("email", address)
                                                    .set("consent", "yes"))))
                    .map(answer ->
                            answer.status() + answer.url() + answer.text().replaceAll("nonce=\"[^\"]*\"", ""))
                    .toList();
            assertThat(answers.get(0)).startsWith("200").isEqualTo(answers.get(1));
        }
    }

    private static String token(String address) throws Exception {
        return Mailbox.link(address, LINK);
    }
}
