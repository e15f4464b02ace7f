package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Accreditation from the first press to the last: two registers are asked at once, one of which lets an organisation decide in-house;
 * one says yes and the other no, what was granted is asked for again, and the edition is announced. What the agenda tells of it at
 * each step is looked at too. Points of single persons are no part of this.
 */
@WholeProduct
class AccreditationIT {

    private static final String TITLE = "Avond die twee registers wordt voorgelegd";
    private static final String IN_HOUSE = "KABIZ-DA";
    private static final String BODY = "NVVPO-KR";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");
    private static final LocalDate HELD =
            LocalDate.now(ZoneId.of("Europe/Amsterdam")).plusDays(60);

    private static Visitor.Machine machine;
    private static String edition;
    private static String inHouse;
    private static String body;

    @BeforeAll
    static void a_course_that_nobody_was_asked_about() throws Exception {
        machine = new Visitor.Machine();
        edition = Api.course(TITLE, 60, 20);
        inHouse = AnEvening.texts("select name from crm.scheme where code = '" + IN_HOUSE + "'")
                .get(0);
        body = AnEvening.texts("select name from crm.scheme where code = '" + BODY + "'")
                .get(0);
    }

    @AfterAll
    static void the_terms_are_as_they_were() throws Exception {
        machine.close();
        AnEvening.run("""
                update crm.accreditation_terms set lead_days = 28, validity_months = 12, fee_cents = null where scheme_code = '%1$s';
                delete from crm.institutional_accreditation i using crm.organisation o
                 where o.id = i.organisation_id and o.code = 'WDH' and i.scheme_code = '%1$s'""".formatted(IN_HOUSE));
    }

