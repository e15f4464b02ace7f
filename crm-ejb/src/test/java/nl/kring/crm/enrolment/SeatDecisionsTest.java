package nl.kring.crm.enrolment;

import static nl.kring.crm.database.Wired.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import nl.kring.crm.agenda.EditionCancelled;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What staff decide about one enrolment, and who hears of it. */
class SeatDecisionsTest {

    private static final CurrentUser ORGANISER = staffOf(1L);

    private static SeatsDatabase seats;

    private long edition;

    @BeforeAll
    static void open() throws Exception {
        seats = new SeatsDatabase();
    }

    @AfterAll
    static void close() throws Exception {
        seats.close();
    }

    @BeforeEach
    void an_edition() {
        edition = seats.anEdition(1, true);
        seats.run("delete from crm.message");
    }

    @Test
    void a_request_is_approved_once_and_the_person_hears_of_it() {
        seats.terms(edition, "approval", true);
        UUID asked = enrolled();

        assertThat(as(ORGANISER, decisions -> decisions.approve(asked)).state()).isEqualTo(EnrolmentState.CONFIRMED);
        as(ORGANISER, decisions -> decisions.approve(asked));

        assertThat(mails()).containsExactly("enrolment-confirmed");
        assertThat(as(ORGANISER, decisions -> decisions.card(asked)).story())
                .extracting(EnrolmentEvent::what)
                .containsExactly("REQUESTED", "APPROVED");
    }

    @Test
    void the_story_tells_who_did_it() {
        seats.terms(edition, "approval", true);
        UUID asked = enrolled();
        long clerk = seats.number("select nextval('crm.entity_seq')");
        seats.run(
                "insert into crm.account (id, uuid, email, display_name, created_at) values (?, gen_random_uuid(), ?, 'Ria van de balie', ?)",
                clerk,
                "ria" + clerk + "@example.nl",
                SeatsDatabase.NOW);

        as(staffOf(1L, clerk), decisions -> decisions.approve(asked));

        assertThat(as(ORGANISER, decisions -> decisions.card(asked)).story())
                .extracting(EnrolmentEvent::what, EnrolmentEvent::by)
                .containsExactly(tuple("REQUESTED", null), tuple("APPROVED", "Ria van de balie"));
    }

    @Test
    void who_comes_instead_is_of_the_same_profession_and_both_hear_of_it() {
        UUID gone = enrolled();
        UUID nurse = person(Profession.PN);
        UUID colleague = person(Profession.GP);

        assertThatThrownBy(() -> as(ORGANISER, decisions -> decisions.replace(gone, nurse)))
                .isInstanceOf(EnrolmentRefused.OtherProfession.class);
        UUID successor =
                as(ORGANISER, decisions -> decisions.replace(gone, colleague)).uuid();

        assertThat(mails()).containsExactly("enrolment-replaced", "enrolment-confirmed");
        EnrolmentCard card = as(ORGANISER, decisions -> decisions.card(successor));
        assertThat(card.person()).isEqualTo(colleague);
        assertThat(card.story()).extracting(EnrolmentEvent::what).containsExactly("CAME_INSTEAD");
        assertThatThrownBy(() -> as(ORGANISER, decisions -> decisions.replace(gone, colleague)))
                .as("there is nothing left to pass on")
                .isInstanceOf(EnrolmentRefused.NoSeat.class);
    }

    @Test
    void why_staff_cancel_say_no_or_pass_on_stands_in_the_story() {
        seats.terms(edition, "approval", true);
        UUID asked = enrolled();
        UUID let = enrolled();
        UUID granted = enrolled();
        as(ORGANISER, decisions -> decisions.approve(granted));

        cancel(asked, " valt buiten de regio ");
        cancel(let, null);
        as(ORGANISER, decisions -> decisions.replace(granted, person(Profession.GP), "heeft dienst"));

        assertThat(story(asked)).containsExactly(tuple("REQUESTED", null), tuple("CANCELLED", "valt buiten de regio"));
        assertThat(story(let)).containsExactly(tuple("REQUESTED", null), tuple("CANCELLED", null));
        assertThat(story(granted))
                .containsExactly(tuple("REQUESTED", null), tuple("APPROVED", null), tuple("REPLACED", "heeft dienst"));
    }

