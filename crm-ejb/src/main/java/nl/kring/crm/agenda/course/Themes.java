package nl.kring.crm.agenda.course;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.Role;

/** The themes of the region, one list for all organisations. The platform's administrator keeps it. */
@Stateless
public class Themes {

    private static final int LONGEST_NAME = 60;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    /** Those that can be chosen, by their Dutch name. Anyone may see them. */
    @PermitAll
    public List<ThemeLine> list() {
        return em.createQuery("select t from Theme t where t.retiredAt is null order by lower(t.name)", Theme.class)
                .getResultStream()
                .map(Theme::line)
                .toList();
    }

    /** Also those that were put away. For the platform's administrator. */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public List<ThemeLine> all() {
        return em.createQuery("select t from Theme t order by lower(t.name), t.id", Theme.class)
                .getResultStream()
                .map(Theme::line)
                .toList();
    }

    /**
     * Adds one. For the platform's administrator.
     *
     * @param nameEn in English; when nothing is given as in Dutch
     * @throws InvalidInputException there is no name, it cannot be, or there is one of this name
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public UUID add(String name, String nameEn) {
        String checked = checked(name, null);
        Theme theme = new Theme(checked, english(nameEn, checked), clock.instant());
        em.persist(theme);
        em.flush();
        audit.record("theme.added", theme.getUuid(), checked);
        return theme.getUuid();
    }

    /**
     * Calls one otherwise, on all courses that have it. For the platform's administrator.
     *
     * @throws NotFoundException there is none such
     * @throws InvalidInputException there is no name, it cannot be, or another one has it
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public void rename(UUID uuid, String name, String nameEn) {
        Theme theme = get(uuid);
        String checked = checked(name, theme);
        theme.call(checked, english(nameEn, checked));
        em.flush();
        audit.record("theme.renamed", uuid, checked);
    }

    /**
     * Puts one away: it can be chosen no more, courses that have it keep it. For the platform's administrator.
     *
     * @throws NotFoundException there is none such
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public void retire(UUID uuid) {
        get(uuid).retire(clock.instant());
        audit.record("theme.retired", uuid, null);
    }

    /**
     * Takes one out again. For the platform's administrator.
     *
     * @throws NotFoundException there is none such
     * @throws InvalidInputException meanwhile another one has its name
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public void bringBack(UUID uuid) {
        Theme theme = get(uuid);
        checked(theme.getName(), theme);
        theme.bringBack();
        em.flush();
        audit.record("theme.brought-back", uuid, null);
    }

    private Theme get(UUID uuid) {
        return em.createQuery("select t from Theme t where t.uuid = :uuid", Theme.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    private static String english(String typed, String dutch) {
        String name = TypedText.line(typed, LONGEST_NAME);
        return name == null ? dutch : name;
    }

    private String checked(String typed, Theme itself) {
        String name = TypedText.line(typed, LONGEST_NAME);
        if (name == null) {
            throw new InvalidInputException("theme-name-missing");
        }
        boolean taken = !em.createQuery("""
                        select t.id from Theme t
                         where lower(t.name) = lower(:name) and t.retiredAt is null and t.id <> :itself""", Long.class)
                .setParameter("name", name)
                .setParameter("itself", itself == null ? 0L : itself.getId())
                .getResultList()
                .isEmpty();
        if (taken) {
            throw new InvalidInputException("theme-name-taken", name);
        }
        return name;
    }
}
