package nl.kring.crm.intake;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.intake.matching.BandShift;
import nl.kring.crm.intake.matching.Model;

/** The models that are kept. One without content is the one that the product comes with. */
class ModelTable {

    private static final String COLUMNS =
            "select uuid, version, state, records, compared_with, shifts, asked_at, learned_at, in_use, used_since, content from crm.matching_model";

    private final EntityManager em;

    /** A version with what it weighs; null while that is not known. */
    record Kept(ModelVersion version, Model model) {}

    ModelTable(EntityManager em) {
        this.em = em;
    }

    /** What the matching weighs by now. */
    Model inUse() {
        List<?> used = em.createNativeQuery("select content from crm.matching_model where in_use")
                .getResultList();
        return used.isEmpty() || used.get(0) == null ? Model.SHIPPED : Model.of((String) used.get(0));
    }

    /** The newest first. */
    List<Kept> all() {
        return kept(em.createNativeQuery(COLUMNS + " order by id desc").getResultList());
    }

    /** Null when there is no such one. */
    Kept get(UUID uuid) {
        return kept(em.createNativeQuery(COLUMNS + " where uuid = :uuid")
                        .setParameter("uuid", uuid)
                        .getResultList())
                .stream()
                .findFirst()
                .orElse(null);
    }

    UUID begin(Long account, Instant now) {
        return (UUID) em.createNativeQuery("""
                        insert into crm.matching_model (id, uuid, version, state, account_id, asked_at)
                        select nextval('crm.entity_seq'), gen_random_uuid(), cast(count(*) + 1 as text), 'LEARNING',
                               cast(:account as bigint), :now
                          from crm.matching_model
                        returning uuid""")
                .setParameter("account", account)
                .setParameter("now", now)
                .getSingleResult();
    }

    void learned(UUID uuid, Model model, int records, String comparedWith, BandShift shift, Instant now) {
        em.createNativeQuery("""
                        update crm.matching_model
                           set state = 'READY', content = :content, records = :records, compared_with = :compared,
                               shifts = cast(:shifts as bigint[]), learned_at = :now
                         where uuid = :uuid and state = 'LEARNING'""")
                .setParameter("content", model.text())
                .setParameter("records", records)
                .setParameter("compared", comparedWith)
                .setParameter("shifts", shift.pairs().toArray(Long[]::new))
                .setParameter("now", now)
                .setParameter("uuid", uuid)
                .executeUpdate();
    }

    void failed(UUID uuid) {
        em.createNativeQuery("update crm.matching_model set state = 'FAILED' where uuid = :uuid and state = 'LEARNING'")
                .setParameter("uuid", uuid)
                .executeUpdate();
    }

    void use(UUID uuid, Instant now) {
        em.createNativeQuery("update crm.matching_model set in_use = false where in_use")
                .executeUpdate();
        em.createNativeQuery("update crm.matching_model set in_use = true, used_since = :now where uuid = :uuid")
                .setParameter("now", now)
                .setParameter("uuid", uuid)
                .executeUpdate();
    }

    private static List<Kept> kept(List<?> rows) {
        return rows.stream().map(Object[].class::cast).map(ModelTable::kept).toList();
    }

    private static Kept kept(Object[] row) {
        ModelVersion.State state = ModelVersion.State.valueOf((String) row[2]);
        String content = (String) row[10];
        return new Kept(
                new ModelVersion(
                        (UUID) row[0],
                        (String) row[1],
                        state,
                        (Integer) row[3],
                        (String) row[4],
                        row[5] == null ? null : new BandShift(Arrays.asList((Long[]) row[5])),
                        (Instant) row[6],
                        (Instant) row[7],
                        (Boolean) row[8],
                        (Instant) row[9]),
                content != null ? Model.of(content) : state == ModelVersion.State.READY ? Model.SHIPPED : null);
    }
}
