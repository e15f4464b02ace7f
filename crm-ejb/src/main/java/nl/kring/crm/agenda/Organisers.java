package nl.kring.crm.agenda;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.security.CurrentUser;

/** For which organisation the caller plans, and what of whom he or she may see and change. */
@Dependent
class Organisers {

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Organisations organisations;

    Organisers() {}

    Organisers(CurrentUser currentUser, Organisations organisations) {
        this.currentUser = currentUser;
        this.organisations = organisations;
    }

    /**
     * The organisation that a course is planned for.
     *
     * @param code the one that is named; null means the one that the caller acts for
     * @param forAll the caller may plan for every organisation
     */
    Organisation chosen(String code, boolean forAll) {
        if (code == null || code.isBlank()) {
            return organisations.get(currentUser.requireOrganisation());
        }
        Organisation named = organisations
                .byCode(code)
                .filter(Organisation::isParticipant)
                .orElseThrow(() -> new InvalidInputException("agenda-organisation-unknown", code));
        if (!forAll && !currentUser.worksFor(named.getId())) {
            throw new NotAllowedException();
        }
        return named;
    }

    Organisation of(Edition edition) {
        return organisations.get(edition.getCourse().getOrganiserId());
    }

    boolean own(Edition edition) {
        return currentUser.worksFor(edition.getCourse().getOrganiserId());
    }

    /** A draft of somebody else does not exist for the caller; a cancelled one is seen when it once was published. */
    void mustSee(Edition edition) {
        if (!edition.isPublic() && !own(edition)) {
            throw new NotFoundException();
        }
    }

    void mustOwn(Edition edition) {
        mustSee(edition);
        if (!own(edition)) {
            throw new NotAllowedException();
        }
    }

    /** Whose editions the caller manages; null means everybody's, for the platform's administrator. */
    Long managed() {
        return currentUser.organisationId() == null && currentUser.worksFor(null)
                ? null
                : currentUser.requireOrganisation();
    }
}
