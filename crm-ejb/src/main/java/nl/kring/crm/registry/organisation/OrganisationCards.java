package nl.kring.crm.registry.organisation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.Role;

/** One organisation on any day, with who says what of it and how that came about. */
@Stateless
public class OrganisationCards {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private OrganisationAccess access;

    /**
     * One organisation and everything said of it; of one that was merged, what it was merged into. What another
     * organisation keeps to itself comes as agreeing, differing or unknown. For staff of any participant and the platform's
     * administrator.
     *
     * @param asOf the day that the card tells of; today when null
     * @throws NotFoundException there is none
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public OrganisationCard card(UUID uuid, LocalDate asOf) {
        Organisation organisation = OrganisationStatements.subject(em, uuid);
        return new OrganisationReader(em)
                .card(
                        organisation,
                        access.actingFor(),
                        asOf == null ? access.today() : asOf,
                        access.mayEdit(organisation));
    }

    /**
     * What happened to what is known of an organisation, the newest first, at most 200. For the callers of {@link #card}.
     *
     * @throws NotFoundException there is none
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<OrganisationEvent> history(UUID uuid) {
        return new OrganisationReader(em).history(OrganisationStatements.subject(em, uuid));
    }
}
