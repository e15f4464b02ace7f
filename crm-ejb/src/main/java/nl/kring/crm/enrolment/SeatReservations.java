package nl.kring.crm.enrolment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.Role;

/** Seats that a practice takes for names to come. Who is not named in time makes room for who waits. */
@Stateless
public class SeatReservations {

    /** So many seats a practice may hold at one edition without a name. */
    public static final int MOST = 10;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private TeamAccess access;

    @Inject
    private EnrolmentAccess editions;

    @Inject
    private TeamEnrolment work;

    @Inject
    private AuditTrail audit;

    /**
     * Reserves seats for the practice, all or none. For a practice manager.
     *
     * @param profession of which profession somebody will come
     * @throws NotFoundException no such edition for the caller
     * @throws InvalidInputException no profession, no number, or the practice would hold more than {@link #MOST}
     * @throws EnrolmentRefused enrolling is not open, or not for that profession; there are not so many seats; staff decide
     *     about each request; or it is too late to name somebody afterwards
     */
    @RolesAllowed(Role.PRACTICE_MANAGERS)
    public List<UUID> reserve(UUID uuid, Profession profession, int number) {
        Edition edition = access.edition(uuid);
        List<Long> practice = access.practice();
        new SeatAllocation(em, clock).lock(edition.getId()); // so that nobody counts beside it
        long held = ReservedSeats.open(em, edition).stream()
                .filter(each -> practice.contains(each.getPracticeId()))
                .count();
        if (profession == null || number < 1 || held + number > MOST) {
            throw new InvalidInputException("enrolment-reserve-number", MOST);
        }
        EnrolmentPolicy.check(EnrolmentPolicy.Request.of(edition, profession, false, false, false, clock.instant()));
        List<UUID> made = seats().reserve(edition, practice.get(0), profession, number, access.account()).stream()
                .map(SeatReservation::getUuid)
                .toList();
        audit.record("seat.reserved", uuid, "seats " + number + " practice " + practice.get(0));
        return made;
    }

    /**
     * Names who comes with a reserved seat: somebody of the practice and of that profession, who hears of it. For a practice
     * manager.
     *
     * @throws NotFoundException no such reservation of the practice, or nobody such works there
     * @throws EnrolmentRefused the reservation is over or the edition has started; or the person has another profession, a
     *     seat or place there, or a seat in a repeat
     */
    @RolesAllowed(Role.PRACTICE_MANAGERS)
    public EnrolmentAnswer name(UUID reservation, UUID person) {
        SeatReservation reserved = access.reservation(reservation);
        Person colleague = access.colleague(person);
        CancellationPolicy.checkNotStarted(reserved.getEdition().getStartsAt(), clock.instant());
        if (colleague.getProfession() != reserved.getProfession()) {
            throw new EnrolmentRefused.OtherProfession();
        }
        TeamEnrolment.Prepared prepared = work.prepare(reserved.getEdition(), colleague, null);
        Enrolment made = prepared.wanted();
        seats().name(reserved, made, access.account());
        audit.record("seat.named", reservation, "enrolment " + made.getUuid());
        work.tell(prepared, made, null);
        return new EnrolmentAnswer(made.getUuid(), made.getState(), null);
    }

    /**
     * Gives a reserved seat back, to who waits first; once more changes nothing. For a practice manager.
     *
     * @throws NotFoundException no such reservation of the practice
     */
    @RolesAllowed(Role.PRACTICE_MANAGERS)
    public void giveBack(UUID reservation) {
        SeatReservation reserved = access.reservation(reservation);
        List<Enrolment> promoted = seats().giveBack(reserved, access.account());
        audit.record("seat.given-back", reservation, "promoted " + promoted.size());
        work.tellPromoted(reserved.getEdition(), promoted);
    }

    /**
     * The seats of an edition that are held for names to come, by practice. For staff of its organisers and the platform's
     * administrator.
     *
     * @throws NotFoundException no such edition, or another organisation's
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<HeldSeats> at(UUID edition) {
        return em.createQuery("""
                        select new nl.kring.crm.enrolment.HeldSeats(o.name, r.profession, count(r))
                          from SeatReservation r join Organisation o on o.id = r.practiceId
                         where r.edition = :edition and r.endedAt is null
                         group by o.id, o.name, r.profession order by o.name, o.id, r.profession""", HeldSeats.class)
                .setParameter("edition", editions.managed(edition))
                .getResultList();
    }

    private ReservedSeats seats() {
        return new ReservedSeats(new SeatAllocation(em, clock), em, clock);
    }
}
