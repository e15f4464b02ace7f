package nl.kring.crm.intake.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.intake.matching.Level;
import nl.kring.crm.intake.review.ReviewDecisions.Kind;
import nl.kring.crm.intake.review.ReviewDecisions.Made;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.merging.MergeReason;
import nl.kring.crm.registry.merging.MergeRefused;
import nl.kring.crm.registry.merging.Merges;
import nl.kring.crm.registry.merging.PersonPair;
import nl.kring.crm.registry.merging.Separations;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * The review desk: pairs of persons that may be one, one at a time, the most doubtful first. Staff decide on those of whom
 * their organisation knows at least one, the platform's administrator on all; to others an item does not exist.
 */
@Stateless
public class Reviews {

    private static final int MOST_LINES = 200;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Merges merges;

    @Inject
    private Separations separations;

    /** How many there are to decide. For staff and the platform's administrator, each those that he or she may decide. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public long count(ReviewQuery query) {
        return queue().count(query);
    }

    /** The first 200, also those that somebody is looking at. For staff and the platform's administrator. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<ReviewLine> first(ReviewQuery query) {
        return queue().first(query, MOST_LINES).stream()
                .map(item -> new ReviewLine(
                        item.uuid(), item.one(), item.other(), item.name(), item.otherName(), item.score()))
                .toList();
    }

    /**
     * The next one, which nobody else gets for ten minutes; again the same until it is decided, put off or let go. For staff
     * and the platform's administrator.
     *
     * @return null when there is none
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public ReviewCase next(ReviewQuery query) {
        ReviewQueue.Item item = queue().take(query);
        return item == null ? null : shown(item);
    }

    /** Lets go of what the caller was looking at. For staff and the platform's administrator. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void release() {
        queue().release(-1);
    }

    /**
     * Makes one person of the two, whoever looks after them: the desk decides for the organisations together. For staff and
     * the platform's administrator.
     *
     * @return the decision, for taking it back
     * @throws NotFoundException there is no such item for the caller
     * @throws ReviewRefused somebody else has it, or it was decided
     * @throws MergeRefused somebody said that they are not the same
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID same(UUID item) {
        ReviewQueue.Item open = open(item);
        List<Long> closed = decisions().alike(open.oneId(), open.otherId());
        List<UUID> done = merges.mergeAll(
                List.of(new PersonPair(open.one(), open.other(), open.score())),
                MergeReason.reviewed(open.score(), open.modelVersion()));
        if (done.isEmpty()) {
            throw new MergeRefused.NotTheSame();
        }
        return decided(Kind.SAME, closed, done, null);
    }

    /**
     * Keeps the two apart for good; later runs obey. For staff and the platform's administrator.
     *
     * @param reason in words
     * @return the decision, for taking it back
     * @throws NotFoundException there is no such item for the caller
     * @throws ReviewRefused somebody else has it, or it was decided
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID notTheSame(UUID item, String reason) {
        ReviewQueue.Item open = open(item);
        List<Long> closed = decisions().alike(open.oneId(), open.otherId());
        UUID said = merges.notTheSame(open.one(), open.other(), reason);
        return decided(Kind.OTHER, closed, List.of(), said);
    }

    /**
     * Puts an item off for a week, for the caller's organisation alone. For staff and the platform's administrator.
     *
     * @throws NotFoundException there is no such item for the caller
     * @throws ReviewRefused somebody else has it, or it was decided
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void later(UUID item) {
        queue().later(open(item).id());
        queue().release(-1);
    }

    /** True when the caller decided something that can be taken back. For staff and the platform's administrator. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public boolean undoable() {
        return decisions().last() != null;
    }

    /**
     * Takes back what the caller decided last and gives it back to decide, as if nobody had decided. For staff and the
     * platform's administrator.
     *
     * @param reason in words
     * @throws NotFoundException the caller decided nothing that stands
     * @throws MergeRefused the merge was taken back elsewhere
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void undoLast(String reason) {
        Made last = decisions().last();
        if (last == null) {
            throw new NotFoundException();
        }
        undo(last, reason);
    }

    private void undo(Made made, String reason) {
        List<UUID> latestFirst = new ArrayList<>(made.merges());
        Collections.reverse(latestFirst);
        for (UUID merge : latestFirst) {
            merges.unmerge(merge, List.of(), reason);
            separations.withdrawOfMerge(merge);
        }
        if (made.said() != null) {
            separations.withdraw(made.said());
        }
        List<Long> items = decisions().reopen(made);
        if (items.size() == 1) {
            queue().release(items.get(0));
            queue().hold(items.get(0));
        }
    }

    private UUID decided(Kind kind, List<Long> items, List<UUID> done, UUID said) {
        ReviewDecisions decisions = decisions();
        Made made = decisions.write(kind, done, said);
        decisions.close(items, made);
        return made.uuid();
    }

    private ReviewQueue.Item open(UUID uuid) {
        ReviewQueue.Item item = uuid == null ? null : queue().locked(uuid);
        if (item == null) {
            throw new NotFoundException();
        }
        if (!item.state().equals("OPEN") || item.oneId().equals(item.otherId())) {
            throw new ReviewRefused.Decided();
        }
        if (!item.free()) {
            throw new ReviewRefused.Taken();
        }
        return item;
    }

    private ReviewCase shown(ReviewQueue.Item item) {
        Sides.Compared compared = new Sides(em, currentUser.organisationId()).ofPersons(item.oneId(), item.otherId());
        List<Evidence> evidence = item.evidence().stream()
                .map(line -> Evidence.of(line, compared.agreed()))
                .toList();
        Set<Level> levels = EnumSet.noneOf(Level.class);
        evidence.forEach(each -> levels.add(each.level()));
        return new ReviewCase(
                item.uuid(),
                item.one(),
                item.other(),
                item.name(),
                item.otherName(),
                item.score(),
                item.modelVersion(),
                item.oneRegister(),
                evidence,
                LookAlike.of(
                        new LookAlike.Pair(levels, born(item.oneId()), born(item.otherId()), compared.oneAddress())),
                compared.sides(),
                merges.preview(item.one(), item.other(), null));
    }

    /** As everybody may see it. */
    private LocalDate born(Long person) {
        return em.createQuery("select p.birthDate from Person p where p.id = :person", LocalDate.class)
                .setParameter("person", person)
                .getSingleResult();
    }

    private ReviewQueue queue() {
        return ReviewQueue.of(em, clock.instant(), currentUser);
    }

    private ReviewDecisions decisions() {
        return ReviewDecisions.of(em, clock.instant(), currentUser);
    }
}
