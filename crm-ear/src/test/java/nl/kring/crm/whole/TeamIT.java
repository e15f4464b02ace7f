package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A practice manager with a phone looks after the courses of the people of the practice. */
@WholeProduct
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TeamIT {

    private static final String MANAGER = "teammanager@example.nl";
    private static final String PRACTICE = "Praktijk Teamproef";
    private static final String COURSE = "Teamavond over wonden";
    private static final String COMPANY = "Bij u in huis";

    private static Visitor.Machine machine;
    private static String edition;
    private static String company;

    @BeforeAll
    static void a_practice_with_a_manager_and_two_courses() throws SQLException {
        machine = new Visitor.Machine();
        run("""
            insert into crm.organisation (id, uuid, name, kind, participant, created_at)
            values (nextval('crm.entity_seq'), gen_random_uuid(), '%s', 'PRACTICE', false, now())""".formatted(PRACTICE));
        works("Teamaard", "GP");
        works("Teambeer", "GP");
        works("Teamciska", "DOCTORS_ASSISTANT");
        edition = course(COURSE);
        company = course(COMPANY);
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    @Order(0)
    void the_administrator_of_the_platform_makes_somebody_manager_of_a_practice() {
        try (Visitor administrator = machine.onAPhone().signIn("beheer@example.nl")) {
            Page page = administrator.open("/security/create-account.xhtml").page();
            page.locator("#create\\:email").fill(MANAGER);
            page.locator("#create\\:name").fill("Tea Manders");
            page.locator("#create\\:password").fill(Screens.PASSWORD);
            page.locator("#create\\:role").selectOption("PRACTICE_MANAGER");
            page.locator("#create\\:practice").fill(PRACTICE);
            administrator.shows("team-manager-made");
            page.locator("#create\\:save").click();
            page.waitForURL("**/manage-accounts.xhtml*");
            administrator.open("/security/manage-accounts.xhtml?q=" + MANAGER);
            assertThat(page.locator("main")).containsText("Praktijkmanager " + PRACTICE);
        }
    }

    @Test
    @Order(1)
    void several_are_enrolled_at_once_with_what_it_costs_before() {
        try (Visitor manager = machine.onAPhone().signIn(MANAGER)) {
            Page page = manager.page();
            manager.shows("team-today");
            page.locator("main a[href*='/enrolment/my-team.xhtml']").click();
            assertThat(page.locator("main")).containsText(PRACTICE);
            assertThat(page.locator("article h3")).hasText(new String[] {"Teamaard", "Teambeer", "Teamciska"});
            page.locator("#q").fill("wonden");
            page.locator("main form[role=search] button").click();
            manager.shows("team-courses");
            page.locator("main a[href*='/enrolment/enrol-team.xhtml']").click();
            page.getByLabel("Teamaard").check();
            page.getByLabel("Teamciska").check();
            manager.shows("team-choose");
            page.locator("#choose\\:look").click();
            assertThat(page.locator("section[aria-labelledby=costs]")).containsText("Samen");
            manager.shows("team-costs");
            page.locator("#enrol\\:submit").click();
            page.waitForURL("**/my-team.xhtml*");
            assertThat(page.locator("#messages")).containsText("Teamaard: ");
            assertThat(page.locator("#messages")).containsText("Teamciska: ");
            manager.shows("team-enrolled");
        }
    }

    @Test
    @Order(2)
    void a_colleague_comes_instead() {
        try (Visitor manager = machine.onAPhoneAtNight().signIn(MANAGER)) {
            Page page = manager.open("/enrolment/my-team.xhtml").page();
            person(page, "Teamaard").locator("a").click();
            assertThat(page.locator("#choose\\:person option")).hasText(new String[] {"Teambeer"});
            manager.shows("team-instead");
            page.locator("#choose\\:replace").click();
            assertThat(page.locator("#messages")).containsText("overgedragen");
            assertThat(person(page, "Teambeer")).containsText(COURSE);
            assertThat(person(page, "Teamaard")).not().containsText(COURSE);
        }
    }

    @Test
    @Order(3)
    void seats_are_held_for_names_to_come_named_and_given_back() {
        try (Visitor manager = machine.onAPhone().signIn(MANAGER);
                Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page =
                    manager.open("/enrolment/enrol-team.xhtml?id=" + edition).page();
            page.locator("details summary", new Page.LocatorOptions().setHasText("Houd plaatsen vrij"))
                    .click();
            page.locator("#reserve\\:profession").selectOption("GP");
            page.locator("#reserve\\:number").fill("2");
            manager.shows("team-reserve");
            page.locator("#reserve\\:submit").click();
            page.waitForURL("**/my-team.xhtml*");
            assertThat(page.locator("#reserved article")).hasCount(2);
            manager.shows("team-reserved");
            clerk.open("/enrolment/list-participants.xhtml?id=" + edition);
            assertThat(clerk.page().locator("main")).containsText(PRACTICE + ", Huisarts: 2");
            clerk.shows("team-held-on-the-sheet");

            page.locator("#reserved article a").first().click();
            page.locator("#choose\\:person").selectOption("Teamaard");
            manager.shows("team-name");
            page.locator("#choose\\:name").click();
            assertThat(page.locator("#messages")).containsText("heeft een naam");
            assertThat(person(page, "Teamaard")).containsText(COURSE);
            page.locator("#reserved article button").click();
            assertThat(page.locator("#messages")).containsText("teruggegeven");
            assertThat(page.locator("#reserved")).hasCount(0);
        }
    }

    @Test
    @Order(4)
    void a_course_for_the_practice_alone_exists_for_its_people_and_for_nobody_else() {
        try (Visitor clerk = machine.onAPhone().signIn("fea@example.nl");
                Visitor manager = machine.onAPhone().signIn(MANAGER)) {
            assertThat(Screens.anonymous()
                            .get("/agenda/view-course.xhtml?id=" + company)
                            .status())
                    .isEqualTo(200);
            Page page = clerk.open("/agenda/limit-edition.xhtml?id=" + company).page();
            page.locator("input[type=text]").first().fill("Praktijk die er niet is");
            page.locator("#limit\\:save").click();
            assertThat(page.locator("#messages")).containsText("staat niet in het register");
            page.locator("#limit input[type=text]").first().fill(PRACTICE);
            clerk.shows("team-in-company");
            page.locator("#limit\\:save").click();
            page.waitForURL("**/view-edition.xhtml*");

            for (Screens other : List.of(
                    Screens.anonymous(),
                    Screens.signedIn("huisarts@example.nl"),
                    Screens.signedIn("thoon@example.nl"))) {
                assertThat(other.get("/agenda/view-course.xhtml?id=" + company).status())
                        .isEqualTo(404);
                assertThat(other.get("/agenda/browse-agenda.xhtml").text()).doesNotContain(COMPANY);
            }
            assertThat(Api.anonymous().get("/editions?q=huis").text()).doesNotContain(COMPANY);
            manager.open("/enrolment/my-team.xhtml?q=huis");
            assertThat(manager.page().locator("main")).containsText(COMPANY);
            manager.open("/enrolment/enrol-team.xhtml?id=" + company).shows("team-in-company-choose");
        }
    }

    @Test
    @Order(5)
    void a_manager_has_no_business_elsewhere() {
        Screens manager = Screens.signedIn(MANAGER);
        for (String page : List.of(
                "/enrolment/phone.xhtml",
                "/registry/find-person.xhtml",
                "/agenda/list-editions.xhtml",
                "/enrolment/list-invoices.xhtml",
                "/enrolment/my-enrolments.xhtml",
                "/agenda/limit-edition.xhtml?id=" + edition,
                "/enrolment/list-participants.xhtml?id=" + edition)) {
            assertThat(manager.get(page).status()).as(page).isEqualTo(403);
        }
    }

    @Test
    @Order(6)
    void a_list_from_a_workbook_is_rehearsed_line_by_line_and_enrolled() throws SQLException, IOException {
        String listed = Api.course("Teamlijst over zalf", 40, 1);
        try (Visitor manager = machine.onAPhone().signIn(MANAGER)) {
            Page page = manager.open("/enrolment/enrol-team.xhtml?id=" + listed).page();
            page.locator("details summary", new Page.LocatorOptions().setHasText("lijst namen"))
                    .click();
            page.locator("#list\\:file")
                    .setInputFiles(new FilePayload(
                            "team.xlsx",
                            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            workbook(List.of(
                                    List.of("Naam", "E-mail"),
                                    List.of("Teamaard", ""),
                                    List.of("Iemand Anders", ""),
                                    List.of("Onbekend", "teamciska@example.nl")))));
            page.locator("#list\\:look").click();
            Locator told = page.locator("section[aria-labelledby=costs]");
            assertThat(told).containsText("2. Iemand Anders");
            assertThat(told).containsText("werkt niet bij uw praktijk");
            assertThat(told.locator("fieldset").nth(0)).containsText("krijgt een plaats");
            assertThat(told.locator("fieldset").nth(1)).containsText("wachtlijst, plaats 1");
            assertThat(told).containsText("1 × bevestiging van de inschrijving");
            manager.shows("team-list-rehearsed");
            page.locator("#enrol\\:submit").click();
            page.waitForURL("**/my-team.xhtml*");
            assertThat(page.locator("#messages")).containsText("Teamaard: Ingeschreven");
            assertThat(page.locator("#messages")).containsText("Teamciska: Wachtlijst");
        }
    }

    private static byte[] workbook(List<List<String>> rows) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Workbook book = new Workbook(file, "Praktijk", "1.0");
        Worksheet sheet = book.newWorksheet("Team");
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                sheet.value(row, column, rows.get(row).get(column));
            }
        }
        book.finish();
        return file.toByteArray();
    }

    private static Locator person(Page page, String name) {
        return page.locator(
                "article",
                new Page.LocatorOptions().setHas(page.locator("h3", new Page.LocatorOptions().setHasText(name))));
    }

    private static String course(String title) {
        return Api.course(title, 40, 20);
    }

    private static void works(String name, String profession) throws SQLException {
        run("""
            with person as (
              insert into crm.person (id, uuid, profession, birth_name, display_name, sort_name, email, created_at)
              values (nextval('crm.entity_seq'), gen_random_uuid(), '%2$s', '%1$s', '%1$s', lower('%1$s'),
                      lower('%1$s') || '@example.nl', now()) returning id)
            insert into crm.affiliation (id, uuid, person_id, organisation_id, role, created_at)
            select nextval('crm.entity_seq'), gen_random_uuid(), p.id, o.id, 'EMPLOYEE', now()
              from person p, crm.organisation o where o.name = '%3$s'""".formatted(name, profession, PRACTICE));
    }

    private static void run(String sql) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }
}
