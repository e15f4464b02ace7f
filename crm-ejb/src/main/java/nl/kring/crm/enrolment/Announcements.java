package nl.kring.crm.enrolment;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.EditionMove;
import nl.kring.crm.agenda.PlannedCourse;
import nl.kring.crm.security.Role;

/**
 * What moving, cancelling or opening an edition, or giving its seats otherwise, would tell whom. The change is really made, what
 * it put into the outbox is read, and then all of it is undone: what is shown is what would be sent, and what would be refused is
 * refused.
 */
@Stateless
public class Announcements {

    private static final int MOST_UNREACHED = 50;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Courses courses;

    @Inject
    private SeatAgreements agreements;

    @Resource
    private SessionContext context;

    /**
     * What {@link Courses#change} would send. For its callers, and with its refusals; nothing is changed.
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public MailPreview ofChange(UUID edition, long version, PlannedCourse wish, String note) {
        List<String> unreached = unreached(edition);
        courses.change(edition, version, wish, note);
        MailPreview preview = sent(unreached);
        context.setRollbackOnly();
        return preview.letters().isEmpty() ? new MailPreview(List.of(), List.of()) : preview;
    }

    /** What {@link Courses#cancel} would send. For its callers, and with its refusals; nothing is changed. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public MailPreview ofCancellation(UUID edition, String note) {
        List<String> unreached = unreached(edition);
        courses.cancel(edition, note);
        MailPreview preview = sent(unreached);
        context.setRollbackOnly();
        return preview;
    }

    /** What {@link SeatAgreements#agree} would send. For its callers, and with its refusals; nothing is changed. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public MailPreview ofAgreement(UUID edition, SeatAgreement wish) {
        agreements.agree(edition, wish);
        MailPreview preview = sent(List.of());
        MailPreview shown = new MailPreview(preview.letters(), promotedUnreached(edition));
        context.setRollbackOnly();
        return shown;
    }

    /** What {@link Courses#move} would send when enrolment opens. For its callers, and with its refusals; nothing is changed. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public MailPreview ofOpening(UUID edition) {
        MailPreview preview = opened(edition);
        context.setRollbackOnly();
        return preview;
    }

    /**
     * Opens enrolment when nobody hears of it; else nothing is changed, and what would be sent is answered. For the callers of
     * {@link Courses#move}, and with its refusals.
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public MailPreview openIfNobodyHears(UUID edition) {
        MailPreview preview = opened(edition);
        if (preview.concernsAnybody()) {
            context.setRollbackOnly();
        }
        return preview;
    }

    private MailPreview opened(UUID edition) {
        courses.move(edition, EditionMove.OPEN_ENROLMENT);
        return new MailPreview(sent(List.of()).letters(), interestedUnreached(edition));
    }

    /** Those who would come, and have no address to be told so; what is for the staff of some is told to nobody. */
    private List<String> interestedUnreached(UUID edition) {
        return em.createNativeQuery("""
                        select distinct p.display_name, p.sort_name
                          from crm.edition e
                          join crm.course c on c.id = e.course_id
                          join crm.course same on same.organiser_id = c.organiser_id and lower(same.title) = lower(c.title)
                          join crm.course_interest i on i.course_id = same.id and i.told_at is null
                          join crm.person p on p.id = i.person_id and p.merged_into_id is null
                          left join crm.account a on a.person_id = p.id and a.active
                         where e.uuid = :edition and not e.in_company and coalesce(a.email, p.email) is null
                         order by p.sort_name, p.display_name""", Tuple.class)
                .setParameter("edition", edition)
                .setMaxResults(MOST_UNREACHED)
                .getResultStream()
                .map(row -> ((Tuple) row).get(0, String.class))
                .toList();
    }

    /** Those who got, or were offered, a seat in this transaction, and have no address. */
    private List<String> promotedUnreached(UUID edition) {
        return em.createNativeQuery("""
                        select distinct p.display_name, p.sort_name
                          from crm.enrolment_event v
                          join crm.enrolment n on n.id = v.enrolment_id
                          join crm.edition e on e.id = n.edition_id and e.uuid = :edition
                          join crm.person p on p.id = n.person_id
                          left join crm.account a on a.person_id = p.id and a.active
                         where v.xmin = cast(pg_current_xact_id() as xid) and v.what in ('OFFERED', 'PROMOTED')
                           and coalesce(a.email, p.email) is null
                         order by p.sort_name, p.display_name""", Tuple.class)
                .setParameter("edition", edition)
                .setMaxResults(MOST_UNREACHED)
                .getResultStream()
                .map(row -> ((Tuple) row).get(0, String.class))
                .toList();
    }

    /** Those who come, or wait, and have no address. */
    private List<String> unreached(UUID edition) {
        return em.createQuery("""
                        select p.displayName
                          from Enrolment e join e.person p left join Account a on a.personId = p.id and a.active = true
                         where e.edition.uuid = :edition
                           and e.state not in (CANCELLED, REPLACED)
                           and coalesce(a.email, p.email) is null
                         order by p.sortName, p.id""", String.class)
                .setParameter("edition", edition)
                .setMaxResults(MOST_UNREACHED)
                .getResultList();
    }

    /** The mails that this transaction put in the outbox. */
    @SuppressWarnings("unchecked")
    private MailPreview sent(List<String> unreached) {
        em.flush();
        List<Tuple> kinds = em.createNativeQuery("""
                        select distinct on (m.kind) m.kind, count(*) over (partition by m.kind), m.recipient, m.subject, m.body,
                               m.calendar is not null
                          from crm.message m
                         where m.state = 'PENDING' and m.next_attempt_at >= :now
                           and m.xmin = cast(pg_current_xact_id() as xid)
                         order by m.kind, m.calendar is null, m.id""", Tuple.class)
                .setParameter("now", clock.instant().minusSeconds(600))
                .getResultList();
        return new MailPreview(
                kinds.stream()
                        .map(row -> new MailPreview.Letter(
                                row.get(0, String.class),
                                ((Number) row.get(1)).intValue(),
                                row.get(2, String.class),
                                row.get(3, String.class),
                                row.get(4, String.class),
                                row.get(5, Boolean.class)))
                        .toList(),
                unreached);
    }
}
