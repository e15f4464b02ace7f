package nl.kring.crm.enrolment.price;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * What somebody owes by decision of staff, whatever the rules say: a fee that is waived, a price that was wrong. The staff of
 * the organisers of the course decide, and say why. What was invoiced before is credited by {@link InvoiceLines}.
 */
@Stateless
public class Corrections {

    private static final int HIGHEST_CENTS = 100_000_00;
    private static final int LONGEST_REASON = 500;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /**
     * What is owed, and what was decided of it before. For staff of the organisers.
     *
     * @throws NotFoundException there is no such enrolment, or others organise the course
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    @SuppressWarnings("unchecked")
    public Owed of(UUID enrolment) {
        List<Tuple> found = em.createNativeQuery("""
                        select e.uuid, d.uuid, c.title, d.starts_at, p.display_name, e.state in ('CANCELLED', 'REPLACED') as ended,
                               case when e.state in ('CANCELLED', 'REPLACED') then coalesce(e.fee_cents, 0) else e.price_cents end
                          from crm.enrolment e
                          join crm.edition d on d.id = e.edition_id
                          join crm.course c on c.id = d.course_id
                          join crm.person p on p.id = e.person_id
                         where e.uuid = :uuid
                           and (c.organiser_id = :own or exists (select 1 from crm.course_co_organiser o
                                                                  where o.course_id = c.id and o.organisation_id = :own))""", Tuple.class)
                .setParameter("uuid", enrolment)
                .setParameter("own", currentUser.requireOrganisation())
                .getResultList();
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        Tuple row = found.get(0);
        return new Owed(
                row.get(0, UUID.class),
                row.get(1, UUID.class),
                row.get(2, String.class),
                row.get(3, Instant.class),
                row.get(4, String.class),
                row.get(5, Boolean.class),
                row.get(6, Integer.class),
                corrections(enrolment));
    }

    @SuppressWarnings("unchecked")
    private List<Correction> corrections(UUID enrolment) {
        List<Tuple> rows = em.createNativeQuery("""
                        select k.was_cents, k.cents, k.reason, k.at
                          from crm.price_correction k join crm.enrolment e on e.id = k.enrolment_id
                         where e.uuid = :uuid order by k.at desc, k.id desc""", Tuple.class)
                .setParameter("uuid", enrolment)
                .getResultList();
        return rows.stream()
                .map(row -> new Correction(
                        row.get(0, Integer.class),
                        row.get(1, Integer.class),
                        row.get(2, String.class),
                        row.get(3, Instant.class)))
                .toList();
    }

    /**
     * Says what is owed: the price, or the fee of one that was cancelled. For staff of the organisers.
     *
     * @param seen what the caller was shown, in cents
     * @throws NotFoundException there is no such enrolment, or others organise the course
     * @throws InvalidInputException it is below nothing or beyond belief, or it is not said why
     * @throws EditConflictException something else is owed than the caller was shown
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void correct(UUID enrolment, int seen, int cents, String reason) {
        Owed owed = of(enrolment);
        if (cents < 0 || cents > HIGHEST_CENTS) {
            throw new InvalidInputException("price-amount", HIGHEST_CENTS / 100);
        }
        String why = TypedText.text(reason, LONGEST_REASON);
        if (why == null) {
            throw new InvalidInputException("correction-reason");
        }
        String column = owed.ended() ? "fee_cents" : "price_cents";
        String states = owed.ended() ? "in" : "not in";
        int changed = em.createNativeQuery("update crm.enrolment set " + column
                        + " = :cents, version = version + 1 where uuid = :uuid" + " and coalesce(" + column
                        + ", 0) = :seen and state " + states + " ('CANCELLED', 'REPLACED')")
                .setParameter("cents", cents)
                .setParameter("uuid", enrolment)
                .setParameter("seen", seen)
                .executeUpdate();
        if (changed == 0) {
            throw new EditConflictException();
        }
        em.createNativeQuery("""
                        insert into crm.price_correction (id, uuid, enrolment_id, was_cents, cents, reason, account_id, at)
                        select nextval('crm.entity_seq'), gen_random_uuid(), e.id, :was, :cents, :reason,
                               cast(:account as bigint), :now
                          from crm.enrolment e where e.uuid = :uuid""")
                .setParameter("was", seen)
                .setParameter("cents", cents)
                .setParameter("reason", why)
                .setParameter("account", currentUser.accountId())
                .setParameter("now", clock.instant())
                .setParameter("uuid", enrolment)
                .executeUpdate();
        audit.record("price.corrected", enrolment, "from " + seen + " to " + cents);
    }
}
