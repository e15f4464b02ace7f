package nl.kring.crm.registry.affiliation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.ProposalNeededException;
import nl.kring.crm.platform.ResultPage;
import nl.kring.crm.registry.Reason;
import nl.kring.crm.security.Role;

/**
 * Who belongs to what, at a day and through all time. Held by a person, a practice or a legal entity. The rights and the
 * way back are those of {@link Affiliations}; what an organisation holds, it ends itself, or whom it belongs to.
 */
@Stateless
public class Memberships {

    @Inject
    private Ledger ledger;

    /**
     * Somebody begins to belong to an organisation. For staff and the platform's administrator. What registers said of the
     * two gives way.
     *
     * @throws NotFoundException there is no such person or organisation
     * @throws InvalidInputException it has no holder or two, no kind, or a number or period that cannot be
     * @throws OverlapException there is the same membership on some of these days
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Change begin(NewMembership wanted) {
        Changing changing = new Changing("membership.begun");
        Membership begun = new MembershipLedger(ledger, changing).begin(wanted);
        return ledger.done(changing, begun.getPersonId(), begun.getUuid());
    }

    /**
     * It stops: the last day still counts. For staff of the steward or of the organisation concerned, and the platform's
     * administrator.
     *
     * @throws ProposalNeededException the caller works for neither
     * @throws EditConflictException it was changed or withdrawn since the caller looked
     * @throws InvalidInputException there is no day, or it lies before the first
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Change end(UUID membership, LocalDate lastDay, String reason, long expectedVersion) {
        Changing changing = new Changing("membership.ended");
        Membership ended = new MembershipLedger(ledger, changing).end(membership, lastDay, reason, expectedVersion);
        return ledger.done(changing, ended.getPersonId(), ended.getUuid());
    }

    /** Goes on as a member of another kind from a day. For the callers of {@link #end}, which refuses the same. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Change changeFrom(
            UUID membership, LocalDate firstDay, MembershipKind kind, String reason, long expectedVersion) {
        Membership old = ledger.turn(Membership.class, membership, expectedVersion);
        ledger.requireMayEnd(old);
        Changing changing = new Changing("membership.changed");
        Membership begun = new MembershipLedger(ledger, changing).goOn(old, firstDay, kind, Reason.ifGiven(reason));
        return ledger.done(changing, begun.getPersonId(), begun.getUuid());
    }

    /**
     * It was never true; registers that say so are not believed any more. For the callers of {@link #end} and for staff of
     * the organisation that said it by hand.
     *
     * @throws ProposalNeededException the caller works for none of them
     * @throws EditConflictException it was changed or withdrawn since the caller looked
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Change withdraw(UUID membership, long expectedVersion) {
        Membership wrong = ledger.turn(Membership.class, membership, expectedVersion);
        ledger.requireMayTakeBack(wrong);
        Changing changing = new Changing("membership.withdrawn");
        new MembershipLedger(ledger, changing).withdraw(wrong);
        return ledger.done(changing, wrong.getPersonId(), wrong.getUuid());
    }

    /**
     * It was true, on other days than was said. For the callers of {@link #withdraw}, which refuses the same.
     *
     * @throws OverlapException there is the same membership on some of these days
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Change correctPeriod(UUID membership, LocalDate from, LocalDate to, long expectedVersion) {
        Membership wrong = ledger.turn(Membership.class, membership, expectedVersion);
        ledger.requireMayTakeBack(wrong);
        Changing changing = new Changing("membership.period-corrected");
        new MembershipLedger(ledger, changing).correct(wrong, ledger.period(from, to));
        return ledger.done(changing, wrong.getPersonId(), wrong.getUuid());
    }

    /**
     * What a person belongs to. For staff and the platform's administrator, and for a professional his or her own.
     *
     * @param asOf the day, or null for the whole history
     * @throws NotFoundException there is no such person for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS, Role.PROFESSIONALS})
    public List<MembershipLine> ofPerson(UUID person, LocalDate asOf) {
        return new AffiliationReading(ledger.em()).membershipsOfPerson(ledger.readable(person), asOf);
    }

    /**
     * What an organisation itself belongs to. For staff and the platform's administrator.
     *
     * @param asOf the day, or null for the whole history
     * @throws NotFoundException there is no such organisation
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<MembershipLine> heldBy(UUID organisation, LocalDate asOf) {
        return new AffiliationReading(ledger.em())
                .membershipsHeldBy(ledger.organisation(organisation).getId(), asOf);
    }

    /**
     * Who belongs to an organisation, by name. For staff and the platform's administrator.
     *
     * @param asOf the day, or null for the whole history
     * @param after where the page before ended, or null
     * @param size up to 200
     * @throws NotFoundException there is no such organisation
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public ResultPage<MembershipLine> ofOrganisation(UUID organisation, LocalDate asOf, UUID after, int size) {
        return new AffiliationReading(ledger.em())
                .membershipsIn(
                        ledger.organisation(organisation).getId(),
                        asOf,
                        after,
                        Math.min(Math.max(1, size), Affiliations.LARGEST_PAGE));
    }

    /**
     * One that stands, for the form that changes it. For staff and the platform's administrator.
     *
     * @throws NotFoundException there is none, or it was withdrawn
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public MembershipLine get(UUID membership) {
        MembershipLine found = new AffiliationReading(ledger.em()).oneMembership(membership);
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }
}
