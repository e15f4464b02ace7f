package nl.kring.crm.web.agenda;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.agenda.calendar.AgendaSearch;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.web.layout.Question;

/** What the address says of the agenda that is wanted; what cannot be read does not narrow the list. */
public class AgendaFilter {

    private String q;
    private String organisation;
    private String audience;
    private String kind;
    private String place;
    private String points;
    private String theme;
    private String from;
    private String to;
    private String after;

    /** As it stands in an address; read at once, because these pages are asked for more than any other. */
    static AgendaFilter of(HttpServletRequest request) {
        AgendaFilter filter = new AgendaFilter();
        filter.q = request.getParameter("q");
        filter.organisation = request.getParameter("organisation");
        filter.audience = request.getParameter("audience");
        filter.kind = request.getParameter("kind");
        filter.place = request.getParameter("place");
        filter.points = request.getParameter("points");
        filter.theme = request.getParameter("theme");
        filter.from = request.getParameter("from");
        filter.to = request.getParameter("to");
        filter.after = request.getParameter("after");
        return filter;
    }

    AgendaSearch search() {
        return new AgendaSearch(
                q,
                organisation,
                named(Profession.values(), audience),
                named(CourseKind.values(), kind),
                place,
                theme,
                day(from),
                day(to),
                null);
    }

    private static LocalDate day(String text) {
        try {
            return text == null || text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private static <E extends Enum<E>> E named(E[] known, String name) {
        return Arrays.stream(known)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Whether anything narrows the list. */
    public boolean isGiven() {
        return !getQuestion().isEmpty();
    }

    /** Whether something narrows it that stands under “more”. */
    public boolean isMoreGiven() {
        return given(organisation) || given(kind) || given(points) || given(theme) || given(to);
    }

    /** The address of these filters without the page that is open: empty, or beginning with a question mark. */
    public String getQuestion() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("q", q);
        all.put("organisation", organisation);
        all.put("audience", audience);
        all.put("kind", kind);
        all.put("place", place);
        all.put("points", points);
        all.put("theme", theme);
        all.put("from", from);
        all.put("to", to);
        String joined = Question.of(all);
        return joined.isEmpty() ? "" : "?" + joined;
    }

    /** The address of the page that begins at this cursor. */
    String at(String cursor) {
        String question = getQuestion();
        return question + (question.isEmpty() ? "?" : "&") + "after=" + encoded(cursor);
    }

    private static boolean given(String value) {
        return value != null && !value.isBlank();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    public String getQ() {
        return q;
    }

    public String getOrganisation() {
        return organisation;
    }

    public String getAudience() {
        return audience;
    }

    public String getKind() {
        return kind;
    }

    public String getPlace() {
        return place;
    }

    public String getPoints() {
        return points;
    }

    public String getTheme() {
        return theme;
    }

    public String getFrom() {
        return from;
    }

    public String getTo() {
        return to;
    }

    public String getAfter() {
        return after;
    }
}