    @Test
    void a_reason_that_cannot_be_kept_cancels_nothing() {
        UUID enrolment = enrolled();

        for (String reason : List.of("x".repeat(301), "BSN 111222333", "a\u0007b")) {
            assertThatThrownBy(() -> cancel(enrolment, reason)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() ->
                            as(ORGANISER, decisions -> decisions.replace(enrolment, person(Profession.GP), reason)))
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThat(seats.state(enrolment)).isEqualTo("CONFIRMED");
    }

    @Test
    void that_staff_say_who_pays_stands_in_the_story_once() {
        UUID enrolment = enrolled();
        Payer practice = new Payer(PayerKind.PRACTICE, null, "PO 7");

        for (Payer payer : List.of(Payer.SELF, practice, practice)) {
            as(ORGANISER, decisions -> {
                decisions.bill(enrolment, payer);
                return null;
            });
        }
        assertThat(story(enrolment)).containsExactly(tuple("CONFIRMED", null), tuple("PAYER_CHANGED", null));
        writeRow(enrolment, practice);
        assertThat(story(enrolment)).hasSize(2);
        writeRow(enrolment, null);
        assertThat(story(enrolment))
                .containsExactly(tuple("CONFIRMED", null), tuple("PAYER_CHANGED", null), tuple("PAYER_CHANGED", null));
    }

    @Test
    void what_the_organiser_says_of_a_cancelled_edition_stands_in_every_story() {
        UUID enrolment = enrolled();
        UUID waiting = enrolled();

        seats.inTransaction(em -> {
            made(EditionNews.class, em, SeatsDatabase.CLOCK, ORGANISER)
                    .cancelAll(new EditionCancelled(edition, "De spreker is ziek."));
            return null;
        });

        assertThat(story(enrolment))
                .containsExactly(tuple("CONFIRMED", null), tuple("EDITION_CANCELLED", "De spreker is ziek."));
        assertThat(story(waiting))
                .containsExactly(tuple("WAITLISTED", null), tuple("EDITION_CANCELLED", "De spreker is ziek."));
    }

    private static List<Tuple> story(UUID enrolment) {
        return as(ORGANISER, decisions -> decisions.card(enrolment)).story().stream()
                .map(event -> tuple(event.what(), event.reason()))
                .toList();
    }

    private static void cancel(UUID enrolment, String because) {
        seats.inTransaction(
                em -> made(Enrolments.class, em, SeatsDatabase.CLOCK, ORGANISER).cancel(enrolment, because));
    }

    private static void writeRow(UUID enrolment, Payer payer) {
        seats.inTransaction(em -> made(ParticipantDetails.class, em, SeatsDatabase.CLOCK, ORGANISER)
                .write(new ParticipantDetails.Edit(
                        enrolment,
                        em.createQuery("select e.version from Enrolment e where e.uuid = :uuid", Long.class)
                                .setParameter("uuid", enrolment)
                                .getSingleResult(),
                        payer,
                        null,
                        null)));
    }

    @Test
    void for_another_organisation_it_does_not_exist() {
        UUID enrolment = enrolled();
        CurrentUser other = staffOf(999L);

        for (Function<SeatDecisions, Object> act : List.<Function<SeatDecisions, Object>>of(
                decisions -> decisions.card(enrolment),
                decisions -> decisions.approve(enrolment),
                decisions -> decisions.replace(enrolment, person(Profession.GP)),
                decisions -> {
                    decisions.bill(enrolment, Payer.SELF);
                    return null;
                })) {
            assertThatThrownBy(() -> as(other, act)).isInstanceOf(NotFoundException.class);
        }
    }

    private UUID enrolled() {
        long person = seats.persons(1).get(0);
        seats.run("update crm.person set email = 'p' || id || '@example.nl' where id = ?", person);
        return seats.enrol(edition, person, null).enrolment().getUuid();
    }

    private static UUID person(Profession profession) {
        long person = seats.persons(1, profession).get(0);
        seats.run("update crm.person set email = 'p' || id || '@example.nl' where id = ?", person);
        return seats.inTransaction(
                em -> (UUID) em.createNativeQuery("select uuid from crm.person where id = " + person, UUID.class)
                        .getSingleResult());
    }

    @SuppressWarnings("unchecked")
    private static List<String> mails() {
        return seats.inTransaction(
                em -> (List<String>) em.createNativeQuery("select kind from crm.message order by id", String.class)
                        .getResultList());
    }

    private static <T> T as(CurrentUser caller, Function<SeatDecisions, T> work) {
        return seats.inTransaction(em -> {
            T result = work.apply(made(SeatDecisions.class, em, SeatsDatabase.CLOCK, caller));
            em.flush();
            return result;
        });
    }

    private static CurrentUser staffOf(Long organisation) {
        return staffOf(organisation, null);
    }

    private static CurrentUser staffOf(Long organisation, Long account) {
        Identity identity = new Identity(
                account, UUID.randomUUID(), "a@example.nl", "A", "nl", null, organisation, EnumSet.of(Role.STAFF));
        return new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return Optional.of(identity);
            }
        };
    }
}
