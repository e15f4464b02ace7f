package nl.kring.crm.workbench;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * The columns that an organisation keeps beside the shared register, and what stands in them. Its administrators say which
 * columns there are, its staff fill them in. For every other organisation, and for the platform's administrator, they do not
 * exist.
 */
@Stateless
public class OwnFields {

    private static final int LONGEST_NAME = 60;
    private static final int MOST_FIELDS = 40;
    private static final int MOST_CHOICES = 50;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /** The columns of the caller's organisation, in its order, without those put away. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<OwnFieldLine> list(OwnSubject subject) {
        return fields(subject).stream()
                .filter(field -> !field.isArchived())
                .map(OwnField::line)
                .toList();
    }

    /** The columns that were put away, by name. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<OwnFieldLine> archived(OwnSubject subject) {
        return fields(subject).stream()
                .filter(OwnField::isArchived)
                .map(OwnField::line)
                .toList();
    }

    /**
     * Adds a column behind the others. For an administrator of the organisation.
     *
     * @param choices what can be chosen, for that kind alone
     * @throws InvalidInputException the name is empty, too long or taken, or the choices are none or twice the same
     */
    @RolesAllowed(Role.ORGANISATION_ADMINS)
    public UUID define(OwnSubject subject, String name, OwnFieldKind kind, List<String> choices) {
        Long organisation = currentUser.requireOrganisation();
        if (kind == null) {
            throw new InvalidInputException("own-field-kind");
        }
        List<OwnField> others = fields(subject);
        if (others.stream().filter(field -> !field.isArchived()).count() >= MOST_FIELDS) {
            throw new InvalidInputException("own-field-too-many", MOST_FIELDS);
        }
        OwnField field = new OwnField(
                organisation, subject, freeName(others, null, name), kind, others.size() + 1, clock.instant());
        if (kind == OwnFieldKind.CHOICE) {
            field.offer(choices(choices));
        }
        em.persist(field);
        audit.record("own-field.defined", field.getUuid(), kind.name());
        return field.getUuid();
    }

    /**
     * Gives a column another name. For an administrator of the organisation.
     *
     * @throws InvalidInputException the name is empty, too long or taken
     */
    @RolesAllowed(Role.ORGANISATION_ADMINS)
    public void rename(UUID uuid, String name) {
        OwnField field = get(uuid);
        field.rename(freeName(fields(field.getSubject()), field, name));
        audit.record("own-field.renamed", uuid, null);
    }

    /**
     * Changes what can be chosen. For an administrator of the organisation.
     *
     * @throws InvalidInputException it is no column of that kind, or a choice that stands somewhere would go
     */
    @RolesAllowed(Role.ORGANISATION_ADMINS)
    public void offer(UUID uuid, List<String> choices) {
        OwnField field = get(uuid);
        if (field.getKind() != OwnFieldKind.CHOICE) {
            throw new InvalidInputException("own-field-kind");
        }
        List<String> kept = choices(choices);
        em.createNativeQuery("select distinct value from crm.own_value where field_id = :field", String.class)
                .setParameter("field", field.getId())
                .getResultStream()
                .filter(used -> !kept.contains((String) used))
                .findFirst()
                .ifPresent(used -> {
                    throw new InvalidInputException("own-field-choice-used", used);
                });
        field.offer(kept);
        audit.record("own-field.choices-changed", uuid, String.valueOf(kept.size()));
    }

