package nl.kring.crm.registry.merging;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.ProposalNeededException;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.Stewardship;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** Two persons that are one, taken back when they were not, and kept apart when they only look alike. */
@Stateless
public class Merges {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Stewardship stewardship;

    @Inject
    private Merging merging;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<PersonFacts> asked;

    @Inject
    private Event<PersonsSettled> settled;

    /**
     * What merging two would do; the older stays, unless the other is wanted. For staff and the platform's administrator.
     *
     * @param survivor who is to stay; null for the older
     * @throws NotFoundException one of them does not exist
     * @throws MergeRefused they are one already
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public MergePreview preview(UUID one, UUID other, UUID survivor) {
        MergePlan plan = ledger().staying(plan(one, other), survivor);
        MergeReader reader = new MergeReader(em, clock.instant(), Subject.PERSON);
        List<PersonRows> tables = facts().tables();
        return new MergePreview(
                ledger().uuidOf(plan.survivorId()),
                ledger().uuidOf(plan.mergedId()),
                reader.moved(plan, tables),
                reader.collisions(plan, tables),
                !new NotSame(em, Subject.PERSON).divided(List.of(plan)).isEmpty(),
                stewardship.isMine(plan.survivorId()) || stewardship.isMine(plan.mergedId()));
    }

    /**
     * Every merge that made a person what he or she is, and those that were taken back, the newest first. For staff and the
     * platform's administrator.
     *
     * @throws NotFoundException there is no such person
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<MergeLine> of(UUID person) {
        return new MergeReader(em, clock.instant(), Subject.PERSON)
                .story(ledger().roots(List.of(person)).get(person));
    }

    /**
     * Who would be two again. For staff and the platform's administrator.
     *
     * @throws NotFoundException there is no such merge
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public MergePair pair(UUID merge) {
        return ledger().pair(merge);
    }

    /**
     * Makes one person of two: everything that belongs to the second goes to the first, and the second points to it. For staff
     * of the steward of either and the platform's administrator; what was meant as one that was merged before is its survivor.
     *
     * @return the merge, for taking it back
     * @throws NotFoundException one of them does not exist
     * @throws ProposalNeededException the caller works for the steward of neither
     * @throws MergeRefused they are one already, somebody said that they are not the same, or somebody else was faster
     * @throws InvalidInputException the reason is missing
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID merge(UUID survivor, UUID merged, MergeReason reason) {
        return merge(survivor, merged, reason, Map.of());
    }

    /**
     * The same, and says of some fields which of all that is said is to be shown. For the callers and with the refusals of
     * {@link #merge(UUID, UUID, MergeReason)}.
     *
     * @param chosen by field the row of a register or the statement that has the value
     * @throws InvalidInputException also when a chosen value is not theirs, or somebody keeps it to itself
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID merge(UUID survivor, UUID merged, MergeReason reason, Map<PersonField, UUID> chosen) {
        MergePlan plan = plan(survivor, merged);
        if (!stewardship.isMine(plan.survivorId()) && !stewardship.isMine(plan.mergedId())) {
            throw new ProposalNeededException();
        }
        MergeReason told = new MergeReason(
                reason.how(),
                MergeReason.required(reason.text(), reason.lifting() || reason.how() == MergeReason.How.MANUAL),
                reason.score(),
                reason.modelVersion(),
                reason.lifting());
        List<Long> merges = merging.merge(List.of(plan), told, chosen);
        if (merges.isEmpty()) {
            throw new MergeRefused.NotTheSame();
        }
        UUID uuid = ledger().uuids(merges).get(0);
        recordMerged(plan, uuid);
        return uuid;
    }

    /**
     * Merges many, the oldest of each cluster survives. What somebody said is not the same, and what is one already, is left
     * out. For the import and the review desk, which have decided; also without a caller.
     *
     * @return the merges, in the order in which they were done
     */
    @PermitAll
    public List<UUID> mergeAll(List<PersonPair> pairs, MergeReason reason) {
        Set<UUID> uuids = new HashSet<>();
        pairs.forEach(pair -> uuids.addAll(List.of(pair.one(), pair.other())));
        Map<UUID, Long> roots = ledger().roots(uuids);
        List<MergePlan> plans = new ArrayList<>();
        for (PersonPair pair : pairs) {
            Long one = roots.get(pair.one());
            Long other = roots.get(pair.other());
            if (!one.equals(other)) {
                plans.add(new MergePlan(Math.min(one, other), Math.max(one, other), pair.score()));
            }
        }
        if (plans.isEmpty()) {
            return List.of();
        }
        List<UUID> merges = ledger().uuids(merging.merge(plans, reason, Map.of()));
        if (pairs.size() == 1 && merges.size() == 1) {
            recordMerged(plans.get(0), merges.get(0));
        } else {
            audit.record("person.merged-all", null, reason.how() + " " + merges.size() + " of " + pairs.size());
        }
        return merges;
    }

