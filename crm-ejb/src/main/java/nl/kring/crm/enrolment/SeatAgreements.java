package nl.kring.crm.enrolment;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.agenda.SeatCount;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.enrolment.draw.DrawWindow;
import nl.kring.crm.enrolment.draw.SeatDraw;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** How the seats of an edition are given: to members first, kept for some, offered for how long, or as staff decide. */
@Stateless
public class SeatAgreements {

    private static final int MOST_QUOTAS = 20;
    private static final int LONGEST_OFFER = 200;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    @Inject
    private EnrolmentMails mails;

    /**
     * What was agreed, or what holds when nothing was. For staff of the organisers and the platform's administrator.
     *
     * @throws NotFoundException no such edition, or another organisation's
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public SeatAgreement of(UUID edition) {
        Edition found = own(edition);
        SeatTerms terms = termsOf(found);
        List<SeatAgreement.Quota> quotas = QuotaRows.current(em, found.getId()).stream()
                .map(quota -> new SeatAgreement.Quota(
                        quota.getKind(),
                        quota.getProfessions(),
                        quota.getMembersOfId() == null
                                ? null
                                : em.find(Organisation.class, quota.getMembersOfId())
                                        .getUuid(),
                        quota.getSeats(),
                        quota.getTaken(),
                        quota.getReleaseAt(),
                        quota.isReleased()))
                .toList();
        return new SeatAgreement(
                terms.getMembersUntil(),
                terms.getOfferHours(),
                terms.isApproval(),
                terms.isPrerequisites(),
                draw(found),
                terms.getNamesUntil(),
                quotas);
    }

    /**
     * Agrees on it anew. Whoever has a seat keeps it and is counted anew; who waits and may have one now gets it, or the
     * offer of it, and hears of it. For staff of the organisers and the platform's administrator.
     *
     * @throws NotFoundException no such edition, or another organisation's
     * @throws EnrolmentRefused.QuotasDoNotFit more would be kept than is free
     * @throws EnrolmentRefused.DrawStands somebody wishes or waits for a seat, so that whether seats are given by lot stays as it was
     * @throws InvalidInputException a moment or a number is out of bounds, or an organisation is none
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public void agree(UUID edition, SeatAgreement wish) {
        Edition found = own(edition);
        check(wish);
        SeatAllocation seats = new SeatAllocation(em, clock);
        SeatCount count = seats.lock(found.getId());
        em.refresh(count);
        SeatTerms terms = termsOf(found);
        terms.agree(wish);
        new DrawAgreement(em, found, clock.instant()).agree(terms, wish.draw(), wish.approval());
        em.merge(terms);
        List<SeatQuota> quotas = new ArrayList<>();
        for (SeatAgreement.Quota quota : wish.quotas()) {
            quotas.add(new SeatQuota(
                    found.getId(),
                    quotas.size() + 1,
                    quota.kind(),
                    quota.professions(),
                    organisation(quota.membersOf()),
                    quota.seats(),
                    quota.kind() == QuotaKind.KEPT ? quota.releaseAt() : null));
        }
        QuotaRows.replace(em, found, quotas, Standings.today(em, clock));
        if (new SeatPlan(count, quotas, terms, clock.instant()).freeForAll() < 0) {
            throw new EnrolmentRefused.QuotasDoNotFit();
        }
        audit.record("edition.seats-agreed", edition, "quotas " + quotas.size());
        mails.promoted(found, seats.promote(found, currentUser.accountId()));
    }

    private static void check(SeatAgreement wish) {
        boolean sound = wish.quotas().size() <= MOST_QUOTAS
                && (wish.offerHours() == null || wish.offerHours() >= 1 && wish.offerHours() <= LONGEST_OFFER)
                && wish.quotas().stream().allMatch(SeatAgreements::isSound);
        if (!sound) {
            throw new InvalidInputException("enrolment-agreement");
        }
    }

    private static boolean isSound(SeatAgreement.Quota quota) {
        return quota.kind() != null
                && quota.seats() > 0
                && (!quota.professions().isEmpty() || quota.membersOf() != null);
    }

    private Long organisation(UUID uuid) {
        return uuid == null
                ? null
                : em.createQuery(
                                "select o from Organisation o where o.uuid = :uuid and o.participant = true",
                                Organisation.class)
                        .setParameter("uuid", uuid)
                        .getResultStream()
                        .findFirst()
                        .orElseThrow(() -> new InvalidInputException("enrolment-agreement"))
                        .getId();
    }

    private DrawWindow draw(Edition edition) {
        SeatDraw draw = em.find(SeatDraw.class, edition.getId());
        return draw == null ? null : draw.window();
    }

    private SeatTerms termsOf(Edition edition) {
        SeatTerms terms = em.find(SeatTerms.class, edition.getId());
        return terms == null ? new SeatTerms(edition.getId()) : terms;
    }

    private Edition own(UUID uuid) {
        return new EnrolmentLists(em, clock)
                .edition(uuid)
                .filter(found -> found.getCourse().isOrganisedBy(currentUser::worksFor))
                .orElseThrow(NotFoundException::new);
    }
}
