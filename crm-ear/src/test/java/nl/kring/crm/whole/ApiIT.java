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
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
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
    void it_says_that_it_lives_and_is_ready() {
        Screens anybody = Screens.anonymous();
        assertThat(anybody.get("/health/live").text()).contains("\"status\":\"UP\"");
        assertThat(anybody.get("/health/ready").text()).contains("database").contains("\"status\":\"UP\"");
    }
}
