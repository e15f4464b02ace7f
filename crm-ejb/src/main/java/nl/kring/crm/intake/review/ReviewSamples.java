package nl.kring.crm.intake.review;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.merging.MergeReason;
import nl.kring.crm.registry.merging.Merges;
import nl.kring.crm.registry.merging.PersonPair;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * Accepting many at once, above a weight: first ten of them, drawn at random, are judged at the desk like any other; only
 * when all ten were the same may the rest be accepted together.
 */
@Stateless
public class ReviewSamples {

    static final int SIZE = 10;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Merges merges;

    /**
     * How far a sample is.
     *
     * @param above how many more there are to accept
     */
    public record Sample(UUID uuid, double threshold, int size, int same, int other, long above, boolean accepted) {

        public boolean proven() {
            return size > 0 && same == size && !accepted;
        }
    }

    /**
     * Draws up to ten of what the caller may decide, at least that sure. For staff and the platform's administrator.
     *
     * @param threshold in bits
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID draw(double threshold) {
        Instant now = clock.instant();
        Object[] sample = (Object[]) em.createNativeQuery("""
                        insert into crm.review_sample (id, uuid, threshold, organisation_id, account_id, drawn_at)
                        values (nextval('crm.entity_seq'), gen_random_uuid(), cast(:threshold as numeric),
                                cast(:organisation as bigint), cast(:account as bigint), :now)
                        returning id, uuid""")
                .setParameter("threshold", threshold)
                .setParameter("organisation", currentUser.organisationId())
                .setParameter("account", currentUser.accountId())
                .setParameter("now", now)
                .getSingleResult();
        em.createNativeQuery("""
                        insert into crm.review_sample_item (sample_id, item_id)
                        select :sample, i.id from crm.review_item i where i.id in (:items) order by random() limit :size""")
                .setParameter("sample", sample[0])
                .setParameter("items", ids(queue().above(threshold, now)))
                .setParameter("size", SIZE)
                .executeUpdate();
        return (UUID) sample[1];
    }

    /**
     * How far one is. For those who drew it.
     *
     * @throws NotFoundException the caller drew no such sample
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Sample get(UUID uuid) {
        Object[] row = row(uuid);
        boolean accepted = row[6] != null;
        double threshold = ((Number) row[1]).doubleValue();
        return new Sample(
                uuid,
                threshold,
                ((Number) row[3]).intValue(),
                ((Number) row[4]).intValue(),
                ((Number) row[5]).intValue(),
                accepted ? 0 : queue().above(threshold, (Instant) row[2]).size(),
                accepted);
    }

    /**
     * Makes one of all pairs at least so sure that were there when the sample was drawn and that nobody is looking at; one
     * decision, taken back as a whole. For those who drew it.
     *
     * @return how many pairs
     * @throws NotFoundException the caller drew no such sample
     * @throws ReviewRefused not all of the sample were judged to be the same, or it was accepted before
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public int accept(UUID uuid) {
        Object[] row = row(uuid);
        if (row[6] != null || !row[3].equals(row[4]) || ((Number) row[3]).intValue() == 0) {
            throw new ReviewRefused.SampleUnproven();
        }
        List<ReviewQueue.Item> rest = queue().above(((Number) row[1]).doubleValue(), (Instant) row[2]);
        if (rest.isEmpty()) {
            return 0;
        }
        List<UUID> done = merges.mergeAll(
                rest.stream()
                        .map(item -> new PersonPair(item.one(), item.other(), item.score()))
                        .toList(),
                MergeReason.reviewed(
                        ((Number) row[1]).doubleValue(), rest.get(0).modelVersion()));
        ReviewDecisions decisions = ReviewDecisions.of(em, clock.instant(), currentUser);
        ReviewDecisions.Made made = decisions.write(ReviewDecisions.Kind.TOGETHER, done, null);
        decisions.close(ids(rest), made);
        em.createNativeQuery("update crm.review_sample set decision_id = :decision where id = :id")
                .setParameter("decision", made.id())
                .setParameter("id", row[0])
                .executeUpdate();
        return rest.size();
    }

    private Object[] row(UUID uuid) {
        List<?> rows = em.createNativeQuery("""
                        select s.id, s.threshold, s.drawn_at, cast(count(i.id) as int),
                               cast(count(*) filter (where i.state = 'SAME' or i.state = 'GONE' and n.one) as int),
                               cast(count(*) filter (where i.state = 'OTHER' or i.state = 'GONE' and not n.one) as int), d.id
                          from crm.review_sample s
                          left join crm.review_decision d on d.id = s.decision_id and d.undone_at is null
                          left join crm.review_sample_item x on x.sample_id = s.id
                          left join crm.review_item i on i.id = x.item_id
                          left join lateral (select crm.survivor_of(i.one_id) = crm.survivor_of(i.other_id) as one) n on true
                         where s.uuid = :uuid and s.account_id = :account
                         group by s.id, d.id""")
                .setParameter("uuid", uuid)
                .setParameter("account", currentUser.accountId())
                .getResultList();
        if (rows.isEmpty()) {
            throw new NotFoundException();
        }
        return (Object[]) rows.get(0);
    }

    private ReviewQueue queue() {
        return ReviewQueue.of(em, clock.instant(), currentUser);
    }

    private static List<Long> ids(List<ReviewQueue.Item> items) {
        return items.stream().map(ReviewQueue.Item::id).toList();
    }
}
