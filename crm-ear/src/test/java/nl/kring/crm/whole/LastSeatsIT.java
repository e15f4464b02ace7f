package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rush on the last seats, over HTTP against the real server. The rule and its negative control are tested in crm-ejb. */
@WholeProduct
class LastSeatsIT {

    private static final int PEOPLE = 64;
    private static final int SEATS = 10;
    private static final int CLICKS = 1_000;

    @Test
    void sixty_four_at_once_on_ten_seats_give_ten_seats_and_a_waiting_list_without_a_gap() throws Exception {
        List<String> people = RegisterFixtures.people(PEOPLE, "RUSH");
        String edition = edition(SEATS);
        Api admin = Api.as("platform-admin");

        List<Api.Answer> answers = atOnce(people.stream()
                .map(person -> (Callable<Api.Answer>) () -> admin.post(
                        "/editions/" + edition + "/enrolments",
                        Json.createObjectBuilder().add("person", person).build(),
                        UUID.randomUUID().toString()))
                .toList());

        assertThat(answers).allMatch(answer -> answer.status() == 201);
        List<JsonObject> enrolments = answers.stream().map(Api.Answer::object).toList();
        assertThat(enrolments.stream().filter(e -> e.getString("state").equals("CONFIRMED")))
                .hasSize(SEATS);
        assertThat(enrolments.stream()
                        .filter(e -> e.getString("state").equals("WAITLISTED"))
                        .map(e -> e.getInt("position"))
                        .sorted())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, PEOPLE - SEATS).boxed().toList());
    }

    @Test
    void one_click_that_arrives_a_thousand_times_is_one_enrolment_one_event_one_mail_and_one_answer() throws Exception {
        String person = RegisterFixtures.people(1, "DUBBEL").get(0);
        mailed(person);
        String edition = edition(SEATS);
        Api admin = Api.as("platform-admin");
        String key = UUID.randomUUID().toString();
        Callable<Api.Answer> click = () -> admin.post(
                "/editions/" + edition + "/enrolments",
                Json.createObjectBuilder().add("person", person).build(),
                key);

        List<Api.Answer> answers = atOnce(Collections.nCopies(CLICKS, click));

        assertThat(answers).hasSize(CLICKS).allMatch(answer -> answer.status() == 201);
        assertThat(answers.stream().map(Api.Answer::text).distinct()).hasSize(1);
        assertThat(number(
                        "select count(*) from crm.enrolment e join crm.person p on p.id = e.person_id where p.uuid = '"
                                + person + "'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from crm.enrolment_event v join crm.enrolment e on e.id = v.enrolment_id"
                        + " join crm.person p on p.id = e.person_id where p.uuid = '" + person + "'"))
                .isEqualTo(1);
        assertThat(number("select count(*) from crm.message m join crm.person p on p.id = m.person_id where p.uuid = '"
                        + person + "'"))
                .isEqualTo(1);
    }

    private static void mailed(String person) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update crm.person set email = 'dubbel@example.nl' where uuid = '" + person + "'");
        }
    }

    private static int number(String query) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static String edition(int capacity) {
        return Api.course("Proefavond", 60, capacity);
    }

    private static List<Api.Answer> atOnce(List<Callable<Api.Answer>> calls)
            throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<Api.Answer>> running = new ArrayList<>();
            for (Callable<Api.Answer> call : calls) {
                running.add(threads.submit(() -> {
                    start.await();
                    return call.call();
                }));
            }
            start.countDown();
            List<Api.Answer> answers = new ArrayList<>();
            for (Future<Api.Answer> one : running) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
