package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A form that comes back when its page is no longer there changes nothing and breaks nothing: whoever sends it is told that
 * the page has expired. Each button of every page that has any is tried. Comes last, for its last test really presses them.
 */
@WholeProduct
@Order(Integer.MAX_VALUE)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StaleFormsIT {

    private static final String STATE = "jakarta.faces.ViewState";
    private static final String EXPIRED = "/errors/expired.xhtml";

    /** More than a session keeps: the first of so many pages is forgotten. */
    private static final int PAGES = 20;

    /** A button of a page, with what its form would send. */
    private record Button(String path, FilledForm form) {

        Button with(Map<String, String> others) {
            Map<String, String> fields = new LinkedHashMap<>(form.fields());
            fields.putAll(others);
            return new Button(path, new FilledForm(form.name(), false, form.action(), fields, form.texts()));
        }

        @Override
        public String toString() {
            return path + " " + form.name();
        }
    }

    private static List<String> paths;

    @BeforeAll
    static void start() throws SQLException {
        RightsWorld world = RightsWorld.made();
        paths = RightsTable.rows().stream()
                .filter(row -> row.operation().startsWith("VIEW ")
                        && row.answers().get("staff").equals("200")
                        && !row.relation().equals("foreign")
                        && !row.operation().contains(" /errors/"))
                .map(row -> row.operation().split(" ")[1] + world.filledIn(row.call(), row.relation()))
                .distinct()
                .toList();
    }

    @Test
    void of_a_page_that_was_forgotten() {
        Screens staff = Screens.signedIn("fea@example.nl");
        List<Button> buttons = buttons(staff);
        for (int i = 0; i < PAGES; i++) {
            staff.get("/workbench/today.xhtml");
        }
        expired(staff, buttons);
    }

    @Test
    void of_a_session_that_is_over() {
        List<Button> buttons = buttons(Screens.signedIn("fea@example.nl"));
        expired(Screens.signedIn("fea@example.nl"), buttons);
    }

    @Test
    void of_another_page() {
        Screens staff = Screens.signedIn("fea@example.nl");
        List<Button> buttons = buttons(staff);
        String page = "/attendance/verify-certificate.xhtml";
        String state = state(staff, page);
        expired(
                staff,
                buttons.stream()
                        .filter(button -> !button.path().startsWith(page))
                        .map(button -> button.with(Map.of(STATE, state)))
                        .toList());
    }

    /** Faces would take such a form from anywhere, also from another site. */
    @Test
    void that_says_there_is_no_page() {
        Screens staff = Screens.signedIn("fea@example.nl");
        expired(
                staff,
                buttons(staff).stream()
                        .map(button -> button.with(Map.of(STATE, "stateless")))
                        .toList());
    }

    /** The page knows what it is about: what the address says later does not matter. */
    @Test
    @Order(Integer.MAX_VALUE)
    void with_another_number_in_the_address_or_none() {
        Screens staff = Screens.signedIn("fea@example.nl");
        List<String> broken = new ArrayList<>();
        for (String path : paths) {
            String page = path.replaceAll("\\?.*", "");
            for (String address : List.of(page, page + "?act=onzin&id=" + UUID.randomUUID())) {
                Map<String, Integer> seen = new LinkedHashMap<>();
                for (FilledForm form :
                        FilledForm.ofEachButton(Jsoup.parse(staff.get(path).text()))) {
                    if (seen.merge(form.name().replaceAll(":\\d+:", ":"), 1, Integer::sum) > 1) {
                        continue;
                    }
                    Screens.Answer answer = staff.sendForm(
                            path, new FilledForm(form.name(), false, address, form.fields(), form.texts()));
                    if (answer.status() >= 500 || answer.location().contains("/errors/failure")) {
                        broken.add(address + " " + form.name() + ": " + answer.status() + " " + answer.location());
                    }
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static void expired(Screens staff, List<Button> buttons) {
        assertThat(buttons.stream().map(button -> button.path().replaceAll("\\?.*", "")))
                .as("pages with buttons")
                .hasSizeGreaterThan(30);
        List<String> otherwise = new ArrayList<>();
        for (Button button : buttons) {
            Screens.Answer answer = staff.sendForm(button.path(), button.form());
            if (answer.status() != 302 || !answer.location().contains(EXPIRED)) {
                otherwise.add(button + ": " + answer.status() + " " + answer.location());
            }
        }
        assertThat(otherwise).isEmpty();
    }

    /** Those of pages that remember; the button of a mailed link goes to no page and looks at no session. */
    private static List<Button> buttons(Screens staff) {
        List<Button> buttons = new ArrayList<>();
        for (String path : paths) {
            Map<String, FilledForm> once = new LinkedHashMap<>();
            FilledForm.ofEachButton(Jsoup.parse(staff.get(path).text())).stream()
                    .filter(form -> form.fields().containsKey(STATE))
                    .forEach(form -> once.putIfAbsent(form.name().replaceAll(":\\d+:", ":"), form));
            once.values().forEach(form -> buttons.add(new Button(path, form)));
        }
        return buttons;
    }

    private static String state(Screens staff, String path) {
        return Jsoup.parse(staff.get(path).text())
                .selectFirst("input[name=" + STATE + "]")
                .val();
    }
}
