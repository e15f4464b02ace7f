package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A mail program stops a mailing with its own button (RFC 8058), without a sign-in; looking at the address stops nothing. */
@WholeProduct
class OneClickIT {

    private static final String TOKEN = UUID.randomUUID().toString();
    private static final String ADDRESS = "klik-" + TOKEN + "@example.nl";
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @BeforeAll
    static void a_letter_was_sent() throws SQLException {
        change("insert into crm.message (id, uuid, organisation_id, kind, recipient, subject, body, message_id, state,"
                + " next_attempt_at, created_at, unsubscribe) select nextval('crm.entity_seq'), gen_random_uuid(), o.id,"
                + " 'selection-mailing', '" + ADDRESS + "', 'Nieuws', 'Dag', '<" + TOKEN
                + "@kring>', 'PENDING', now(), now(), '"
                + stop(TOKEN) + "' from crm.organisation o where o.code = 'FEA'");
        change(
                "with mailing as (insert into crm.mailing (id, uuid, organisation_id, purpose, about, subject, body, queued_at,"
                        + " finished_at) select nextval('crm.entity_seq'), gen_random_uuid(), o.id, 'SELECTION', 'Nieuws', 'Nieuws', 'Dag',"
                        + " now(), now() from crm.organisation o where o.code = 'FEA' returning id)"
                        + " insert into crm.mailing_recipient (mailing_id, person_id, name, address, outcome, token_hash)"
                        + " select m.id, (select min(p.id) from crm.person p where p.merged_into_id is null), 'x', '"
                        + ADDRESS
                        + "', 'MAIL', sha256('" + TOKEN + "') from mailing m");
    }

    @Test
    void the_mail_says_where_and_one_click_there_stops_it() throws Exception {
        MimeMessage mail = received();
        assertThat(mail.getHeader("List-Unsubscribe")).containsExactly("<" + stop(TOKEN) + ">");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");

        assertThat(status(HttpRequest.newBuilder(URI.create(stop(TOKEN))).GET()))
                .isEqualTo(302);
        assertThat(posted(TOKEN, "").statusCode()).isEqualTo(400);
        assertThat(stopped()).as("looking, and saying nothing, stops nothing").isZero();

        assertThat(posted(TOKEN, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(204);
        assertThat(posted(TOKEN, "List-Unsubscribe=One-Click").statusCode()).isEqualTo(204);
        assertThat(stopped()).isEqualTo(1);
        assertThat(posted("onbekend", "List-Unsubscribe=One-Click").statusCode())
                .isEqualTo(404);
    }

    private static MimeMessage received() throws Exception {
        Instant patience = Instant.now().plus(Duration.ofMinutes(1));
        while (Instant.now().isBefore(patience)) {
            for (MimeMessage mail : Surroundings.mail().getReceivedMessages()) {
                if (mail.getAllRecipients()[0].toString().equals(ADDRESS)) {
                    return mail;
                }
            }
            Thread.sleep(200);
        }
        throw new AssertionError("the mail did not arrive");
    }

    private static String stop(String token) {
        return Surroundings.address() + "/communication/stop?token=" + token;
    }

    private static HttpResponse<String> posted(String token, String body) {
        return Http.send(
                CLIENT,
                HttpRequest.newBuilder(URI.create(stop(token)))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static int status(HttpRequest.Builder request) {
        return Http.send(CLIENT, request).statusCode();
    }

    private static void change(String sql) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isEqualTo(1);
        }
    }

    private static int stopped() throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from crm.mail_opt_out x"
                        + " join crm.mailing_recipient r on r.person_id = x.person_id where r.address = '" + ADDRESS
                        + "'")) {
            row.next();
            return row.getInt(1);
        }
    }
}
