package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import nl.kring.crm.naughty.NaughtyStrings;
import nl.kring.crm.naughty.NaughtyStrings.Naughty;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The texts of the list through every form of every page, spread over the forms, and every text through every text of every
 * call: nothing breaks and nothing runs. That each is kept as typed or refused with a reason, in every field, is shown by
 * KeptOrRefusedTest beneath. Comes late, for what it leaves.
 */
@WholeProduct
@Order(Integer.MAX_VALUE - 1)
class NaughtyStringsIT {

    private static final List<Naughty> ALL = NaughtyStrings.all();
    private static final int SHARES = 8;

    /** How far apart the texts are that come together; has no divisor in common with a list of any likely length. */
    private static final int STEP = 89;

    /** A form of a page, and the first text of its share. */
    private record Form(String path, String name, int share) {}

    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger tried = new AtomicInteger();

    /**
     * Each form gets every eighth text, the next form the next eighth: all of them come by many times. In turns all fields of
     * a form are naughty, each otherwise, and one field alone: where all is naughty one refusal may hide another.
     */
    @Test
    void through_every_text_field_of_every_page() throws SQLException {
        ThreadLocal<Screens> staff = ThreadLocal.withInitial(() -> Screens.signedIn("fea@example.nl"));
        List<Form> forms = forms(staff.get());
        List<String> times = Collections.synchronizedList(new ArrayList<>());
        Crowd.each(forms, form -> {
            NaughtyPage page = new NaughtyPage(staff.get(), form.path(), form.name());
            int fields = Math.max(1, page.texts());
            for (int round = 0, next = form.share(); next < ALL.size(); round++, next += SHARES) {
                int first = next;
                int alone = round / 2 % fields;
                page.send(
                        round % 2 == 0
                                ? (field, at) -> ALL.get((first + at * STEP) % ALL.size())
                                        .text()
                                : (field, at) -> at == alone ? ALL.get(first).text() : FilledForm.sensible(field));
            }
            wrong.addAll(page.wrong());
            tried.addAndGet(page.sent());
            times.add(page.toString());
        });
        System.out.println("Naughty strings: " + tried + " forms sent, of " + times);
        assertThat(forms).hasSizeGreaterThan(8);
        assertThat(wrong).isEmpty();
        assertThat(tried).hasValueGreaterThan(forms.size());
    }

    @Test
    void through_every_text_of_every_call() throws SQLException {
        RightsWorld world = RightsWorld.made();
        world.openProposals();
        List<Runnable> calls = new ArrayList<>();
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
            body.entrySet().stream()
                    .filter(field -> field.getValue() instanceof JsonString)
                    .forEach(field -> calls.add(
                            () -> ALL.forEach(naughty -> call(operation[0], filled, body, field.getKey(), naughty))));
        }
        Crowd.each(calls, Runnable::run);
        assertThat(tried).hasValueGreaterThan(1_000);
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_a_call_keeps_comes_back_as_it_was_sent() {
        Crowd.each(ALL, this::comesBack);
        assertThat(wrong).isEmpty();
    }

    private void comesBack(Naughty naughty) {
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

    private void call(String verb, String path, JsonObject body, String field, Naughty naughty) {
        JsonObject changed =
                Json.createObjectBuilder(body).add(field, naughty.text()).build();
        tried.incrementAndGet();
        Api.Answer answer = Api.as("fea-staff")
                .call(verb, path, ascii(changed), UUID.randomUUID().toString());
        if (answer.status() >= 500) {
            wrong.add(verb + " " + path + " " + field + " " + naughty.label() + ": " + answer.status());
        }
    }

    /** Every form with a text field of every page that staff may see. */
    private static List<Form> forms(Screens staff) throws SQLException {
        RightsWorld world = RightsWorld.made();
        List<Form> forms = new ArrayList<>();
        for (RightsTable.Row row : RightsTable.rows()) {
            if (!row.operation().startsWith("VIEW ")
                    || !row.answers().get("staff").equals("200")
                    || row.relation().equals("foreign")
                    || row.operation().contains("/security/sign-in")) {
                continue;
            }
            String path = row.operation().split(" ")[1] + world.filledIn(row.call(), row.relation());
            FilledForm.of(Jsoup.parse(staff.get(path).text()), (field, at) -> "")
                    .forEach(form -> forms.add(new Form(path, form.name(), forms.size() % SHARES)));
        }
        return forms;
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
