package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Signing in and out, and what somebody learns who has no account. */
@WholeProduct
class SignInIT {

    private static final String REFUSED = "Het e-mailadres of het wachtwoord klopt niet";

    private static final String ASK = "/security/ask-link.xhtml";
    private static final String USE = "/security/use-link.xhtml";
    private static final String SETTINGS = "/communication/my-settings.xhtml";
    private static final String TOKENS = "/security/manage-tokens.xhtml";
    private static final String MY_PAGE = "/enrolment/my-enrolments.xhtml";

    @Test
    void who_signs_in_comes_where_he_wanted_to_be_and_nowhere_else() {
        assertThat(signInWithNext("/registry/find-person.xhtml?q=jans")).endsWith("/registry/find-person.xhtml?q=jans");
        assertThat(signInWithNext("https://elders.example")).endsWith("/workbench/today.xhtml");
        assertThat(signInWithNext("//elders.example/x")).endsWith("/workbench/today.xhtml");
        assertThat(signInWithNext("/\\elders.example")).endsWith("/workbench/today.xhtml");
    }

    @Test
    void unknown_wrong_and_locked_are_told_the_same() {
        Screens somebody = Screens.anonymous();
        assertThat(somebody.trySignIn("niemand@example.nl", "zomaar een wachtwoord")
                        .text())
                .contains(REFUSED);
        for (int i = 0; i < 5; i++) {
            assertThat(somebody.trySignIn("chpa@example.nl", "verkeerd wachtwoord")
                            .text())
                    .contains(REFUSED);
        }
        Screens.Answer locked = somebody.trySignIn("chpa@example.nl", Screens.PASSWORD);
        assertThat(locked.status()).isEqualTo(200);
        assertThat(locked.text()).contains(REFUSED);
    }

    @Test
    void who_signs_out_is_a_stranger_again() {
        Screens clerk = Screens.signedIn("sht@example.nl");
        assertThat(clerk.get("/registry/find-person.xhtml").status()).isEqualTo(200);

        clerk.post("/workbench/today.xhtml", "/workbench/today.xhtml", Map.of("who", "who", "who:sign-out", ""));

        assertThat(clerk.get("/registry/find-person.xhtml").asksToSignIn()).isTrue();
    }

    @Test
    void the_view_of_one_page_opens_no_door_to_another() {
        String plan = "/agenda/plan-course.xhtml";
        Map<String, String> form = Map.of(
                "course", "course", "course:save", "", "course:title", "Door de achterdeur", "course:capacity", "5");
        assertThat(Screens.signedIn("huisarts@example.nl")
                        .post("/workbench/today.xhtml", plan, form)
                        .text())
                .doesNotContain("Door de achterdeur");
        assertThat(Screens.signedIn("fea@example.nl")
                        .get("/agenda/list-editions.xhtml")
                        .text())
                .doesNotContain("Door de achterdeur");
    }

    @Test
    void who_acts_for_two_organisations_acts_for_one_at_a_time() {
        Screens both = Screens.signedIn("regio@example.nl");
        assertThat(both.get("/workbench/today.xhtml").text())
                .contains("namens FEA")
                .doesNotContain("namens THOON");
    }

