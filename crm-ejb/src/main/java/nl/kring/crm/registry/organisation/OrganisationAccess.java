package nl.kring.crm.registry.organisation;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** Who may write what of whom: what is a participant's is written by its own staff, all else by the staff of any. */
@Dependent
public class OrganisationAccess {

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Clock clock;

    /** Nobody in particular is the first start, which the roles of the boundary have let in. */
    public boolean mayEdit(Organisation subject) {
        return !subject.isParticipant() || currentUser.identity().isEmpty() || currentUser.worksFor(subject.getId());
    }

    /** Refuses another participant than the caller's own. */
    public void requireEdit(Organisation subject) {
        if (!mayEdit(subject)) {
            throw new NotAllowedException();
        }
    }

    /** For what is between two: refuses when it is about participants and the caller works for none of them. */
    void requireEdit(Organisation one, Organisation other) {
        boolean participants = one.isParticipant() || other.isParticipant();
        boolean own = one.isParticipant() && mayEdit(one) || other.isParticipant() && mayEdit(other);
        if (participants && !own) {
            throw new NotAllowedException();
        }
    }

    /** For taking back: refuses when another organisation, or the platform, wrote it. */
    public void requireOwn(Long organisationId) {
        if (!currentUser.worksFor(organisationId)) {
            throw new NotAllowedException();
        }
    }

    public Author author() {
        return new Author(actingFor(), currentUser.accountId(), clock.instant());
    }

    /** The organisation whose staff the caller is; null for the platform. */
    Long actingFor() {
        return currentUser.has(Role.STAFF) ? currentUser.organisationId() : null;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SystemClock.AMSTERDAM);
    }
}
