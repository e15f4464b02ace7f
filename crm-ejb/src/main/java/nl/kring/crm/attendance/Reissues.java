package nl.kring.crm.attendance;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * Certificates that no longer say what is so, because a name, an attendance, a course or its points were put right. They stay as they
 * are until staff choose which are given out anew: somebody who got another name in life keeps the old paper.
 */
@Stateless
public class Reissues {

    private static final String NOT_THERE = "Presentie gecorrigeerd";

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    @Inject
    private Issuing issuing;

    /**
     * Which certificates of an edition differ from what would be given out now, by name of the participant. For staff of its
     * organiser and the platform's administrator.
     *
     * @throws NotFoundException the edition does not exist for the caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<OutdatedCertificate> outdated(UUID editionUuid) {
        return issuing.outdated(ofCaller(editionUuid), clock.instant()).stream()
                .map(each -> new OutdatedCertificate(
                        each.certificate().getUuid(),
                        each.participant().name(),
                        each.differences(),
                        each.now() == null))
                .toList();
    }

    /**
     * Gives those out anew: whoever verifies the old code is told which one took its place, and the new one is mailed. What no
     * longer was earned is revoked. Those that meanwhile say what is so are left alone. Rights as with {@link #outdated}.
     *
     * @return how many were put right
     * @throws NotFoundException the edition does not exist for the caller
     * @throws EditionNotHeldException it is a draft or cancelled
     * @throws InvalidInputException none is chosen
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public int reissue(UUID editionUuid, Collection<UUID> certificates) {
        EditionHeld edition = ofCaller(editionUuid);
        edition.requirePublished();
        if (certificates == null || certificates.isEmpty()) {
            throw new InvalidInputException("certificate-none-chosen");
        }
        issuing.lock(edition);
        List<Issuing.Outdated> chosen = issuing.outdated(edition, clock.instant()).stream()
                .filter(each -> certificates.contains(each.certificate().getUuid()))
                .toList();
        issuing.putRight(edition, chosen, NOT_THERE, currentUser.accountId(), clock.instant());
        if (!chosen.isEmpty()) {
            audit.record("certificate.reissued", edition.uuid(), chosen.size() + " certificates");
        }
        return chosen.size();
    }

    private EditionHeld ofCaller(UUID uuid) {
        return issuing.edition(uuid)
                .filter(found -> found.isOrganisedBy(currentUser::worksFor))
                .orElseThrow(NotFoundException::new);
    }
}