    /**
     * What was added since a merge, of which somebody has to say whose it is when the merge is taken back; what other
     * organisations keep to themselves is not among it and stays with the survivor. For staff and the platform's
     * administrator.
     *
     * @throws NotFoundException there is no such merge
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<LaterFact> laterFacts(UUID merge) {
        return laterFacts(ledger().get(merge, false));
    }

    /**
     * Takes a merge back, at any time: what was the second person's goes back, also when it was edited since, and what was
     * added since stays with the first unless it is among those given. From now on the two are not the same. For staff of the
     * steward of the survivor, of the organisation that merged, and the platform's administrator.
     *
     * @param given what is the second person's of {@link #laterFacts(UUID)}
     * @return the second person
     * @throws NotFoundException there is no such merge
     * @throws ProposalNeededException the caller may not
     * @throws MergeRefused it was taken back before, or somebody else merged one of them at this moment
     * @throws InvalidInputException the reason is missing, or something given was not added since
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID unmerge(UUID merge, Collection<FactKey> given, String reason) {
        MergeLedger.Written written = ledger().get(merge, true);
        if (written.undone()) {
            throw new MergeRefused.Undone();
        }
        boolean mine = written.organisationId() != null && currentUser.worksFor(written.organisationId());
        if (!mine && !stewardship.isMine(written.rootId())) {
            throw new ProposalNeededException();
        }
        String told = MergeReason.required(reason, true);
        if (!given.isEmpty()) {
            requireLater(written, given);
        }
        merging.unmerge(written, new HashSet<>(given), told);
        UUID back = ledger().uuidOf(written.mergedId());
        audit.record("person.unmerged", back, merge + " given " + given.size());
        return back;
    }

    /**
     * Takes merges back that an import did by itself, as if it never had: what was added since stays with the survivor, and
     * nobody said that the two are different. What was taken back before is passed over. For the import, which has asked who
     * may.
     *
     * @param merges in the order in which they were done
     * @return how many were taken back
     */
    @PermitAll
    public int forget(List<UUID> merges, String reason) {
        int undone = 0;
        for (int at = merges.size() - 1; at >= 0; at--) {
            MergeLedger.Written written = ledger().get(merges.get(at), true);
            if (!written.undone()) {
                merging.forget(written, reason);
                undone++;
            }
        }
        return undone;
    }

    /**
     * Says that two who look alike are not the same; every later run obeys, until a merge lifts it with a reason. For staff
     * and the platform's administrator.
     *
     * @throws NotFoundException one of them does not exist
     * @throws MergeRefused they are one: the merge is to be taken back
     * @throws InvalidInputException the reason is missing
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID notTheSame(UUID one, UUID other, String reason) {
        MergePlan plan = plan(one, other);
        UUID said = new NotSame(em, Subject.PERSON)
                .say(
                        plan.survivorId(),
                        plan.mergedId(),
                        new NotSame.Saying(
                                currentUser.organisationId(),
                                currentUser.accountId(),
                                MergeReason.required(reason, true),
                                null,
                                clock.instant()));
        settled.fire(new PersonsSettled(List.of(plan.survivorId(), plan.mergedId())));
        audit.record("person.not-the-same", ledger().uuidOf(plan.survivorId()), said.toString());
        return said;
    }

    /** All records of persons that somebody said are not the same, two by two. For the import, which has no caller. */
    @PermitAll
    public List<Division> divisions() {
        return new NotSame(em, Subject.PERSON).divisions();
    }

    private void recordMerged(MergePlan plan, UUID merge) {
        audit.record(
                "person.merged", ledger().uuidOf(plan.survivorId()), merge + " " + ledger().uuidOf(plan.mergedId()));
    }

    private List<LaterFact> laterFacts(MergeLedger.Written merge) {
        return new LaterFacts(em)
                .of(
                        merge,
                        merge.rootId(),
                        ledger().links(merge.id()).merges(),
                        facts().tables(),
                        currentUser.organisationId());
    }

    private void requireLater(MergeLedger.Written merge, Collection<FactKey> given) {
        Set<FactKey> known = new HashSet<>();
        laterFacts(merge).forEach(fact -> known.add(fact.key()));
        if (!known.containsAll(given)) {
            throw new InvalidInputException("merge-decision");
        }
    }

    private PersonFacts facts() {
        PersonFacts facts = new PersonFacts();
        facts.tell(RegistryRows.ALL);
        asked.fire(facts);
        return facts;
    }

    private MergePlan plan(UUID survivor, UUID merged) {
        MergePlan plan = ledger().plan(survivor, merged);
        if (plan.survivorId().equals(plan.mergedId())) {
            throw new MergeRefused.SamePerson();
        }
        return plan;
    }

    private MergeLedger ledger() {
        return new MergeLedger(em, Subject.PERSON);
    }
}
