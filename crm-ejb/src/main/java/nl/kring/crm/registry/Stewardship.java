package nl.kring.crm.registry;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.kring.crm.platform.ProposalNeededException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;

/**
 * Which participant looks after a person: the one of the oldest current membership; without any, the one whose register
 * or typing brought the person in. Others edit with a notice, and propose what cannot be taken back easily.
 */
@Stateless
public class Stewardship {

    /**
     * What a register says of a membership goes first, and one since nobody knows when is the oldest. One that was written
     * by hand counts from the day it was written, beside who brought the person in: nobody becomes steward by writing a
     * membership today, or one of long ago.
     */
    private static final String STEWARD = """
            select o.id
              from (select m.organisation_id, case when m.derived then 1 else 2 end as place,
                           case when m.derived then m.valid_from
                                else greatest(m.valid_from, (m.created_at at time zone 'Europe/Amsterdam')::date) end as since,
                           m.valid_from, m.id
                      from crm.membership m
                     where m.person_id = :person and m.withdrawn_at is null
                       and (m.valid_from is null or m.valid_from <= :today) and (m.valid_to is null or m.valid_to >= :today)
                    union all
                    select r.organisation_id, 2, (r.delivered_at at time zone 'Europe/Amsterdam')::date, null, r.id
                      from crm.source_record r where r.person_id = :person
                    union all
                    select s.organisation_id, 2, (s.said_at at time zone 'Europe/Amsterdam')::date, null, s.id
                      from crm.statement s where s.person_id = :person and s.withdrawn_at is null) c
              join crm.organisation o on o.id = c.organisation_id and o.participant
             order by c.place, c.since nulls first, c.valid_from nulls first, c.id
             limit 1""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    /** The number of the participant that looks after a person; null when none does. For other boundaries. */
    @PermitAll
    public Long of(Long personId) {
        LocalDate today = LocalDate.now(clock.withZone(SystemClock.AMSTERDAM));
        List<?> found = em.createNativeQuery(STEWARD)
                .setParameter("person", personId)
                .setParameter("today", today)
                .getResultList();
        return found.isEmpty() ? null : ((Number) found.get(0)).longValue();
    }

    /** True when the caller works for the steward of a person, or nobody is. For other boundaries. */
    @PermitAll
    public boolean isMine(Long personId) {
        Long steward = of(personId);
        return steward == null || currentUser.identity().isEmpty() || currentUser.worksFor(steward);
    }

    /**
     * Lets the steward pass, and also whoever works for the organisation that the thing is about (its own membership, a
     * place at its own post). For other boundaries.
     *
     * @param concerned number of that organisation; null when there is none
     * @throws ProposalNeededException the caller works for neither
     */
    @PermitAll
    public void require(Long personId, Long concerned) {
        if (!isMine(personId) && !currentUser.worksFor(concerned)) {
            throw new ProposalNeededException();
        }
    }
}
