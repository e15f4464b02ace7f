package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The files of every list of the register: each is asked for by the link that its page shows, and opened again. By the
 * staff of an organisation of their own: what they keep and whom they look after is what is told of here, and nothing else.
 */
@WholeProduct
class ExportsIT {

    private static final String ROWS =
            "nummer;achternaam;voorletters;geboren;beroep;mail;praktijk;agbpraktijk;pc;plaats\n"
                    + "1;Uitvoerink;A.;01-02-1970;Huisarts;;Praktijk Uitvoer;01999011;7551 AC;Hengelo\n"
                    + "2;Uitvoerstra;B.;03-04-1985;Huisarts;;Praktijk Uitvoer;01999011;7551 AC;Hengelo\n"
                    + "3;Uitvoerveld;C.;05-06-1975;Huisarts;uitvoer@example.nl;Praktijk Invoer;01999012;7551 AD;Hengelo\n";

    private static final String ACCOUNT = "uitvoer@example.nl";
    private static final String COLUMN = "2b8c5d0e-6a14-4c53-9f0e-3f1f6f6f7a01";
    private static final String FORMULA = "=1+1";

    private static Screens staff;

    @BeforeAll
    static void start() throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "insert into crm.organisation (id, uuid, code, name, kind, participant, created_at) values"
                            + " (nextval('crm.entity_seq'), gen_random_uuid(), 'UITVOER', 'Uitvoerders', 'CARE_GROUP', true, now())");
            statement.executeUpdate("insert into crm.account (id, uuid, email, display_name, password_hash, created_at)"
                    + " select nextval('crm.entity_seq'), gen_random_uuid(), '" + ACCOUNT
                    + "', 'Uitvoerder', password_hash, now() from crm.account where email = 'fea@example.nl'");
            statement.executeUpdate(
                    "insert into crm.role_grant (id, uuid, account_id, role, organisation_id, created_at)"
                            + " select nextval('crm.entity_seq'), gen_random_uuid(), a.id, 'STAFF', o.id, now()"
                            + " from crm.account a, crm.organisation o where a.email = '" + ACCOUNT
                            + "' and o.code = 'UITVOER'");
        }
        RegisterFixtures.withPractices("UITVOER", "UITVOER", ROWS);
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update crm.person set display_name = '=A. Uitvoerink', phone = '+31745380504' where birth_name = 'Uitvoerink'");
            statement.executeUpdate(
                    "update crm.person set created_at = '2020-01-01', confirmed_at = case birth_name when 'Uitvoerstra' then timestamptz '2021-01-01 12:00Z' end where birth_name like 'Uitvoer%'");
            statement.executeUpdate("update crm.person set phone = '+493012345678' where birth_name = 'Uitvoerstra'");
            statement.executeUpdate(
                    "update crm.organisation set name = '=Praktijk Uitvoer', phone = '+31745380504' where name = 'Praktijk Uitvoer'");
            statement.executeUpdate(
                    "insert into crm.own_field (id, uuid, organisation_id, subject, name, kind, created_at)"
                            + " select nextval('crm.entity_seq'), '" + COLUMN
                            + "', id, 'PERSON', '+Uitvoer', 'TEXT', now() from crm.organisation where code = 'UITVOER'");
            statement.executeUpdate(
                    "insert into crm.own_value (field_id, subject_id, value, changed_at) select f.id, p.id, '"
                            + FORMULA + "', now() from crm.own_field f, crm.person p where f.uuid = '" + COLUMN
                            + "' and p.birth_name = 'Uitvoerveld'");
        }
        aCourseToBeInvoiced();
        staff = Screens.signedIn(ACCOUNT);
    }

    private static void aCourseToBeInvoiced() throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "with course as (insert into crm.course (id, uuid, organiser_id, title, kind, created_at)"
                            + " select nextval('crm.entity_seq'), gen_random_uuid(), id, '@Uitvoercursus', 'TRAINING', now()"
                            + " from crm.organisation where code = 'UITVOER' returning id),"
                            + " edition as (insert into crm.edition (id, uuid, course_id, state, price_cents, waiting_list, starts_at, ends_at, created_at)"
                            + " select nextval('crm.entity_seq'), gen_random_uuid(), id, 'CONCEPT', 12500, true, now() + interval '40 days',"
                            + " now() + interval '41 days', now() from course returning id),"
                            + " seats as (insert into crm.seat_count (edition_id, capacity, taken) select id, 5, 1 from edition)"
                            + " insert into crm.enrolment (id, uuid, edition_id, person_id, state, price_cents, enrolled_at, confirmed_at)"
                            + " select nextval('crm.entity_seq'), gen_random_uuid(), e.id, p.id, 'CONFIRMED', 12500, now(), now()"
                            + " from edition e, crm.person p where p.birth_name = 'Uitvoerink'");
        }
    }

    @Test
    void what_was_shown_is_what_is_opened_again() {
        List<List<String>> persons = same(
                "/registry/find-person.xhtml?q=uitvoer&columns=name,profession,phone,workplace,place,own-" + COLUMN,
                1,
                0);
        assertThat(persons).hasSize(4);
        assertThat(persons.get(0)).contains("+Uitvoer");
        assertThat(persons).anySatisfy(row -> assertThat(row).contains("=A. Uitvoerink", "074 538 0504"));
        assertThat(persons).anySatisfy(row -> assertThat(row).contains("+49 30 12345678"));
        assertThat(persons).anySatisfy(row -> assertThat(row).contains(FORMULA));

        List<List<String>> organisations = same("/registry/find-organisation.xhtml?q=uitvoer&kind=PRACTICE", 0, 0);
        assertThat(organisations)
                .anySatisfy(row -> assertThat(row).contains("=Praktijk Uitvoer", "074 538 0504", "Hengelo"));

        List<List<String>> own = same("/workbench/my-list.xhtml?q=uitvoer", 1, 0);
        assertThat(own).hasSize(4).anySatisfy(row -> assertThat(row).contains(FORMULA));
        assertThat(same("/workbench/my-list.xhtml?q=uitvoer&asOf=2020-01-01", 1, 0))
                .hasSize(4);

        for (String list : List.of("NO_EMAIL", "NOT_CONFIRMED")) {
            assertThat(same("/registry/quality-list.xhtml?list=" + list, 0, 1))
                    .anySatisfy(row -> assertThat(row).contains("=A. Uitvoerink"));
        }

        assertThat(same("/enrolment/list-invoices.xhtml?show=all", 1, 1))
                .hasSize(2)
                .anySatisfy(row -> assertThat(row).contains("@Uitvoercursus", "=A. Uitvoerink", "€ 125,00"));

        assertThat(same(frozen(), 0, 0))
                .hasSize(4)
                .anySatisfy(row -> assertThat(row).contains("074 538 0504"));
    }

    @Test
    void a_file_that_is_refused_is_not_half_answered() {
        Screens gp = Screens.signedIn("huisarts@example.nl");
        for (String file : List.of("/registry/organisations-file?as=csv", "/registry/persons-file?as=csv")) {
            assertThat(staff.get(file).text()).as(file + " for staff").startsWith("\uFEFF");
            Screens.Answer answer = gp.get(file);
            assertThat(answer.status()).as(file).isEqualTo(403);
            assertThat(answer.text()).as(file).doesNotContain("\uFEFF", "Uitvoer");
        }
    }

    /** For a newsletter that is made elsewhere: as the page shows it, without who wants none. */
    @Test
    void addresses_for_a_newsletter_are_those_that_are_shown() throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            for (String who : List.of("=Adres,adres@example.nl", "Stil,stil@example.nl", "Geen,geen adres")) {
                String[] parts = who.split(",");
                statement.executeUpdate(
                        "insert into crm.person (id, uuid, display_name, sort_name, profession, workplace, email, created_at)"
                                + " values (nextval('crm.entity_seq'), gen_random_uuid(), '" + parts[0] + "', '"
                                + parts[0]
                                + "', 'GP', '=Praktijk Brief', '" + parts[1] + "', '2020-01-01')");
            }
            statement.executeUpdate(
                    "insert into crm.membership (id, uuid, person_id, organisation_id, kind, created_at)"
                            + " select nextval('crm.entity_seq'), gen_random_uuid(), p.id, o.id, 'MEMBER', now()"
                            + " from crm.person p, crm.organisation o where p.workplace = '=Praktijk Brief' and o.code = 'UITVOER'");
            statement.executeUpdate(
                    "insert into crm.mail_opt_out (organisation_id, kind, person_id, said_at) select o.id, 'SELECTION', p.id, now()"
                            + " from crm.person p, crm.organisation o where p.email = 'stil@example.nl' and o.code = 'UITVOER'");
        }
        String question = "?members=" + uuidOf("UITVOER");
        List<List<String>> csv = OpenedFile.csv(staff, "/communication/newsletter-file" + question + "&as=csv");
        List<List<String>> xlsx = OpenedFile.xlsx(staff, "/communication/newsletter-file" + question + "&as=xlsx", 4);

        assertThat(xlsx.get(0)).containsExactly("Naam", "E-mailadres", "Beroep", "Praktijk");
        assertThat(xlsx.subList(1, xlsx.size()))
                .containsExactly(List.of("=Adres", "adres@example.nl", "Huisarts", "=Praktijk Brief"));
        assertThat(csv).isEqualTo(xlsx.stream().map(OpenedFile::harmless).toList());
    }

    private static String uuidOf(String organisation) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select uuid from crm.organisation where code = '" + organisation + "'")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Freezes the list and answers where it is kept. */
    private static String frozen() {
        String page = "/registry/find-person.xhtml?q=uitvoer&columns=name,phone";
        Screens.Answer answer = staff.post(
                page, page, Map.of("freeze", "freeze", "freeze:frozenName", "Uitvoer", "freeze:save", "Bevriezen"));
        assertThat(answer.status()).isEqualTo(302);
        return answer.location().replaceFirst("^https?://[^/]+", "");
    }

    /** Both files of a page, compared with its table; answers the table without columns that are no part of the list. */
    private static List<List<String>> same(String address, int before, int after) {
        Document page = Jsoup.parse(staff.get(address).text());
        List<List<String>> shown = shown(page, before, after);
        String csv = page.selectFirst("main a[href*='-file?'][href*='as=csv']").attr("href");
        String xlsx =
                page.selectFirst("main a[href*='-file?'][href*='as=xlsx']").attr("href");
        boolean whole = page.selectFirst("main nav.k-actions a") == null;
        opened(
                OpenedFile.csv(staff, csv),
                shown.stream().map(OpenedFile::harmless).toList(),
                whole,
                csv);
        opened(OpenedFile.xlsx(staff, xlsx, shown.get(0).size()), shown, whole, xlsx);
        return shown;
    }

    private static void opened(List<List<String>> file, List<List<String>> expected, boolean whole, String address) {
        assertThat(whole ? file : file.subList(0, expected.size())).as(address).isEqualTo(expected);
    }

    private static List<List<String>> shown(Document page, int before, int after) {
        List<List<String>> rows = new ArrayList<>();
        for (Element row : page.select("main table.k-table tr")) {
            List<Element> cells = row.select("> th, > td");
            rows.add(cells.subList(before, cells.size() - after).stream()
                    .map(ExportsIT::text)
                    .toList());
        }
        return rows;
    }

    /** What stands in a cell; in one that is edited in place, what its field holds. */
    private static String text(Element cell) {
        Element input = cell.selectFirst("input[type=text]");
        Element choice = cell.selectFirst("select");
        if (choice != null) {
            Element chosen = choice.selectFirst("option[selected]");
            return chosen == null || chosen.val().isEmpty() ? "" : chosen.text();
        }
        return input == null ? cell.text() : input.val();
    }
}
