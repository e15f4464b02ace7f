package nl.kring.crm.enrolment;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.communication.MailText;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.communication.template.MailForm;
import nl.kring.crm.communication.template.MailForms;
import nl.kring.crm.communication.template.MailTemplates;
import nl.kring.crm.communication.template.MailTexts;
import nl.kring.crm.communication.template.TemplateDetail;
import nl.kring.crm.communication.template.TemplateLine;
import nl.kring.crm.database.AllOf;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Person;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an organisation writes in its mails itself. */
class OwnMailTextsTest {

    private static final String CONFIRMED = "enrolment-confirmed";
    private static final String BODY = "Dag {naam}, tot ziens bij {cursus}: {wanneer}. {link}";

    private static AgendaDatabase database;
    private static CurrentUser noord;
    private static CurrentUser zuid;
    private static long numbers = 80_000;

    private UUID edition;
    private long jansen;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
        noord = database.staffOf("NOORD");
        zuid = database.staffOf("ZUID");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void a_course() {
        database.clearAgenda();
        database.change(
                em -> em.createNativeQuery("delete from crm.mail_template").executeUpdate());
        edition = database.published("NOORD", aCourse().titled("Astma {nieuw}").wish());
        jansen = person();
    }

    @Test
    void the_confirmation_is_told_in_the_organisers_own_words() {
        assertThat(confirmation().body()).contains("U bent ingeschreven voor de nascholing Astma {nieuw}");
        as(noord, texts -> texts.write(CONFIRMED, "nl", null, "Welkom bij {cursus}", BODY));

        MailText mail = confirmation();

        assertThat(mail.subject()).isEqualTo("Welkom bij Astma {nieuw}");
        assertThat(mail.body())
                .startsWith("Dag J. Jansen, tot ziens bij Astma {nieuw}: 03-11-2026 19:00")
                .contains("/enrolment/my-enrolments.xhtml?id=");
    }

    @Test
    void the_words_of_another_organisation_and_another_language_change_nothing() {
        as(zuid, texts -> texts.write(CONFIRMED, "nl", null, "Zuid", BODY));
        as(noord, texts -> texts.write(CONFIRMED, "en", null, "English", BODY));

        assertThat(confirmation().subject()).isEqualTo("Bevestiging: Astma {nieuw}");
        assertThat(with(noord, texts -> texts.detail(CONFIRMED, "nl")).own()).isFalse();
        assertThat(with(noord, texts -> texts.detail(CONFIRMED, "nl")).versions())
                .isEmpty();
    }

    @Test
    void a_word_that_nobody_can_fill_in_is_refused_by_its_name() {
        assertThatThrownBy(() -> as(noord, texts -> texts.write(CONFIRMED, "nl", null, "Welkom", BODY + " {kamer}")))
                .isInstanceOf(InvalidInputException.class)
                .satisfies(refusal -> assertThat(
                                ((InvalidInputException) refusal).arguments().get(0))
                        .isEqualTo("{kamer}"))
                .hasMessageContaining("mail-template-unknown");
        assertThatThrownBy(() -> as(noord, texts -> texts.write(CONFIRMED, "nl", null, "{plaats}", BODY)))
                .as("of another kind of mail")
                .hasMessageContaining("mail-template-unknown");
    }

    @Test
    void an_invitation_without_a_way_out_is_refused() {
        assertThatThrownBy(() ->
                        as(noord, texts -> texts.write("course-invitation", "nl", null, "Kom!", "Dag {naam}: {link}")))
                .satisfies(refusal -> assertThat(((InvalidInputException) refusal).arguments())
                        .containsExactly("{uitschrijven}"))
                .hasMessageContaining("mail-template-missing");
        as(noord, texts -> texts.write("course-invitation", "nl", null, "Kom!", "{Naam}: {link} {uitschrijven}"));
    }

    @Test
    void an_empty_text_is_refused() {
        assertThatThrownBy(() -> as(noord, texts -> texts.write(CONFIRMED, "nl", null, " ", BODY)))
                .hasMessageContaining("mail-template-empty");
        assertThatThrownBy(() -> as(noord, texts -> texts.write(CONFIRMED, "nl", null, "Welkom", "\n")))
                .hasMessageContaining("mail-template-empty");
    }

