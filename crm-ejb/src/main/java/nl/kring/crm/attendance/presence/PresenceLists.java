package nl.kring.crm.attendance.presence;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.kring.crm.attendance.credit.Evidence;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** The list that people sign: made to be printed, and kept as it came back. For the organisers' staff alone. */
@Stateless
public class PresenceLists {

    private static final String OWN = """
            (c.organiser_id = :own or exists (select 1 from crm.course_co_organiser o
                                               where o.course_id = c.id and o.organisation_id = :own))""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Event<ListNumbersAsked> question;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    /**
     * The list of an edition to print, as PDF: each session on pages of its own. For staff of the organisers.
     *
     * @param words what a profession is called on it
     * @throws NotFoundException there is no such edition, or other organisations organise it
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public byte[] pdf(UUID edition, Function<Profession, String> words) {
        Tuple row = edition(edition);
        Long id = row.get(0, Long.class);
        ListNumbersAsked numbers = new ListNumbersAsked(id);
        question.fire(numbers);
        ListFacts facts = table().facts(
                        id, row.get(1, String.class), row.get(2, String.class), row.get(3, String.class), numbers);
        audit.record(
                "attendance.list-printed",
                edition,
                "participants " + facts.lines().size());
        return new PresenceListPdf(facts, words).bytes();
    }

    /**
     * The signed lists that were put up of an edition. For staff of the organisers.
     *
     * @throws NotFoundException there is no such edition, or other organisations organise it
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<SignedList> signed(UUID edition) {
        return table().signed(edition(edition).get(0, Long.class));
    }

    /**
     * Keeps the scan of a signed list; another one does not take its place. For staff of the organisers.
     *
     * @param file as {@link Evidence#of} found it fit
     * @throws NotFoundException there is no such session, or other organisations organise it
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID keep(UUID session, Evidence file) {
        UUID kept = table().keep(session(session), file, currentUser.accountId(), clock.instant());
        audit.record("attendance.list-kept", kept, "session " + session);
        return kept;
    }

    /**
     * The scan of a signed list. For staff of the organisers.
     *
     * @throws NotFoundException there is none, it was taken away, or it is of other organisations
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public Evidence file(UUID list) {
        mustOwn(list);
        audit.record("attendance.list-read", list, null);
        return table().file(list);
    }

    /**
     * Takes away what was put up wrongly. For staff of the organisers.
     *
     * @throws NotFoundException there is none, it was taken away before, or it is of other organisations
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void remove(UUID list) {
        mustOwn(list);
        table().remove(list, currentUser.accountId(), clock.instant());
        audit.record("attendance.list-removed", list, null);
    }

    private void mustOwn(UUID list) {
        session(table().sessionOf(list).stream().findFirst().orElseThrow(NotFoundException::new));
    }

    private SessionFacts session(UUID uuid) {
        Long own = currentUser.requireOrganisation();
        return new PresenceTable(em)
                .session(uuid, own)
                .filter(facts -> facts.organiserId().equals(own) || facts.organisedToo())
                .orElseThrow(NotFoundException::new);
    }

    @SuppressWarnings("unchecked")
    private Tuple edition(UUID uuid) {
        List<Tuple> rows = em.createNativeQuery("""
                        select d.id, g.name, c.title, d.place
                          from crm.edition d
                          join crm.course c on c.id = d.course_id
                          join crm.organisation g on g.id = c.organiser_id
                         where d.uuid = :uuid and """ + " " + OWN, Tuple.class)
                .setParameter("uuid", uuid)
                .setParameter("own", currentUser.requireOrganisation())
                .getResultList();
        return rows.stream().findFirst().orElseThrow(NotFoundException::new);
    }

    private ListTable table() {
        return new ListTable(em);
    }
}
