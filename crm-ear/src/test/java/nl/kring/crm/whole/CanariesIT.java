package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * What an organisation keeps to itself reaches no screen, no export and no API answer of another organisation, and no log.
 * Every page, download and call is asked for by the staff of every organisation, for the one person and the one practice
 * on which the birds of all organisations sit.
 */
@WholeProduct
@Order(1_000_000)
class CanariesIT {

    private static final Pattern BIRD = Pattern.compile("kanariepiet-(\\w+)[\\w-]*");

    private static RightsWorld world;
    private static String person;

    @BeforeAll
    static void letIn() throws SQLException {
        world = RightsWorld.made();
        person = world.filledIn("{person}", "shared");
        assertThat(Canaries.letIn(person)).isGreaterThanOrEqualTo(6 * 10);
    }

    @Test
    void no_organisation_meets_the_birds_of_another() throws SQLException {
        List<String> escaped = new ArrayList<>();
        Set<String> heardAtHome = new TreeSet<>();
        for (String organisation : Canaries.ORGANISATIONS) {
            String account = organisation.toLowerCase(Locale.ROOT);
            Screens screens = Screens.signedIn(account + "@example.nl");
            Api api = Api.as(account + "-staff");
            for (String path : paths()) {
                String text = path.startsWith("/api/")
                        ? api.get(path.replaceFirst("^/api/v1", "")).text()
                        : screens.get(path).text();
                Matcher bird = BIRD.matcher(text);
                while (bird.find()) {
                    if (bird.group(1).equals(account)) {
                        heardAtHome.add(account + " " + path.replaceAll("\\?.*", ""));
                    } else {
                        escaped.add(bird.group() + " was seen by " + account + " on " + path);
                    }
                }
            }
        }
        assertThat(escaped).isEmpty();
        assertThat(heardAtHome)
                .as("the birds are really there: each organisation sees its own")
                .hasSizeGreaterThan(Canaries.ORGANISATIONS.size());
    }

    @Test
    void no_bird_is_in_the_log() throws IOException {
        String log = Files.readString(Surroundings.serverLog(), StandardCharsets.UTF_8);
        assertThat(log).hasSizeGreaterThan(1_000);
        assertThat(BIRD.matcher(log).results().map(found -> found.group()).distinct())
                .isEmpty();
    }

    @Test
    void a_search_for_a_bird_of_another_organisation_finds_nobody() {
        for (String organisation : Canaries.ORGANISATIONS) {
            String other = Canaries.of(organisation.equals("FEA") ? "THOON" : "FEA");
            for (String place :
                    List.of("-said-phone", "-said-mobile", "-said@example.nl", "-own-value", "-phone", "-email")) {
                assertThat(Api.as(organisation.toLowerCase(Locale.ROOT) + "-staff")
                                .get("/persons?q=" + other + place)
                                .object()
                                .getJsonArray("items"))
                        .as(organisation + " looks for " + other + place)
                        .isEmpty();
            }
        }
    }

    /** Everything that can be asked for, about the person with the birds where it is about a person. */
    private static Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>();
        for (RightsTable.Row row : RightsTable.rows()) {
            String[] operation = row.operation().split(" ");
            if (!operation[0].equals("GET") && !operation[0].equals("VIEW") || operation[1].contains("calendar")) {
                continue;
            }
            String call = row.call().startsWith("?") ? row.call() : "";
            String path = operation[1].startsWith("/api/v1/persons/")
                    ? operation[1].replace("{uuid}", person)
                    : RightsIT.named(operation[1]);
            paths.add(world.filledIn(
                    path.replace("{person}", person) + call.replace("{person}", person), row.relation()));
        }
        return paths;
    }
}
