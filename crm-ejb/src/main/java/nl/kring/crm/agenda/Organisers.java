package nl.kring.crm.agenda;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Collection;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** For which organisation the caller plans, and what of whom he or she may see and change. */
@Dependent
class Organisers {

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Organisations organisations;

    @Inject
    private CompanyStaff companies;

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

    /** Whether the caller may change it: works for the organiser or for one of the co-organisers. */
    boolean own(Edition edition) {
        return mayManage(edition.getCourse());
    }

    boolean mayManage(Course course) {
        return organises(course)
                || currentUser.organisationId() != null
                        && course.getCoOrganisers().stream().anyMatch(currentUser::worksFor);
    }

    /** Whether the caller works for the organiser itself, who alone cancels, archives and says who organises. */
    boolean organises(Course course) {
        return currentUser.worksFor(course.getOrganiserId());
    }

    /**
     * A draft of somebody else does not exist for the caller, nor one that is for the staff of others; a cancelled one is seen
     * when it once was published.
     */
    void mustSee(Edition edition) {
        boolean hidden = !edition.isPublic() || edition.isInCompany() && !companies.admitsCaller(edition);
        if (hidden && !own(edition)) {
            throw new NotFoundException();
        }
    }

    void mustOwn(Edition edition) {
        mustSee(edition);
        if (!own(edition)) {
            throw new NotAllowedException();
        }
    }

    /** All of a course is known to who acts for one of its organisers; the platform's administrator is none. */
    ManagedCourse managed(Course course) {
        Long mine = currentUser.has(Role.STAFF) ? currentUser.organisationId() : null;
        boolean organises = course.getOrganiserId().equals(mine);
        if (mine == null || !organises && !course.getCoOrganisers().contains(mine)) {
            throw new NotFoundException();
        }
        return new ManagedCourse(
                course.getId(),
                course.getUuid(),
                course.getTitle(),
                course.getOrganiserId(),
                course.getCoOrganisers(),
                organises);
    }

    /** As {@link #mustOwn}, and refuses co-organisers too. */
    void mustOrganise(Edition edition) {
        mustOwn(edition);
        if (!organises(edition.getCourse())) {
            throw new NotAllowedException();
        }
    }

    void mustTakePart(Collection<Long> all) {
        for (Long each : all) {
            if (!organisations.get(each).isParticipant()) {
                throw new InvalidInputException(
                        "agenda-organisation-unknown", organisations.get(each).getName());
            }
        }
    }

    /** Whose editions the caller manages; null means everybody's, for the platform's administrator. */
    Long managed() {
        return currentUser.organisationId() == null && currentUser.worksFor(null)
                ? null
                : currentUser.requireOrganisation();
    }
}
