package nl.kring.crm.registry.columns;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import nl.kring.crm.workbench.OwnFieldLine;
import nl.kring.crm.workbench.OwnFields;
import nl.kring.crm.workbench.OwnSubject;
import nl.kring.crm.workbench.OwnValueEdit;

/** Blocks of a spreadsheet that are pasted into the caller's organisation's own columns of persons. */
@Stateless
public class PastedValues {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private OwnFields fields;

    /**
     * What a block would do, row by row and cell by cell; nothing is written. For staff.
     *
     * @param text cells parted by tabs; the first row names the own columns, the first column says whom a row is about: a
     *     BIG number, an AGB code, an e-mail address, the key of a row in the organisation's own register, or a name and a
     *     date of birth. At most 2,000 rows
     * @throws InvalidInputException there is no header with rows, or too much
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public PastePreview preview(String text) {
        PastedBlock block = PastedBlock.of(text);
        List<OwnFieldLine> known = fields.list(OwnSubject.PERSON);
        List<OwnFieldLine> columns = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (String name : block.columns()) {
            OwnFieldLine field = known.stream()
                    .filter(each -> each.name().equalsIgnoreCase(name) && !columns.contains(each))
                    .findFirst()
                    .orElse(null);
            columns.add(field);
            if (field == null) {
                unknown.add(name);
            }
        }
        Map<String, Set<PersonFinder.Person>> found =
                new PersonFinder(em, currentUser.requireOrganisation()).find(block);
        Map<Long, Map<UUID, String>> kept = fields.valuesOf(
                OwnSubject.PERSON,
                found.values().stream()
                        .flatMap(Set::stream)
                        .map(PersonFinder.Person::id)
                        .toList());
        Set<UUID> before = new HashSet<>();
        List<PastedRow> rows = block.rows().stream()
                .map(row -> row(row, columns, found.getOrDefault(row.identifier(), Set.of()), kept, before))
                .toList();
        int changes = (int) rows.stream()
                .flatMap(row -> row.cells().stream())
                .filter(cell -> cell.outcome() == PastedCell.Outcome.CHANGED)
                .count();
        return new PastePreview(
                columns.stream().filter(Objects::nonNull).toList(), unknown, rows, changes, fingerprint(rows));
    }

    /**
     * Writes what a preview showed as changed, together. For staff.
     *
     * @return the change, for taking all of it back with {@link OwnFields#undo}; null when nothing changed
     * @throws EditConflictException it would do something else now than the preview showed
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID apply(String text, String fingerprint) {
        PastePreview now = preview(text);
        if (!now.fingerprint().equals(fingerprint)) {
            throw new EditConflictException();
        }
        Map<UUID, Long> ids = new Subjects(em)
                .idsOf(
                        OwnSubject.PERSON,
                        now.rows().stream()
                                .map(PastedRow::person)
                                .filter(Objects::nonNull)
                                .distinct()
                                .toList());
        return fields.change(
                OwnSubject.PERSON,
                now.rows().stream()
                        .flatMap(row -> row.cells().stream()
                                .filter(cell -> cell.outcome() == PastedCell.Outcome.CHANGED)
                                .map(cell -> new OwnValueEdit(
                                        cell.field().uuid(), ids.get(row.person()), cell.typed(), cell.old())))
                        .toList());
    }

    private static PastedRow row(
            PastedBlock.Row row,
            List<OwnFieldLine> columns,
            Set<PersonFinder.Person> found,
            Map<Long, Map<UUID, String>> kept,
            Set<UUID> before) {
        if (found.size() != 1) {
            PastedRow.Match match = found.isEmpty() ? PastedRow.Match.NOT_FOUND : PastedRow.Match.AMBIGUOUS;
            return new PastedRow(row.number(), row.identifier(), match, null, null, List.of());
        }
        PersonFinder.Person person = found.iterator().next();
        if (!before.add(person.uuid())) {
            return new PastedRow(row.number(), row.identifier(), PastedRow.Match.TWICE, null, person.name(), List.of());
        }
        Map<UUID, String> values = kept.getOrDefault(person.id(), Map.of());
        List<PastedCell> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i) != null) {
                cells.add(cell(
                        columns.get(i),
                        row.cells().get(i),
                        values.get(columns.get(i).uuid())));
            }
        }
        return new PastedRow(
                row.number(), row.identifier(), PastedRow.Match.FOUND, person.uuid(), person.name(), cells);
    }

    private static PastedCell cell(OwnFieldLine field, String typed, String old) {
        if (typed.isBlank()) {
            return new PastedCell(field, typed, old, null, PastedCell.Outcome.LEFT, null, List.of());
        }
        try {
            String kept = field.checked(typed);
            PastedCell.Outcome outcome =
                    Objects.equals(kept, old) ? PastedCell.Outcome.UNCHANGED : PastedCell.Outcome.CHANGED;
            return new PastedCell(field, typed, old, kept, outcome, null, List.of());
        } catch (InvalidInputException e) {
            return new PastedCell(field, typed, old, null, PastedCell.Outcome.REFUSED, e.code(), e.arguments());
        }
    }

    private static String fingerprint(List<PastedRow> rows) {
        StringBuilder all = new StringBuilder();
        rows.forEach(row -> {
            all.append(row.person()).append(row.match());
            row.cells()
                    .forEach(cell -> all.append('\0')
                            .append(cell.field().uuid())
                            .append(cell.old())
                            .append('\0')
                            .append(cell.kept()));
        });
        return UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
