package nl.kring.crm.registry.succession;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.FieldRules;
import nl.kring.crm.registry.GoldenRecords;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.OrganisationAccess;
import nl.kring.crm.security.Role;

/** Takeovers, mergers and splits of organisations: seen beforehand, applied in one go, and taken back exactly. */
@Stateless
public class Successions {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private OrganisationAccess access;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<SuccessionPreviewed> previewed;

    @Inject
    private GoldenRecords goldenRecords;

    /**
     * What a plan would do; nothing is written. For staff of any participant and the platform's administrator; what is a
     * participant's, by its own staff.
     *
     * @throws NotFoundException one of the organisations does not exist
     * @throws NotAllowedException it is about another participant
     * @throws InvalidInputException the plan lacks a day or a side, one is on both sides, or a choice is of something else
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public SuccessionPreview preview(SuccessionPlan plan) {
        Parties parties = parties(plan);
        SuccessionPreviewed news = new SuccessionPreviewed(parties.predecessorIds(), plan.day());
        previewed.fire(news);
        return new SuccessionReader(em).preview(parties, news.consequences());
    }

    /**
     * Does it: who works and belongs there ends on the day before and begins at the successor on the day, relations go along,
     * who ends is closed unless it takes part, and the successor says whom it succeeds. Persons stay as they are. For the
     * callers of {@link #preview}.
     *
     * @return the succession, for taking it back
     * @throws NotFoundException one of the organisations does not exist
     * @throws NotAllowedException it is about another participant
     * @throws InvalidInputException as for {@link #preview}, or the reason is missing
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID apply(SuccessionPlan plan) {
        Parties parties = parties(plan);
        new FieldRules(clock).reason(plan.reason());
        Stream.concat(parties.predecessors().stream(), parties.successors().stream())
                .sorted((one, other) -> one.getId().compareTo(other.getId()))
                .forEach(each -> em.lock(each, LockModeType.PESSIMISTIC_WRITE));
        UUID succession = new SuccessionLedger(em).apply(parties, access.author());
        goldenRecords.derive(personsMovedBy(succession));
        audit.record(
                "succession.applied",
                succession,
                parties.predecessors().size() + " to " + parties.successors().size());
        return succession;
    }

    /**
     * Takes it back: everything is again as it was before, and what was added at the successors since stays there. Once more
     * does nothing. For the callers of {@link #preview}.
     *
     * @throws NotFoundException there is no such succession
     * @throws NotAllowedException it was about another participant
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void undo(UUID uuid) {
        Long id = number("select id from crm.succession where uuid = :uuid for update", uuid)
                .orElseThrow(NotFoundException::new);
        new SuccessionReader(em).parties(id, "old").forEach(access::requireEdit);
        new SuccessionReader(em).parties(id, "new").forEach(access::requireEdit);
        if (number("select id from crm.succession where uuid = :uuid and undone_at is null", uuid)
                .isPresent()) {
            List<Long> moved = personsMovedBy(uuid);
            new SuccessionLedger(em).undo(id, clock.instant());
            goldenRecords.derive(moved);
            audit.record("succession.undone", uuid, null);
        }
    }

    /**
     * What a succession did, and what was added at the successors since. For staff of any participant and the platform's
     * administrator.
     *
     * @throws NotFoundException there is no such succession
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public SuccessionOutcome get(UUID uuid) {
        Long id =
                number("select id from crm.succession where uuid = :uuid", uuid).orElseThrow(NotFoundException::new);
        SuccessionReader reader = new SuccessionReader(em);
        boolean mine = Stream.of("old", "new")
                .flatMap(side -> reader.parties(id, side).stream())
                .allMatch(access::mayEdit);
        return reader.outcome(uuid, mine);
    }

    /** Whose workplace may read otherwise now. */
    private List<Long> personsMovedBy(UUID succession) {
        return PeriodMover.longs(em.createNativeQuery("""
                select distinct a.person_id from crm.affiliation a join crm.succession s on s.id = a.succession_id
                 where s.uuid = :uuid""", Long.class).setParameter("uuid", succession));
    }

    private Parties parties(SuccessionPlan plan) {
        boolean split = plan.kind() == SuccessionKind.SPLIT;
        if (plan.kind() == null
                || plan.day() == null
                || plan.predecessors().isEmpty()
                || plan.successors().isEmpty()) {
            throw new InvalidInputException("succession-incomplete");
        }
        if (plan.predecessors().stream().anyMatch(plan.successors()::contains)
                || plan.kind() != SuccessionKind.MERGER && plan.predecessors().size() > 1
                || !split && plan.successors().size() > 1) {
            throw new InvalidInputException("succession-sides");
        }
        List<Organisation> predecessors =
                plan.predecessors().stream().distinct().map(this::organisation).toList();
        List<Organisation> successors =
                plan.successors().stream().distinct().map(this::organisation).toList();
        predecessors.forEach(access::requireEdit);
        successors.forEach(access::requireEdit);
        Map<Long, Long> chosen = new HashMap<>();
        plan.chosen()
                .forEach((row, successor) -> chosen.put(
                        row(row, predecessors.get(0)),
                        successors.stream()
                                .filter(each -> each.getUuid().equals(successor))
                                .findFirst()
                                .orElseThrow(() -> new InvalidInputException("succession-choice"))
                                .getId()));
        return new Parties(plan, predecessors, successors, chosen);
    }

    /** A row that may be chosen: of those who work at or belong to the one that is shared. */
    private Long row(UUID uuid, Organisation shared) {
        return PeriodMover.longs(em.createNativeQuery("""
                        select id from crm.affiliation where uuid = :uuid and organisation_id = :shared
                        union all
                        select id from crm.membership where uuid = :uuid and :shared in (organisation_id, holder_id)""", Long.class)
                        .setParameter("uuid", uuid)
                        .setParameter("shared", shared.getId()))
                .stream()
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("succession-choice"));
    }

    private Optional<Long> number(String query, UUID uuid) {
        return PeriodMover.longs(em.createNativeQuery(query, Long.class).setParameter("uuid", uuid)).stream()
                .findFirst();
    }

    private Organisation organisation(UUID uuid) {
        return em.createQuery("select o from Organisation o where o.uuid = :uuid", Organisation.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
