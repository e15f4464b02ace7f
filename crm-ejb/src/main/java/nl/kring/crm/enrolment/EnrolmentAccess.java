package nl.kring.crm.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;
import nl.kring.crm.agenda.CompanyStaff;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Person;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;

/** Whose enrolments the caller may see and change; what is not his or hers is not there. */
@Dependent
class EnrolmentAccess {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private CompanyStaff companies;

    /** A draft exists for its organiser alone, an edition for the staff of some for those and the organiser. */
    Edition visible(UUID uuid) {
        return lists().edition(uuid)
                .filter(found -> manages(found) || found.isPublic() && companies.admitsCaller(found))
                .orElseThrow(NotFoundException::new);
    }

    /** As {@link #visible}, of who asked in another request than this one. */
    boolean isVisible(Edition edition, Identity caller) {
        return manages(edition, caller)
                || edition.isPublic() && companies.admits(edition, caller.personId(), caller.organisationId());
    }

    /**
     * Lets the organisation pay where somebody works, when the edition is for its staff.
     *
     * @throws EnrolmentRefused.OutsideCompany the edition is for the staff of others
     */
    void billCompany(Enrolment wanted) {
        if (wanted.getEdition().isInCompany()) {
            Long company = companies
                    .companyOf(wanted.getEdition(), wanted.getPerson().getId())
                    .orElseThrow(EnrolmentRefused.OutsideCompany::new);
            Payers.bill(em, wanted, company);
        }
    }

    /** False for somebody who works for none of the organisations that an edition is for. */
    boolean admits(Edition edition, Person person) {
        return !edition.isInCompany()
                || companies.companyOf(edition, person.getId()).isPresent();
    }

    /** An edition of which the caller sees who comes. */
    Edition managed(UUID uuid) {
        return lists().edition(uuid).filter(this::manages).orElseThrow(NotFoundException::new);
    }

    /** An enrolment of the caller, or one at an edition of the caller's organisation. */
    Enrolment enrolment(UUID uuid) {
        return lists().enrolment(uuid)
                .filter(found -> manages(found.getEdition())
                        || currentUser.has(Role.PROFESSIONAL)
                                && found.getPerson().equals(me()))
                .orElseThrow(NotFoundException::new);
    }

    /** An enrolment at an edition of the caller's organisation. */
    Enrolment managedEnrolment(UUID uuid) {
        return lists().enrolment(uuid)
                .filter(found -> manages(found.getEdition()))
                .orElseThrow(NotFoundException::new);
    }

    /** Whether the caller works for one of the organisers; the platform's administrator does for all. */
    boolean manages(Edition edition) {
        return currentUser.identity().filter(caller -> manages(edition, caller)).isPresent();
    }

    boolean manages(Edition edition, Identity caller) {
        return (caller.has(Role.STAFF) || caller.has(Role.PLATFORM_ADMIN))
                && edition.getCourse().isOrganisedBy(caller::worksFor);
    }

    Person person(UUID uuid) {
        return current(em.createQuery("select p from Person p where p.uuid = :uuid", Person.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new));
    }

    boolean isMyself(Person person) {
        return currentUser.has(Role.PROFESSIONAL) && person.equals(me());
    }

    /** The caller as a person of the register, where the caller acts as one. */
    Person myself() {
        Person myself = currentUser.has(Role.PROFESSIONAL) ? me() : null;
        if (myself == null) {
            throw new InvalidInputException("enrolment-person");
        }
        return myself;
    }

    private Person me() {
        Long id = currentUser.personId();
        return id == null ? null : current(em.find(Person.class, id));
    }

    /** A person that was merged is the one it was merged into. */
    Person current(Person person) {
        Person found = person;
        while (found.getMergedIntoId() != null) {
            found = em.find(Person.class, found.getMergedIntoId());
        }
        return found;
    }

    private EnrolmentLists lists() {
        return new EnrolmentLists(em, clock);
    }
}
