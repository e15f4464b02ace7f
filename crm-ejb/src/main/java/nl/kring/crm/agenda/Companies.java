package nl.kring.crm.agenda;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.Role;

/**
 * In-company editions: for the staff of named organisations alone. They stand in no agenda, for everybody else they do not
 * exist, and the organisation where somebody works pays.
 */
@Stateless
public class Companies {

    private static final int MOST = 20;

    private static final String LINES = """
            select new nl.kring.crm.agenda.Company(o.id, o.uuid, o.name, o.place) from Organisation o
             where o.mergedIntoId is null\s""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Planning planning;

    @Inject
    private EditionLists lists;

    @Inject
    private Organisers organisers;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<EditionLimited> limited;

    /**
     * For whose staff an edition is, by name; nobody's when it is for everybody. For staff of its organisers.
     *
     * @throws NotFoundException no such edition, or another organisation's
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<Company> of(UUID edition) {
        return em.createQuery(LINES + "and o.id in :companies order by o.name, o.id", Company.class)
                .setParameter("companies", own(lists.find(edition)).getCompanies())
                .getResultList();
    }

    /** All organisations that can be named, by name. For staff and the platform's administrator. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<Company> choices() {
        return em.createQuery(LINES + "order by o.name, o.id", Company.class).getResultList();
    }

    /**
     * Limits an edition to the staff of those organisations; of none makes it everybody's. Once somebody has, or waits for, a
     * seat, organisations can only be added. For staff of its organisers.
     *
     * @throws NotFoundException no such edition, or another organisation's
     * @throws EditionStateException somebody enrolled who would not belong there any more
     * @throws InvalidInputException an organisation is none, or there are more than 20; somebody asks to come who works for
     *     none of them; or seats are given by lot
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void limit(UUID uuid, Collection<UUID> organisations) {
        Edition edition = own(planning.locked(uuid));
        Set<Long> wanted = new HashSet<>(em.createQuery(
                        "select o.id from Organisation o where o.uuid in :organisations and o.mergedIntoId is null",
                        Long.class)
                .setParameter("organisations", organisations)
                .getResultList());
        if (wanted.size() != Set.copyOf(organisations).size() || wanted.size() > MOST) {
            throw new InvalidInputException("agenda-company-unknown", MOST);
        }
        boolean onlyMore = edition.isInCompany() && wanted.containsAll(edition.getCompanies());
        if (!onlyMore
                && !wanted.equals(edition.getCompanies())
                && planning.now(edition).enrolments()) {
            throw new EditionStateException("agenda-company-enrolments");
        }
        edition.limitTo(wanted);
        em.flush();
        limited.fire(new EditionLimited(edition.getId()));
        audit.record("edition.limited", uuid, "organisations " + wanted.size());
    }

    private Edition own(Edition edition) {
        if (!organisers.own(edition)) {
            throw new NotFoundException();
        }
        return edition;
    }
}
