package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What an office kept before, in files as it has them: brought in, rehearsed, taken over and taken back in the browser. */
@WholeProduct
class PastImportIT {

    private static final double PATIENCE = 60_000;
    private static final int YEAR = LocalDate.now().getYear() - 1;
    private static final String FIRST = "09076123411";
    private static final String SECOND = "09076123438";

    private static Visitor.Machine machine;
    private static List<String> names;

    @BeforeAll
    static void two_who_are_known() throws Exception {
        machine = new Visitor.Machine();
        List<String> people = RegisterFixtures.people(2, "VROEGER");
        names = List.of(known(people.get(0), FIRST), known(people.get(1), SECOND));
    }

    private static String known(String person, String big) throws Exception {
        AnEvening.run("update crm.person set big = '" + big + "' where uuid = '" + person + "'");
        return AnEvening.texts("select birth_name from crm.person where uuid = '" + person + "'")
                .get(0);
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    /** As an older program writes it: semicolons, lines that end as on Windows, and letters of one byte. */
    @Test
    void a_text_file_goes_there_and_back() throws Exception {
        String rows = String.join(
                "\r\n",
                "Naam scholing;Cursusdatum;Deelnemer in lijst;BIG nr;Presentie;Punten GAIA;Intern",
                "Reanimatie in één avond;14-03-" + YEAR + ";" + names.get(0) + ";" + FIRST + ";ja;2,5;007",
                "Reanimatie in één avond;14-03-" + YEAR + ";" + names.get(1) + ";" + SECOND + ";nee;2,5;=1+1",
                "Reanimatie in één avond;14-03-" + YEAR + ";Nergensproef;;ja;2,5;",
                "Reanimatie in één avond;31-02-" + YEAR + ";" + names.get(0) + ";" + FIRST + ";ja;2,5;",
                "");
        thereAndBack(
                new FilePayload("presentie.csv", "text/csv", rows.getBytes(Charset.forName("windows-1252"))),
                "Reanimatie in één avond",
                "past-csv");
    }

    /** With days as a workbook keeps them, and numbers whose first zero it ate. */
    @Test
    void a_workbook_goes_there_and_back() throws Exception {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Workbook workbook = new Workbook(file, "Archief", "1.0");
        Worksheet sheet = workbook.newWorksheet("2020 en later");
        row(
                sheet,
                0,
                "Naam scholing",
                "Cursusdatum",
                "Deelnemer in lijst",
                "BIG nr",
                "Presentie",
                "Punten GAIA",
                "Intern");
        row(sheet, 1, "Spirometrie", evening(), names.get(0), Long.valueOf(FIRST), "ja", 2.5, "007");
        row(sheet, 2, "Spirometrie", evening(), names.get(1), Long.valueOf(SECOND), "nee", 2.5, "=1+1");
        row(sheet, 3, "Spirometrie", evening(), "Nergensproef", null, "ja", 2.5, null);
        row(sheet, 4, "Spirometrie", "31-02-" + YEAR, names.get(0), Long.valueOf(FIRST), "ja", 2.5, null);
        workbook.finish();
        thereAndBack(
                new FilePayload(
                        "presentie.xlsx",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                        file.toByteArray()),
                "Spirometrie",
                "past-xlsx");
    }

    private static LocalDateTime evening() {
        return LocalDate.of(YEAR, 3, 14).atTime(19, 30);
    }

    private static void row(Worksheet sheet, int at, Object... cells) throws IOException {
        for (int column = 0; column < cells.length; column++) {
            if (cells[column] instanceof String text) {
                sheet.value(at, column, text);
            } else if (cells[column] instanceof Number number) {
                sheet.value(at, column, number);
            } else if (cells[column] instanceof LocalDateTime moment) {
                sheet.value(at, column, moment);
                sheet.style(at, column).format("dd-mm-yyyy hh:mm").set();
            }
        }
    }

    private static void thereAndBack(FilePayload file, String title, String pictures) throws Exception {
        try (Visitor clerk = machine.atADesk().signIn("fea@example.nl")) {
            Page page = clerk.open("/attendance/import-past.xhtml").page();
            page.locator("#past\\:file").setInputFiles(file);
            page.locator("#past\\:bring-in").click();
            page.waitForURL("**/view-past.xhtml?*");
            String address = page.url();

            assertThat(says(page, "Naam scholing")).hasValue("TITLE");
            assertThat(says(page, "BIG nr")).hasValue("BIG");
            assertThat(says(page, "Punten GAIA")).hasValue("POINTS:RGS-HA");
            assertThat(says(page, "Intern")).hasValue("");
            assertThat(says(page, "Deelnemer in lijst")).hasValue("");
            says(page, "Deelnemer in lijst").selectOption("NAME");
            clerk.shows(pictures + "-columns");
            page.locator("#columns\\:rehearse").click();
            becomes(page, "uitgeprobeerd");
            assertThat(fact(page, "Wordt overgenomen")).hasText("2");
            assertThat(fact(page, "Wacht: wie is bedoeld?")).hasText("1");
            assertThat(fact(page, "Kan niet")).hasText("1");
            assertThat(page.locator("[id='problems']")).containsText("Cursusdatum");
            assertThat(page.locator("[id='doubts']")).containsText("Nergensproef");
            assertThat(came(title)).as("a rehearsal does nothing").isEmpty();
            clerk.shows(pictures + "-rehearsed");

            page.locator("#work\\:apply").click();
            becomes(page, "overgenomen");
            assertThat(fact(page, "Overgenomen")).hasText("2");
            assertThat(came(title)).containsExactly("ARCHIVED ATTENDED 2.5", "ARCHIVED NO_SHOW 0");
            clerk.shows(pictures + "-applied");

            page.locator("#work details summary").click();
            page.locator("#work\\:revert").click();
            becomes(page, "teruggedraaid");
            assertThat(fact(page, "Teruggedraaid")).hasText("2");
            assertThat(came(title)).isEmpty();
            assertThat(AnEvening.texts("select sum(points) = 0 from crm.credit_entry where title = '" + title + "'"))
                    .containsExactly("t");
            clerk.open(address.replaceAll("^https?://[^/]+", "")).shows(pictures + "-reverted");
        }
    }

    private static Locator says(Page page, String header) {
        return page.locator("#columns select[aria-label$=': " + header + "']");
    }

    private static Locator fact(Page page, String outcome) {
        return page.locator("#outcome dt:text-is('" + outcome + "') + dd");
    }

    /** What is done in the background is told by the page itself. */
    private static void becomes(Page page, String state) {
        assertThat(page.locator("#work .k-badge"))
                .hasText(state, new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
    }

    /** How the editions of that course stand, who was there, and with which points. */
    private static List<String> came(String title) throws Exception {
        return AnEvening.texts("""
                select e.state || ' ' || n.state || ' ' || coalesce((select trim_scale(sum(k.points)) from crm.credit_entry k
                                                                      where k.title = c.title and k.person_id = n.person_id), 0)
                  from crm.edition e join crm.course c on c.id = e.course_id join crm.enrolment n on n.edition_id = e.id
                 where c.title = '%s' order by n.state""".formatted(title));
    }
}
