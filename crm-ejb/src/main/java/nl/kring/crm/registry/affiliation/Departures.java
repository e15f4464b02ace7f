package nl.kring.crm.registry.affiliation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.ProposalNeededException;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.Reason;
import nl.kring.crm.registry.Stewardship;
import nl.kring.crm.security.Accounts;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * Somebody leaves a practice, or the region. What else ends with it is proposed and ends only when ticked; all of it is one
 * change, which {@link Changes#undo} takes back.
 */
@Stateless
public class Departures {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Ledger ledger;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Stewardship stewardship;

    @Inject
    private Accounts accounts;

    /**
     * What would still be there of somebody after a last day. For staff and the platform's administrator.
     *
     * @throws NotFoundException there is no such person
     * @throws InvalidInputException there is no day, or none that can be
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<ProposedEnding> proposals(UUID person, LocalDate lastDay) {
        Long leaving = ledger.person(person).getId();
        return proposals(leaving, null, null, lastDay);
    }

    /**
     * What may end with one affiliation: what else somebody does at that practice, its GP group and post, the memberships
     * that hang on it, who stands in for him or her there, and the account. For the same callers.
     *
     * @throws NotFoundException there is no such affiliation
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<ProposedEnding> proposalsWith(UUID affiliation, LocalDate lastDay) {
        AffiliationLine ending = new AffiliationReading(em).one(affiliation);
        if (ending == null) {
            throw new NotFoundException();
        }
        return proposals(
                ledger.person(ending.person()).getId(),
                ledger.organisation(ending.organisation()).getId(),
                affiliation,
                lastDay);
    }

    private List<ProposedEnding> proposals(Long person, Long organisation, UUID except, LocalDate lastDay) {
        ledger.period(null, ledger.day(lastDay));
        boolean mine = stewardship.isMine(person);
        return new EndingProposals(em)
                .of(
                        person,
                        organisation,
                        except,
                        lastDay,
                        concerned -> mine || currentUser.worksFor(concerned),
                        currentUser.has(Role.PLATFORM_ADMIN));
    }

    /**
     * Somebody leaves: what was ticked ends on the last day, and what would only have begun after it never does. For the
     * same callers, each for what they may end; accounts are closed by the platform's administrator alone.
     *
     * @throws ProposalNeededException something ticked is for another organisation to end
     * @throws NotAllowedException an account was ticked by somebody else than the platform's administrator
     * @throws EditConflictException something ticked was changed since the caller looked
     * @throws InvalidInputException there is no day, or nothing was ticked
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Change apply(UUID person, LocalDate lastDay, String reason, List<ProposedEnding.Ending> ticked) {
        Person leaving = ledger.person(person);
        if (ticked.isEmpty()) {
            throw new InvalidInputException("departure-empty");
        }
        Changing changing = new Changing("person.departed");
        ledger.lock(leaving.getId(), null);
        endAll(leaving.getId(), ticked, lastDay, reason, changing);
        return ledger.done(changing, leaving.getId(), leaving.getUuid());
    }

    /** One affiliation ends, and with it what was ticked. For the callers of {@link #apply}, which refuses the same. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Change end(
            UUID affiliation,
            LocalDate lastDay,
            String reason,
            long expectedVersion,
            List<ProposedEnding.Ending> ticked) {
        Changing changing = new Changing("affiliation.ended");
        Affiliation ended = new AffiliationLedger(ledger, changing).end(affiliation, lastDay, reason, expectedVersion);
        endAll(ended.getPersonId(), ticked, lastDay, reason, changing);
        return ledger.done(changing, ended.getPersonId(), ended.getUuid());
    }

    private void endAll(
            Long leaving, List<ProposedEnding.Ending> ticked, LocalDate lastDay, String reason, Changing changing) {
        LocalDate last = ledger.day(lastDay);
        String why = Reason.ifGiven(reason);
        for (ProposedEnding.Ending ending : ticked) {
            switch (ending.kind()) {
                case AFFILIATION, COVER -> endAffiliation(leaving, ending, last, why, changing);
                case MEMBERSHIP -> endMembership(leaving, ending, last, why, changing);
                case ACCOUNT -> close(ending.uuid(), changing);
            }
        }
    }

    private void endAffiliation(
            Long leaving, ProposedEnding.Ending ending, LocalDate last, String why, Changing changing) {
        Affiliation affiliation = ledger.turn(Affiliation.class, ending.uuid(), ending.version());
        if (!leaving.equals(affiliation.getPersonId()) && !leaving.equals(affiliation.getReplacesId())) {
            throw new NotFoundException();
        }
        ledger.requireMayEnd(affiliation);
        AffiliationLedger affiliations = new AffiliationLedger(ledger, changing);
        if (affiliation.getPeriod().isFuture(last)) {
            affiliations.withdraw(affiliation);
        } else {
            affiliations.end(affiliation, last, why);
        }
    }

    private void endMembership(
            Long leaving, ProposedEnding.Ending ending, LocalDate last, String why, Changing changing) {
        Membership membership = ledger.turn(Membership.class, ending.uuid(), ending.version());
        if (!leaving.equals(membership.getPersonId())) {
            throw new NotFoundException();
        }
        ledger.requireMayEnd(membership);
        MembershipLedger memberships = new MembershipLedger(ledger, changing);
        if (membership.getPeriod().isFuture(last)) {
            memberships.withdraw(membership);
        } else {
            memberships.end(membership, last, why);
        }
    }

    private void close(UUID account, Changing changing) {
        if (!currentUser.has(Role.PLATFORM_ADMIN)) {
            throw new NotAllowedException();
        }
        accounts.setActive(account, false);
        changing.account(ledger.accountId(account), false);
    }
}