    /** Moves a column one place to the front (or, not so, to the back). For an administrator of the organisation. */
    @RolesAllowed(Role.ORGANISATION_ADMINS)
    public void move(UUID uuid, boolean forward) {
        OwnField field = get(uuid);
        List<OwnField> shown = new ArrayList<>(fields(field.getSubject()).stream()
                .filter(each -> !each.isArchived())
                .toList());
        int at = shown.indexOf(field);
        int to = forward ? at - 1 : at + 1;
        if (at < 0 || to < 0 || to >= shown.size()) {
            return;
        }
        Collections.swap(shown, at, to);
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).standAt(i + 1);
        }
        audit.record("own-field.moved", uuid, null);
    }

    /** Puts a column away with all that stands in it. For an administrator of the organisation. */
    @RolesAllowed(Role.ORGANISATION_ADMINS)
    public void archive(UUID uuid) {
        get(uuid).archive(clock.instant());
        audit.record("own-field.archived", uuid, null);
    }

    /**
     * Takes a column back with all that stood in it. For an administrator of the organisation.
     *
     * @throws InvalidInputException another column has its name now
     */
    @RolesAllowed(Role.ORGANISATION_ADMINS)
    public void restore(UUID uuid) {
        OwnField field = get(uuid);
        freeName(fields(field.getSubject()), field, field.getName());
        field.restore();
        audit.record("own-field.restored", uuid, null);
    }

    /** What stands in the columns of these subjects, by subject and column, in one query. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public Map<Long, Map<UUID, String>> valuesOf(OwnSubject subject, Collection<Long> subjectIds) {
        List<OwnField> shown =
                fields(subject).stream().filter(field -> !field.isArchived()).toList();
        return new OwnValueTable(em).read(shown, subjectIds);
    }

    /**
     * Writes cells together. For staff; whoever calls it knows that the subjects exist.
     *
     * @return the change, for taking it back; null when everything stood there already
     * @throws NotFoundException one is no column of the caller's organisation
     * @throws InvalidInputException one cannot stand in its column, or is named twice
     * @throws EditConflictException somebody else wrote one since the caller looked
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID change(OwnSubject subject, List<OwnValueEdit> edits) {
        List<OwnField> shown =
                fields(subject).stream().filter(field -> !field.isArchived()).toList();
        if (edits.stream()
                        .map(edit -> List.of(edit.field(), edit.subjectId()))
                        .distinct()
                        .count()
                < edits.size()) {
            throw new InvalidInputException("own-value-twice");
        }
        List<OwnValueTable.Cell> cells = edits.stream()
                .map(edit -> {
                    OwnField field = shown.stream()
                            .filter(each -> each.getUuid().equals(edit.field()))
                            .findFirst()
                            .orElseThrow(NotFoundException::new);
                    String kept = field.line().checked(edit.typed());
                    return new OwnValueTable.Cell(field, edit.subjectId(), kept, edit.seen());
                })
                .toList();
        OwnChange change = new OwnChange(currentUser.requireOrganisation(), currentUser.accountId(), clock.instant());
        em.persist(change);
        int written = new OwnValueTable(em).write(change, cells, clock.instant(), currentUser.accountId());
        if (written == 0) {
            em.remove(change);
            return null;
        }
        audit.record("own-values.changed", change.getUuid(), String.valueOf(written));
        return change.getUuid();
    }

    /**
     * Writes the same into one column of many subjects, whatever stood there. For staff; whoever calls it knows that the
     * subjects exist.
     *
     * @return the change, for taking it back; null when it stood there everywhere already
     * @throws NotFoundException it is no column of the caller's organisation
     * @throws InvalidInputException the value cannot stand in the column
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID setForMany(OwnSubject subject, UUID field, Collection<Long> subjectIds, String typed) {
        Map<Long, Map<UUID, String>> before = valuesOf(subject, subjectIds);
        return change(
                subject,
                subjectIds.stream()
                        .distinct()
                        .map(id -> new OwnValueEdit(
                                field,
                                id,
                                typed,
                                before.getOrDefault(id, Map.of()).get(field)))
                        .toList());
    }

    /**
     * Takes a change back; cells that were written again since stay. Once more does nothing. For staff of the organisation.
     *
     * @return how many cells hold again what they held
     * @throws NotFoundException there is no such change, or not of the caller's organisation
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public int undo(UUID changeUuid) {
        OwnChange change = em.createQuery(
                        "select c from OwnChange c where c.uuid = :uuid and c.organisationId = :organisation",
                        OwnChange.class)
                .setParameter("uuid", changeUuid)
                .setParameter("organisation", currentUser.requireOrganisation())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (change.isUndone()) {
            return 0;
        }
        change.undo(clock.instant());
        int restored = new OwnValueTable(em).undo(change, clock.instant(), currentUser.accountId());
        audit.record("own-values.change-undone", changeUuid, String.valueOf(restored));
        return restored;
    }

    private List<OwnField> fields(OwnSubject subject) {
        return em.createQuery("""
                        select f from OwnField f where f.organisationId = :organisation and f.subject = :subject
                         order by f.position, f.id""", OwnField.class)
                .setParameter("organisation", currentUser.requireOrganisation())
                .setParameter("subject", subject)
                .getResultList();
    }

    private OwnField get(UUID uuid) {
        return em.createQuery(
                        "select f from OwnField f where f.uuid = :uuid and f.organisationId = :organisation",
                        OwnField.class)
                .setParameter("uuid", uuid)
                .setParameter("organisation", currentUser.requireOrganisation())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static String freeName(List<OwnField> others, OwnField own, String typed) {
        String name = TypedText.line(typed, LONGEST_NAME);
        if (name == null) {
            throw new InvalidInputException("own-field-name");
        }
        if (others.stream()
                .anyMatch(field -> !field.equals(own)
                        && !field.isArchived()
                        && field.getName().equalsIgnoreCase(name))) {
            throw new InvalidInputException("own-field-exists", name);
        }
        return name;
    }

    private static List<String> choices(List<String> typed) {
        List<String> choices = Stream.ofNullable(typed)
                .flatMap(List::stream)
                .map(choice -> TypedText.line(choice, LONGEST_NAME))
                .filter(Objects::nonNull)
                .toList();
        if (choices.size() < 2 || choices.size() > MOST_CHOICES) {
            throw new InvalidInputException("own-field-choices", MOST_CHOICES);
        }
        if (new LinkedHashSet<>(choices.stream().map(String::toLowerCase).toList()).size() < choices.size()) {
            throw new InvalidInputException("own-field-choice-twice");
        }
        return choices;
    }
}
