package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static nl.kring.crm.attendance.delivery.PeOnlineStandIn.error;
import static nl.kring.crm.attendance.delivery.PeOnlineStandIn.summary;
import static nl.kring.crm.whole.SentToPeOnline.until;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import nl.kring.crm.attendance.delivery.PeOnlineStandIn;
import nl.kring.crm.attendance.delivery.PeOnlineStandIn.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Three evenings are brought to a stand-in for PE-online by the product as it is delivered: its screens, its timer, its key. The
 * stand-in answers as the manual of 2016 says, and badly; it is not PE-online. Hours pass by bringing forward when a question is
 * asked again; no clock is turned.
 */
@WholeProduct
class PeOnlineIT {

    private static final String CONNECTION = "/attendance/connect-registers.xhtml";
    private static final String SERVICE = "/attendance/choose-service.xhtml";

    /** Numbers of the courses: one that is rejected in part, one that is not answered, one that is tried first. */
    private static final String IN_PART = "94711";

    private static final String SILENT = "94712";
    private static final String TRIED = "94713";

    private static Visitor.Machine machine;
    private static PeOnlineStandIn standIn;
    private static List<String> big;
    private static String inPart;
    private static String silent;
    private static String tried;

    private Visitor clerk;
    private Visitor administrator;
    private Visitor platform;
    private final StringBuilder seen = new StringBuilder();

    @BeforeAll
    static void three_evenings() throws Exception {
        machine = new Visitor.Machine();
        standIn = new PeOnlineStandIn();
        AnEvening.run("""
                insert into crm.account (id, uuid, email, display_name, password_hash, created_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), 'sleutel@example.nl', 'Sleutel', a.password_hash, now()
                  from crm.account a where a.email = 'fea@example.nl';
                insert into crm.role_grant (id, uuid, account_id, role, organisation_id, created_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), a.id, r.role, o.id, now()
                  from crm.account a, crm.organisation o, (values ('STAFF'), ('ORGANISATION_ADMIN')) r (role)
                 where a.email = 'sleutel@example.nl' and o.code = 'FEA'""");
        List<String> people = RegisterFixtures.people(7, "PEONLINE");
        big = IntStream.range(0, people.size()).mapToObj(i -> "3905414810" + i).toList();
        for (int i = 0; i < people.size(); i++) {
            String facts = switch (i) {
                case 3 -> "big = null";
                case 4 -> "profession = 'PRACTICE_MANAGER'";
                default -> "big = '" + big.get(i) + "'";
            };
            AnEvening.run("update crm.person set " + facts + " where uuid = '" + people.get(i) + "'");
        }
        inPart = evening("Avond met een weigering", people.subList(0, 5), IN_PART);
        silent = evening("Avond zonder antwoord", people.subList(5, 6), SILENT);
        tried = evening("Avond op proef", people.subList(6, 7), TRIED);
    }

    @AfterAll
    static void as_it_was() throws SQLException {
        AnEvening.run("delete from crm.pe_service; delete from crm.pe_contract; delete from crm.pe_account");
        standIn.close();
        machine.close();
    }

    private static String evening(String title, List<String> people, String course) throws SQLException {
        String edition = AnEvening.of(title, people, -1, 119);
        AnEvening.announced(edition);
        of(edition).isKnownAs(course);
        AnEvening.isOver(edition);
        return edition;
    }

