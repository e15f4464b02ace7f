package nl.kring.crm.web.security;

import jakarta.ejb.EJBAccessException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.kring.crm.agenda.Companies;
import nl.kring.crm.agenda.Company;
import nl.kring.crm.platform.InvalidInputException;
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
    private Companies companies;

    @Inject
    private CurrentUser currentUser;

    private List<Organisation> participants;
    private List<Company> practices;

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

    /** Where somebody can manage a practice, by name. */
    public List<Company> getPractices() {
        if (practices == null) {
            practices = companies.choices();
        }
        return practices;
    }

    /**
     * Where a role is to hold: at the organisation that was chosen, and of the manager of a practice at the one that was typed.
     *
     * @throws InvalidInputException nothing of the register is called so
     */
    Long organisationOf(Role role, Long chosen, String practice) {
        if (role != Role.PRACTICE_MANAGER || practice == null || practice.isBlank()) {
            return chosen;
        }
        return getPractices().stream()
                .filter(one -> one.label().equals(practice.strip()))
                .map(Company::id)
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("agenda-company-name", practice.strip()));
    }

    /** The code of an organisation, its name where it has none, or nothing for the platform itself. */
    public String codeOf(Long organisationId) {
        if (organisationId == null) {
            return "";
        }
        return getParticipants().stream()
                .filter(one -> one.getId().equals(organisationId))
                .map(Organisation::getCode)
                .findFirst()
                .orElseGet(() -> organisations.get(organisationId).getName());
    }
}
