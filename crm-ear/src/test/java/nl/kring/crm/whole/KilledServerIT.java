package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import nl.kring.crm.attendance.delivery.PeOnlineStandIn;
import nl.kring.crm.enrolment.ClientRush;
import nl.kring.crm.enrolment.EnrolmentAnswer;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.enrolment.Reckoning;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The database and the server are killed in the midst of a rush over HTTP; whoever got no answer asks again with the same key.
 * What clients wrote down is compared with what is there.
 */
class KilledServerIT {

    private static final int KILLS = Integer.getInteger("enrolment.kills", 2);
    private static final int PEOPLE = 160;
    private static final int SEATS = 40;
    private static final int CLIENTS = 16;

    @TempDir
    private static Path folder;

    private static OwnServer kring;
    private static String staff;
    private static String admin;

    private UUID edition;

    @BeforeAll
    static void start() throws Exception {
        kring = new OwnServer(folder, "none");
        staff = kring.token("fea-staff");
        admin = kring.token("platform-admin");
    }

    @AfterAll
    static void stop() throws Exception {
        kring.close();
    }

    @Test
    void what_was_answered_outlives_a_killed_database_and_a_killed_server_and_nothing_is_done_twice() throws Exception {
        Random moments = new Random(20_26);
        for (int kill = 1; kill <= KILLS; kill++) {
            boolean ofDatabase = kill % 2 == 1;
            ClientRush rush = aRush();
            rush.begin(new OverHttp()).until(20 + moments.nextInt(PEOPLE / 2));
            if (ofDatabase) {
                kring.killDatabase();
                rush.end();
                kring.startDatabase();
            } else {
                kring.killServer();
                rush.end();
                whatItBeganIsOver();
            }

            assertThat(rush.unanswered()).as("killed in the midst").isPositive();
            assertThat(wrong(rush)).as("as it was left, kill " + kill).isEmpty();
            System.out.printf(
                    "%s killed after %d answers, %d of %d clients without one%n",
                    ofDatabase ? "database" : "server", rush.answers(), rush.unanswered(), CLIENTS);
            if (!ofDatabase) {
                kring.startServer();
            }
            rush.begin(new OverHttp()).end();

            assertThat(rush.unanswered())
                    .as("the server found its database again")
                    .isZero();
            assertThat(rush.answers()).as("all were answered").isGreaterThanOrEqualTo(PEOPLE);
            assertThat(wrong(rush)).as("when all had asked again, kill " + kill).isEmpty();
        }
    }

    /** It dies when PE-online, or what stands in for it, has written what it was asked and has not said so. */
    @Test
    void what_was_asked_of_pe_online_is_asked_again_as_it_was_after_a_killed_server_and_written_once()
            throws Exception {
        anEdition();
        new OverHttp().enrol(people().get(0), UUID.randomUUID().toString());
        SentToPeOnline sent = new SentToPeOnline(kring.database(), edition.toString());
        sent.isReadyToBeSent("94720", "39054148199");
        try (PeOnlineStandIn standIn = new PeOnlineStandIn()) {
            standIn.answers("94720", xml -> {
                standIn.faithful(xml);
                kill();
                return new PeOnlineStandIn.Answer(500, "text/plain", "", 0);
            });
            connect(standIn);
            String page = "/attendance/list-deliveries.xhtml?id=" + edition;
            press("fea@example.nl", page, Map.of("registers", "registers", "registers:send", ""));
            SentToPeOnline.until("it is asked, and the server is killed", () -> !kring.isAlive());
            whatItBeganIsOver();
            assertThat(sent.questions()).isEqualTo("SENDING");
            assertThat(sent.participants()).containsExactly("39054148199 SENT");

            kring.startServer();
            assertThat(visitor("fea@example.nl").get(page).text()).contains("Verstuurd, wacht op antwoord");
            assertThat(standIn.asked).as("somebody else may be asking it").hasSize(1);
            sent.hoursPass();
            SentToPeOnline.until("it is asked again", () -> sent.questions().equals("ANSWERED"));
            assertThat(sent.participants()).containsExactly("39054148199 ACCEPTED");
            assertThat(standIn.asked).hasSize(2);
            assertThat(standIn.asked.get(1)).isEqualTo(standIn.asked.get(0));
            assertThat(standIn.written).hasSize(1);
        }
    }

