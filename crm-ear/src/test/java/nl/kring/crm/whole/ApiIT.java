package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every call of the API shares: keys, errors, its description, and how the product tells that it is well. */
@WholeProduct
class ApiIT {

    @Test
    void a_key_works_until_it_is_revoked() {
        Api fea = Api.as("fea-staff");
        var issued = fea.post(
                "/tokens", Json.createObjectBuilder().add("name", "koppeling").build());
        assertThat(issued.status()).isEqualTo(201);
        Api program = Api.withToken(issued.object().getString("token"));
        assertThat(program.get("/tokens").status()).isEqualTo(200);

        assertThat(fea.delete("/tokens/" + issued.object().getString("uuid")).status())
                .isEqualTo(204);

        assertThat(program.get("/tokens").status()).isEqualTo(401);
    }

    @Test
    void a_key_is_never_shown_again() {
        Api fea = Api.as("fea-staff");
        String text = fea.post(
                        "/tokens",
                        Json.createObjectBuilder().add("name", "eenmalig").build())
                .object()
                .getString("token");
        assertThat(fea.get("/tokens").text()).contains("eenmalig").doesNotContain(text);
    }

    @Test
    void the_keys_of_somebody_else_do_not_exist() {
        var issued = Api.as("fea-staff")
                .post(
                        "/tokens",
                        Json.createObjectBuilder().add("name", "van FEA").build());
        String path = "/tokens/" + issued.object().getString("uuid");
        assertThat(Api.as("thoon-staff").delete(path).status()).isEqualTo(404);
        assertThat(Api.as("thoon-staff").get("/tokens").text()).doesNotContain("van FEA");
    }

