package nl.kring.crm.whole;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The product as somebody meets it who starts it for the first time: with the demo, on a server of its own. Whoever signs in with one of
 * the accounts of README finds every screen alive.
 */
class DemoIT {

    private static final String TO_CLOSE = "Depressie en slaap bij ouderen";
    private static final String DELIVERED = "Hartfalen in de eerste lijn";
    private static final String TAUGHT = "Motiverende gespreksvoering";
    private static final String COMING = "Kwetsbare ouderen: medicatiebeoordeling";

    @TempDir
    private static Path folder;

    private static OwnServer kring;

    @BeforeAll
    static void start() throws Exception {
        kring = new OwnServer(folder, "full");
    }

    @AfterAll
    static void stop() throws Exception {
        kring.close();
    }

    @Test
    void a_gp_reads_what_counts_what_is_missing_and_which_courses_close_the_gap() {
        assertThat(page("huisarts", "/dossier/my-dossier.xhtml"))
                .contains("Palliatieve sedatie en euthanasie", DELIVERED, "Landelijk congres urgentie")
                .contains("Online cursus antistolling", "moet het bewijs nog bekijken")
                .contains("u mist alleen nog iets voor het totaal", "In dit tempo", "Daarna mist u nog")
                .contains(COMING, "FTO De Proefhof en omgeving", "Kindergeneeskunde in de avond (lijst van vroeger)");
    }

    @Test
    void those_who_support_gps_have_a_dossier_too() {
        assertThat(page("poh", "/dossier/my-dossier.xhtml")).contains(DELIVERED, "In dit tempo");
        assertThat(page("ggz", "/dossier/my-dossier.xhtml")).contains(TAUGHT, "In dit tempo");
    }

    @Test
    void a_certificate_opens_and_anybody_can_verify_it() throws Exception {
        assertThat(page("huisarts", "/attendance/my-certificates.xhtml")).contains(DELIVERED, code(DELIVERED));
        Screens gp = as("huisarts");
        assertThat(gp.file("/attendance/certificate?id="
                        + text(
                                "select cast(k.uuid as text) from crm.certificate k join crm.person p on p.id = k.person_id"
                                        + " where p.birth_name = 'Voorbeeld' and k.course_title = '" + DELIVERED
                                        + "'")))
                .startsWith('%', 'P', 'D', 'F');
        assertThat(Screens.anonymous(address())
                        .get("/attendance/verify-certificate.xhtml?code=" + code(DELIVERED))
                        .text())
                .contains("Ja, dit bewijs is echt", "2,5");
    }

    @Test
    void what_certificates_say_is_what_the_ledger_says() throws Exception {
        assertThat(text("""
                select count(*) from crm.certificate k
                 where not exists (select 1 from crm.certificate_points t where t.certificate_id = k.id)
                   and exists (select 1 from crm.credit_entry e where e.enrolment_id = k.enrolment_id)""")).isEqualTo("0");
        assertThat(text("select count(*) from crm.certificate_points")).isNotEqualTo("0");
        assertThat(page("fea", "/attendance/reissue-certificates.xhtml?id=" + edition(DELIVERED)))
                .as("the product itself would put none of them right")
                .doesNotContain("Demoma");
    }

    @Test
    void an_evening_of_last_week_is_still_to_be_closed() throws Exception {
        assertThat(page("fea", "/attendance/close-edition.xhtml?id=" + edition(TO_CLOSE)))
                .contains("k-badge k-error", "Denkbeeld", "Schijnhuis");
        assertThat(page("fea", "/workbench/today.xhtml")).contains(TO_CLOSE);
    }

    @Test
    void who_has_no_number_is_blocked_and_who_has_no_register_is_not() throws Exception {
        assertThat(page("fea", "/attendance/list-deliveries.xhtml?id=" + edition(TO_CLOSE)))
                .contains("Geblokkeerd", "Verzonstra", "Fantasma", "39000999007");
        assertThat(page("fea", "/attendance/list-deliveries.xhtml?id=" + edition(DELIVERED)))
                .contains("Het register kent deze persoon niet");
        assertThat(page("fea", "/attendance/list-blocked.xhtml")).contains(COMING);
    }

    @Test
    void results_are_told_once_enough_answered_and_not_before() throws Exception {
        assertThat(page("fea", "/evaluation/view-results.xhtml?id=" + edition(DELIVERED)))
                .contains("<meter", "Vaker doorvragen voordat ik advies geef.");
        assertThat(page("fea", "/evaluation/view-results.xhtml?id=" + edition(TO_CLOSE)))
                .doesNotContain("<meter");
        assertThat(page("huisarts", "/evaluation/my-evaluations.xhtml")).contains(TO_CLOSE, TAUGHT);
        assertThat(page("huisarts", "/evaluation/view-taught.xhtml?id=" + edition(TAUGHT)))
                .contains("<meter", TAUGHT);
    }

    @Test
    void accreditation_is_being_prepared_asked_for_and_granted() throws Exception {
        assertThat(page("fea", "/accreditation/list-requests.xhtml"))
                .contains("Palliatieve zorg in de wijk (PaTz)", "Enkel-armindex meten");
        assertThat(page("fea", "/accreditation/view-accreditation.xhtml?id=" + edition(COMING)))
                .contains("9400");
    }

    @Test
    void a_peer_review_group_met_twice_and_two_old_lists_came_in() throws Exception {
        assertThat(page("fea", "/peerreview/list-groups.xhtml")).contains("FTO De Proefhof en omgeving");
        assertThat(page("fea", "/attendance/import-past.xhtml"))
                .contains("presentie-vorige-jaren.csv", "presentie-lijst-zolder.csv");
        assertThat(text("select string_agg(state, ' ' order by id) from crm.past_import"))
                .isEqualTo("APPLIED REHEARSED");
        assertThat(text(
                        "select string_agg(outcome || ' ' || n, ', ' order by outcome) from (select r.outcome, count(*) as n"
                                + " from crm.past_reading r join crm.past_import i on i.id = r.import_id where i.state = 'REHEARSED'"
                                + " group by r.outcome) x"))
                .isEqualTo("DOUBT 1, NEW 2, REFUSED 1");
    }

    private static String page(String account, String path) {
        Screens.Answer answer = as(account).get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.text();
    }

    private static Screens as(String account) {
        return Screens.signedIn(address(), account + "@example.nl");
    }

    private static String address() {
        return kring.at("").toString();
    }

    private static String edition(String title) throws Exception {
        return text(
                "select cast(d.uuid as text) from crm.edition d join crm.course c on c.id = d.course_id where c.title = '"
                        + title + "'");
    }

    private static String code(String title) throws Exception {
        return text(
                "select k.code from crm.certificate k join crm.person p on p.id = k.person_id where p.birth_name = 'Voorbeeld'"
                        + " and k.course_title = '" + title + "'");
    }

    private static String text(String sql) throws Exception {
        try (Connection connection = kring.database().asSuperuser();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
