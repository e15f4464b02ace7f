package nl.kring.crm.enrolment.mailing;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.communication.mailing.MailingDesk;
import nl.kring.crm.communication.mailing.MailingLine;
import nl.kring.crm.communication.mailing.MailingPurpose;
import nl.kring.crm.communication.mailing.Mailings;
import nl.kring.crm.communication.mailing.OptOuts;
import nl.kring.crm.communication.mailing.Outcome;
import nl.kring.crm.communication.mailing.Recipient;
import nl.kring.crm.communication.template.MailForms;
import nl.kring.crm.communication.template.MailTemplates;
import nl.kring.crm.database.AllOf;
import nl.kring.crm.database.Told;
import nl.kring.crm.enrolment.FormsOfEnrolment;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.jobs.Jobs;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets a letter to many, who does not and why, and that nobody gets it twice. */
class CourseMailingsTest {

    private static final Pattern LINK = Pattern.compile("unsubscribe\\.xhtml\\?token=(\\S+)");

    private static AgendaDatabase database;
    private static CurrentUser noord;
    private static CurrentUser zuid;
    private static long numbers = 90_000;

    private UUID edition;

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
    void a_course_for_gps() {
        database.clearAgenda();
        database.change(em -> {
            run(em, "delete from crm.membership");
            run(em, "delete from crm.affiliation");
            run(em, "delete from crm.account");
            run(em, "delete from crm.job");
            run(em, "delete from crm.person");
        });
        edition = database.published(
                "NOORD",
                aCourse().titled("Astma").meantFor(Profession.GP).seats(5).wish());
    }

    @Test
    void whom_it_is_meant_for_is_invited_and_all_others_hear_nothing() {
        long gp = person("GP", "a@example.nl");
        person("PN_SOMATIC", "poh@example.nl");

        assertThat(outcomes(invitation())).containsExactly(Map.entry(gp, Outcome.MAIL));
    }

    @Test
    void who_comes_waits_or_has_a_seat_in_a_repeat_is_not_invited() {
        long comes = person("GP", "a@example.nl");
        long waits = person("GP", "b@example.nl");
        long elsewhere = person("GP", "c@example.nl");
        long cancelled = person("GP", "d@example.nl");
        long waitsElsewhere = person("GP", "e@example.nl");
        UUID repeat = repeated();
        enrolled(edition, comes, "CONFIRMED");
        enrolled(edition, waits, "WAITLISTED");
        enrolled(repeat, elsewhere, "CONFIRMED");
        enrolled(edition, cancelled, "CANCELLED");
        enrolled(repeat, waitsElsewhere, "WAITLISTED");

        assertThat(outcomes(invitation()))
                .containsOnly(
                        Map.entry(comes, Outcome.ENROLLED),
                        Map.entry(waits, Outcome.WAITING),
                        Map.entry(elsewhere, Outcome.ELSEWHERE),
                        Map.entry(cancelled, Outcome.MAIL),
                        Map.entry(waitsElsewhere, Outcome.MAIL));
    }

    @Test
    void an_address_of_several_gets_one_mail_that_names_nobody() {
        person("GP", "praktijk@example.nl", "Bakker");
        person("GP", " Praktijk@Example.nl", "Aalders");
        long marked = person("GP", "info@example.nl", "Cramer");
        database.change(em -> run(em, "update crm.person set email_shared = true where id = " + marked));
        person("GP", "eigen@example.nl", "Dekker");

        MailingPreview preview = with(noord, all -> all.preview(invitation()));
        send(invitation());

        assertThat(preview.mails()).isEqualTo(3);
        assertThat(preview.shared()).isEqualTo(2);
        assertThat(preview.others()).containsExactly(new MailingPreview.Count(Outcome.SAME_ADDRESS, 1));
        assertThat(mails()).hasSize(3);
        assertThat(mails().get("praktijk@example.nl"))
                .contains("Beste collega,")
                .doesNotContain("Bakker")
                .doesNotContain("Aalders");
        assertThat(mails().get("info@example.nl")).contains("Beste collega,").doesNotContain("Cramer");
        assertThat(mails().get("eigen@example.nl")).contains("Beste Dekker,");
        assertThat(count("select count(*) from crm.message where person_id is not null"))
                .as("a mail to several is about nobody")
                .isEqualTo(1);
    }

