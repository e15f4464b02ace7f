package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/** What everybody reads without signing in: the agenda, its pages, feeds and frame. */
@WholeProduct
class AgendaIT {

    private static final String NAUGHTY = "</script><script>alert('x')</script> & \"Kwaad\" <!--";
    private static final String PERSONAL = "/enrolment/my-calendar.xhtml";

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private static String naughty;

    @BeforeAll
    static void a_course_with_a_naughty_title() throws SQLException {
        RightsWorld.made();
        Instant start = Instant.now().plus(Duration.ofDays(20));
        JsonObject wanted = Json.createObjectBuilder()
                .add("title", NAUGHTY)
                .add("organisation", "FEA")
                .add("startsAt", start.toString())
                .add("endsAt", start.plus(Duration.ofHours(2)).toString())
                .add("capacity", 5)
                .add("waitingList", true)
                .build();
        naughty = Api.as("fea-staff").post("/editions", wanted).object().getString("uuid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/agenda/browse-agenda.xhtml",
                "/agenda/browse-agenda.xhtml?place=Almelo&points=RGS-HA&kind=SKILLS&from=2026-01-01",
                "/agenda/embed-agenda.xhtml?organisation=FEA",
                "/agenda/agenda.rss",
                "/agenda/agenda.ics",
                "/agenda/colours.css"
            })
    void visitors_get_no_cookie(String path) {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void a_register_that_was_asked_and_has_not_answered_is_told_in_the_agenda_and_on_the_page_of_the_course()
            throws SQLException {
        String title = "Avond in afwachting van punten";
        String edition = Api.course(title, 20, 25);
        AnEvening.run("""
                insert into crm.accreditation (id, uuid, course_id, scheme_code, points)
                select nextval('crm.entity_seq'), gen_random_uuid(), course_id, 'KABIZ-DA', 1.5
                  from crm.edition where uuid = '%1$s';
                insert into crm.accreditation_request (id, uuid, course_id, scheme_code, state, course_type, lead_days,
                       attendance_days, requested_on, created_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), course_id, 'RGS-HA', 'REQUESTED', 'WHOLE', 56, 14, current_date, now()
                  from crm.edition where uuid = '%1$s'""".formatted(edition));

        Document agenda =
                Jsoup.parse(get("/agenda/browse-agenda.xhtml?q=afwachting").body());
        assertThat(agenda.select("main").text()).contains(title, "RGS-HA in behandeling · KABIZ-DA 1,5");
        Document course =
                Jsoup.parse(get("/agenda/view-course.xhtml?id=" + edition).body());
        assertThat(course.select("main").text()).contains("Accreditatie in behandeling: RGS-HA");
    }

    @Test
    void a_course_is_data_for_search_engines_whatever_it_is_called() {
        HttpResponse<String> answer = get("/agenda/view-course.xhtml?id=" + naughty);
        Document page = Jsoup.parse(answer.body());

        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(page.select("script").eachAttr("type")).containsExactly("application/ld+json");
        JsonObject data = Json.createReader(new StringReader(
                        page.select("script[type=application/ld+json]").first().data()))
                .readObject();
        assertThat(data.getString("name")).isEqualTo(NAUGHTY);
        assertThat(data.getJsonArray("@type").toString()).isEqualTo("[\"Event\",\"CourseInstance\"]");
        assertThat(data.getString("startDate")).matches("\\d{4}-\\d\\d-\\d\\dT.*\\+0[12]:00");
        assertThat(data.getJsonObject("offers").getString("priceCurrency")).isEqualTo("EUR");
        assertThat(page.select("meta[property=og:title]").attr("content")).isEqualTo(NAUGHTY);
        assertThat(page.select("link[rel=canonical]").attr("href")).endsWith("/agenda/view-course.xhtml?id=" + naughty);
    }

    @Test
    void only_the_page_for_it_is_framed_and_only_on_the_websites_of_its_organisation() throws SQLException {
        change("insert into crm.agenda_site (id, uuid, organisation_id, origins) select nextval('crm.entity_seq'),"
                + " gen_random_uuid(), id, 'https://www.fea.example' from crm.organisation where code = 'FEA'");

        HttpResponse<String> frame = get("/agenda/embed-agenda.xhtml?organisation=FEA");
        Document page = Jsoup.parse(frame.body());
        assertThat(frame.headers().allValues("X-Frame-Options")).isEmpty();
        assertThat(frame.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("frame-ancestors https://www.fea.example;")
                .contains("script-src 'self'");
        assertThat(page.select("nav, form, script, header")).isEmpty();
        assertThat(page.select("ul a").eachAttr("target")).isNotEmpty().containsOnly("_blank");
        assertThat(get("/agenda/embed-agenda.xhtml?organisation=THOON")
                        .headers()
                        .allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("frame-ancestors 'none'");
        for (String other : new String[] {"/agenda/browse-agenda.xhtml", "/agenda/view-course.xhtml?id=" + naughty}) {
            assertThat(get(other).headers().allValues("X-Frame-Options")).containsExactly("DENY");
            assertThat(get(other)
                            .headers()
                            .firstValue("Content-Security-Policy")
                            .orElseThrow())
                    .contains("frame-ancestors 'none'");
        }
    }

    @Test
    void news_is_read_without_a_document_type_and_tells_of_no_draft() throws Exception {
        HttpResponse<String> answer = get("/agenda/agenda.rss?organisation=FEA");
        DocumentBuilderFactory strict = DocumentBuilderFactory.newInstance();
        strict.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        var news = strict.newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));

        var titles = news.getElementsByTagName("title");
        boolean found = false;
        for (int each = 0; each < titles.getLength(); each++) {
            found |= titles.item(each).getTextContent().equals(NAUGHTY);
        }
        assertThat(found).isTrue();
        for (String feed : new String[] {"/agenda/agenda.rss", "/agenda/agenda.ics", "/agenda/embed-agenda.xhtml"}) {
            assertThat(get(feed).body()).doesNotContain(RightsWorld.CANARY);
        }
    }

    @Test
    void who_has_a_feed_already_is_told_that_nothing_changed() {
        String tag = get("/agenda/agenda.ics").headers().firstValue("ETag").orElseThrow();

        HttpResponse<String> again = Http.send(
                CLIENT,
                HttpRequest.newBuilder(URI.create(Surroundings.address() + "/agenda/agenda.ics"))
                        .header("If-None-Match", tag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("Cache-Control")).contains("public, max-age=600");
    }

    @Test
    void a_personal_address_is_shown_once_and_answers_until_it_is_taken_back() {
        Screens gp = Screens.signedIn("huisarts@example.nl");
        String address = Jsoup.parse(gp.post(PERSONAL, PERSONAL, Map.of("feed", "feed", "feed:make", ""))
                        .text())
                .select("#made")
                .text();
        String path = address.replaceFirst("^https?://[^/]+", "");

        assertThat(path).matches("/enrolment/feed\\.ics\\?token=[A-Za-z0-9_-]{43}");
        assertThat(gp.get(PERSONAL).text()).doesNotContain(path.substring(path.indexOf('=') + 1));
        assertThat(get(path).statusCode()).isEqualTo(200);
        assertThat(get(path).body()).startsWith("BEGIN:VCALENDAR");
        assertThat(get(path).headers().firstValue("Cache-Control")).contains("private, no-cache");
        gp.post(PERSONAL, PERSONAL, Map.of("feed", "feed", "feed:revoke", ""));
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "/%5Cevil.example", "/a%0d%0aX-Y:z", ""})
    void choosing_a_language_never_leads_elsewhere(String back) {
        assertThat(get("/language?to=en&back=" + back).headers().firstValue("Location"))
                .hasValueSatisfying(there ->
                        assertThat(there.replace(Surroundings.address(), "")).isEqualTo("/"));
    }

    private static HttpResponse<String> get(String path) {
        return Http.send(CLIENT, HttpRequest.newBuilder(URI.create(Surroundings.address() + path)));
    }

    private static void change(String statement) throws SQLException {
        try (Connection connection = Surroundings.database().asSuperuser();
                Statement work = connection.createStatement()) {
            work.executeUpdate(statement);
        }
    }
}
