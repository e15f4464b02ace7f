package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.json.Json;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may do what: every operation of the archive has a row, and every call of a row is really made. */
@WholeProduct
class RightsIT {

    private static final Map<String, String> TOKENS =
            Map.of("professional", "gp", "staff", "fea-staff", "platform-admin", "platform-admin");
    private static final Map<String, String> ACCOUNTS = Map.of(
            "professional", "huisarts@example.nl", "staff", "fea@example.nl", "platform-admin", "beheer@example.nl");

    @Test
    void every_operation_has_a_row_and_every_row_an_operation() throws IOException {
        Set<String> rows = RightsTable.rows().stream()
                .map(RightsTable.Row::operation)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(rows).isEqualTo(Operations.all());
    }

    @Test
    void every_call_is_answered_as_the_table_says() throws SQLException {
        RightsWorld world = RightsWorld.made();
        RightsWorld.letGoOfQuestions();
        Map<String, Screens> browsers = Map.of(
                "anonymous", Screens.anonymous(),
                "professional", Screens.signedIn(ACCOUNTS.get("professional")),
                "staff", Screens.signedIn(ACCOUNTS.get("staff")),
                "platform-admin", Screens.signedIn(ACCOUNTS.get("platform-admin")));
        List<String> otherwise = new ArrayList<>();
        for (RightsTable.Row row : RightsTable.rows()) {
            if (row.operation().startsWith("ACTION ")) {
                continue;
            }
            for (String caller : RightsTable.CALLERS) {
                String expected = row.answers().get(caller);
                String actual = row.operation().contains(" /api/")
                        ? api(row, caller, world)
                        : screen(row, caller, world, browsers.get(caller));
                if (!actual.equals(expected)) {
                    otherwise.add(row.operation() + " " + row.relation() + " as " + caller + ": expected " + expected
                            + ", was " + actual);
                }
            }
        }
        assertThat(otherwise).isEmpty();
    }

    @Test
    void an_action_goes_as_far_as_its_page_or_names_the_test_that_shows_its_refusal() {
        List<RightsTable.Row> rows = RightsTable.rows();
        Set<String> tests = new ClassFileImporter()
                .importPackages("nl.kring.crm").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Test.class))
                        .map((JavaMethod method) -> method.getOwner().getSimpleName() + "." + method.getName())
                        .collect(Collectors.toSet());
        List<String> wrong = new ArrayList<>();
        for (RightsTable.Row row : rows) {
            if (!row.operation().startsWith("ACTION ")) {
                continue;
            }
            String page = row.operation().split(" ")[1];
            for (String caller : RightsTable.CALLERS) {
                String expected = row.answers().get(caller);
                List<String> ofPage = rows.stream()
                        .filter(other -> other.operation().equals("VIEW " + page)
                                && other.relation().equals(row.relation()))
                        .map(other -> other.answers().get(caller))
                        .toList();
                boolean holds = switch (expected) {
                    case "page" -> page.startsWith("/WEB-INF/") || ofPage.contains("200");
                    case "no" -> !ofPage.isEmpty() && !ofPage.contains("200");
                    default -> tests.contains(expected);
                };
                if (!holds) {
                    wrong.add(row.operation() + " " + row.relation() + " as " + caller + ": " + expected
                            + ", but its page answers " + ofPage);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_another_organisation_keeps_to_itself_is_in_no_answer() throws SQLException {
        RightsWorld world = RightsWorld.made();
        Screens fea = Screens.signedIn(ACCOUNTS.get("staff"));
        Screens professional = Screens.signedIn(ACCOUNTS.get("professional"));
        Screens anonymous = Screens.anonymous();
        for (RightsTable.Row row : RightsTable.rows()) {
            if (row.operation().startsWith("ACTION ")
                    || !row.operation().contains("GET") && !row.operation().startsWith("VIEW")) {
                continue;
            }
            String path = pathOf(row, world);
            List<String> texts = row.operation().contains(" /api/")
                    ? Stream.of(Api.as("fea-staff"), Api.as("gp"), Api.anonymous())
                            .map(api ->
                                    api.get(path.replaceFirst("^/api/v1", "")).text())
                            .toList()
                    : Stream.of(fea, professional, anonymous)
                            .map(caller -> caller.get(path).text())
                            .toList();
            assertThat(texts)
                    .as(row.operation() + " " + row.relation())
                    .noneMatch(text -> text.contains(RightsWorld.CANARY));
        }
        assertThat(Api.as("thoon-staff")
                        .get("/imports/" + world.filledIn("{run}", "foreign"))
                        .status())
                .isEqualTo(200);
    }

    private static String api(RightsTable.Row row, String caller, RightsWorld world) throws SQLException {
        String verb = row.operation().split(" ")[0];
        if (row.operation().endsWith("/tokens/{uuid}")) {
            world.put("token", "own", newToken(caller.equals("anonymous") ? "staff" : caller));
            world.put("token", "foreign", newToken(caller.equals("professional") ? "staff" : "professional"));
        }
        if (row.operation().endsWith("/proposals/{uuid}/decision")) {
            world.openProposals();
        }
        Api api = caller.equals("anonymous") ? Api.anonymous() : Api.as(TOKENS.get(caller));
        String path = pathOf(row, world).replaceFirst("^/api/v1", "");
        String body = row.call().startsWith("{\"") || row.call().equals("{}") ? body(row, caller, world) : null;
        if (row.operation().equals("POST /api/v1/imports")) {
            return String.valueOf(
                    api.importFile(row.call(), "leeg.csv", new byte[0], "auto").status());
        }
        return String.valueOf(
                api.call(verb, path, body, UUID.randomUUID().toString()).status());
    }

    /** A professional enrols himself or herself; the others enrol somebody. */
    private static String body(RightsTable.Row row, String caller, RightsWorld world) {
        String call = caller.equals("professional") ? row.call().replace("\"{someone}\"", "null") : row.call();
        String code = "R" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        return world.filledIn(call.replace("{code}", code), row.relation());
    }

    private static String newToken(String caller) {
        return Api.as(TOKENS.get(caller))
                .post("/tokens", Json.createObjectBuilder().add("name", "proef").build())
                .object()
                .getString("uuid");
    }

    private static String screen(RightsTable.Row row, String caller, RightsWorld world, Screens screens) {
        Screens.Answer answer = screens.get(pathOf(row, world));
        return answer.asksToSignIn() ? "in" : String.valueOf(answer.status());
    }

    private static String pathOf(RightsTable.Row row, RightsWorld world) {
        String query = row.call().startsWith("?") ? row.call() : "";
        return world.filledIn(named(row.operation().split(" ")[1]) + query, row.relation());
    }

    /** The path with its placeholders named after the kind of thing that it is about. */
    static String named(String path) {
        String kind = path.replaceFirst("^/api/v1", "")
                .replaceFirst("^/", "")
                .replaceFirst("s/.*$", "")
                .replaceFirst("s$", "");
        return kind.equals("import")
                ? path.replaceAll("\\{\\w+}", "{run}")
                : path.replaceAll("\\{\\w+}", "{" + kind + "}");
    }
}