    @Test
    void back_to_the_shipped_text_keeps_what_was_written() {
        as(noord, texts -> texts.write(CONFIRMED, "nl", null, "Welkom", BODY));
        UUID base = with(noord, texts -> texts.detail(CONFIRMED, "nl")).base();
        as(noord, texts -> texts.backToShipped(CONFIRMED, "nl", base));

        TemplateDetail now = with(noord, texts -> texts.detail(CONFIRMED, "nl"));

        assertThat(now.own()).isFalse();
        assertThat(now.text()).isEqualTo(now.shipped());
        assertThat(now.text().body()).contains("{naam}", "{cursus}").doesNotContain("{name}");
        assertThat(now.versions()).hasSize(2);
        assertThat(now.versions().get(1).text()).isEqualTo(new MailText("Welkom", BODY));
        assertThat(confirmation().subject()).startsWith("Bevestiging");
    }

    @Test
    void of_two_who_change_the_same_text_the_second_sees_that_it_changed() {
        as(noord, texts -> texts.write(CONFIRMED, "nl", null, "Welkom", BODY));

        assertThatThrownBy(() -> as(noord, texts -> texts.write(CONFIRMED, "nl", null, "Anders", BODY)))
                .isInstanceOf(EditConflictException.class);
        assertThat(confirmation().subject()).isEqualTo("Welkom");
    }

    @Test
    void the_example_is_about_the_enrolment_that_came_in_last() {
        String none = with(noord, texts -> texts.preview(CONFIRMED, "nl", "{cursus}", BODY))
                .subject();
        assertThat(none).isEqualTo("[cursus]");
        enrol();

        MailText example = with(noord, texts -> texts.preview(CONFIRMED, "nl", "{cursus}", BODY));

        assertThat(example.subject()).isEqualTo("Astma {nieuw}");
        assertThat(example.body()).contains("J. Jansen");
        assertThat(with(zuid, texts -> texts.preview(CONFIRMED, "nl", "{cursus}", BODY))
                        .subject())
                .as("the data of another organisation are no example")
                .isEqualTo("[cursus]");
    }

    @Test
    void a_test_mail_goes_to_who_asks_for_it() {
        String address = with(noord, texts -> texts.sendTest(CONFIRMED, "nl", "Welkom", BODY));

        assertThat(address).isEqualTo("a@example.nl");
        assertThat(mails("test-mail")).containsExactly("a@example.nl [test] Welkom");
    }

    @Test
    void a_text_that_asks_for_what_a_mail_has_not_gives_way_to_the_shipped_one() {
        as(noord, texts -> texts.write(CONFIRMED, "nl", null, "Welkom", BODY));
        database.change(em -> em.createNativeQuery("update crm.mail_template set body = 'Dag {vanouds}'")
                .executeUpdate());

        assertThat(confirmation().subject()).startsWith("Bevestiging");
    }

