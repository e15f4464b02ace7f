package nl.kring.crm.registry.merging;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.ProposalNeededException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.registry.Stewardship;
import nl.kring.crm.security.Accounts;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** What two persons had that one cannot have, side by side until staff decide. */
@Stateless
public class Collisions {

    /** What is kept of two. */
    public enum Decision {
        KEEP_FIRST,
        KEEP_SECOND,
        KEEP_BOTH
    }

    private static final int LONGEST_REASON = 200;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Stewardship stewardship;

    @Inject
    private Accounts accounts;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<PersonFacts> asked;

    @Inject
    private Event<RowDropped> dropped;

    private record Waiting(
            Long id,
            Long merge,
            String kind,
            String source,
            long first,
            long second,
            Long decider,
            Long person,
            Long merged) {

        long dropped(Decision decision) {
            return decision == Decision.KEEP_FIRST ? second : first;
        }
    }

    /**
     * What waits for the caller's organisation, the oldest first; for the platform's administrator everything that waits. For
     * staff and the platform's administrator.
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<CollisionLine> open() {
        return read(null);
    }

    /** The same of one person. For the callers of {@link #open()}. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<CollisionLine> of(UUID person) {
        return read(person);
    }

    /**
     * Decides which of two is kept. The other ends: an enrolment gives its seat to who waits first, without a fee; a
     * certificate is revoked; work, membership and absence were never true; an account signs in no longer. For staff of the
     * organiser or of the organisation that it is about, else of the steward; of accounts the platform's administrator.
     *
     * @param reason why; required
     * @throws NotFoundException there is none that waits for the caller
     * @throws ProposalNeededException the caller does not work for the steward
     * @throws NotAllowedException it is about accounts
     * @throws InvalidInputException the decision or the reason is missing
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void decide(UUID uuid, Decision decision, String reason) {
        if (decision == null) {
            throw new InvalidInputException("collision-undecided");
        }
        String told = TypedText.text(reason, LONGEST_REASON);
        if (told == null) {
            throw new InvalidInputException("reason-missing");
        }
        Waiting waiting = waiting(uuid);
        requireMayDecide(waiting);
        close(waiting, decision);
        if (decision != Decision.KEEP_BOTH) {
            drop(waiting, decision, told);
            release(waiting);
        }
        audit.record("collision.decided", uuid, waiting.kind() + " " + decision);
    }

    private List<CollisionLine> read(UUID person) {
        PersonFacts facts = new PersonFacts();
        facts.tell(RegistryRows.ALL);
        asked.fire(facts);
        Long reader = currentUser.has(Role.PLATFORM_ADMIN) ? null : currentUser.requireOrganisation();
        return new CollisionReader(em).open(person, reader, facts.tables());
    }

    private Waiting waiting(UUID uuid) {
        List<?> found = em.createNativeQuery("""
                        select c.id, c.merge_id, c.kind, c.source, c.survivor_row, c.merged_row, c.organisation_id,
                               crm.survivor_of(e.survivor_id), e.merged_id
                          from crm.merge_collision c join crm.merge_event e on e.id = c.merge_id
                         where c.uuid = :uuid and c.state = 'OPEN' for update of c""").setParameter("uuid", uuid).getResultList();
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        Object[] row = (Object[]) found.get(0);
        return new Waiting(
                number(row[0]),
                number(row[1]),
                (String) row[2],
                (String) row[3],
                number(row[4]),
                number(row[5]),
                number(row[6]),
                number(row[7]),
                number(row[8]));
    }

    private void requireMayDecide(Waiting waiting) {
        if (waiting.kind().equals("ACCOUNT")) {
            if (!currentUser.has(Role.PLATFORM_ADMIN)) {
                throw new NotAllowedException();
            }
        } else if (waiting.decider() != null) {
            if (!currentUser.worksFor(waiting.decider())) {
                throw new NotFoundException();
            }
        } else {
            stewardship.require(waiting.person(), null);
        }
    }

    private void drop(Waiting waiting, Decision decision, String reason) {
        long row = waiting.dropped(decision);
        switch (waiting.source()) {
            case "AFFILIATION", "MEMBERSHIP", "ABSENCE" ->
                em.createNativeQuery(
                                "update crm." + waiting.source().toLowerCase(Locale.ROOT)
                                        + " set withdrawn_at = :now, version = version + 1 where id = :id and withdrawn_at is null")
                        .setParameter("now", clock.instant())
                        .setParameter("id", row)
                        .executeUpdate();
            case "OWN_VALUE" -> keepOwnValue(waiting, decision);
            case "ACCOUNT" ->
                accounts.setActive(
                        (UUID) em.createNativeQuery("select uuid from crm.account where id = :id")
                                .setParameter("id", row)
                                .getSingleResult(),
                        false);
            default -> dropped.fire(new RowDropped(waiting.source(), row, reason));
        }
    }

    private void keepOwnValue(Waiting waiting, Decision decision) {
        if (decision == Decision.KEEP_SECOND) {
            em.createNativeQuery("""
                            update crm.own_value a set value = b.value, account_id = cast(:account as bigint), changed_at = :now
                              from crm.own_value b
                             where a.field_id = :field and a.subject_id = :person and b.field_id = :field and b.subject_id = :merged""")
                    .setParameter("account", currentUser.accountId())
                    .setParameter("now", clock.instant())
                    .setParameter("field", waiting.first())
                    .setParameter("person", waiting.person())
                    .setParameter("merged", waiting.merged())
                    .executeUpdate();
        }
    }

    private void close(Waiting waiting, Decision decision) {
        em.createNativeQuery("""
                        update crm.merge_collision
                           set state = 'RESOLVED', decision = cast(:decision as text), decided_by = cast(:account as bigint),
                               decided_at = :now
                         where id = :id""")
                .setParameter("decision", decision.name())
                .setParameter("account", currentUser.accountId())
                .setParameter("now", clock.instant())
                .setParameter("id", waiting.id())
                .executeUpdate();
    }

    /** What stood beside the other stands alone, unless it collides with something else as well. */
    private void release(Waiting waiting) {
        if (List.of("AFFILIATION", "MEMBERSHIP", "ABSENCE", "ENROLMENT").contains(waiting.source())) {
            em.flush();
            em.createNativeQuery("update crm." + waiting.source().toLowerCase(Locale.ROOT) + " t " + """
                            set beside = false
                             where t.id = :row and t.beside
                               and not exists (select 1 from crm.merge_collision c join crm.merge_event e on e.id = c.merge_id
                                                where c.source = :source and c.merged_row = t.id and e.undone_at is null
                                                  and c.outcome = 'BESIDE' and (c.state = 'OPEN' or c.decision = 'KEEP_BOTH'))""")
                    .setParameter("row", waiting.second())
                    .setParameter("source", waiting.source())
                    .executeUpdate();
        }
    }

    private static Long number(Object value) {
        return value == null ? null : ((Number) value).longValue();
    }
}
