package nl.kring.crm.communication;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import nl.kring.crm.workbench.NewTask;
import nl.kring.crm.workbench.TaskSubject;
import nl.kring.crm.workbench.Tasks;

/**
 * Whom an organisation spoke to, and what was said. It stays with that organisation: for every other, and for the platform's
 * administrator, it does not exist.
 */
@Stateless
public class ContactMoments {

    private static final int LONGEST = 2_000;
    private static final int MOST_SHOWN = 200;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Tasks tasks;

    @Inject
    private AuditTrail audit;

    /**
     * Writes a contact moment down, together with what is to be done about it. For staff.
     *
     * @throws NotFoundException there is no such person or organisation, or the task is for nobody of the organisation
     * @throws InvalidInputException the note is empty or cannot be kept, it is to happen yet, or the task says not what
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID record(NewContactMoment told) {
        ContactMoment moment =
                new ContactMoment(currentUser.requireOrganisation(), currentUser.accountId(), clock.instant());
        Long subject = subject(told.with(), told.uuid());
        if (told.with() == TaskSubject.PERSON) {
            moment.withPerson(subject);
        } else {
            moment.withOrganisation(subject);
        }
        moment.tell(kind(told.kind()), past(told.happenedAt()), note(told.note()));
        NewTask wanted = told.followUp();
        if (wanted != null) {
            UUID task =
                    tasks.add(new NewTask(wanted.title(), wanted.dueOn(), wanted.assignee(), told.with(), told.uuid()));
            moment.followUpWith(em.createQuery("select t.id from Task t where t.uuid = :uuid", Long.class)
                    .setParameter("uuid", task)
                    .getSingleResult());
        }
        em.persist(moment);
        audit.record("contact-moment.recorded", moment.getUuid(), told.uuid().toString());
        return moment.getUuid();
    }

    /**
     * What the caller's organisation wrote down of a person (also under a number that was merged into this one) or of an
     * organisation, the newest first. For staff.
     *
     * @throws NotFoundException there is no such person or organisation
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<ContactLine> list(TaskSubject with, UUID uuid) {
        String column = with == TaskSubject.PERSON ? "person_id" : "subject_id";
        @SuppressWarnings("unchecked")
        List<Object[]> rows = em.createNativeQuery("""
                        with recursive same (id) as (
                          select cast(:subject as bigint)
                          union select t.id from %1$s t join same s on t.merged_into_id = s.id)
                        select m.uuid, m.version, m.kind, m.happened_at, m.note, a.display_name,
                               t.uuid, t.due_on, w.display_name, t.done_at is not null
                          from crm.contact_moment m
                          left join crm.account a on a.id = m.account_id
                          left join crm.task t on t.id = m.task_id
                          left join crm.account w on w.id = t.assignee_id
                         where m.%2$s in (select id from same) and m.organisation_id = :organisation
                           and m.withdrawn_at is null
                         order by m.happened_at desc, m.id desc""".formatted(table(with), column))
                .setParameter("subject", subject(with, uuid))
                .setParameter("organisation", currentUser.requireOrganisation())
                .setMaxResults(MOST_SHOWN)
                .getResultList();
        return rows.stream()
                .map(row -> new ContactLine(
                        (UUID) row[0],
                        ((Number) row[1]).longValue(),
                        ContactKind.valueOf((String) row[2]),
                        (Instant) row[3],
                        (String) row[4],
                        (String) row[5],
                        (UUID) row[6],
                        day(row[7]),
                        (String) row[8],
                        Boolean.TRUE.equals(row[9])))
                .toList();
    }

    /**
     * Writes down otherwise how it was. For staff of the organisation.
     *
     * @throws NotFoundException there is no such contact moment of the caller's organisation
     * @throws EditConflictException a colleague changed it since the caller looked
     * @throws InvalidInputException the note is empty or cannot be kept
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void correct(UUID uuid, long version, ContactKind kind, String note) {
        ContactMoment moment = get(uuid);
        if (moment.getVersion() != version) {
            throw new EditConflictException();
        }
        moment.tell(kind(kind), moment.getHappenedAt(), note(note));
        audit.record("contact-moment.corrected", uuid, null);
    }

    /** Takes a contact moment away that never was; its task stays. For staff of the organisation; else NotFoundException. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void withdraw(UUID uuid) {
        get(uuid).withdraw(clock.instant());
        audit.record("contact-moment.withdrawn", uuid, null);
    }

    /** Brings back what was taken away. For staff of the organisation; else NotFoundException. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void restore(UUID uuid) {
        get(uuid).restore();
        audit.record("contact-moment.restored", uuid, null);
    }

    private ContactMoment get(UUID uuid) {
        return em.createQuery(
                        "select m from ContactMoment m where m.uuid = :uuid and m.organisationId = :organisation",
                        ContactMoment.class)
                .setParameter("uuid", uuid)
                .setParameter("organisation", currentUser.requireOrganisation())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** Its number; of somebody who was merged, the survivor's. */
    private Long subject(TaskSubject with, UUID uuid) {
        List<?> found = em.createNativeQuery("""
                        with recursive found (id, onwards) as (
                          select id, merged_into_id from %1$s where uuid = :uuid
                          union all
                          select t.id, t.merged_into_id from found f join %1$s t on t.id = f.onwards)
                        select id from found where onwards is null""".formatted(table(with)))
                .setParameter("uuid", uuid)
                .getResultList();
        if (found.isEmpty()) {
            throw new NotFoundException();
        }
        return ((Number) found.get(0)).longValue();
    }

    private static String table(TaskSubject with) {
        return with == TaskSubject.PERSON ? "crm.person" : "crm.organisation";
    }

    private Instant past(Instant happenedAt) {
        if (happenedAt != null && happenedAt.isAfter(clock.instant())) {
            throw new InvalidInputException("contact-moment-future");
        }
        return happenedAt == null ? clock.instant() : happenedAt;
    }

    private static ContactKind kind(ContactKind kind) {
        if (kind == null) {
            throw new InvalidInputException("contact-moment-kind");
        }
        return kind;
    }

    private static String note(String typed) {
        String note = TypedText.text(typed, LONGEST);
        if (note == null) {
            throw new InvalidInputException("contact-moment-note");
        }
        return note;
    }

    private static LocalDate day(Object column) {
        return column == null ? null : LocalDate.parse(column.toString());
    }
}
