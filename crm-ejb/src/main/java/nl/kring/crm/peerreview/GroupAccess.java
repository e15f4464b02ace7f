package nl.kring.crm.peerreview;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** What the caller may do with a group; one that he or she has nothing to do with is not there. */
@Dependent
class GroupAccess {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    /** A group as the caller stands to it. */
    record Seen(PeerReviewGroup group, boolean manages, boolean records) {}

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), SystemClock.AMSTERDAM);
    }

    /** For staff of its organisation and whoever is in it today. */
    Seen see(UUID uuid) {
        PeerReviewGroup group = em.createQuery(
                        "select g from PeerReviewGroup g where g.uuid = :uuid", PeerReviewGroup.class)
                .setParameter("uuid", uuid)
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (isOwn(group)) {
            return new Seen(group, true, true);
        }
        List<GroupRole> roles = currentUser.personId() == null || !currentUser.has(Role.PROFESSIONAL)
                ? List.of()
                : em.createQuery("""
                                select m.role from PeerReviewMember m
                                 where m.groupId = :group and m.personId = :person and m.validFrom <= :today
                                   and (m.validTo is null or m.validTo >= :today)""", GroupRole.class)
                        .setParameter("group", group.getId())
                        .setParameter("person", currentUser.personId())
                        .setParameter("today", today())
                        .getResultList();
        if (roles.isEmpty()) {
            throw new NotFoundException();
        }
        return new Seen(group, false, roles.contains(GroupRole.CONSULTANT));
    }

    /** For staff of its organisation; others who see it may not, and to the rest it is not there. */
    PeerReviewGroup manage(UUID uuid) {
        Seen seen = see(uuid);
        if (!seen.manages()) {
            throw new NotAllowedException();
        }
        return locked(seen.group());
    }

    /** For those, and its consultants of today. */
    PeerReviewGroup record(UUID uuid) {
        Seen seen = see(uuid);
        if (!seen.records()) {
            throw new NotAllowedException();
        }
        return locked(seen.group());
    }

    /** Who is in a group, and what it did, is written by one at a time. */
    private PeerReviewGroup locked(PeerReviewGroup group) {
        em.refresh(group, LockModeType.PESSIMISTIC_WRITE); // as it is now, and not as it was a moment ago
        return group;
    }

    private boolean isOwn(PeerReviewGroup group) {
        return currentUser.has(Role.STAFF) && group.getOrganisationId().equals(currentUser.organisationId());
    }
}
