package nl.kring.crm.agenda.calendar;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** On which websites an organisation shows its part of the agenda in a frame. */
@Stateless
public class AgendaSites {

    private static final int MOST = 10;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Organisations organisations;

    @Inject
    private AuditTrail audit;

    /**
     * Where a browser may show the agenda in a frame: on the website of the organisation and on those that it named, like
     * {@code https://www.example.nl}. Anyone may see it.
     *
     * @param organisation code of the organiser; null for those of all participants
     */
    @PermitAll
    public List<String> framedBy(String organisation) {
        List<Organisation> shown = organisation == null || organisation.isBlank()
                ? organisations.participants()
                : organisations.byCode(organisation).filter(Organisation::isParticipant).stream()
                        .toList();
        return List.copyOf(new TreeSet<>(Stream.concat(
                        shown.stream()
                                .map(Organisation::getWebsite)
                                .filter(address -> address != null && !address.isBlank())
                                .flatMap(address -> Origin.of(address).stream())
                                .map(Origin::text),
                        named(shown.stream().map(Organisation::getId).toList()).stream()
                                .map(AgendaSite::getOrigins)
                                .flatMap(Collection::stream))
                .toList()));
    }

    /** The websites that the caller's organisation named. For its staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<String> mine() {
        return own().map(AgendaSite::getOrigins).orElse(List.of());
    }

    /**
     * Names the websites on which the caller's organisation shows its agenda, beside its own. For its staff.
     *
     * @param addresses at most ten; of each only the site counts, not the page
     * @throws InvalidInputException one is no address of a website, or there are more than ten
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void showOn(Collection<String> addresses) {
        List<Origin> origins = addresses.stream()
                .filter(address -> !address.isBlank())
                .map(Origin::typed)
                .distinct()
                .toList();
        if (origins.size() > MOST) {
            throw new InvalidInputException("agenda-sites", MOST);
        }
        AgendaSite site = own().orElseGet(() -> new AgendaSite(currentUser.requireOrganisation()));
        site.showOn(origins);
        em.persist(site);
        em.flush();
        audit.record("agenda.sites", site.getUuid(), String.valueOf(origins.size()));
    }

    private Optional<AgendaSite> own() {
        return named(List.of(currentUser.requireOrganisation())).stream().findFirst();
    }

    private List<AgendaSite> named(List<Long> owners) {
        return em.createQuery("select s from AgendaSite s where s.organisationId in :owners", AgendaSite.class)
                .setParameter("owners", owners)
                .getResultList();
    }
}