    @Test
    void a_property_that_nobody_asked_for_is_an_error() {
        var answer = Api.as("fea-staff").call("POST", "/tokens", "{\"name\":\"x\",\"role\":\"PLATFORM_ADMIN\"}", null);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.type()).startsWith("application/problem+json");
    }

    @Test
    void a_wrong_key_answers_as_a_problem() {
        var answer = Api.withToken("kring_onbekend").get("/tokens");
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.object().getString("code")).isEqualTo("not-signed-in");
    }

    @Test
    void the_description_names_every_call() throws IOException {
        String description = Http.send(
                        HttpClient.newHttpClient(),
                        HttpRequest.newBuilder(URI.create(Surroundings.address() + "/openapi?format=JSON")))
                .body();
        try (JsonReader reader = Json.createReader(new StringReader(description))) {
            JsonObject paths = reader.readObject().getJsonObject("paths");
            Set<String> described = new TreeSet<>();
            paths.forEach((path, calls) -> calls.asJsonObject()
                    .keySet()
                    .forEach(verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path)));
            assertThat(described)
                    .containsAll(Operations.all().stream()
                            .filter(operation -> operation.contains(" /api/"))
                            .toList());
        }
    }

    @Test
    void a_dossier_says_what_is_missing_only_by_the_registers_own_total() throws SQLException {
        String gp = RightsWorld.made().filledIn("{person}", "own");
        JsonObject general = Api.as("gp").get("/persons/" + gp + "/dossiers").object().getJsonArray("items").stream()
                .map(item -> item.asJsonObject())
                .filter(item -> item.getString("register").equals("RGS-HA"))
                .findFirst()
                .orElseThrow();
        assertThat(general.keySet())
                .contains("required", "earned", "selfDeclared", "planned", "rules", "period", "forecast");
        if (general.isNull("registerTotal")) {
            assertThat(general.isNull("forecast")).isTrue();
            assertThat(general.getJsonArray("rules"))
                    .allSatisfy(rule ->
                            assertThat(rule.asJsonObject().isNull("missing")).isTrue());
        } else {
            assertThat(general.isNull("forecast")).isFalse();
        }
        assertThat(Api.as("gp2").get("/persons/" + gp + "/dossiers").status()).isEqualTo(404);
    }

    @Test
    void a_page_of_the_register_leads_to_the_next_until_all_were_seen_once() {
        List<String> people = RegisterFixtures.people(30, "BLADEREN");
        Api fea = Api.as("fea-staff");
        Set<String> seen = new TreeSet<>();
        String after = "";
        do {
            JsonObject page = fea.get("/persons?q=proef&size=7" + after).object();
            page.getJsonArray("items").getValuesAs(JsonObject.class).forEach(item -> {
                assertThat(item.keySet()).contains("uuid", "displayName");
                assertThat(seen.add(item.getString("uuid"))).as("seen once").isTrue();
            });
            after = page.isNull("next") ? null : "&after=" + page.getString("next");
        } while (after != null);
        assertThat(seen).containsAll(people);
    }

    @Test
    void an_answer_about_an_earlier_day_is_about_that_day() {
        Api fea = Api.as("fea-staff");
        String person = RegisterFixtures.people(1, "PEILDAG").get(0);
        String group = fea.get("/organisations?kind=LOCUM_GROUP")
                .object()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("uuid");
        JsonObject work = Json.createObjectBuilder()
                .add("person", person)
                .add("organisation", group)
                .add("role", "LOCUM")
                .add("validFrom", "2026-01-01")
                .build();
        assertThat(fea.post("/affiliations", work).status()).isEqualTo(201);

        String locums = "/persons?role=LOCUM&worksAt=" + group + "&size=200&asOf=";
        assertThat(fea.get(locums + "2025-12-31").text()).doesNotContain(person);
        assertThat(fea.get(locums + "2026-01-01").text()).contains(person);
        String card = "/persons/" + person + "?asOf=";
        assertThat(fea.get(card + "2025-12-31").object().getString("asOf")).isEqualTo("2025-12-31");
        assertThat(fea.get(card + "2025-12-31").object().isNull("workplace")).isTrue();
        assertThat(fea.get(card + "2026-01-01").object().isNull("workplace")).isFalse();
        assertThat(fea.get(card + "31-12-2025").status()).isEqualTo(400);
    }

    @Test
    void the_links_of_the_register_are_a_list_for_spreadsheets() {
        RegisterFixtures.people(1, "KOPPELS");
        var links = Api.as("fea-staff").get("/links?format=csv");
        assertThat(links.type()).startsWith("text/csv");
        assertThat(links.text().lines().findFirst()).hasValue("register,source_key,person_uuid,how");
        assertThat(links.text().lines())
                .anyMatch(line -> line.startsWith("KOPPELS,KOPPELS-0,") && line.endsWith(",new"));
    }

    @Test
    void a_run_tells_how_far_it_is() {
        RegisterFixtures.people(1, "VOORTGANG");
        Api fea = Api.as("fea-staff");
        String id = fea.importFile(
                        "VOORTGANG",
                        "twee.csv",
                        "nummer;achternaam;voorletters;geboren;beroep;mail\nV1;Tweede;B.;01-02-1980;Huisarts;\nV2;;;;;\n"
                                .getBytes(StandardCharsets.UTF_8),
                        "auto")
                .object()
                .getString("id");
        JsonObject run = RegisterFixtures.ended(fea, id);
        assertThat(run.keySet())
                .contains(
                        "state",
                        "rowsRead",
                        "rowsInvalid",
                        "linkedAutomatically",
                        "queuedForReview",
                        "created",
                        "startedAt",
                        "finishedAt",
                        "problems");
        assertThat(run.getString("state")).isEqualTo("DONE");
        assertThat(run.getInt("rowsRead")).isEqualTo(2);
        assertThat(run.getInt("rowsInvalid")).isEqualTo(1);
        assertThat(run.getInt("created")).isEqualTo(1);
    }

    @Test
    void enrolling_twice_is_refused_with_a_code_and_cancelling_tells_the_fee() {
        Instant start = Instant.now().plus(Duration.ofDays(40));
        Api fea = Api.as("fea-staff");
        String edition = fea.post(
                        "/editions",
                        Json.createObjectBuilder()
                                .add("title", "Proefmiddag")
                                .add("organisation", "FEA")
                                .add("startsAt", start.toString())
                                .add("endsAt", start.plus(Duration.ofHours(2)).toString())
                                .add("capacity", 5)
                                .add("waitingList", false)
                                .build())
                .object()
                .getString("uuid");
        Api gp = Api.as("gp");
        JsonObject myself = Json.createObjectBuilder().build();
        assertThat(gp.get("/editions/" + edition + "/enrolments/questions").status())
                .isEqualTo(200);
        String nowhere = UUID.randomUUID().toString();
        var unasked = gp.post(
                "/editions/" + edition + "/enrolments",
                Json.createObjectBuilder()
                        .add("answers", Json.createObjectBuilder().add(nowhere, "noten"))
                        .build());
        assertThat(unasked.status()).isEqualTo(400);
        assertThat(unasked.object().getString("code")).isEqualTo("enrolment-question-unknown");
        assertThat(unasked.object().getJsonObject("titles").getString("nl")).contains(nowhere);
        var unpaid = gp.post(
                "/editions/" + edition + "/enrolments",
                Json.createObjectBuilder().add("voucher", "BESTAATNIET").build());
        assertThat(unpaid.object().getString("code")).isEqualTo("voucher-unknown");
        JsonObject first = gp.post("/editions/" + edition + "/enrolments", myself, "sleutel-1")
                .object();
        assertThat(first.getString("state")).isEqualTo("CONFIRMED");
        assertThat(gp.post("/editions/" + edition + "/enrolments", myself, "sleutel-1")
                        .object())
                .as("the same key again")
                .isEqualTo(first);
        var again = gp.post("/editions/" + edition + "/enrolments", myself, "sleutel-2");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.type()).startsWith("application/problem+json");
        assertThat(again.object().getString("code")).isEqualTo("enrolment-already");
        assertThat(again.object().getJsonObject("titles").keySet()).contains("nl", "en");
        var cancelled = gp.delete("/enrolments/" + first.getString("uuid"));
        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.object().getJsonNumber("fee").doubleValue()).isZero();
    }

    @Test
    void what_a_course_asks_is_read_and_answered_and_a_refusal_names_the_question() throws SQLException {
        Instant start = Instant.now().plus(Duration.ofDays(40));
        String edition = Api.as("fea-staff")
                .post(
                        "/editions",
                        Json.createObjectBuilder()
                                .add("title", "Vraagmiddag")
                                .add("organisation", "FEA")
                                .add("startsAt", start.toString())
                                .add("endsAt", start.plus(Duration.ofHours(2)).toString())
                                .add("capacity", 5)
                                .add("waitingList", false)
                                .build())
                .object()
                .getString("uuid");
        String question = UUID.randomUUID().toString();
        try (Connection connection = Surroundings.database().asOwner().getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "insert into crm.course_question (id, uuid, course_id, position, kind, text, required)"
                            + " select nextval('crm.entity_seq'), '" + question
                            + "', course_id, 1, 'TEXT', 'Waarom komt u?', true"
                            + " from crm.edition where uuid = '" + edition + "'");
        }
        Api gp = Api.as("gp");
        String enrolments = "/editions/" + edition + "/enrolments";

        assertThat(gp.get(enrolments + "/questions").text()).contains(question, "Waarom komt u?");
        var silent = gp.post(enrolments, Json.createObjectBuilder().build());
        assertThat(silent.object().getString("code")).isEqualTo("enrolment-question");
        assertThat(silent.object().getJsonObject("titles").getString("nl")).contains("Waarom komt u?");
        var answered = gp.post(
                enrolments,
                Json.createObjectBuilder()
                        .add("answers", Json.createObjectBuilder().add(question, "Nieuwsgierig"))
                        .build());
        assertThat(answered.status()).isEqualTo(201);
        gp.delete("/enrolments/" + answered.object().getString("uuid"));
    }

    @Test
    void one_person_is_added_once_and_not_beside_somebody_who_looks_the_same() {
        JsonObject somebody = Json.createObjectBuilder()
                .add("birthName", "Kloosterboerink")
                .add("initials", "Q.X.")
                .add("givenName", "Quirinus")
                .add("birthDate", "03-02-1961")
                .add("email", "quirinus@example.nl")
                .build();
        Api fea = Api.as("fea-staff");
        var added = fea.post("/persons", somebody, "persoon-1");
        assertThat(added.status()).isEqualTo(201);
        String uuid = added.object().getString("uuid");
        assertThat(fea.post("/persons", somebody, "persoon-1").object().getString("uuid"))
                .as("the same key again")
                .isEqualTo(uuid);
        var other = Json.createObjectBuilder(somebody).add("initials", "Y.").build();
        assertThat(fea.post("/persons", other, "persoon-1").object().getString("code"))
                .isEqualTo("newcomer-key-reused");

        var again = Api.as("thoon-staff").post("/persons", somebody);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.type()).startsWith("application/problem+json");
        JsonObject known = again.object().getJsonArray("candidates").getJsonObject(0);
        assertThat(known.getString("uuid")).isEqualTo(uuid);
        assertThat(known.getJsonArray("agreeing").toString()).contains("EMAIL", "BIRTH_DATE");
        assertThat(again.text()).as("what is compared is named, never told").doesNotContain("1961");
        assertThat(Api.as("thoon-staff").post("/persons?anyway=true", somebody).status())
                .isEqualTo(201);
    }

    @Test
    void it_says_that_it_lives_and_is_ready() {
        Screens anybody = Screens.anonymous();
        assertThat(anybody.get("/health/live").text()).contains("\"status\":\"UP\"");
        assertThat(anybody.get("/health/ready").text()).contains("database").contains("\"status\":\"UP\"");
    }
}
