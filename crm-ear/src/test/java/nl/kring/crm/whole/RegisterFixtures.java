package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Brings people into an empty register, through the API like any other program. */
final class RegisterFixtures {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private RegisterFixtures() {}

    /** A register of FEA with this many fictitious GPs; answers their UUIDs. */
    static List<String> people(int count, String code) {
        Api admin = Api.as("platform-admin");
        var made = admin.post(
                "/registers",
                Json.createObjectBuilder()
                        .add("code", code)
                        .add("name", "Proefregister " + code)
                        .add("organisation", "FEA")
                        .add("key", "nummer")
                        .add(
                                "columns",
                                Json.createObjectBuilder()
                                        .add("nummer", "sourceKey")
                                        .add("achternaam", "birthName")
                                        .add("voorletters", "initials")
                                        .add("geboren", "birthDate")
                                        .add("beroep", "profession")
                                        .add("mail", "email"))
                        .build());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        Random chance = new Random(code.hashCode());
        String rows = IntStream.range(0, count)
                .mapToObj(i -> String.format(
                        "%s-%d;%sproef;%c.;%02d-%02d-19%02d;Huisarts;%s%d@example.nl",
                        code,
                        i,
                        word(chance),
                        'A' + i % 26,
                        1 + chance.nextInt(28),
                        1 + chance.nextInt(12),
                        50 + chance.nextInt(45),
                        code.toLowerCase(Locale.ROOT),
                        i))
                .collect(Collectors.joining("\n", "nummer;achternaam;voorletters;geboren;beroep;mail\n", "\n"));
        JsonObject run = imported(admin, code, code + ".csv", rows.getBytes(StandardCharsets.UTF_8));
        assertThat(run.getInt("created")).as(run.toString()).isEqualTo(count);
        return uuidsOf(code);
    }

    /** A register of an organisation, whose rows also name a practice. */
    static void withPractices(String organisation, String code, String rows) {
        var columns = Json.createObjectBuilder()
                .add("nummer", "sourceKey")
                .add("achternaam", "birthName")
                .add("voorletters", "initials")
                .add("geboren", "birthDate")
                .add("beroep", "profession")
                .add("mail", "email")
                .add("praktijk", "practiceName")
                .add("agbpraktijk", "practiceAgb")
                .add("pc", "postcode")
                .add("plaats", "place");
        Api admin = Api.as("platform-admin");
        var made = admin.post(
                "/registers",
                Json.createObjectBuilder()
                        .add("code", code)
                        .add("name", "Proefregister " + code)
                        .add("organisation", organisation)
                        .add("key", "nummer")
                        .add("columns", columns)
                        .build());
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        imported(admin, code, code + ".csv", rows.getBytes(StandardCharsets.UTF_8));
    }

    /** Hands a file in and waits until the run has ended. */
    static JsonObject imported(Api api, String register, String fileName, byte[] content) {
        var accepted = api.importFile(register, fileName, content, "auto");
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        return ended(api, accepted.object().getString("id"));
    }

    static JsonObject ended(Api api, String run) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            JsonObject state = api.get("/imports/" + run).object();
            if (!List.of("QUEUED", "RUNNING").contains(state.getString("state"))) {
                return state;
            }
            assertThat(System.nanoTime()).as("import still runs: " + state).isLessThan(until);
            pause();
        }
    }

    /** The persons that the rows of a register are linked to. */
    static List<String> uuidsOf(String register) {
        return links().stream()
                .filter(link -> link[0].equals(register))
                .map(link -> link[2])
                .toList();
    }

    /** Register, key, person and how of every current row. */
    static List<String[]> links() {
        return Api.as("platform-admin")
                .get("/links?format=csv")
                .text()
                .lines()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }

    /** Those whom FEA and another organisation both know. */
    static List<String> knownToTwo() {
        Map<String, Set<String>> registersOf = new HashMap<>();
        links().forEach(link ->
                registersOf.computeIfAbsent(link[2], person -> new HashSet<>()).add(link[0]));
        return registersOf.entrySet().stream()
                .filter(entry ->
                        entry.getValue().contains("FEA") && entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** Five letters out of the surname. */
    static String pieceOfTheName(String person) {
        String name = Api.as("fea-staff").get("/persons/" + person).object().getString("displayName");
        String surname = name.replaceAll(".*[ -]", "");
        return surname.substring(0, Math.min(5, surname.length()));
    }

    /** A name that nobody has, so that nobody is taken for somebody else. */
    private static String word(Random chance) {
        String letters = chance.ints(9, 'a', 'z' + 1)
                .mapToObj(letter -> "" + (char) letter)
                .collect(Collectors.joining());
        return letters.substring(0, 1).toUpperCase(Locale.ROOT) + letters.substring(1);
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(150);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
