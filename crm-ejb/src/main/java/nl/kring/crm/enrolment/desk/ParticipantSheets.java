package nl.kring.crm.enrolment.desk;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.enrolment.EnrolmentAnswer;
import nl.kring.crm.enrolment.EnrolmentWish;
import nl.kring.crm.enrolment.Enrolments;
import nl.kring.crm.enrolment.ParticipantList;
import nl.kring.crm.enrolment.PayerKind;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.Role;

/** The organiser's sheet of participants: read at once, whatever its length, and added to at the door. */
@Stateless
public class ParticipantSheets {

    /** Why a walk-in sits beyond the last seat. */
    private static final String AT_THE_DOOR = "Kwam aan de deur";

    /** Of the cancelled too: who is on the list may cancel before this is read. */
    private static final String DETAILS = """
            select n.uuid, n.version, coalesce('BIG ' || p.big, 'AGB ' || p.agb), n.payer_kind, o.uuid, o.name,
                   n.payer_reference, n.note,
                   (select string_agg(a.answer, '; ' order by q.position) from crm.enrolment_answer a
                      join crm.course_question q on q.id = a.question_id and q.kind = 'DIET'
                     where a.enrolment_id = n.id)
              from crm.enrolment n
              join crm.edition e on e.id = n.edition_id and e.uuid = :edition
              join crm.person p on p.id = n.person_id
              left join crm.organisation o on o.id = n.payer_organisation_id""";

    private static final String EDITION = """
            select e.state, e.starts_at <= :now, s.taken >= s.capacity,
                   exists (select 1 from crm.course_question q
                            where q.course_id = e.course_id and q.kind = 'DIET' and not q.retired)
              from crm.edition e join crm.seat_count s on s.edition_id = e.id where e.uuid = :edition""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Enrolments enrolments;

    @Inject
    private AuditTrail audit;

    /**
     * The sheet of an edition. For staff of the organisers and the platform's administrator.
     *
     * @throws NotFoundException no such edition, or another organisation's
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public ParticipantSheet of(UUID edition) {
        ParticipantList list = enrolments.participantsOf(edition);
        Tuple stands = stands(edition);
        @SuppressWarnings("unchecked")
        List<Tuple> rows = em.createNativeQuery(DETAILS, Tuple.class)
                .setParameter("edition", edition)
                .getResultList();
        Map<UUID, SheetDetails> details = new LinkedHashMap<>();
        rows.forEach(row -> details.put(row.get(0, UUID.class), details(row)));
        EditionState state = EditionState.valueOf(stands.get(0, String.class));
        return new ParticipantSheet(
                list,
                details,
                stands.get(1, Boolean.class),
                state == EditionState.ARCHIVED || state == EditionState.CANCELLED,
                stands.get(3, Boolean.class));
    }

    /**
     * Puts somebody on the sheet who stands at the door: with a free seat, else with one beyond the last. As
     * {@link Enrolments#enrol(UUID, EnrolmentWish)} for staff, with its refusals.
     *
     * @param price what was shown, and a code that makes it cheaper
     * @param numbers in quality registers, by the code of the scheme
     * @throws NotFoundException no such edition, or another organisation's
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public EnrolmentAnswer walkIn(UUID edition, UUID person, String key, PriceWish price, Map<String, String> numbers) {
        enrolments.participantsOf(edition);
        boolean full = stands(edition).get(2, Boolean.class);
        return enrolments.enrol(
                edition,
                new EnrolmentWish(person, key, null, Map.of(), numbers, full ? AT_THE_DOOR : null, null, price, false));
    }

    /**
     * Badges of who has a seat, ten on a sheet of A4, as PDF. For staff of the organisers and the platform's administrator.
     *
     * @throws NotFoundException no such edition, or another organisation's
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public byte[] badges(UUID edition) {
        ParticipantList list = enrolments.participantsOf(edition);
        audit.record("enrolment.badges", edition, "count " + list.confirmed().size());
        return new BadgeSheet(list).bytes();
    }

    private Tuple stands(UUID edition) {
        return (Tuple) em.createNativeQuery(EDITION, Tuple.class)
                .setParameter("edition", edition)
                .setParameter("now", clock.instant())
                .getSingleResult();
    }

    private static SheetDetails details(Tuple row) {
        String payer = row.get(3, String.class);
        return new SheetDetails(
                row.get(0, UUID.class),
                row.get(1, Number.class).longValue(),
                row.get(2, String.class),
                payer == null ? null : PayerKind.valueOf(payer),
                row.get(4, UUID.class),
                row.get(5, String.class),
                row.get(6, String.class),
                row.get(8, String.class),
                row.get(7, String.class));
    }
}
