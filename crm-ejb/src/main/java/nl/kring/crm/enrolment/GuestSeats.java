package nl.kring.crm.enrolment;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.SeatCount;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.enrolment.price.Prices;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.Profession;

/**
 * The way to a seat for who has no account: the same rules and the same allocation as for a professional. That somebody may
 * ask is found out by {@link nl.kring.crm.enrolment.desk.GuestEnrolments}; reached from there alone.
 */
@Stateless
public class GuestSeats {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    @Inject
    private EnrolmentMails mails;

    @Inject
    private Prices prices;

    /**
     * What a course asks of who enrols.
     *
     * @param prerequisites what one has to know or have done, to be agreed to; null when nothing is asked
     * @param registers that count its points by numbers of their own
     */
    public record Asked(List<Question> questions, String prerequisites, List<Register> registers) {}

    /**
     * A quality register that counts the points of a course.
     *
     * @param code of the scheme
     * @param professions whose points it counts
     */
    public record Register(String code, String name, List<Profession> professions) implements Serializable {}

    /**
     * What is asked of a guest.
     *
     * @throws NotFoundException there is no such edition
     */
    @PermitAll
    public Asked asked(UUID editionUuid) {
        Edition edition = edition(editionUuid);
        return new Asked(
                CourseQuestions.asked(em, edition.getCourse().getId()).stream()
                        .map(CourseQuestion::asQuestion)
                        .toList(),
                NeededNumbers.asksPrerequisites(em, edition) ? NeededNumbers.prerequisites(em, edition) : null,
                NeededNumbers.counting(em, edition));
    }

    /**
     * Refuses what everybody can know beforehand: that nobody can enrol, or not with that profession, or not without an answer.
     *
     * @throws NotFoundException there is no such edition
     * @throws InvalidInputException a question that has to be answered is not, or an answer cannot be kept
     * @throws EnrolmentRefused a rule says no
     */
    @PermitAll
    public void check(UUID editionUuid, Profession profession, Map<UUID, String> answers, boolean meetsPrerequisites) {
        Edition edition = edition(editionUuid);
        boolean full = em.find(SeatCount.class, edition.getId()).isFull();
        EnrolmentPolicy.check(EnrolmentPolicy.Request.of(edition, profession, false, false, full, clock.instant()));
        new Drawing(em, clock).requireBegun(edition);
        details(edition, answers, meetsPrerequisites);
    }

    private EnrolmentDetails details(Edition edition, Map<UUID, String> answers, boolean meetsPrerequisites) {
        if (!meetsPrerequisites && NeededNumbers.asksPrerequisites(em, edition)) {
            throw new InvalidInputException("enrolment-prerequisites");
        }
        EnrolmentWish wish = new EnrolmentWish(null, null, null, answers, Map.of(), null, null);
        return new EnrolmentDetails(
                em, CourseQuestions.asked(em, edition.getCourse().getId()), wish, true);
    }

    /** What a guest with that profession would pay, in cents. */
    @PermitAll
    public int price(UUID editionUuid, Profession profession) {
        return prices.quoteGuest(edition(editionUuid), profession);
    }

    /**
     * Enrols somebody who was just put into the register, and mails what came of it to the address that was confirmed.
     *
     * @param language {@code nl} or {@code en}
     * @throws NotFoundException there is no such edition or person
     * @throws InvalidInputException as {@link #check}, when the course asks more by now
     * @throws EnrolmentRefused a rule says no
     */
    @PermitAll
    public EnrolmentAnswer enrol(
            UUID editionUuid,
            UUID personUuid,
            String email,
            String language,
            Map<UUID, String> answers,
            boolean meetsPrerequisites) {
        Edition edition = edition(editionUuid);
        EnrolmentDetails details = details(edition, answers, meetsPrerequisites);
        Person person = em.createQuery("select p from Person p where p.uuid = :uuid", Person.class)
                .setParameter("uuid", personUuid)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        EditionFacts facts = mails.factsOf(edition);
        Addressee addressee = new Addressee(person.getId(), person.getDisplayName(), email, language);
        Enrolment wanted = new Enrolment(edition, person, email, null, clock.instant());
        wanted.freeze(prices.freeze(edition, person, PriceWish.NONE));
        EnrolmentMails.Prepared prepared = mails.prepare(wanted, facts, addressee);

        SeatAllocation seats = new SeatAllocation(em, clock);
        Enrolment made = seats.allot(wanted, new SeatAllocation.Claim(null, null, false, null))
                .enrolment();
        details.keep(made);
        Integer position = seats.positionOf(made);
        audit.record(
                "enrolment." + made.getState().name().toLowerCase(Locale.ROOT),
                made.getUuid(),
                "edition " + edition.getUuid() + " guest " + person.getUuid());
        mails.enrolled(made, facts, addressee, position, prepared);
        return new EnrolmentAnswer(made.getUuid(), made.getState(), position);
    }

    /**
     * How the enrolment of a guest stands. For who holds the link that it was confirmed with.
     *
     * @throws NotFoundException there is none
     */
    @PermitAll
    public EnrolmentAnswer answer(UUID enrolment) {
        Enrolment made = new EnrolmentLists(em, clock).enrolment(enrolment).orElseThrow(NotFoundException::new);
        return new EnrolmentAnswer(enrolment, made.getState(), new SeatAllocation(em, clock).positionOf(made));
    }

    private Edition edition(UUID uuid) {
        return new EnrolmentLists(em, clock)
                .edition(uuid)
                .filter(found -> !found.isInCompany())
                .orElseThrow(NotFoundException::new);
    }
}
