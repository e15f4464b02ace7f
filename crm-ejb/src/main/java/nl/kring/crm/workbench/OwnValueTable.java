package nl.kring.crm.workbench;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;

/** Reads and writes own values in sets: one query to look, three to write, however many cells. */
class OwnValueTable {

    /** One cell and what should stand in it, checked. */
    record Cell(OwnField field, Long subjectId, String value, String seen) {}

    private record Place(Long fieldId, Long subjectId) {}

    private final EntityManager em;

    OwnValueTable(EntityManager em) {
        this.em = em;
    }

    /** By subject and column; what is empty is not there. */
    Map<Long, Map<UUID, String>> read(Collection<OwnField> fields, Collection<Long> subjectIds) {
        Map<Long, Map<UUID, String>> values = new HashMap<>();
        if (fields.isEmpty() || subjectIds.isEmpty()) {
            return values;
        }
        Map<Long, UUID> uuids = new HashMap<>();
        fields.forEach(field -> uuids.put(field.getId(), field.getUuid()));
        current(uuids.keySet(), subjectIds)
                .forEach((place, value) -> values.computeIfAbsent(place.subjectId, id -> new HashMap<>())
                        .put(uuids.get(place.fieldId), value));
        return values;
    }

    /**
     * Writes the cells that differ, in turns per column.
     *
     * @return how many differed
     * @throws EditConflictException one holds something else than what was seen
     */
    int write(OwnChange change, List<Cell> cells, Instant now, Long accountId) {
        List<Long> fieldIds = cells.stream()
                .map(cell -> cell.field.getId())
                .distinct()
                .sorted()
                .toList();
        em.flush();
        em.createNativeQuery("select id from crm.own_field where id = any (:ids) order by id for no key update")
                .setParameter("ids", fieldIds.toArray(Long[]::new))
                .getResultList();
        Map<Place, String> before =
                current(fieldIds, cells.stream().map(Cell::subjectId).distinct().toList());
        if (cells.stream().anyMatch(cell -> !Objects.equals(before.get(place(cell)), cell.seen))) {
            throw new EditConflictException();
        }
        List<Cell> changed = cells.stream()
                .filter(cell -> !Objects.equals(before.get(place(cell)), cell.value))
                .toList();
        if (changed.isEmpty()) {
            return 0;
        }
        Long[] fields = changed.stream().map(cell -> cell.field.getId()).toArray(Long[]::new);
        Long[] subjects = changed.stream().map(Cell::subjectId).toArray(Long[]::new);
        String[] values = changed.stream().map(Cell::value).toArray(String[]::new);
        em.createNativeQuery("""
                        insert into crm.own_change_value (change_id, field_id, subject_id, old_value, new_value)
                        select :change, d.field_id, d.subject_id, v.value, d.value
                          from unnest(cast(:fields as bigint[]), cast(:subjects as bigint[]), cast(:values as text[]))
                               as d (field_id, subject_id, value)
                          left join crm.own_value v on v.field_id = d.field_id and v.subject_id = d.subject_id""")
                .setParameter("change", change.getId())
                .setParameter("fields", fields)
                .setParameter("subjects", subjects)
                .setParameter("values", values)
                .executeUpdate();
        apply(change, "new_value", "true", now, accountId);
        return changed.size();
    }

    /**
     * Puts back what stood there before a change, except where somebody wrote something else since.
     *
     * @return how many cells were put back
     */
    int undo(OwnChange change, Instant now, Long accountId) {
        return apply(change, "old_value", """
                (select v.value from crm.own_value v where v.field_id = c.field_id and v.subject_id = c.subject_id)
                  is not distinct from c.new_value""", now, accountId);
    }

    private int apply(OwnChange change, String column, String where, Instant now, Long accountId) {
        int emptied = em.createNativeQuery("""
                        delete from crm.own_value o using crm.own_change_value c
                         where c.change_id = :change and c.%1$s is null and o.field_id = c.field_id
                           and o.subject_id = c.subject_id and %2$s""".formatted(column, where))
                .setParameter("change", change.getId())
                .executeUpdate();
        int written = em.createNativeQuery("""
                        insert into crm.own_value (field_id, subject_id, value, account_id, changed_at)
                        select c.field_id, c.subject_id, c.%1$s, cast(:account as bigint), :now
                          from crm.own_change_value c
                         where c.change_id = :change and c.%1$s is not null and %2$s
                        on conflict (field_id, subject_id) do update
                           set value = excluded.value, account_id = excluded.account_id, changed_at = excluded.changed_at""".formatted(column, where))
                .setParameter("change", change.getId())
                .setParameter("account", accountId)
                .setParameter("now", now)
                .executeUpdate();
        return emptied + written;
    }

    private static Place place(Cell cell) {
        return new Place(cell.field.getId(), cell.subjectId);
    }

    @SuppressWarnings("unchecked")
    private Map<Place, String> current(Collection<Long> fieldIds, Collection<Long> subjectIds) {
        Map<Place, String> found = new HashMap<>();
        List<Object[]> rows = em.createNativeQuery("""
                        select field_id, subject_id, value from crm.own_value
                         where field_id = any (:fields) and subject_id = any (:subjects)""")
                .setParameter("fields", fieldIds.toArray(Long[]::new))
                .setParameter("subjects", subjectIds.toArray(Long[]::new))
                .getResultList();
        rows.forEach(row ->
                found.put(new Place(((Number) row[0]).longValue(), ((Number) row[1]).longValue()), (String) row[2]));
        return found;
    }
}
