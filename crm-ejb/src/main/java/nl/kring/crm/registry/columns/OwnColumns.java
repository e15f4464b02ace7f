package nl.kring.crm.registry.columns;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import nl.kring.crm.workbench.OwnFieldLine;
import nl.kring.crm.workbench.OwnFields;
import nl.kring.crm.workbench.OwnSubject;
import nl.kring.crm.workbench.OwnValueEdit;

/**
 * What stands in the caller's organisation's own columns, beside the persons and organisations of the register. Everything
 * here is that organisation's alone.
 */
@Stateless
public class OwnColumns {

    private static final int MOST_AT_ONCE = 5_000;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private OwnFields fields;

    /**
     * A page of the list: persons by name with the own columns, in three queries whatever its size. For staff.
     *
     * @throws NotFoundException the column is none of the caller's organisation
     * @throws InvalidInputException the value cannot stand in that column
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public ListPage page(ListQuery query) {
        List<OwnFieldLine> columns = fields.list(OwnSubject.PERSON);
        LocalDate today = LocalDate.now(clock.withZone(SystemClock.AMSTERDAM));
        List<ListRows.Found> found = new ListRows(em, currentUser.requireOrganisation(), today).find(query, columns);
        boolean more = found.size() > query.size();
        List<ListRows.Found> shown = more ? found.subList(0, query.size()) : found;
        Map<Long, Map<UUID, String>> values = fields.valuesOf(
                OwnSubject.PERSON, shown.stream().map(ListRows.Found::id).toList());
        return new ListPage(
                columns,
                shown.stream()
                        .map(row -> row.with(values.getOrDefault(row.id(), Map.of())))
                        .toList(),
                more ? shown.get(shown.size() - 1).uuid() : null);
    }

    /**
     * What stands in the columns of one person or organisation, by column. For staff.
     *
     * @throws NotFoundException there is no such person or organisation
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public Map<UUID, String> valuesOf(OwnSubject subject, UUID uuid) {
        Long id = new Subjects(em).idsOf(subject, List.of(uuid)).get(uuid);
        return fields.valuesOf(subject, List.of(id)).getOrDefault(id, Map.of());
    }

    /**
     * Writes cells together. For staff.
     *
     * @return the change, for taking it back; null when everything stood there already
     * @throws NotFoundException a subject does not exist, or a column is none of the caller's organisation
     * @throws InvalidInputException a value cannot stand in its column
     * @throws EditConflictException somebody else wrote a cell since the caller looked
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID write(OwnSubject subject, List<Cell> cells) {
        limited(cells);
        if (cells.isEmpty()) {
            return null;
        }
        Map<UUID, Long> ids = new Subjects(em)
                .idsOf(subject, cells.stream().map(Cell::subject).distinct().toList());
        return fields.change(
                subject,
                cells.stream()
                        .map(cell -> new OwnValueEdit(cell.field(), ids.get(cell.subject()), cell.typed(), cell.seen()))
                        .toList());
    }

    /**
     * Writes the same into one column of many persons or organisations. For staff.
     *
     * @return the change, for taking it back; null when it stood there everywhere already
     * @throws NotFoundException a subject does not exist, or the column is none of the caller's organisation
     * @throws InvalidInputException the value cannot stand in the column, or there are more than 5,000
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID writeForMany(OwnSubject subject, UUID field, Collection<UUID> uuids, String typed) {
        limited(uuids);
        return fields.setForMany(
                subject, field, new Subjects(em).idsOf(subject, uuids).values(), typed);
    }

    private static void limited(Collection<?> all) {
        if (all.size() > MOST_AT_ONCE) {
            throw new InvalidInputException("page-size", MOST_AT_ONCE);
        }
    }
}