    @Test
    void who_shares_a_mailbox_with_somebody_who_comes_is_invited_without_a_name() {
        long comes = person("GP", "praktijk@example.nl", "Bakker");
        person("GP", "praktijk@example.nl", "Aalders");
        enrolled(edition, comes, "CONFIRMED");

        send(invitation());

        assertThat(mails().get("praktijk@example.nl")).contains("Beste collega,");
    }

    @Test
    void the_address_of_an_account_goes_before_that_of_the_register_and_no_address_is_told() {
        long gp = person("GP", "praktijk@example.nl");
        database.change(em -> run(
                em,
                "insert into crm.account (id, uuid, email, display_name, person_id, created_at) values (" + (++numbers)
                        + ", gen_random_uuid(), 'Eigen@example.nl', 'x', " + gp + ", now())"));
        long none = person("GP", null);
        long nonsense = person("GP", "geen adres");

        assertThat(recipients(invitation()))
                .extracting(Recipient::personId, Recipient::address, Recipient::outcome)
                .containsOnly(
                        tuple(gp, "eigen@example.nl", Outcome.MAIL),
                        tuple(none, null, Outcome.NO_ADDRESS),
                        tuple(nonsense, null, Outcome.NO_ADDRESS));
    }

    @Test
    void a_selection_narrows_by_profession_municipality_and_membership() {
        edition = database.published("NOORD", aCourse().titled("Voor allen").wish());
        long gp = person("GP", "a@example.nl");
        long member = person("GP", "b@example.nl");
        long throughPractice = person("GP", "c@example.nl");
        long former = person("GP", "d@example.nl");
        long nurse = person("PN_SOMATIC", "e@example.nl");
        database.change(em -> {
            run(em, "update crm.person set municipality = 'Almelo' where id in (" + gp + ", " + nurse + ")");
            run(em, membership("person_id", member, "null", "null"));
            run(em, membership("person_id", former, "null", "date '2026-08-31'"));
            long practice = ++numbers;
            run(
                    em,
                    "insert into crm.organisation (id, uuid, name, kind, created_at) values (" + practice
                            + ", gen_random_uuid(), 'Praktijk', 'PRACTICE', now())");
            run(em, membership("holder_id", practice, "null", "null"));
            run(
                    em,
                    "insert into crm.affiliation (id, uuid, person_id, organisation_id, role, created_at) values ("
                            + (++numbers) + ", gen_random_uuid(), " + throughPractice + ", " + practice
                            + ", 'PRACTICE_OWNER', now())");
        });

        assertThat(outcomes(with(new Selection(Set.of(Profession.PN_SOMATIC), null, null, false, false, false))))
                .containsOnlyKeys(nurse);
        assertThat(outcomes(with(new Selection(Set.of(), "Almelo", null, false, false, false))))
                .containsOnlyKeys(gp, nurse);
        assertThat(outcomes(with(new Selection(Set.of(), null, null, true, false, false))))
                .as("members of the organiser")
                .containsOnlyKeys(member, throughPractice);
        UUID north = database.inTransaction(
                em -> AgendaDatabase.organiser(em, "NOORD").getUuid());
        assertThat(outcomes(with(new Selection(Set.of(), null, north, false, false, false))))
                .containsOnlyKeys(member, throughPractice);
    }

    @Test
    void the_same_letter_is_sent_once_and_a_second_letter_leaves_out_who_was_invited() {
        person("GP", "a@example.nl");
        MailingWish wish = invitation();
        send(wish);
        send(wish);
        assertThat(mails()).hasSize(1);
        assertThat(count("select count(*) from crm.message")).isEqualTo(1);
        assertThat(count("select count(*) from crm.mailing")).isEqualTo(1);

        long late = person("GP", "laat@example.nl");
        assertThat(outcomes(invitation())).containsEntry(late, Outcome.MAIL).containsValue(Outcome.INVITED);
        send(invitation());
        assertThat(count("select count(*) from crm.message")).isEqualTo(2);

        assertThat(outcomes(with(Selection.ALL.invitedAgain()))).containsOnlyKeys(late, late - 1);
        assertThat(outcomes(with(Selection.ALL.invitedAgain())).values()).containsOnly(Outcome.MAIL);
    }