    private static void kill() {
        try {
            kring.killServer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** In the screens: the account of FEA and its key, and the address. */
    private static void connect(PeOnlineStandIn standIn) throws SQLException {
        AnEvening.run(kring.database(), """
                insert into crm.role_grant (id, uuid, account_id, role, organisation_id, created_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), a.id, 'ORGANISATION_ADMIN', o.id, now()
                  from crm.account a, crm.organisation o where a.email = 'fea@example.nl' and o.code = 'FEA'""");
        Map<String, String> account = new HashMap<>(Map.of("account", "account", "account:save", ""));
        account.put("account:user", "4711");
        account.put("account:key", PeOnlineStandIn.KEY);
        account.put("account:contracts", "19");
        press("fea@example.nl", "/attendance/connect-registers.xhtml", account);
        press(
                "beheer@example.nl",
                "/attendance/choose-service.xhtml",
                Map.of("service", "service", "service:choose", "", "service:address", standIn.address()));
    }

    private static void press(String who, String page, Map<String, String> form) {
        Screens.Answer answer = visitor(who).post(page, page, form);
        assertThat(answer.status()).as(page + answer.text()).isEqualTo(302);
    }

    private static Screens visitor(String email) {
        return Screens.signedIn(kring.at("").toString(), email);
    }

    private ClientRush aRush() throws Exception {
        anEdition();
        return new ClientRush(people(), CLIENTS);
    }

    private void anEdition() throws Exception {
        Instant start = Instant.now().plus(Duration.ofDays(60));
        HttpResponse<String> made = kring.client()
                .send(
                        request("/editions", staff)
                                .POST(BodyPublishers.ofString(Json.createObjectBuilder()
                                        .add("title", "Proefavond")
                                        .add("organisation", "FEA")
                                        .add("startsAt", start.toString())
                                        .add(
                                                "endsAt",
                                                start.plus(Duration.ofHours(2)).toString())
                                        .add("capacity", SEATS)
                                        .add("waitingList", true)
                                        .build()
                                        .toString()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        edition = UUID.fromString(object(made.body()).getString("uuid"));
    }

    private static List<UUID> people() throws SQLException {
        List<UUID> people = new ArrayList<>();
        try (Connection connection = kring.database().asApplication().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        insert into crm.person (id, uuid, profession, display_name, email, created_at)
                        select nextval('crm.entity_seq'), gen_random_uuid(), 'GP', 'Persoon ' || n, 'p' || n || '@example.nl', now()
                          from generate_series(1, %d) n returning uuid""".formatted(PEOPLE))) {
            while (rows.next()) {
                people.add(rows.getObject(1, UUID.class));
            }
        }
        return people;
    }

    private List<String> wrong(ClientRush rush) throws SQLException {
        try (Connection connection = kring.database().asApplication().getConnection()) {
            return Reckoning.of(connection, edition, rush.log());
        }
    }

    /** The database notices a moment later that nobody is there; a commit that had reached it still counts. */
    private static void whatItBeganIsOver() throws Exception {
        try (Connection connection = kring.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            boolean over = false;
            while (!over) {
                try (ResultSet row = statement.executeQuery(
                        "select count(*) from pg_stat_activity where usename = 'crm_app' and xact_start is not null")) {
                    row.next();
                    over = row.getInt(1) == 0;
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        }
    }

    private static HttpRequest.Builder request(String path, String token) {
        return HttpRequest.newBuilder(kring.at("/api/v1" + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token);
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** The administrator enrols and cancels for others; a connection that ends, and a server that fails, are no answer. */
    private final class OverHttp implements ClientRush.Desk {

        @Override
        public EnrolmentAnswer enrol(UUID person, String key) throws ClientRush.NoAnswer {
            JsonObject made = object(answer(
                    request("/editions/" + edition + "/enrolments", admin)
                            .header("Idempotency-Key", key)
                            .POST(BodyPublishers.ofString(Json.createObjectBuilder()
                                    .add("person", person.toString())
                                    .build()
                                    .toString())),
                    201));
            return new EnrolmentAnswer(
                    UUID.fromString(made.getString("uuid")),
                    EnrolmentState.valueOf(made.getString("state")),
                    made.isNull("position") ? null : made.getInt("position"));
        }

        @Override
        public void cancel(UUID person, UUID enrolment) throws ClientRush.NoAnswer {
            answer(request("/enrolments/" + enrolment, admin).DELETE(), 200);
        }

        private static String answer(HttpRequest.Builder request, int expected) throws ClientRush.NoAnswer {
            try {
                HttpResponse<String> response =
                        kring.client().send(request.build(), HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() >= 500) {
                    throw new ClientRush.NoAnswer(new IOException("status " + response.statusCode()));
                }
                if (response.statusCode() != expected) {
                    throw new IllegalStateException(response.statusCode() + " " + response.body());
                }
                return response.body();
            } catch (IOException e) {
                throw new ClientRush.NoAnswer(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
