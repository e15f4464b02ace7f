package nl.kring.crm.registry.affiliation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.ProposalNeededException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.registry.GoldenRecords;
import nl.kring.crm.registry.Period;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.Reason;
import nl.kring.crm.registry.Stewardship;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * What every act on affiliations, memberships and absences has in common: whom it is about, one at a time for each person,
 * the version that was looked at, who may end what, and the note of what it came to.
 */
@Dependent
class Ledger {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Stewardship stewardship;

    @Inject
    private AuditTrail audit;

    @Inject
    private GoldenRecords goldenRecords;

    @Inject
    private Event<AffiliationEnded> affiliationEnded;

    @Inject
    private Event<MembershipEnded> membershipEnded;

    EntityManager em() {
        return em;
    }

    CurrentUser currentUser() {
        return currentUser;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(SystemClock.AMSTERDAM));
    }

    Dated.Saying saying() {
        return new Dated.Saying(currentUser.organisationId(), currentUser.accountId(), clock.instant());
    }

    /** A person; of somebody who was merged, the survivor. */
    Person person(UUID uuid) {
        Person found = em.createQuery("select p from Person p where p.uuid = :uuid", Person.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        while (found.getMergedIntoId() != null) {
            found = em.find(Person.class, found.getMergedIntoId());
        }
        return found;
    }

    Organisation organisation(UUID uuid) {
        return em.createQuery("select o from Organisation o where o.uuid = :uuid", Organisation.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** A person whom the caller may read: staff anybody, a professional himself or herself. */
    Long readable(UUID uuid) {
        Person found = person(uuid);
        boolean anyone = currentUser.has(Role.STAFF) || currentUser.has(Role.PLATFORM_ADMIN);
        Long mine = currentUser.personId();
        Person me = anyone || mine == null ? null : em.find(Person.class, mine);
        if (!anyone && (me == null || !person(me.getUuid()).equals(found))) {
            throw new NotFoundException();
        }
        return found.getId();
    }

    Long accountId(UUID account) {
        return ((Number) em.createNativeQuery("select id from crm.account where uuid = :uuid")
                        .setParameter("uuid", account)
                        .getSingleResult())
                .longValue();
    }

    Affiliation.Terms terms(AffiliationTerms typed) {
        return new Affiliation.Terms(
                typed.role(),
                typed.fte(),
                typed.main(),
                typed.replaces() == null ? null : person(typed.replaces()).getId(),
                Reason.ifGiven(typed.reason()));
    }

    LocalDate day(LocalDate given) {
        if (given == null) {
            throw new InvalidInputException("period-day-missing");
        }
        return given;
    }

    /** Days that a calendar on the wall could show. */
    Period period(LocalDate from, LocalDate to) {
        for (LocalDate day : new LocalDate[] {from, to}) {
            if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
                throw new InvalidInputException("period-unlikely");
            }
        }
        return new Period(from, to);
    }

    /** Whatever happens to one person, or to what one organisation holds, happens one after the other. */
    void lock(Long personId, Long holderId) {
        String table = personId == null ? "crm.organisation" : "crm.person";
        em.createNativeQuery("select id from " + table + " where id = :id for no key update")
                .setParameter("id", personId == null ? holderId : personId)
                .getSingleResult();
    }

    /** A row that stands, locked, as the caller looked at it. */
    <T extends Dated> T turn(Class<T> kind, UUID uuid, long expectedVersion) {
        T found = any(kind, uuid);
        if (found.isWithdrawn() || found.getVersion() != expectedVersion) {
            throw new EditConflictException();
        }
        return found;
    }

    private <T extends Dated> T any(Class<T> kind, UUID uuid) {
        T found = em.createQuery("select d from " + kind.getSimpleName() + " d where d.uuid = :uuid", kind)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        lock(found.getPersonId(), found instanceof Membership held ? held.getHolderId() : null);
        em.refresh(found, LockModeType.PESSIMISTIC_WRITE);
        return found;
    }

    /** Only the steward of a person, or whom it concerns, ends something; what an organisation holds, it or whom it is of. */
    void requireMayEnd(Dated row) {
        if (row.getPersonId() != null) {
            stewardship.require(row.getPersonId(), row.getOrganisationId());
            return;
        }
        boolean mine = currentUser.identity().isEmpty()
                || currentUser.worksFor(row.getOrganisationId())
                || currentUser.worksFor(((Membership) row).getHolderId())
                || currentUser.worksFor(row.getSaidById());
        if (!mine) {
            throw new ProposalNeededException();
        }
    }

    /** What an organisation said by hand itself it may also take back. */
    void requireMayTakeBack(Dated row) {
        boolean said = !row.isDerived() && currentUser.worksFor(row.getSaidById());
        if (!said) {
            requireMayEnd(row);
        }
    }

    /** Before something is altered by hand. */
    void altering(Dated row, Changing changing) {
        changing.altering(row);
        row.takeInHand(currentUser.accountId());
    }

    void tellEnded(Affiliation ended) {
        affiliationEnded.fire(new AffiliationEnded(
                ended.getUuid(),
                ended.getPersonId(),
                ended.getOrganisationId(),
                ended.getPeriod().validTo()));
    }

    void tellEnded(Membership ended) {
        membershipEnded.fire(new MembershipEnded(
                ended.getUuid(),
                ended.getPersonId(),
                ended.getHolderId(),
                ended.getOrganisationId(),
                ended.getPeriod().validTo()));
    }

    /** Where somebody works may be another place now. */
    void showWork(Long personId) {
        if (personId != null) {
            goldenRecords.derive(List.of(personId));
        }
    }

    /** Closes an act: one note to undo it with, one entry in the audit. */
    Change done(Changing changing, Long personId, UUID subject) {
        AffiliationChange change = new AffiliationChange(changing.what(), personId, saying());
        em.persist(change);
        changing.write(em, change);
        showWork(personId);
        audit.record(changing.what(), subject, change.getUuid() + " " + changing.count());
        return new Change(change.getUuid(), changing.begun());
    }
}