    @Test
    void two_registers_are_asked_at_once_and_one_says_yes_and_the_other_no() throws Exception {
        theBodyAsksOtherTermsAndOneDecidesItself();
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.page();
            bothAreBegunWithTheTermsOfNow(clerk);
            whatTheFormAsksIsCopied(page);
            oneIsDescribed(clerk);
            String document = aDocumentIsAttachedAndOpens(clerk);
            toDo(clerk, "In te sturen", inHouse);
            toDo(clerk, "In te sturen", body);

            open(clerk);
            press(page, "Is aangevraagd: " + inHouse, "Genoteerd als aangevraagd");
            press(page, "Is aangevraagd: " + body, "Genoteerd als aangevraagd");
            assertThat(card(page, inHouse)).containsText("In behandeling");
            assertThat(card(page, body)).containsText("In behandeling");
            clerk.shows("accreditation-submitted");
            toDo(clerk, "Wacht op besluit", body);
            agenda(clerk, "Accreditatie in behandeling: " + BODY + ", " + IN_HOUSE, IN_HOUSE + " in behandeling");

            ofOthersNothingExists(document);
            theHolderAloneDecides(clerk);
            agenda(clerk, "Accreditatie in behandeling: " + BODY, IN_HOUSE + " 2,5");

            theBodySaysNo(clerk);
            whatWasGrantedIsAskedForAgain(clerk);
            theEditionIsAnnounced(clerk);
            agenda(clerk, inHouse, IN_HOUSE + " 2,5");
            assertThat(page.locator("main")).not().containsText("in behandeling");
        }
        try (Visitor night = machine.onAPhoneAtNight().signIn("fea@example.nl")) {
            open(night);
            night.shows("accreditation-320-at-night");
        }
    }

    private static void theBodyAsksOtherTermsAndOneDecidesItself() {
        try (Visitor administrator = machine.atADesk().signIn("beheer@example.nl")) {
            Page page = administrator.open("/accreditation/manage-terms.xhtml").page();
            page.getByLabel("Dagen vooraf aanvragen: " + inHouse).fill("30");
            page.getByLabel("Maanden geldig: " + inHouse).fill("24");
            page.locator("#terms tr", new Page.LocatorOptions().setHasText(inHouse))
                    .locator("input[id$=':fee']")
                    .fill("123,45");
            page.locator("#terms\\:save").click();
            assertThat(page.locator("#messages")).containsText("Bewaard");
            page.locator("#hold\\:organisation").selectOption("WDH");
            page.locator("#hold\\:scheme").selectOption(IN_HOUSE);
            page.locator("#hold\\:number").fill("PAM-7");
            page.locator("#hold\\:from").fill(HELD.minusYears(1).toString());
            page.locator("#hold\\:keep").click();
            assertThat(page.locator("main")).containsText(IN_HOUSE + " PAM-7");
            assertThat(page.getByLabel("Maanden geldig: " + inHouse)).hasValue("24");
            administrator.shows("accreditation-terms");
        }
    }

    private static void bothAreBegunWithTheTermsOfNow(Visitor clerk) {
        open(clerk);
        Page page = clerk.page();
        page.locator("#begin input[value='" + IN_HOUSE + "']").check();
        page.locator("#begin input[value='" + BODY + "']").check();
        page.locator("#begin\\:begin").click();
        assertThat(page.locator("#messages")).containsText("De aanvragen staan klaar als concept");
        assertThat(page.locator("#requests article")).hasCount(2);
        assertThat(card(page, inHouse)).containsText("Concept");
        assertThat(card(page, inHouse)).containsText("123,45");
        assertThat(card(page, inHouse)).containsText(DAY.format(HELD.minusDays(30)));
        clerk.shows("accreditation-begun");
    }

    private static void whatTheFormAsksIsCopied(Page page) {
        page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
        for (String piece : List.of("title", "programme")) {
            page.locator("button[data-copy=said-" + piece + "]").click();
            assertThat(page.locator("button[data-copy=said-" + piece + "]")).containsText("Gekopieerd");
            assertThat(page.evaluate("navigator.clipboard.readText()")
                            .toString()
                            .strip())
                    .isEqualTo(page.locator("#said-" + piece).innerText().strip())
                    .isNotEmpty();
        }
    }

    private static void oneIsDescribed(Visitor clerk) {
        Page page = clerk.page();
        link(page, "Wijzigen: " + inHouse).click();
        page.locator("#request\\:type").selectOption("MEETINGS");
        page.locator("#request\\:holder").selectOption("WDH");
        page.locator("#request\\:own").check();
        page.locator("#request\\:fee").fill("410,50");
        for (int row = 0; row < 2; row++) {
            page.locator("#request\\:points\\:" + row + "\\:category").selectOption("ACCREDITED");
            page.locator("#request\\:points\\:" + row + "\\:part").fill("Module " + (row + 1));
            page.locator("#request\\:points\\:" + row + "\\:value").fill(row == 0 ? "1,5" : "1");
        }
        clerk.shows("accreditation-described");
        page.locator("#request\\:save").click();
        assertThat(page.locator("#messages")).containsText("Bewaard");
        Locator card = card(page, inHouse);
        assertThat(card).containsText("WDH");
        assertThat(card).containsText("410,50");
        assertThat(card).containsText("Klassikaal, punten per bijeenkomst");
        assertThat(card).containsText("· Module 1");
        assertThat(card).containsText("· Module 2");
        link(page, "Wijzigen: " + inHouse).click();
        assertThat(page.locator("#request\\:own")).isChecked();
    }

    /** On the page of the request, which is open; gives the address of the file. */
    private static String aDocumentIsAttachedAndOpens(Visitor clerk) {
        Page page = clerk.page();
        page.locator("#attach\\:file").setInputFiles(Paper.saying("programma.pdf", "Programma van de avond"));
        page.locator("#attach\\:add").click();
        assertThat(page.locator("#messages")).containsText("Toegevoegd");
        Locator file = page.locator("#files a", new Page.LocatorOptions().setHasText("programma.pdf"));
        assertThat(Paper.behind(page, file)).contains("Programma van de avond");
        return file.getAttribute("href");
    }

    private static void ofOthersNothingExists(String document) throws SQLException {
        String request = request(IN_HOUSE, "REQUESTED");
        List<String> pages = List.of(
                "/accreditation/view-accreditation.xhtml?id=" + edition,
                "/accreditation/edit-accreditation.xhtml?edition=" + edition + "&id=" + request,
                document);
        Screens own = Screens.signedIn("fea@example.nl");
        Screens other = Screens.signedIn("thoon@example.nl");
        for (String page : pages) {
            assertThat(own.get(page).status()).as("own " + page).isEqualTo(200);
            assertThat(other.get(page).status()).as("of others " + page).isEqualTo(404);
        }
        assertThat(other.get("/accreditation/list-requests.xhtml").text()).doesNotContain(TITLE);
    }

    private static void theHolderAloneDecides(Visitor organiser) {
        open(organiser);
        link(organiser.page(), "Documenten: " + inHouse).click();
        assertThat(organiser.page().locator("main")).containsText("WDH beslist over deze aanvraag");
        assertThat(organiser.page().locator("#request")).hasCount(0);
        assertThat(organiser.page().locator("#rejected")).hasCount(0);
        organiser.shows("accreditation-waits-for-holder");

        try (Visitor holder = machine.atADesk().signIn("wdh@example.nl")) {
            Page page = toDo(holder, "Aan u om te beoordelen", inHouse);
            page.locator("main tr:has-text('" + TITLE + "') a").click();
            assertThat(page.locator("#requests article")).hasCount(1);
            assertThat(Paper.behind(
                            page, page.locator("#requests a", new Page.LocatorOptions().setHasText("programma"))))
                    .contains("Programma van de avond");
            link(page, "Besluit vastleggen: " + inHouse).click();
            assertThat(page.locator("#request\\:from")).hasValue(HELD.toString());
            assertThat(page.locator("#request\\:to"))
                    .hasValue(HELD.plusMonths(24).minusDays(1).toString());
            page.locator("#request\\:number").fill("WDH.2027-31");
            holder.shows("accreditation-decided");
            page.locator("#request\\:grant").click();
            assertThat(page.locator("#messages")).containsText("Toegekend. De punten staan bij de nascholing.");
            assertThat(card(page, inHouse)).containsText("WDH.2027-31");
        }
    }

    private static void theBodySaysNo(Visitor clerk) {
        open(clerk);
        Page page = clerk.page();
        link(page, "Besluit vastleggen: " + body).click();
        page.locator("#rejected summary").click();
        page.locator("#rejected\\:reject").click();
        assertThat(page.locator("main")).containsText("Vul de reden in");
        assertThat(page.locator("#rejected\\:why")).isVisible();
        page.locator("#rejected\\:why").fill("Te laat ingestuurd");
        page.locator("#rejected\\:reject").click();
        assertThat(page.locator("#messages")).containsText("Genoteerd als afgewezen");
        assertThat(card(page, body)).containsText("Afgewezen");
        assertThat(card(page, body)).containsText("Te laat ingestuurd");
        assertThat(card(page, inHouse))
                .containsText(DAY.format(HELD.plusMonths(24).minusDays(1)));
    }

    private static void whatWasGrantedIsAskedForAgain(Visitor clerk) {
        Page page = clerk.page();
        press(page, "Verlengen: " + inHouse, "De aanvragen staan klaar als concept");
        Locator renewal = card(page, inHouse).first();
        assertThat(renewal).containsText("Concept");
        assertThat(renewal).containsText("Verlenging");
        assertThat(renewal).containsText("1,5");
        assertThat(renewal).containsText("WDH");
        assertThat(page.locator("button[aria-label='Verlengen: " + inHouse + "']"))
                .hasCount(0);
        clerk.shows("accreditation-renewed");
        toDo(clerk, "In te sturen", inHouse);
    }

    private static void theEditionIsAnnounced(Visitor clerk) {
        open(clerk);
        Page page = clerk.page();
        assertThat(page.locator("#announce")).containsText("Nog niet aangemeld");
        page.locator("#announce\\:each\\:0\\:number").fill("551-2");
        page.locator("#announce\\:each\\:0\\:meeting\\:0\\:code").fill("551-2-1");
        press(page, "Uitvoering aangemeld: " + inHouse, "Genoteerd: de uitvoering is aangemeld");
        assertThat(page.locator("#announce")).containsText("Aangemeld voor " + DAY.format(HELD));
        assertThat(page.locator("#announce\\:each\\:0\\:number")).hasValue("551-2");
        assertThat(page.locator("#announce\\:each\\:0\\:meeting\\:0\\:code")).hasValue("551-2-1");
        clerk.shows("accreditation-announced");
    }

    private static void open(Visitor visitor) {
        visitor.open("/accreditation/view-accreditation.xhtml?id=" + edition);
    }

    private static Locator card(Page page, String register) {
        return page.locator("#requests article", new Page.LocatorOptions().setHasText(register));
    }

    private static Locator link(Page page, String label) {
        return page.locator("main a[aria-label='" + label + "']");
    }

    private static void press(Page page, String label, String said) {
        page.locator("main button[aria-label='" + label + "']").click();
        assertThat(page.locator("#messages .k-note.k-ok")).containsText(said);
    }

    /** What is to be done at that register stands on the list. */
    private static Page toDo(Visitor visitor, String what, String register) {
        Page page = visitor.open("/accreditation/list-requests.xhtml").page();
        assertThat(page.locator("main tr:has-text('" + TITLE + "')", new Page.LocatorOptions().setHasText(register)))
                .containsText(what);
        return page;
    }

    /** What the page of the course and its card in the agenda tell. */
    private static void agenda(Visitor visitor, String onItsPage, String onItsCard) {
        Page page = visitor.open("/agenda/browse-agenda.xhtml?q=" + TITLE.replace(" ", "%20"))
                .page();
        assertThat(page.locator("main")).containsText(onItsCard);
        page.navigate("/agenda/view-course.xhtml?id=" + edition);
        assertThat(page.locator("main")).containsText(onItsPage);
    }

    private static String request(String scheme, String state) throws SQLException {
        return AnEvening.texts("select cast(r.uuid as text) from crm.accreditation_request r"
                        + " join crm.edition e on e.course_id = r.course_id where e.uuid = '" + edition
                        + "' and r.scheme_code = '" + scheme + "' and r.state = '" + state + "'")
                .get(0);
    }
}
