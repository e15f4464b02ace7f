package nl.kring.crm.registry.organisation;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.Role;

/** The organisations of the region, among them the participants that share this register and agenda. */
@Stateless
public class Organisations {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    /** The participants by name. Anyone may see who they are. */
    @PermitAll
    public List<Organisation> participants() {
        return em.createQuery("select o from Organisation o where o.participant order by o.name", Organisation.class)
                .getResultList();
    }

    /** One organisation by its code, like FEA; upper and lower case alike. Anyone may see it. */
    @PermitAll
    public Optional<Organisation> byCode(String code) {
        return em.createQuery("select o from Organisation o where o.code = :code", Organisation.class)
                .setParameter("code", code == null ? "" : code.strip().toUpperCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }

    /**
     * One organisation by its number. Anyone may see it.
     *
     * @throws NotFoundException there is none
     */
    @PermitAll
    public Organisation get(Long id) {
        Organisation found = id == null ? null : em.find(Organisation.class, id);
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }

    /**
     * Lets one more organisation take part. For the platform's administrator.
     *
     * @param code short and unique, kept in upper case
     * @throws InvalidInputException the code is taken, or code, name or kind is empty
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public Organisation join(String code, String name, OrganisationKind kind, String email) {
        if (code == null || !code.strip().matches("[A-Za-z0-9][A-Za-z0-9-]{1,19}")) {
            throw new InvalidInputException("organisation-code");
        }
        if (name == null || name.isBlank()) {
            throw new InvalidInputException("organisation-name");
        }
        if (kind == null) {
            throw new InvalidInputException("organisation-kind");
        }
        String folded = code.strip().toUpperCase(Locale.ROOT);
        if (byCode(folded).isPresent()) {
            throw new InvalidInputException("organisation-exists", folded);
        }
        Organisation organisation = new Organisation(folded, name.strip(), kind, true, email, clock.instant());
        em.persist(organisation);
        audit.record("organisation.joined", organisation.getUuid(), null);
        return organisation;
    }
}
