package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Signing in and out, and what somebody learns who has no account. */
@WholeProduct
class SignInIT {

    private static final String REFUSED = "Het e-mailadres of het wachtwoord klopt niet";

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