    @Test
    void evenings_are_sent_rejected_in_part_asked_again_and_put_right_and_nobody_is_written_twice() throws Exception {
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl");
                Visitor administrator = machine.atADesk().signIn("sleutel@example.nl");
                Visitor platform = machine.atADesk().signIn("beheer@example.nl")) {
            this.clerk = clerk;
            this.administrator = administrator;
            this.platform = platform;
            everybodyCame();
            withoutAnAddressThereIsNothingToSendWith();
            connects();
            sends();
            whatCameOfTheFirstRound();
            putsRightAndSendsAgain();
            whatIsNotAnsweredIsAskedAgain();
            nobodyIsWrittenTwice();
            whatIsKept();
            withoutAnAddressAgain();
            nobodyWasToldTheKey();
        }
    }

    private void everybodyCame() {
        for (String edition : List.of(inPart, silent, tried)) {
            Page page =
                    clerk.open("/attendance/close-edition.xhtml?id=" + edition).page();
            page.locator("main button:has-text('Iedereen aanwezig')").click();
            assertThat(page.locator("#messages .k-note.k-ok")).containsText("keer ingevuld");
        }
    }

    private void withoutAnAddressThereIsNothingToSendWith() {
        Page page = deliveriesOf(inPart);
        assertThat(page.locator("main")).containsText("uw organisatie heeft geen verbinding met PE-online");
        assertThat(page.locator("#registers\\:send")).hasCount(0);
    }

    /** The organisation its account and key, at first to try with; who runs the platform the address. */
    private void connects() {
        Page page = administrator.open(CONNECTION).page();
        page.locator("#account\\:user").fill("4711");
        page.locator("#account\\:key").fill(PeOnlineStandIn.KEY);
        assertThat(page.locator("#account\\:trial")).isChecked();
        page.locator("#account input[type=checkbox][value='19']").check();
        page.locator("#account\\:save").click();
        assertThat(page.locator("#messages")).containsText("Bewaard");
        assertThat(page.locator("#account")).containsText("Er is een sleutel bewaard.");
        assertThat(page.locator("#account\\:key")).hasValue("");
        looked(page);

        assertThat(deliveriesOf(inPart).locator("main")).containsText("geen verbinding met PE-online");
        choosesAddress(standIn.address());
    }

    private void choosesAddress(String address) {
        Page page = platform.open(SERVICE).page();
        page.locator("#service\\:address").fill(address);
        page.locator("#service\\:choose").click();
        assertThat(page.locator("#messages")).containsText("Bewaard");
        looked(page);
    }

    private void sends() throws Exception {
        standIn.complainsOf(big.get(0), "Persoon " + big.get(0) + " is onbekend");
        standIn.answers(
                IN_PART,
                xml -> Answer.xml(
                        standIn.faithful(xml).replace("<Results>", "<!-- " + PeOnlineStandIn.KEY + " --><Results>")));
        standIn.answers(
                SILENT,
                xml -> new Answer(200, "text/xml", standIn.faithful(xml), 3_000),
                xml -> Answer.xml(summary(0, 1, 1, error("505", "XML is ongeldig"))));
        standIn.answers(TRIED, xml -> Answer.xml(standIn.tried(xml)), xml -> {
            of(tried).isAskedForTheLastTime();
            return new Answer(500, "text/plain", "", 0);
        });

        assertThat(deliveriesOf(tried).locator("#registers")).containsText("staat op proef");
        presses("#registers\\:send", "1 presentie wordt verstuurd");

        Page page = administrator.open(CONNECTION).page();
        page.locator("#account\\:trial").uncheck();
        page.locator("#account\\:save").click();
        assertThat(page.locator("#messages")).containsText("Bewaard");
        assertThat(page.locator("#account")).containsText("Er is een sleutel bewaard.");
        looked(page);

        deliveriesOf(silent);
        presses("#registers\\:send", "1 presentie wordt verstuurd");
        deliveriesOf(inPart);
        presses("#registers\\:send", "3 presenties worden verstuurd");
        long sent = System.nanoTime();
        until("the timer sends", () -> standIn.asked.size() == 3);
        System.out.printf("the timer sent after %.1f s%n", (System.nanoTime() - sent) / 1e9);
        until(
                "they are answered",
                () -> of(inPart).questions().equals("ANSWERED")
                        && of(tried).questions().equals("ANSWERED")
                        && of(silent).questions().equals("WAITING"));
    }

    private void whatCameOfTheFirstRound() throws Exception {
        assertThat(of(inPart).participants())
                .containsExactly(big.get(0) + " REJECTED", big.get(1) + " ACCEPTED", big.get(2) + " ACCEPTED");
        assertThat(of(silent).participants()).containsExactly(big.get(5) + " SENT");
        assertThat(of(tried).participants()).containsExactly(big.get(6) + " CHECKED");

        Page page = deliveriesOf(inPart);
        Locator rejected = stateOf(page, 0);
        assertThat(rejected).containsText("Afgewezen");
        assertThat(rejected).containsText("Het register kent deze persoon niet, of niet onder dit nummer.");
        assertThat(rejected).containsText("Persoon ***100 is onbekend op regel [2]");
        assertThat(rejected).not().containsText(big.get(0));
        assertThat(stateOf(page, 1)).hasText("Geaccepteerd");
        assertThat(stateOf(page, 2)).hasText("Geaccepteerd");
        assertThat(page.locator("#lines tr:has-text('Geblokkeerd')")).containsText("Geen registernummer");
        assertThat(page.locator("#lines tr:has-text('Niet van toepassing')")).containsText("Geen register");
        assertThat(page.locator("#registers\\:send")).hasCount(0);
        assertThat(AnEvening.texts("select error_text from crm.credit_delivery where error_text like '%Persoon%'"))
                .isNotEmpty()
                .noneMatch(text -> text.matches("(?s).*\\d{9}.*"));
        clerk.shows("deliveries-rejected-in-part");

        page = deliveriesOf(silent);
        assertThat(page.locator("#batches li")).containsText("KNMG-GAIA: 1 presentie,");
        assertThat(page.locator("#batches li")).containsText("Nog geen antwoord Het wordt vanzelf opnieuw gevraagd.");
        assertThat(stateOf(page, 5)).containsText("Verstuurd, wacht op antwoord");
        assertThat(page.locator("#registers\\:send")).hasCount(0);
        assertThat(page.locator("#batches button")).hasCount(0);
        try (Visitor phone = machine.onAPhoneAtNight().signIn("fea@example.nl")) {
            phone.open("/attendance/list-deliveries.xhtml?id=" + silent).shows("deliveries-unanswered-320-at-night");
        }
    }

    /** One was put right, of one there is no register, one counts from now on; and hours later the silent one is asked again. */
    private void putsRightAndSendsAgain() throws Exception {
        standIn.complainsNoMoreOf(big.get(0));
        deliveriesOf(inPart);
        presses("#lines button:has-text('Hersteld')", "De deelnemer wordt opnieuw bekeken");
        presses("#lines button:has-text('Geen register')", "hoeft daar niets aangeleverd te worden");
        presses("#lines button:has-text('Toch wel')", "De deelnemer telt daar weer mee");
        presses("#lines button:has-text('Geen register')", "hoeft daar niets aangeleverd te worden");
        presses("#registers\\:send", "1 presentie wordt verstuurd");

        assertThat(stateOf(deliveriesOf(tried), 6)).containsText("Proef goed");
        presses("#registers\\:send", "1 presentie wordt verstuurd");
        of(silent).hoursPass();
        until(
                "all three are asked again",
                () -> of(inPart).questions().equals("ANSWERED ANSWERED")
                        && of(tried).questions().equals("ANSWERED UNKNOWN")
                        && standIn.askedOf(SILENT).size() == 2
                        && of(silent).failures().equals("505"));
    }

    private void whatIsNotAnsweredIsAskedAgain() throws Exception {
        assertThat(of(silent).participants()).as("505 accepts nobody").containsExactly(big.get(5) + " SENT");
        assertThat(of(tried).participants()).containsExactly(big.get(6) + " SENT");
        Page page = deliveriesOf(tried);
        assertThat(page.locator("#batches")).containsText("Geen antwoord");
        assertThat(page.locator("#registers\\:send")).hasCount(0);
        clerk.shows("deliveries-never-answered");
        presses("#batches button:has-text('Opnieuw vragen')", "Het wordt opnieuw gevraagd");
        of(silent).hoursPass();
        until(
                "both are answered",
                () -> of(silent).questions().equals("ANSWERED")
                        && of(tried).questions().equals("ANSWERED ANSWERED"));
        for (String edition : List.of(silent, tried, inPart)) {
            page = deliveriesOf(edition);
            assertThat(page.locator("#batches")).hasCount(0);
            assertThat(page.locator("#registers\\:send")).hasCount(0);
            assertThat(page.locator("#lines .k-badge:has-text('Geaccepteerd')"))
                    .hasCount(edition.equals(inPart) ? 3 : 1);
        }
        assertThat(page.locator("#lines")).containsText("Niet in dit register");
    }

    private static void nobodyIsWrittenTwice() throws SQLException {
        assertThat(of(inPart).participants())
                .containsExactlyInAnyOrder(
                        "- NONE", big.get(0) + " ACCEPTED", big.get(1) + " ACCEPTED", big.get(2) + " ACCEPTED");
        assertThat(of(silent).participants()).containsExactly(big.get(5) + " ACCEPTED");
        assertThat(of(tried).participants()).containsExactly(big.get(6) + " ACCEPTED");
        assertThat(standIn.askedOf(SILENT)).hasSize(3);
        assertThat(standIn.askedOf(SILENT).stream().distinct())
                .as("word for word")
                .hasSize(1);
        assertThat(standIn.askedOf(TRIED)).as("tried, unanswered, answered").hasSize(3);
        assertThat(standIn.askedOf(TRIED).stream().distinct()).hasSize(1);
        assertThat(standIn.askedOf(IN_PART)).hasSize(2);
        assertThat(standIn.askedOf(IN_PART).get(1))
                .as("who was put right alone")
                .contains(big.get(0))
                .doesNotContain(big.get(1), big.get(2));
        assertThat(standIn.asked).hasSize(8);
        assertThat(standIn.written.stream().map(row -> PeOnlineStandIn.value(row, "externalPersonID")))
                .containsExactlyInAnyOrder(big.get(0), big.get(1), big.get(2), big.get(5), big.get(6));
    }

    /** Of each question the hash, without what signs in, and what was answered, without the key. */
    private static void whatIsKept() throws Exception {
        String question = standIn.askedOf(SILENT)
                .get(0)
                .replace("<userID>4711</userID>", "<userID>***</userID>")
                .replace("<userKey>" + PeOnlineStandIn.KEY + "</userKey>", "<userKey>***</userKey>");
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(question.getBytes(StandardCharsets.UTF_8)));
        assertThat(of(silent).ofQuestions("encode(b.request_hash, 'hex')")).containsExactly(hash);
        assertThat(of(silent).ofQuestions("b.answer"))
                .singleElement()
                .asString()
                .contains("<accepted_rows>1</accepted_rows>");
        assertThat(of(inPart).ofQuestions("b.answer"))
                .hasSize(2)
                .noneMatch(answer -> answer.contains(PeOnlineStandIn.KEY))
                .first()
                .asString()
                .contains("<!-- *** -->", "<accepted_rows>2</accepted_rows>");
    }

    private void withoutAnAddressAgain() {
        choosesAddress("");
        assertThat(deliveriesOf(inPart).locator("main")).containsText("geen verbinding met PE-online");
    }

    private void nobodyWasToldTheKey() throws Exception {
        assertThat(seen).hasSizeGreaterThan(10_000);
        assertThat(seen.indexOf(PeOnlineStandIn.KEY)).as("in a page").isNegative();
        String log = Files.readString(Surroundings.serverLog(), StandardCharsets.UTF_8);
        assertThat(log).contains("no answer to delivery");
        assertThat(log.contains(PeOnlineStandIn.KEY)).as("in the log").isFalse();
        assertThat(log.lines().filter(line -> big.stream().anyMatch(line::contains)))
                .as("numbers of persons in the log")
                .isEmpty();
        assertThat(AnEvening.texts("select distinct action from crm.audit_entry where action like 'delivery.%'"))
                .contains(
                        "delivery.account-kept",
                        "delivery.address-chosen",
                        "delivery.queued",
                        "delivery.answered",
                        "delivery.corrected",
                        "delivery.none",
                        "delivery.none-undone",
                        "delivery.asked-again");
        assertThat(AnEvening.texts("select cast(a as text) from crm.audit_entry a"))
                .noneMatch(entry -> entry.contains(PeOnlineStandIn.KEY));
        assertThat(AnEvening.texts("select encode(user_key, 'escape') from crm.pe_account where user_key is not null"))
                .isNotEmpty()
                .noneMatch(key -> key.contains(PeOnlineStandIn.KEY));
    }

    private static SentToPeOnline of(String edition) {
        return new SentToPeOnline(Surroundings.database(), edition);
    }

    private Page deliveriesOf(String edition) {
        Page page =
                clerk.open("/attendance/list-deliveries.xhtml?id=" + edition).page();
        looked(page);
        return page;
    }

    private void presses(String button, String said) {
        Page page = clerk.page();
        page.locator(button).first().click();
        assertThat(page.locator("#messages .k-note.k-ok")).containsText(said);
        assertThat(page.locator("#messages .k-error, #problems-list")).hasCount(0);
        looked(page);
    }

    private void looked(Page page) {
        seen.append(page.content());
    }

    /** What stands in the list of somebody, by his or her number. */
    private static Locator stateOf(Page page, int person) {
        return page.locator("#lines tr", new Page.LocatorOptions().setHasText(big.get(person)))
                .locator("td")
                .nth(3);
    }
}