    @Test
    void every_kind_of_mail_is_listed_and_its_shipped_text_passes_its_own_check() {
        List<TemplateLine> lines = with(noord, MailTemplates::list);

        assertThat(lines).hasSize(34).noneMatch(TemplateLine::own);
        for (TemplateLine line : lines) {
            TemplateDetail detail = with(noord, texts -> texts.detail(line.kind(), line.language()));
            MailText filled = with(
                    noord,
                    texts -> texts.preview(
                            line.kind(),
                            line.language(),
                            detail.text().subject(),
                            detail.text().body()));
            assertThat(filled.body()).as(line.kind()).doesNotContain("{");
        }
        assertThatThrownBy(() -> with(noord, texts -> texts.detail("password-reset", "nl")))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> with(noord, texts -> texts.detail(CONFIRMED, "fr")))
                .isInstanceOf(NotFoundException.class);
    }

    /** A place that is offered but never filled would be refused at the first mail. */
    @Test
    void every_place_that_is_offered_has_a_value() {
        enrol();
        MailForms forms = new EnrolmentForms();
        for (MailKind kind : MailKind.values()) {
            MailForm form = forms.forms().stream()
                    .filter(each -> each.kind().equals(kind.code()))
                    .findFirst()
                    .orElseThrow();
            Map<String, String> values = database.inTransaction(em -> {
                Enrolment enrolment = enrolment(em);
                return EnrolmentMail.values(
                        kind,
                        enrolment,
                        EditionFacts.of(em, enrolment.getEdition()),
                        new Addressee(1L, "x", "x@example.nl", "nl"),
                        new EnrolmentMail.Told(1, null, null, null, null, null));
            });
            assertThat(values.keySet())
                    .as(kind.name())
                    .containsAll(
                            form.places().stream().map(MailForm.Place::code).toList());
        }
    }

    // --- how it is done

    private MailText confirmation() {
        enrol();
        return database.inTransaction(em -> {
            Enrolment enrolment = enrolment(em);
            EnrolmentMails mails = wired(
                    new EnrolmentMails(),
                    em,
                    AgendaDatabase.CLOCK,
                    wired(new Messages(), em, AgendaDatabase.CLOCK),
                    wired(new MailTexts(), em));
            EditionFacts facts = mails.factsOf(enrolment.getEdition());
            mails.enrolled(
                    enrolment,
                    facts,
                    new Addressee(jansen, "J. Jansen", "j@example.nl", "nl"),
                    null,
                    new EnrolmentMails.Prepared(null, null));
            em.flush();
            Object[] row =
                    (Object[]) em.createNativeQuery("select subject, body from crm.message order by id desc limit 1")
                            .getSingleResult();
            return new MailText((String) row[0], (String) row[1]);
        });
    }

    private void enrol() {
        database.change(em -> {
            if (em.createQuery("select count(e) from Enrolment e", Long.class).getSingleResult() == 0) {
                Edition to = em.createQuery("select e from Edition e where e.uuid = :uuid", Edition.class)
                        .setParameter("uuid", edition)
                        .getSingleResult();
                Enrolment enrolment =
                        new Enrolment(to, em.find(Person.class, jansen), "j@example.nl", null, AgendaDatabase.NOW);
                enrolment.confirm(AgendaDatabase.NOW);
                em.persist(enrolment);
            }
        });
    }

    private static Enrolment enrolment(EntityManager em) {
        return em.createQuery("select e from Enrolment e", Enrolment.class).getSingleResult();
    }

    private static long person() {
        long number = ++numbers;
        database.change(em -> em.createNativeQuery("""
                        insert into crm.person (id, uuid, profession, display_name, email, created_at)
                        values (:id, gen_random_uuid(), 'GP', 'J. Jansen', 'j@example.nl', :now)""")
                .setParameter("id", number)
                .setParameter("now", AgendaDatabase.NOW)
                .executeUpdate());
        return number;
    }

    @SuppressWarnings("unchecked")
    private static List<String> mails(String kind) {
        return (List<String>) database.inTransaction(em -> em.createNativeQuery(
                        "select recipient || ' ' || subject from crm.message where kind = :kind", String.class)
                .setParameter("kind", kind)
                .getResultList());
    }

    private static void as(CurrentUser caller, Consumer<MailTemplates> work) {
        with(caller, texts -> {
            work.accept(texts);
            return null;
        });
    }

    private static <T> T with(CurrentUser caller, Function<MailTemplates, T> work) {
        return database.inTransaction(em -> work.apply(templates(em, caller)));
    }

    private static MailTemplates templates(EntityManager em, CurrentUser caller) {
        return wired(
                new MailTemplates(),
                em,
                AgendaDatabase.CLOCK,
                caller,
                wired(new Messages(), em, AgendaDatabase.CLOCK),
                wired(new AuditTrail(), em, AgendaDatabase.CLOCK, caller),
                new AllOf<>(Arrays.<MailForms>asList(wired(new EnrolmentForms(), em, AgendaDatabase.CLOCK))));
    }
}
