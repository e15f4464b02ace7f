package nl.kring.crm.workbench;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** The lists that people keep, each his or her own, some shared with colleagues of the same organisation. */
@Stateless
public class SavedViews {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_QUERY = 4000;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /**
     * The caller's views of a page and those that colleagues share, by name. For staff and the platform's administrator.
     *
     * @param page path of the page, like {@code /registry/find-person.xhtml}
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<SavedViewLine> of(String page) {
        return em.createQuery("""
                        select v from SavedView v where v.page = :page
                           and (v.accountId = :me and (v.organisationId is null or v.organisationId = :own)
                                or v.shared and v.organisationId = :own)
                         order by v.name, v.id""", SavedView.class)
                .setParameter("page", page)
                .setParameter("me", currentUser.accountId())
                .setParameter("own", own())
                .getResultStream()
                .map(view -> view.line(currentUser.accountId()))
                .toList();
    }

    /** The view that the caller wants to see when he or she opens the page. For the same callers. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Optional<SavedViewLine> preferred(String page) {
        return of(page).stream().filter(SavedViewLine::preferred).findFirst();
    }

    /**
     * Keeps what the caller looks at; an own view of that name on that page is replaced. For the same callers.
     *
     * @param query what stands behind the question mark
     * @throws InvalidInputException the name is empty, longer than 80 characters or unreadable, or the address is no page of ours
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public UUID keep(String page, String name, String query, boolean shared) {
        String checked = checked(name);
        if (page == null || !page.matches("/[a-z]+/[a-z-]+\\.xhtml") || query.length() > LONGEST_QUERY) {
            throw new InvalidInputException("view-address");
        }
        of(page).stream()
                .filter(view -> view.own() && view.name().equalsIgnoreCase(checked))
                .forEach(view -> em.remove(mine(view.uuid())));
        SavedView view = new SavedView(currentUser.accountId(), own(), page, checked, query, clock.instant());
        view.share(shared && own() != null);
        em.persist(view);
        audit.record("view.kept", view.getUuid(), null);
        return view.getUuid();
    }

    /**
     * Gives the caller's view another name.
     *
     * @throws NotFoundException the caller has no such view
     * @throws InvalidInputException the name is empty, longer than 80 characters or unreadable
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void rename(UUID uuid, String name) {
        mine(uuid).rename(checked(name));
    }

    /**
     * Shares the caller's view with the colleagues of the organisation, or keeps it to himself or herself again.
     *
     * @throws NotFoundException the caller has no such view
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void share(UUID uuid, boolean shared) {
        mine(uuid).share(shared && own() != null);
    }

    /**
     * Makes the caller's view the one that opens by itself, or none.
     *
     * @throws NotFoundException the caller has no such view
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void prefer(UUID uuid, boolean preferred) {
        SavedView view = mine(uuid);
        of(view.getPage()).stream()
                .filter(SavedViewLine::preferred)
                .forEach(other -> mine(other.uuid()).prefer(false));
        view.prefer(preferred);
    }

    /**
     * Throws the caller's view away.
     *
     * @return what it was, so that it can be kept again
     * @throws NotFoundException the caller has no such view
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public SavedViewLine remove(UUID uuid) {
        SavedView view = mine(uuid);
        em.remove(view);
        audit.record("view.removed", uuid, null);
        return view.line(currentUser.accountId());
    }

    private SavedView mine(UUID uuid) {
        return em.createQuery("""
                        select v from SavedView v where v.uuid = :uuid and v.accountId = :me
                           and (v.organisationId is null or v.organisationId = :own)""", SavedView.class)
                .setParameter("uuid", uuid)
                .setParameter("me", currentUser.accountId())
                .setParameter("own", own())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private Long own() {
        return currentUser.organisationId();
    }

    private static String checked(String name) {
        String kept = TypedText.line(name, LONGEST_NAME);
        if (kept == null) {
            throw new InvalidInputException("view-name", LONGEST_NAME);
        }
        return kept;
    }
}
