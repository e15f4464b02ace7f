package nl.kring.crm.registry.merging;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.OrganisationField;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * Two practices, or other organisations of one kind, that are one; taken back when they were not, and kept apart when they
 * only look alike. A participant is itself and nobody else.
 */
@Stateless
public class OrganisationMerges {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private OrganisationMerging merging;

    @Inject
    private AuditTrail audit;

    /**
     * What merging two would do; the older stays, unless the other is wanted. For staff and the platform's administrator.
     *
     * @param survivor which is to stay; null for the older
     * @throws NotFoundException one of them does not exist
     * @throws MergeRefused they are one already, or of different kinds, or one takes part
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public MergePreview preview(UUID one, UUID other, UUID survivor) {
        MergePlan plan = ledger().staying(plan(one, other), survivor);
        MergeReader reader = reader();
        List<PersonRows> tables = merging.rows().tables();
        return new MergePreview(
                ledger().uuidOf(plan.survivorId()),
                ledger().uuidOf(plan.mergedId()),
                reader.moved(plan, tables),
                reader.collisions(plan, tables),
                !new NotSame(em, Subject.ORGANISATION).divided(List.of(plan)).isEmpty(),
                true);
    }

    /**
     * Makes one of two: rows of registers, what was said, relations, memberships and everybody who works there go to the first,
     * and the second points to it. For staff of any participant and the platform's administrator.
     *
     * @param chosen by field the row of a register or the statement that has the value to be shown
     * @return the merge, for taking it back
     * @throws NotFoundException one of them does not exist
     * @throws MergeRefused they are one already, of different kinds, one takes part, or somebody said that they are not the same
     * @throws InvalidInputException the reason is missing, or a chosen value is not theirs
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID merge(UUID survivor, UUID merged, MergeReason reason, Map<OrganisationField, UUID> chosen) {
        MergePlan plan = plan(survivor, merged);
        MergeReason told = new MergeReason(
                MergeReason.How.MANUAL, MergeReason.required(reason.text(), true), null, null, reason.lifting());
        Long merge = merging.merge(plan, told, chosen);
        UUID uuid = ledger().uuids(List.of(merge)).get(0);
        audit.record(
                "organisation.merged",
                ledger().uuidOf(plan.survivorId()),
                uuid + " " + ledger().uuidOf(plan.mergedId()));
        return uuid;
    }

    /**
     * Takes a merge back, also one that an import did by itself: what was the second's goes back, what was added since stays,
     * and from now on the two are not the same. For staff of any participant and the platform's administrator.
     *
     * @return the second
     * @throws NotFoundException there is no such merge
     * @throws MergeRefused it was taken back before, or somebody else merged one of them at this moment
     * @throws InvalidInputException the reason is missing
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID unmerge(UUID merge, String reason) {
        MergeLedger.Written written = ledger().get(merge, true);
        if (written.undone()) {
            throw new MergeRefused.Undone();
        }
        merging.unmerge(written, MergeReason.required(reason, true));
        UUID back = ledger().uuidOf(written.mergedId());
        audit.record("organisation.unmerged", back, merge.toString());
        return back;
    }

    /**
     * Says that two that look alike are not the same; every later run obeys, until a merge lifts it with a reason. For staff
     * and the platform's administrator.
     *
     * @throws NotFoundException one of them does not exist
     * @throws MergeRefused they are one: the merge is to be taken back
     * @throws InvalidInputException the reason is missing
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID notTheSame(UUID one, UUID other, String reason) {
        MergePlan plan = plan(one, other);
        UUID said = new NotSame(em, Subject.ORGANISATION)
                .say(
                        plan.survivorId(),
                        plan.mergedId(),
                        new NotSame.Saying(
                                currentUser.organisationId(),
                                currentUser.accountId(),
                                MergeReason.required(reason, true),
                                null,
                                clock.instant()));
        audit.record("organisation.not-the-same", ledger().uuidOf(plan.survivorId()), said.toString());
        return said;
    }

    /**
     * Every merge that made an organisation what it is, and those that were taken back, the newest first. For staff and the
     * platform's administrator.
     *
     * @throws NotFoundException there is no such organisation
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<MergeLine> of(UUID organisation) {
        return reader().story(ledger().roots(List.of(organisation)).get(organisation));
    }

    /**
     * Which would be two again. For staff and the platform's administrator.
     *
     * @throws NotFoundException there is no such merge
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public MergePair pair(UUID merge) {
        return ledger().pair(merge);
    }

    private MergePlan plan(UUID survivor, UUID merged) {
        MergePlan plan = ledger().plan(survivor, merged);
        if (plan.survivorId().equals(plan.mergedId())) {
            throw new MergeRefused.SameOrganisation();
        }
        Organisation one = em.find(Organisation.class, plan.survivorId());
        Organisation other = em.find(Organisation.class, plan.mergedId());
        if (one.getKind() != other.getKind() || one.isParticipant() || other.isParticipant()) {
            throw new MergeRefused.NotOfOneKind();
        }
        return plan;
    }

    private MergeReader reader() {
        return new MergeReader(em, clock.instant(), Subject.ORGANISATION);
    }

    private MergeLedger ledger() {
        return new MergeLedger(em, Subject.ORGANISATION);
    }
}
