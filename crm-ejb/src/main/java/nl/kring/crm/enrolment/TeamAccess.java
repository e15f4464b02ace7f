package nl.kring.crm.enrolment;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Person;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** For which practice the caller acts as its manager, and who and what is its own; what is another's is not there. */
@Dependent
class TeamAccess {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private EnrolmentAccess access;

    /** The practice that the caller acts for, before those that were merged into it. */
    @SuppressWarnings("unchecked")
    List<Long> practice() {
        if (!currentUser.has(Role.PRACTICE_MANAGER)) {
            throw new NotAllowedException();
        }
        return em.createNativeQuery("""
                        with recursive ours (id, step) as (
                          select crm.organisation_survivor(:practice), 0
                          union all
                          select o.id, u.step + 1 from ours u join crm.organisation o on o.merged_into_id = u.id)
                        select id from ours order by step, id""", Long.class)
                .setParameter("practice", currentUser.requireOrganisation())
                .getResultList();
    }

    Long account() {
        return currentUser.accountId();
    }

    Edition edition(UUID uuid) {
        return access.visible(uuid);
    }

    /** Somebody who works at the practice today. */
    Person colleague(UUID uuid) {
        Person person = access.person(uuid);
        boolean works = (Boolean) em.createNativeQuery("""
                        select exists (select 1 from crm.affiliation a
                                        where a.person_id = :person and a.organisation_id in (:practice) and a.withdrawn_at is null
                                          and daterange(a.valid_from, a.valid_to, '[]') @> cast(:day as date))""", Boolean.class)
                .setParameter("person", person.getId())
                .setParameter("practice", practice())
                .setParameter("day", AmsterdamTime.toLocal(clock.instant()).toLocalDate())
                .getSingleResult();
        if (!works) {
            throw new NotFoundException();
        }
        return person;
    }

    /** An enrolment that the practice pays for. What somebody pays for himself or herself is not the practice's to give away. */
    Enrolment paid(UUID uuid) {
        return new EnrolmentLists(em, clock)
                .enrolment(uuid)
                .filter(found -> practice().contains(found.getPayerOrganisationId()))
                .orElseThrow(NotFoundException::new);
    }

    SeatReservation reservation(UUID uuid) {
        return em.createQuery(
                        "select r from SeatReservation r join fetch r.edition e join fetch e.course where r.uuid = :uuid",
                        SeatReservation.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .filter(found -> practice().contains(found.getPracticeId()))
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** The practice pays; of an edition for the staff of some, the one of them where the person works. */
    void bill(Enrolment wanted) {
        Payers.bill(em, wanted, practice().get(0));
        access.billCompany(wanted);
    }
}
