package nl.kring.crm.registry.columns;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.workbench.OwnSubject;

/** The numbers that own columns hang on; of somebody who was merged, the survivor's. */
class Subjects {

    private static final Map<OwnSubject, String> TABLES =
            Map.of(OwnSubject.PERSON, "crm.person", OwnSubject.ORGANISATION, "crm.organisation");

    private final EntityManager em;

    Subjects(EntityManager em) {
        this.em = em;
    }

    /** All of them in one query; refuses when one does not exist. */
    @SuppressWarnings("unchecked")
    Map<UUID, Long> idsOf(OwnSubject subject, Collection<UUID> uuids) {
        List<Object[]> rows = em.createNativeQuery("""
                        with recursive found (uuid, id, onwards) as (
                          select uuid, id, merged_into_id from %1$s where uuid = any (:uuids)
                          union all
                          select f.uuid, t.id, t.merged_into_id from found f join %1$s t on t.id = f.onwards)
                        select uuid, id from found where onwards is null""".formatted(TABLES.get(subject)))
                .setParameter("uuids", uuids.toArray(UUID[]::new))
                .getResultList();
        Map<UUID, Long> ids = new HashMap<>();
        rows.forEach(row -> ids.put((UUID) row[0], ((Number) row[1]).longValue()));
        if (!ids.keySet().containsAll(uuids)) {
            throw new NotFoundException();
        }
        return ids;
    }
}