    @Test
    void a_role_that_is_ended_ends_at_the_next_request() throws SQLException {
        Screens clerk = Screens.signedIn("wdh@example.nl");
        assertThat(clerk.get("/registry/find-person.xhtml").status()).isEqualTo(200);
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    update crm.role_grant set ended_at = now()
                     where account_id = (select id from crm.account where email = 'wdh@example.nl')""");
        }
        assertThat(clerk.get("/registry/find-person.xhtml").asksToSignIn()).isTrue();
    }

    @Test
    void a_link_that_was_mailed_signs_in_once_and_only_to_an_address_that_was_proved() throws Exception {
        Screens poh = Screens.signedIn("poh@example.nl");
        poh.post(SETTINGS, SETTINGS, Map.of("link", "link", "link:ask", ""));
        String proof = mailed("poh@example.nl", "confirm");
        Screens.signedIn("huisarts2@example.nl")
                .post(USE + "?confirm=" + proof, "/security/link", Map.of("confirm", proof));
        assertThat(poh.get(SETTINGS).text()).doesNotContain("link:withdraw");
        poh.post(USE + "?confirm=" + proof, "/security/link", Map.of("confirm", proof));
        assertThat(poh.get(SETTINGS).text()).contains("link:withdraw");

        Screens phone = Screens.anonymous();
        askLink(phone, "poh@example.nl");
        String token = mailed("poh@example.nl", "token");
        for (int scanner = 0; scanner < 3; scanner++) {
            assertThat(Screens.anonymous().get(USE + "?token=" + token).status())
                    .isEqualTo(200);
        }
        assertThat(fromElsewhere(token)).isEqualTo(403);
        assertThat(phone.post(USE + "?token=" + token, "/security/link", Map.of("token", token))
                        .location())
                .endsWith(MY_PAGE);
        assertThat(phone.get(MY_PAGE).text()).contains("Marit Demoma");

        Screens thief = Screens.anonymous();
        assertThat(thief.post(USE + "?token=" + token, "/security/link", Map.of("token", token))
                        .location())
                .contains("refused");
        assertThat(thief.get(MY_PAGE).asksToSignIn()).isTrue();
        assertThat(poh.get(MY_PAGE).status()).as("signed in elsewhere").isEqualTo(200);
        assertThat(audited("sign-in-link.used")).isTrue();
        assertThat(audited("sign-in-link.refused")).isTrue();
    }

    @Test
    void who_came_by_a_link_gets_nothing_that_lasts_and_no_more_rights_than_a_professional() throws Exception {
        Screens visitor = cameByLink("perlink@example.nl");
        assertThat(visitor.get(MY_PAGE).status()).isEqualTo(200);
        assertThat(visitor.get(TOKENS).text())
                .contains("kan geen sleutel maken")
                .doesNotContain("make:submit");
        assertThat(makeKey(visitor).text()).doesNotContain("kring_");
        assertThat(keysOf("perlink@example.nl")).isZero();

        Screens withPassword = Screens.signedIn("perlink@example.nl");
        assertThat(makeKey(withPassword).text())
                .as("with a password one is made")
                .contains("kring_");
        assertThat(keysOf("perlink@example.nl")).isEqualTo(1);

        change("insert into crm.role_grant (id, uuid, account_id, role, organisation_id, created_at)"
                + " select nextval('crm.entity_seq'), gen_random_uuid(), a.id, 'PLATFORM_ADMIN', null, now()"
                + " from crm.account a where a.email = 'perlink@example.nl'");
        try {
            assertThat(visitor.get(MY_PAGE).asksToSignIn())
                    .as("a role is not for a session that a link opened")
                    .isTrue();
            assertThat(withPassword.get(MY_PAGE).status()).isEqualTo(200);
        } finally {
            change("update crm.role_grant set ended_at = now()"
                    + " where account_id = (select id from crm.account where email = 'perlink@example.nl')");
        }
        assertThat(visitor.get(MY_PAGE).status()).isEqualTo(200);
    }

    /** A professional who signed in by a link to an address that is taken for proved. */
    private static Screens cameByLink(String email) throws Exception {
        change("insert into crm.person (id, uuid, profession, birth_name, display_name, sort_name, email, created_at)"
                + " values (nextval('crm.entity_seq'), gen_random_uuid(), 'GP', 'Perlink', 'Perlink', 'perlink', '"
                + email + "', now())");
        change("insert into crm.account (id, uuid, email, display_name, password_hash, person_id, created_at)"
                + " select nextval('crm.entity_seq'), gen_random_uuid(), '" + email
                + "', 'Per Link', a.password_hash, p.id, now() from crm.account a, crm.person p"
                + " where a.email = 'huisarts2@example.nl' and p.email = '" + email + "'");
        change("insert into crm.personal_address (account_id, email, confirmed_at)"
                + " select id, email, now() from crm.account where email = '" + email + "'");
        Screens visitor = Screens.anonymous();
        askLink(visitor, email);
        String token = mailed(email, "token");
        visitor.post(USE + "?token=" + token, "/security/link", Map.of("token", token));
        return visitor;
    }

    private static Screens.Answer makeKey(Screens somebody) {
        return somebody.post(TOKENS, TOKENS, Map.of("make", "make", "make:submit", "", "make:name", "proef"));
    }

    private static int keysOf(String email) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*) from crm.api_token t"
                        + " join crm.account a on a.id = t.account_id where a.email = '" + email + "'")) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).as(sql).isEqualTo(1);
        }
    }

    @Test
    void who_asks_for_a_link_is_told_the_same_whoever_it_is() throws Exception {
        String none = askLink(Screens.anonymous(), "niemand@example.nl");
        assertThat(askLink(Screens.anonymous(), "fea@example.nl")).isEqualTo(none);
        assertThat(askLink(Screens.anonymous(), "huisarts2@example.nl")).isEqualTo(none);
        for (int i = 0; i < 4; i++) {
            assertThat(askLink(Screens.anonymous(), "niemand@example.nl")).isEqualTo(none);
        }
        assertThat(Mailbox.textsTo("fea@example.nl")).noneMatch(mail -> mail.contains("use-link"));
        assertThat(audited("sign-in-link.withheld")).isTrue();
    }

    /** What is answered, without what differs from page to page. */
    private static String askLink(Screens somebody, String email) {
        String location = somebody.post(
                        ASK, ASK, Map.of("ask-link", "ask-link", "ask-link:submit", "", "ask-link:email", email))
                .location();
        assertThat(location).endsWith(ASK + "?asked=true");
        String page = somebody.get(ASK + "?asked=true").text();
        return page.substring(page.indexOf("<main"), page.indexOf("</main>"));
    }

    /** The secret of the last link that an address was sent. */
    private static String mailed(String address, String purpose) throws Exception {
        return Mailbox.link(address, Pattern.compile("use-link\\.xhtml\\?" + purpose + "=([A-Za-z0-9_-]{43})"));
    }

    private static int fromElsewhere(String token) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(Surroundings.address() + "/security/link"))
                                .header("Sec-Fetch-Site", "cross-site")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("token=" + token))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Whether it is in the audit, or will be in a moment. */
    private static boolean audited(String action) throws Exception {
        for (int i = 0; i < 50; i++) {
            try (Connection connection = Surroundings.database().asSuperuser();
                    Statement statement = connection.createStatement();
                    ResultSet rows =
                            statement.executeQuery("select 1 from crm.audit_entry where action = '" + action + "'")) {
                if (rows.next()) {
                    return true;
                }
            }
            Thread.sleep(200);
        }
        return false;
    }

    @Test
    void every_answer_carries_the_headers_that_browsers_need() throws Exception {
        var response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(Surroundings.address() + "/"))
                                .build(),
                        HttpResponse.BodyHandlers.discarding());
        var headers = response.headers();
        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("script-src 'self'").doesNotContain("unsafe-eval"));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("same-origin");
        assertThat(headers.firstValue("Strict-Transport-Security")).isPresent();
        assertThat(headers.firstValue("Cache-Control")).hasValue("no-store");
        assertThat(headers.allValues("Set-Cookie"))
                .allSatisfy(cookie -> assertThat(cookie).contains("HttpOnly").contains("SameSite=Strict"));
    }

    private static String signInWithNext(String next) {
        Screens somebody = Screens.anonymous();
        return somebody.post(
                        "/security/sign-in.xhtml",
                        "/security/sign-in.xhtml",
                        Map.of(
                                "sign-in", "sign-in",
                                "sign-in:submit", "",
                                "sign-in:email", "lhv@example.nl",
                                "sign-in:password", Screens.PASSWORD,
                                "next", next))
                .location();
    }
}
