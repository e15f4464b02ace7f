package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A GP who never saw the dossier before: says the period and what the register says, sees what is missing, and mends it in one click. */
@WholeProduct
class DossierIT {

    private static final String COURSE = "Toetsing van eigen werk";
    private static final String GP = "dossier@example.nl";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Amsterdam"));
    private static final LocalDate FROM = LocalDate.of(TODAY.getYear() - 3, 1, 1);
    private static final LocalDate TO = FROM.plusYears(5).minusDays(1);

    private static Visitor.Machine machine;

    @BeforeAll
    static void a_gp_and_a_course_to_come() throws Exception {
        machine = new Visitor.Machine();
        Professionals.gp(GP, "DOSSIER");
        String edition = Api.course(COURSE, 20, 30);
        AnEvening.run("""
                insert into crm.accreditation (id, uuid, course_id, scheme_code, category, points)
                select nextval('crm.entity_seq'), gen_random_uuid(), course_id, 'RGS-HA', 'PEER_REVIEW', 2
                  from crm.edition where uuid = '%s'""".formatted(edition));
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void from_nothing_to_a_seat_that_closes_the_gap_by_keyboard_at_390_pixels() throws Exception {
        String enrol = "main button[aria-label='Inschrijven: " + COURSE + "']";
        try (Visitor gp = machine.onALargerPhone().signIn(GP)) {
            Page page = gp.open("/dossier/my-dossier.xhtml").page();
            assertThat(page.locator("main")).containsText("Uw officiële dossier staat in GAIA.");
            assertThat(page.locator("main")).containsText("Wanneer loopt uw registratieperiode?");
            gp.shows("dossier-390-new");
            Hands hands = new Hands(page);
            hands.skipsTo("content")
                    .tabsTo("#period\\:from")
                    .types("0101" + FROM.getYear())
                    .tabsTo("#period\\:keep")
                    .entersTo("**/my-dossier.xhtml?register=RGS-HA");
            assertThat(page.locator("main")).containsText("tot en met 31-12-" + TO.getYear());
            assertThat(page.locator("main")).containsText("rekenen we pas uit als u invult wat er in GAIA staat");
            assertThat(page.locator("main")).not().containsText("U mist nog");
            gp.shows("dossier-390-period");

            hands.skipsTo("content")
                    .tabsTo("#total\\:part\\:0\\:value")
                    .types("190")
                    .tabsTo("#total\\:part\\:1\\:value")
                    .types("8")
                    .tabsTo("#total\\:keep")
                    .presses("Enter", 1);
            assertThat(page.locator("#messages")).containsText("Hieronder ziet u waar u staat");
            assertThat(page.locator("main")).containsText("Totaal: 2 uur");
            assertThat(page.locator("main")).containsText("Intercollegiale toetsing en reflectie: 2 uur");
            assertThat(page.locator("main"))
                    .containsText("komt u op 31-12-" + TO.getYear() + " uit op ± " + forecast(198) + " uur");
            assertThat(page.locator("article:has(" + enrol.substring(5) + ")"))
                    .containsText("Telt voor wat u mist: Intercollegiale toetsing en reflectie");
            gp.shows("dossier-390-missing");

            hands.skipsTo("content").tabsTo(enrol).entersTo("**/my-enrolments.xhtml?enrolled=*");
            assertThat(page.locator(".k-note.k-ok").first()).containsText("U bent ingeschreven voor " + COURSE);
            hands.done("a GP fills the dossier and closes the gap, 390 px", 60, 90, 4);

            gp.open("/dossier/my-dossier.xhtml");
            assertThat(page.locator("main")).containsText("Met uw inschrijvingen (2 uur) hebt u genoeg.");
            assertThat(page.locator(enrol)).hasCount(0);
            gp.shows("dossier-390-planned");
            changesHerMind(page);
            onPaper(page);
        }
        looksWellEverywhere();
    }

    @Test
    void a_midwife_with_all_points_is_told_that_and_what_only_the_register_knows() throws Exception {
        String midwife = "verloskundige.dossier@example.nl";
        String person = Professionals.gp(midwife, "VERLOSKUNDIGE");
        AnEvening.run("update crm.person set profession = 'MIDWIFE' where uuid = '%s'".formatted(person));
        AnEvening.run("""
                insert into crm.register_membership (person_id, scheme_code, starts_on, ends_on, told_at)
                select id, 'KNOV-KR', date '%2$s', date '%3$s', now() from crm.person where uuid = '%1$s';
                with said as (
                  insert into crm.register_total (person_id, scheme_code, as_of, entered_at)
                  select id, 'KNOV-KR', date '%4$s', now() from crm.person where uuid = '%1$s' returning id)
                insert into crm.register_total_part (total_id, category, points)
                select s.id, p.category, p.points from said s,
                       (values ('ACCREDITED', 80), ('EMERGENCY_SKILLS', 20), ('PEER_REVIEW', 40), ('OTHER', 60)) as p (category, points)""".formatted(person, FROM, TO, TODAY));
        try (Visitor visitor = machine.onAPhone().signIn(midwife)) {
            Page page = visitor.open("/dossier/my-dossier.xhtml").page();
            assertThat(page.locator("main")).containsText("U hebt genoeg punten of uren voor deze periode.");
            assertThat(page.locator("main")).not().containsText("U mist nog");
            assertThat(page.locator("main .k-note.k-info:has-text('weten wij niet')"))
                    .containsText("Verschillende rollen of competenties: Minstens 5");
            page.locator("details:has(#results) summary").click();
            assertThat(page.locator("#results li:has-text('Verschillende rollen')"))
                    .containsText("Niet bekend hier");
            visitor.shows("dossier-320-midwife");
        }
    }

    private static void changesHerMind(Page page) {
        page.locator("details:has(#total) > summary").click();
        page.locator("#total\\:part\\:0\\:value").fill("191");
        page.locator("#total\\:keep").click();
        assertThat(page.locator("#messages")).containsText("Bewaard: samen 199 uur.");
        page.locator("#previous\\:back").click();
        assertThat(page.locator("#messages")).containsText("Ongedaan gemaakt. Uw stand is weer 198 uur");
        assertThat(page.locator("#previous")).hasCount(0);
    }

    private static void onPaper(Page page) throws Exception {
        APIResponse file =
                page.request().get(page.locator("main a[href^='/dossier/pdf']").getAttribute("href"));
        assertThat(file.status()).isEqualTo(200);
        try (PdfReader paper = new PdfReader(file.body())) {
            String text = new PdfTextExtractor(paper).getTextFromPage(1).replaceAll("\\s+", " ");
            assertThat(text)
                    .contains("Uw officiële dossier staat in GAIA.")
                    .contains("31-12-" + TO.getYear())
                    .contains(COURSE);
        }
    }

    private static void looksWellEverywhere() {
        try (Visitor phone = machine.onAPhone().signIn(GP);
                Visitor night = machine.onAPhoneAtNight().signIn(GP);
                Visitor desk = machine.atADesk().signIn(GP);
                Visitor deskAtNight = machine.atADeskAtNight().signIn(GP)) {
            phone.open("/dossier/my-dossier.xhtml").shows("dossier-320");
            night.open("/dossier/my-dossier.xhtml").shows("dossier-320-at-night");
            desk.open("/dossier/my-dossier.xhtml").shows("dossier-1280");
            deskAtNight.open("/dossier/my-dossier.xhtml").shows("dossier-1280-at-night");
        }
    }

    /** At the pace until today. */
    private static long forecast(long sum) {
        double days = ChronoUnit.DAYS.between(FROM, TO) + 1;
        return Math.round(sum * days / (ChronoUnit.DAYS.between(FROM, TODAY) + 1));
    }
}
