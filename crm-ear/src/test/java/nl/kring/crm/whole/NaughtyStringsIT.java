package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.kring.crm.naughty.NaughtyStrings;
import nl.kring.crm.naughty.NaughtyStrings.Naughty;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The texts of the list through every form of every page, spread over the forms, and every text through every text of every
 * call: nothing breaks and nothing runs. That each is kept as typed or refused with a reason, in every field, is shown by
 * KeptOrRefusedTest beneath. Comes last, for what it leaves.
 */
@WholeProduct
@Order(Integer.MAX_VALUE)
class NaughtyStringsIT {

    private static final int SHARES = 8;

    private final List<String> wrong = new ArrayList<>();
    private int tried;
    private int shares;

    @Test
    void through_every_text_field_of_every_page() throws SQLException {
        Screens staff = Screens.signedIn("fea@example.nl");
        RightsWorld world = RightsWorld.made();
        Map<String, Integer> forms = new LinkedHashMap<>();
        for (RightsTable.Row row : RightsTable.rows()) {
            if (!row.operation().startsWith("VIEW ")
                    || !row.answers().get("staff").equals("200")
                    || row.relation().equals("foreign")
                    || row.operation().contains("/security/sign-in")) {
                continue;
            }
            String path = row.operation().split(" ")[1] + world.filledIn(row.call(), row.relation());
            int found = FilledForm.of(page(staff, path), "").size();
            for (int i = 0; i < found; i++) {
                for (Naughty naughty : share()) {
                    send(staff, path, i, naughty, forms);
                }
            }
        }
        System.out.println("Naughty strings: " + tried + " forms sent, of " + forms);
        assertThat(wrong).isEmpty();
        assertThat(forms).hasSizeGreaterThan(8);
    }

    @Test
    void through_every_text_of_every_call() throws SQLException {
        RightsWorld world = RightsWorld.made();
        for (RightsTable.Row row : RightsTable.rows()) {
            String[] operation = row.operation().split(" ");
            if (!operation[1].startsWith("/api/")
                    || !row.call().startsWith("{\"")
                    || row.relation().equals("foreign")
                    || row.answers().get("staff").equals("403")) {
                continue;
            }
            String path = operation[1].replaceFirst("^/api/v1", "");
            String filled = world.filledIn(
                    path.replaceAll("\\{uuid}", "{" + path.split("/")[1].replaceFirst("s$", "") + "}"), row.relation());
            JsonObject body = parsed(world.filledIn(row.call().replace("{code}", "NAUGHTY"), row.relation()));
            for (Map.Entry<String, JsonValue> field : body.entrySet()) {
                if (!(field.getValue() instanceof JsonString)) {
                    continue;
                }
                for (Naughty naughty : NaughtyStrings.all()) {
                    JsonObjectBuilder changed = Json.createObjectBuilder(body).add(field.getKey(), naughty.text());
                    tried++;
                    Api.Answer answer = Api.as("fea-staff")
                            .call(
                                    operation[0],
                                    filled,
                                    ascii(changed.build()),
                                    UUID.randomUUID().toString());
                    if (answer.status() >= 500) {
                        wrong.add(row.operation() + " " + field.getKey() + " " + naughty.label() + ": "
                                + answer.status());
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(1_000);
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_a_call_keeps_comes_back_as_it_was_sent() {
        for (Naughty naughty : NaughtyStrings.all()) {
            Instant start = Instant.parse("2049-01-01T18:00:00Z");
            JsonObject wanted = Json.createObjectBuilder()
                    .add("title", naughty.text())
                    .add("organisation", "FEA")
                    .add("startsAt", start.toString())
                    .add("endsAt", start.plusSeconds(7200).toString())
                    .add("capacity", 5)
                    .add("waitingList", true)
                    .build();
            Api.Answer made = Api.as("fea-staff").call("POST", "/editions", ascii(wanted), null);
            if (made.status() == 201) {
                String kept = Api.as("fea-staff")
                        .get("/editions/" + made.object().getString("uuid"))
                        .object()
                        .getJsonObject("edition")
                        .getString("title");
                if (!kept.equals(naughty.text().strip())) {
                    wrong.add(naughty.label() + " came back as " + Json.createValue(kept));
                }
            } else if (made.status() != 400 || !made.type().contains("problem+json")) {
                wrong.add(naughty.label() + ": " + made.status());
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Each form gets every eighth text, the next form the next eighth: all of them come by many times. */
    private List<Naughty> share() {
        List<Naughty> all = NaughtyStrings.all();
        int first = shares++ % SHARES;
        return IntStream.range(0, all.size())
                .filter(at -> at % SHARES == first)
                .mapToObj(all::get)
                .toList();
    }

    private void send(Screens staff, String path, int which, Naughty naughty, Map<String, Integer> forms) {
        Document page = page(staff, path);
        List<FilledForm> filled = FilledForm.of(page, naughty.text());
        if (filled.size() <= which) {
            return; // what was sent before closed this form
        }
        FilledForm form = filled.get(which);
        String where = path.replaceAll("\\?.*", "") + " " + form.name();
        forms.merge(where, form.texts(), Math::max);
        tried++;
        Screens.Answer answer = staff.sendForm(path, form);
        boolean failed = false;
        if (answer.status() == 302) {
            failed =
                    answer.location().contains("/errors/") && !answer.location().contains("expired");
            answer = staff.get(answer.location().replaceFirst("^https?://[^/]+", ""));
        }
        if (failed || answer.status() >= 500) {
            wrong.add(where + " " + naughty.label() + ": " + answer.status());
        } else if (runs(Jsoup.parse(answer.text()))) {
            wrong.add(where + " " + naughty.label() + ": would run");
        }
    }

    /** True when something of the list became part of the page instead of its text. */
    private static boolean runs(Document page) {
        boolean script = page.select("script, style, base, meta, iframe, link, form").stream()
                .anyMatch(each -> each.html().contains("naughty()") && !each.is("form")
                        || each.attributes().asList().stream()
                                .anyMatch(attribute -> attribute.getValue().contains("naughty.example")
                                        && !attribute.getKey().equals("action")));
        boolean handler = page.getAllElements().stream()
                .map(Element::attributes)
                .flatMap(attributes -> attributes.asList().stream())
                .anyMatch(attribute -> attribute.getKey().startsWith("on")
                                && attribute.getValue().contains("naughty")
                        || attribute.getKey().matches("href|src|action")
                                && attribute.getValue().matches("(?is)\\s*(javascript|data):.*naughty.*"));
        return script || handler;
    }

    private static Document page(Screens staff, String path) {
        return Jsoup.parse(staff.get(path).text());
    }

    private static JsonObject parsed(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    /** Half a pair of surrogates can only be sent escaped. */
    private static String ascii(JsonObject object) {
        StringBuilder ascii = new StringBuilder();
        object.toString().chars().forEach(each -> {
            if (each < 128) {
                ascii.append((char) each);
            } else {
                ascii.append("\\u%04x".formatted(each));
            }
        });
        return ascii.toString();
    }
}