    @Test
    void of_two_colleagues_who_invite_at_the_same_moment_one_invites() throws Exception {
        for (int i = 0; i < 20; i++) {
            person("GP", "gp" + i + "@example.nl");
        }
        ExecutorService colleagues = Executors.newFixedThreadPool(4);
        List<Callable<Boolean>> tries = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            MailingWish wish = invitation();
            tries.add(() -> {
                try {
                    as(noord, all -> all.send(wish));
                    return true;
                } catch (InvalidInputException nobodyIsLeft) {
                    return false;
                }
            });
        }
        long sent = 0;
        for (var each : colleagues.invokeAll(tries)) {
            sent += each.get() ? 1 : 0;
        }
        colleagues.shutdown();

        assertThat(sent).isEqualTo(1);
        assertThat(count("select count(*) from crm.mailing_recipient where outcome = 'MAIL'"))
                .isEqualTo(20);
    }

    @Test
    void a_job_that_is_started_again_goes_on_where_it_was() {
        for (int i = 0; i < 5; i++) {
            person("GP", "gp" + i + "@example.nl");
        }
        MailingWish wish = invitation();
        as(noord, all -> all.send(wish));
        write(wish.uuid(), 2);
        assertThat(line(wish).written()).isEqualTo(2);
        assertThat(line(wish).finishedAt()).isNull();
        for (int i = 0; i < 5; i++) {
            write(wish.uuid(), 2);
        }

        assertThat(count("select count(*) from crm.message")).isEqualTo(5);
        assertThat(line(wish).finishedAt()).isEqualTo(AgendaDatabase.NOW);
        assertThat(line(wish).percent()).isEqualTo(100);
    }

    @Test
    void one_address_gets_one_mail_of_a_mailing_whatever_is_written() {
        long gp = person("GP", "a@example.nl");
        send(invitation());

        assertThatThrownBy(() -> database.change(em -> run(
                        em,
                        "insert into crm.mailing_recipient (mailing_id, person_id, name, address, outcome) select id, "
                                + gp + ", 'x', 'a@example.nl', 'MAIL' from crm.mailing")))
                .hasStackTraceContaining("mailing_once");
    }

    @Test
    void a_mailing_that_is_stopped_writes_no_more() {
        for (int i = 0; i < 5; i++) {
            person("GP", "gp" + i + "@example.nl");
        }
        MailingWish wish = invitation();
        as(noord, all -> all.send(wish));
        write(wish.uuid(), 2);
        database.change(em -> mailings(em, noord).stop(wish.uuid()));
        write(wish.uuid(), 2);

        assertThat(count("select count(*) from crm.message")).isEqualTo(2);
        assertThat(line(wish).underWay()).isFalse();
    }

    @Test
    void who_wants_no_more_invitations_says_so_by_the_link_of_the_mail() {
        long gp = person("GP", "a@example.nl");
        send(invitation());
        String token = token(mails().get("a@example.nl"));
        assertThat(count("select count(*) from crm.message where unsubscribe like '%/communication/stop?token=" + token
                        + "'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from crm.mailing_recipient where token_hash is not null"))
                .isEqualTo(1);

        assertThat(optOuts(all -> all.shown(token)).stopped())
                .as("looking changes nothing")
                .isEmpty();
        stop(token, false);
        stop(token, false);

        assertThat(outcomes(with(Selection.ALL.invitedAgain()))).containsExactly(Map.entry(gp, Outcome.OPTED_OUT));
        assertThat(outcomes(news())).as("news is another matter").containsExactly(Map.entry(gp, Outcome.MAIL));
        enrolled(edition, gp, "CONFIRMED");
        assertThat(outcomes(toParticipants()))
                .as("what belongs to an enrolment goes on")
                .containsExactly(Map.entry(gp, Outcome.MAIL));

        stop(token, true);
        assertThat(outcomes(news())).containsExactly(Map.entry(gp, Outcome.OPTED_OUT));
        database.change(em -> optOuts(em).resume(token));
        assertThat(outcomes(news())).containsExactly(Map.entry(gp, Outcome.MAIL));
    }

    @Test
    void an_opt_out_counts_for_one_organisation() {
        long gp = person("GP", "a@example.nl");
        send(invitation());
        stop(token(mails().get("a@example.nl")), true);

        MailingWish fromZuid = wish(MailingPurpose.SELECTION, null, Selection.ALL);
        Map<Long, Outcome> outcomes = with(zuid, all -> all.recipients(fromZuid)).stream()
                .collect(Collectors.toMap(Recipient::personId, Recipient::outcome));
        assertThat(outcomes).containsExactly(Map.entry(gp, Outcome.MAIL));
    }

    @Test
    void what_the_sheet_of_participants_shows_is_who_gets_the_letter() {
        long comes = person("GP", "a@example.nl", "Bakker");
        long waits = person("GP", "b@example.nl", "Bakker-Jansen");
        long other = person("PN_SOMATIC", "c@example.nl", "Cramer");
        long gone = person("GP", "d@example.nl", "Bakkers");
        enrolled(edition, comes, "CONFIRMED");
        enrolled(edition, waits, "WAITLISTED");
        enrolled(edition, other, "CONFIRMED");
        enrolled(edition, gone, "CANCELLED");

        assertThat(outcomes(shown(Set.of(), null, null))).containsOnlyKeys(comes, waits, other);
        assertThat(outcomes(shown(Set.of(), null, "bakker"))).containsOnlyKeys(comes, waits);
        assertThat(outcomes(shown(Set.of(), "CONFIRMED", "bakker"))).containsOnlyKeys(comes);
        assertThat(outcomes(shown(Set.of(Profession.PN_SOMATIC), null, null))).containsOnlyKeys(other);
        assertThat(outcomes(shown(Set.of(), null, "niemand")))
                .as("nobody is not everybody")
                .isEmpty();
    }

    private MailingWish shown(Set<Profession> professions, String state, String name) {
        Selection selection =
                new Selection(professions, null, null, false, false, false, new Selection.Sheet(state, name));
        return wish(MailingPurpose.PARTICIPANTS, edition, selection);
    }

    @Test
    void a_professional_chooses_on_the_own_page_whose_invitations_come() {
        long gp = person("GP", "a@example.nl");
        CurrentUser himself = acting(gp);
        assertThat(invitationsOf(himself)).extracting(OptOuts.InvitedBy::wanted).containsOnly(true);
        UUID south = database.inTransaction(
                em -> AgendaDatabase.organiser(em, "ZUID").getUuid());

        database.change(em -> optOuts(em, himself).inviteMe(Set.of(south)));

        assertThat(invitationsOf(himself))
                .filteredOn(OptOuts.InvitedBy::wanted)
                .extracting(OptOuts.InvitedBy::organisation)
                .containsExactly(south);
        assertThat(outcomes(invitation())).containsExactly(Map.entry(gp, Outcome.OPTED_OUT));
        assertThat(outcomes(news())).as("news is another matter").containsExactly(Map.entry(gp, Outcome.MAIL));

        UUID north = database.inTransaction(
                em -> AgendaDatabase.organiser(em, "NOORD").getUuid());
        database.change(em -> optOuts(em, himself).inviteMe(Set.of(south, north)));
        assertThat(outcomes(invitation())).containsExactly(Map.entry(gp, Outcome.MAIL));
    }

    private static List<OptOuts.InvitedBy> invitationsOf(CurrentUser caller) {
        return database.inTransaction(em -> optOuts(em, caller).invitations());
    }

    private static CurrentUser acting(long person) {
        Identity identity = new Identity(
                person, UUID.randomUUID(), "a@example.nl", "A", "nl", person, null, EnumSet.of(Role.PROFESSIONAL));
        return new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return Optional.of(identity);
            }
        };
    }

    private static OptOuts optOuts(EntityManager em, CurrentUser caller) {
        return wired(new OptOuts(), em, AgendaDatabase.CLOCK, caller, audit(em, caller));
    }

    @Test
    void a_shared_mailbox_is_stopped_as_a_mailbox() {
        person("GP", "praktijk@example.nl");
        person("GP", "praktijk@example.nl");
        send(invitation());
        stop(token(mails().get("praktijk@example.nl")), false);

        assertThat(outcomes(with(Selection.ALL.invitedAgain())).values()).containsOnly(Outcome.OPTED_OUT);
    }

    @Test
    void a_link_that_was_never_given_opens_nothing() {
        assertThatThrownBy(() -> stop("onbekend", true)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> stop(null, true)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void an_address_that_refused_a_mail_for_good_is_left_out() {
        long gp = person("GP", "a@example.nl");
        send(invitation());
        database.change(em -> run(em, "update crm.message set bounce = '550 no such user', bounced_at = now()"));

        assertThat(outcomes(with(Selection.ALL.invitedAgain()))).containsExactly(Map.entry(gp, Outcome.BOUNCED));
        database.change(em -> run(em, "update crm.person set email = 'nieuw@example.nl' where id = " + gp));
        assertThat(outcomes(with(Selection.ALL.invitedAgain()))).containsExactly(Map.entry(gp, Outcome.MAIL));
    }

    @Test
    void a_letter_to_those_who_come_needs_no_way_out_and_reaches_also_who_wants_no_invitations() {
        long gp = person("GP", "a@example.nl");
        long waits = person("GP", "b@example.nl");
        enrolled(edition, gp, "CONFIRMED");
        enrolled(edition, waits, "WAITLISTED");
        MailingWish wish = new MailingWish(
                UUID.randomUUID(),
                MailingPurpose.PARTICIPANTS,
                edition,
                Selection.ALL,
                "Over {cursus}",
                "Beste {naam}, neem oude kleren mee.");
        send(wish);

        assertThat(mails()).containsOnlyKeys("a@example.nl");
        assertThat(mails().get("a@example.nl")).startsWith("Beste Persoon");
        assertThat(count("select count(*) from crm.message where unsubscribe is null and subject = 'Over Astma'"))
                .isEqualTo(1);
    }

    @Test
    void everybody_gets_the_letter_in_the_language_that_he_or_she_chose_else_in_dutch() {
        account(person("GP", "english@example.nl"), "en");
        account(person("GP", "dutch@example.nl"), "nl");
        person("GP", "none@example.nl");
        account(person("GP", "practice@example.nl"), "en");
        person("GP", "practice@example.nl");
        MailingWish dutch = invitation();
        var text = with(noord, all -> all.englishBeginning(MailingPurpose.INVITATION));
        MailingWish both = new MailingWish(
                dutch.uuid(),
                dutch.purpose(),
                dutch.edition(),
                dutch.selection(),
                dutch.subject(),
                dutch.body(),
                text.subject(),
                text.body());

        MailingPreview preview = with(noord, all -> all.preview(both));
        assertThat(preview.mails()).isEqualTo(4);
        assertThat(preview.english()).isEqualTo(1);
        assertThat(preview.text().body()).startsWith("Beste ");
        assertThat(preview.englishText().body()).startsWith("Dear ");
        send(both);

        assertThat(mails().get("english@example.nl")).startsWith("Dear ").contains("Astma");
        for (String address : List.of("dutch@example.nl", "none@example.nl", "practice@example.nl")) {
            assertThat(mails().get(address)).as(address).startsWith("Beste ");
        }
        assertThat(line(both).englishSubject()).isNotBlank();
    }

    @Test
    void without_an_english_text_who_chose_english_gets_the_dutch_one() {
        account(person("GP", "english@example.nl"), "en");

        MailingPreview preview = with(noord, all -> all.preview(invitation()));
        assertThat(preview.english()).isEqualTo(1);
        assertThat(preview.englishText()).isNull();
        send(invitation());

        assertThat(mails().get("english@example.nl")).startsWith("Beste ");
    }

    @Test
    void an_english_text_without_the_way_out_is_refused_as_a_dutch_one_is() {
        account(person("GP", "english@example.nl"), "en");
        MailingWish dutch = invitation();

        for (String body : new String[] {"Dear {naam}, come.", ""}) {
            MailingWish wrong = new MailingWish(
                    dutch.uuid(),
                    dutch.purpose(),
                    dutch.edition(),
                    dutch.selection(),
                    dutch.subject(),
                    dutch.body(),
                    "Come",
                    body);
            assertThatThrownBy(() -> send(wrong)).isInstanceOf(InvalidInputException.class);
        }
    }

    private static void account(long person, String language) {
        database.change(em -> run(em, """
                insert into crm.account (id, uuid, email, display_name, language, active, person_id, created_at)
                select %d, gen_random_uuid(), p.email, p.display_name, '%s', true, p.id, now()
                  from crm.person p where p.id = %d""".formatted(++numbers, language, person)));
    }

    @Test
    void a_title_with_braces_is_left_as_it_is() {
        edition = database.published(
                "NOORD", aCourse().titled("Astma {oud} en {nieuw}").wish());
        person("GP", "a@example.nl");
        send(invitation());

        assertThat(mails().get("a@example.nl")).contains("de nascholing Astma {oud} en {nieuw}.");
    }

    @Test
    void what_cannot_be_sent_is_refused() {
        assertThatThrownBy(() -> send(invitation())).hasMessageContaining("mailing-nobody");
        person("GP", "a@example.nl");
        MailingWish noWayOut = new MailingWish(
                UUID.randomUUID(), MailingPurpose.INVITATION, edition, Selection.ALL, "Kom", "{naam} {link}");
        assertThatThrownBy(() -> send(noWayOut)).hasMessageContaining("mail-template-missing");
        assertThatThrownBy(() -> with(zuid, all -> all.preview(invitation()))).isInstanceOf(NotFoundException.class);
        UUID draft = database.draft("NOORD", aCourse().wish());
        MailingWish early = wish(MailingPurpose.INVITATION, draft, Selection.ALL);
        assertThatThrownBy(() -> with(noord, all -> all.preview(early))).hasMessageContaining("mailing-not-open");
    }

    @Test
    void another_organisation_sees_nothing_of_a_mailing() {
        person("GP", "a@example.nl");
        MailingWish wish = invitation();
        send(wish);

        List<MailingLine> seen = database.inTransaction(em -> mailings(em, zuid).list());
        assertThat(seen).isEmpty();
        for (Consumer<Mailings> look : List.<Consumer<Mailings>>of(
                all -> all.get(wish.uuid()), all -> all.recipients(wish.uuid()), all -> all.stop(wish.uuid()))) {
            assertThatThrownBy(() -> database.change(em -> look.accept(mailings(em, zuid))))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void a_newsletter_gets_each_address_once_without_those_who_want_none() {
        person("GP", "praktijk@example.nl", "Bakker");
        person("GP", "praktijk@example.nl", "Aalders");
        long stopped = person("GP", "stop@example.nl");
        long own = person("GP", "eigen@example.nl", "=Dekker");
        database.change(em -> run(em, "update crm.person set workplace = 'Praktijk Oost' where id = " + own));
        UUID who = database.inTransaction(
                em -> (UUID) em.createNativeQuery("select uuid from crm.person where id = " + stopped)
                        .getSingleResult());
        database.change(em -> optOuts(em).say(who, Set.of(MailingPurpose.SELECTION)));

        List<NewsletterLine> lines = with(noord, all -> all.newsletter(Selection.ALL));
        assertThat(lines)
                .containsExactlyInAnyOrder(
                        new NewsletterLine("", "praktijk@example.nl", null, null),
                        new NewsletterLine("=Dekker", "eigen@example.nl", Profession.GP, "Praktijk Oost"));
    }

    // --- how it is done

    private MailingWish invitation() {
        return with(Selection.ALL);
    }

    private MailingWish with(Selection selection) {
        return wish(MailingPurpose.INVITATION, edition, selection);
    }

    private static MailingWish news() {
        return wish(MailingPurpose.SELECTION, null, Selection.ALL);
    }

    private MailingWish toParticipants() {
        return wish(MailingPurpose.PARTICIPANTS, edition, Selection.ALL);
    }

    private static MailingWish wish(MailingPurpose purpose, UUID edition, Selection selection) {
        var text = with(noord, all -> all.beginning(purpose));
        return new MailingWish(UUID.randomUUID(), purpose, edition, selection, text.subject(), text.body());
    }

    private static void send(MailingWish wish) {
        as(noord, all -> all.send(wish));
        write(wish.uuid(), 100);
    }

    private static void write(UUID mailing, int most) {
        database.change(em -> wired(
                        new MailingDesk(), em, AgendaDatabase.CLOCK, wired(new Messages(), em, AgendaDatabase.CLOCK))
                .write(mailing, most));
    }

    private static MailingLine line(MailingWish wish) {
        return database.inTransaction(em -> mailings(em, noord).get(wish.uuid()));
    }

    private static List<Recipient> recipients(MailingWish wish) {
        return with(noord, all -> all.recipients(wish));
    }

    private static Map<Long, Outcome> outcomes(MailingWish wish) {
        return recipients(wish).stream().collect(Collectors.toMap(Recipient::personId, Recipient::outcome));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> mails() {
        return database.inTransaction(em -> ((List<Object[]>)
                        em.createNativeQuery("select recipient, body from crm.message")
                                .getResultList())
                .stream().collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1])));
    }

    private static String token(String body) {
        Matcher found = LINK.matcher(body);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static void stop(String token, boolean all) {
        database.change(em -> optOuts(em).stop(token, all));
    }

    private static <T> T optOuts(Function<OptOuts, T> work) {
        return database.inTransaction(em -> work.apply(optOuts(em)));
    }

    private static OptOuts optOuts(EntityManager em) {
        return wired(new OptOuts(), em, AgendaDatabase.CLOCK, noord, audit(em, noord));
    }

    private static long count(String sql) {
        return database.inTransaction(em -> ((Number) em.createNativeQuery(sql).getSingleResult()).longValue());
    }

    private static long person(String profession, String email) {
        return person(profession, email, "Persoon " + (numbers + 1));
    }

    private static long person(String profession, String email, String name) {
        long number = ++numbers;
        database.change(em -> em.createNativeQuery("""
                        insert into crm.person (id, uuid, profession, display_name, sort_name, email, created_at)
                        values (:id, gen_random_uuid(), :profession, :name, :name, cast(:email as text), :now)""")
                .setParameter("id", number)
                .setParameter("profession", profession)
                .setParameter("name", name)
                .setParameter("email", email)
                .setParameter("now", AgendaDatabase.NOW)
                .executeUpdate());
        return number;
    }

    private UUID repeated() {
        UUID other = database.published("NOORD", aCourse().titled("Herhaling").wish());
        database.change(em -> em.createNativeQuery("""
                        update crm.edition set course_id = (select course_id from crm.edition where uuid = :first)
                         where uuid = :other""")
                .setParameter("first", edition)
                .setParameter("other", other)
                .executeUpdate());
        return other;
    }

    private static void enrolled(UUID edition, long person, String state) {
        database.change(em -> em.createNativeQuery("""
                        insert into crm.enrolment (id, uuid, edition_id, person_id, state, waiting_place, price_cents, enrolled_at)
                        select :id, gen_random_uuid(), e.id, :person, :state,
                               case when :state = 'WAITLISTED' then cast(:id as integer) end, 0, :now
                          from crm.edition e where e.uuid = :edition""")
                .setParameter("id", ++numbers)
                .setParameter("person", person)
                .setParameter("state", state)
                .setParameter("edition", edition)
                .setParameter("now", AgendaDatabase.NOW)
                .executeUpdate());
    }

    private static String membership(String column, long of, String from, String to) {
        return "insert into crm.membership (id, uuid, " + column
                + ", organisation_id, kind, valid_from, valid_to, created_at)"
                + " select " + (++numbers) + ", gen_random_uuid(), " + of + ", o.id, 'MEMBER', " + from + ", " + to
                + ", now() from crm.organisation o where o.code = 'NOORD'";
    }

    private static void run(EntityManager em, String sql) {
        em.createNativeQuery(sql).executeUpdate();
    }

    private static void as(CurrentUser caller, Consumer<CourseMailings> work) {
        with(caller, all -> {
            work.accept(all);
            return null;
        });
    }

    private static <T> T with(CurrentUser caller, Function<CourseMailings, T> work) {
        return database.inTransaction(em -> work.apply(wired(
                new CourseMailings(),
                em,
                AgendaDatabase.CLOCK,
                caller,
                AgendaDatabase.editions(em, caller),
                mailings(em, caller),
                wired(
                        new MailTemplates(),
                        em,
                        AgendaDatabase.CLOCK,
                        caller,
                        new AllOf<MailForms>(List.of(FormsOfEnrolment.made(em)))))));
    }

    private static Mailings mailings(EntityManager em, CurrentUser caller) {
        return wired(
                new Mailings(),
                em,
                AgendaDatabase.CLOCK,
                caller,
                audit(em, caller),
                wired(new Jobs(), em, AgendaDatabase.CLOCK, new Told(news -> {})));
    }

    private static AuditTrail audit(EntityManager em, CurrentUser caller) {
        return wired(new AuditTrail(), em, AgendaDatabase.CLOCK, caller);
    }
}
