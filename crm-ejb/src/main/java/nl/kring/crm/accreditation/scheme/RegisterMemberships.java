package nl.kring.crm.accreditation.scheme;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** The periods of a professional in the registers that he or she is in, as he or she says them. Nobody else sees them. */
@Stateless
public class RegisterMemberships {

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final int LONGEST_YEARS = 20;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<RegisterMembershipTold> told;

    /** The caller's own, in the usual order of the registers. For a professional. */
    @RolesAllowed(Role.PROFESSIONALS)
    @SuppressWarnings("unchecked")
    public List<RegisterMembership> mine() {
        List<Tuple> rows = em.createNativeQuery("""
                        select m.scheme_code, cast(m.starts_on as text), cast(m.ends_on as text), m.subregisters
                          from crm.register_membership m join crm.scheme s on s.code = m.scheme_code
                         where m.person_id = :person order by s.position""", Tuple.class)
                .setParameter("person", person())
                .getResultList();
        return rows.stream()
                .map(row -> new RegisterMembership(
                        row.get(0, String.class),
                        new RegistrationPeriod(
                                LocalDate.parse(row.get(1, String.class)),
                                LocalDate.parse(row.get(2, String.class)),
                                row.get(3, Integer.class))))
                .toList();
    }

    /**
     * Says that one is in a register, or that the period is another. For a professional, about himself or herself.
     *
     * @throws InvalidInputException there is no such register, or the period cannot be
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public void tell(RegisterMembership membership) {
        RegistrationPeriod period = membership.period();
        if (period.from() == null
                || period.to() == null
                || period.from().isBefore(EARLIEST)
                || !period.to().isAfter(period.from())
                || period.to().isAfter(period.from().plusYears(LONGEST_YEARS))) {
            throw new InvalidInputException("scheme-membership-period");
        }
        if (period.subregisters() < 1 || period.subregisters() > 9) {
            throw new InvalidInputException("scheme-membership-parts");
        }
        int written = em.createNativeQuery("""
                        insert into crm.register_membership as known (person_id, scheme_code, starts_on, ends_on, subregisters,
                                                                      account_id, told_at)
                        select :person, s.code, :first, :last, :parts, cast(:account as bigint), :now
                          from crm.scheme s where s.code = :scheme
                            on conflict (person_id, scheme_code) do update
                           set starts_on = excluded.starts_on, ends_on = excluded.ends_on, subregisters = excluded.subregisters,
                               account_id = excluded.account_id, told_at = excluded.told_at""")
                .setParameter("person", person())
                .setParameter("scheme", membership.scheme())
                .setParameter("first", period.from())
                .setParameter("last", period.to())
                .setParameter("parts", period.subregisters())
                .setParameter("account", currentUser.accountId())
                .setParameter("now", clock.instant())
                .executeUpdate();
        if (written == 0) {
            throw new InvalidInputException("accreditation-scheme", String.valueOf(membership.scheme()));
        }
        told.fire(new RegisterMembershipTold(person()));
        audit.record("register-membership.told", null, membership.scheme());
    }

    private Long person() {
        if (currentUser.personId() == null) {
            throw new NotFoundException();
        }
        return currentUser.personId();
    }
}
