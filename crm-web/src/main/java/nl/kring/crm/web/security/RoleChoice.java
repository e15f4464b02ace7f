package nl.kring.crm.web.security;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.OrganisationKind;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** What can be chosen when somebody gets a role, or an organisation joins. */
@Named
@RequestScoped
public class RoleChoice {

    @Inject
    private Organisations organisations;

    @Inject
    private CurrentUser currentUser;

    private List<Organisation> participants;

    /** Whoever may not do it does not see the form either. */
    public void requireAdministrator() {
        if (!currentUser.has(Role.PLATFORM_ADMIN)) {
            throw new EJBAccessException();
        }
    }

    /** Every role that is given by hand; a professional is one by being in the register. */
    public Set<Role> getRoles() {
        return EnumSet.complementOf(EnumSet.of(Role.PROFESSIONAL));
    }

    public OrganisationKind[] getKinds() {
        return OrganisationKind.values();
    }

    public List<Organisation> getParticipants() {
        if (participants == null) {
            participants = organisations.participants();
        }
        return participants;
    }

    /** The code of an organisation, or nothing for the platform itself. */
    public String codeOf(Long organisationId) {
        return getParticipants().stream()
                .filter(one -> one.getId().equals(organisationId))
                .map(Organisation::getCode)
                .findFirst()
                .orElse("");
    }
}
