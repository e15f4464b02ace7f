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
import nl.kring.crm.registry.Period;
import nl.kring.crm.registry.Reason;
import nl.kring.crm.security.Role;

/**
 * Who does what where, at a day and through all time. Staff of any participant begin; only the steward of a person and the
 * organisation concerned end. Every act answers a change that {@link Changes#undo} takes back as a whole.
 */
@Stateless
public class Affiliations {

    static final int LARGEST_PAGE = 200;

    @Inject
    private Ledger ledger;

    /**
     * Somebody begins to do something at an organisation. For staff and the platform's administrator. What registers said
     * of the two gives way.
     *
     * @throws NotFoundException there is no such person or organisation
     * @throws InvalidInputException the role is missing, or the fte, the period or the reason cannot be
     * @throws OverlapException he or she already does the same there on some of these days
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Change begin(NewAffiliation wanted) {
        Changing changing = new Changing("affiliation.begun");
        Affiliation begun = new AffiliationLedger(ledger, changing).begin(wanted);
        return ledger.done(changing, begun.getPersonId(), begun.getUuid());
    }

    /**
     * Somebody stops: the last day still counts. For staff of the steward or of the organisation concerned, and the
     * platform's administrator. What else may end with it, {@link Departures#proposals} tells.
     *
     * @throws ProposalNeededException the caller works for neither
     * @throws EditConflictException it was changed or withdrawn since the caller looked
     * @throws InvalidInputException there is no day, or it lies before the first
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Change end(UUID affiliation, LocalDate lastDay, String reason, long expectedVersion) {
        Changing changing = new Changing("affiliation.ended");
        Affiliation ended = new AffiliationLedger(ledger, changing).end(affiliation, lastDay, reason, expectedVersion);
        return ledger.done(changing, ended.getPersonId(), ended.getUuid());
    }

    /**
     * Goes on at the same organisation in another capacity from a day: the old one ends the day before. For the callers of
     * {@link #end}, which refuses the same.
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Change changeFrom(UUID affiliation, LocalDate firstDay, AffiliationTerms terms, long expectedVersion) {
        Affiliation old = ledger.turn(Affiliation.class, affiliation, expectedVersion);
        return goOn(old, old.getOrganisationId(), firstDay, ledger.terms(terms), "affiliation.changed");
    }

    /**
     * Goes on in the same capacity at another organisation from a day; at the old one the day before was the last. For the
     * callers of {@link #end}, which refuses the same.
     *
     * @throws InvalidInputException it is the same organisation
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Change move(UUID affiliation, UUID organisation, LocalDate firstDay, String reason, long expectedVersion) {
        Affiliation old = ledger.turn(Affiliation.class, affiliation, expectedVersion);
        Long target = ledger.organisation(organisation).getId();
        if (target.equals(old.getOrganisationId())) {
            throw new InvalidInputException("affiliation-same-place");
        }
        Affiliation.Terms terms = old.terms();
        return goOn(
                old,
                target,
                firstDay,
                new Affiliation.Terms(terms.role(), terms.fte(), terms.main(), null, Reason.ifGiven(reason)),
                "affiliation.moved");
    }

    private Change goOn(Affiliation old, Long organisation, LocalDate firstDay, Affiliation.Terms terms, String what) {
        ledger.requireMayEnd(old);
        Changing changing = new Changing(what);
        AffiliationLedger affiliations = new AffiliationLedger(ledger, changing);
        Period rest = ledger.period(ledger.day(firstDay), old.getPeriod().validTo());
        affiliations.end(old, firstDay.minusDays(1), terms.reason());
        Affiliation begun = affiliations.begin(old.getPersonId(), organisation, terms, rest);
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
    public Change withdraw(UUID affiliation, long expectedVersion) {
        Affiliation wrong = ledger.turn(Affiliation.class, affiliation, expectedVersion);
        ledger.requireMayTakeBack(wrong);
        Changing changing = new Changing("affiliation.withdrawn");
        new AffiliationLedger(ledger, changing).withdraw(wrong);
        return ledger.done(changing, wrong.getPersonId(), wrong.getUuid());
    }

    /**
     * It was true, on other days than was said. For the callers of {@link #withdraw}, which refuses the same.
     *
     * @throws OverlapException he or she already does the same there on some of these days
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Change correctPeriod(UUID affiliation, LocalDate from, LocalDate to, long expectedVersion) {
        Affiliation wrong = ledger.turn(Affiliation.class, affiliation, expectedVersion);
        ledger.requireMayTakeBack(wrong);
        Changing changing = new Changing("affiliation.period-corrected");
        new AffiliationLedger(ledger, changing).correct(wrong, ledger.period(from, to));
        return ledger.done(changing, wrong.getPersonId(), wrong.getUuid());
    }

    /**
     * Where somebody works. For staff and the platform's administrator, and for a professional his or her own.
     *
     * @param asOf the day, or null for the whole history
     * @throws NotFoundException there is no such person for this caller
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS, Role.PROFESSIONALS})
    public List<AffiliationLine> ofPerson(UUID person, LocalDate asOf) {
        return new AffiliationReading(ledger.em()).ofPerson(ledger.readable(person), asOf);
    }

    /**
     * Who works at an organisation on a day, by role and name. For staff and the platform's administrator.
     *
     * @param asOf the day, or null for the whole history
     * @param role only these, or null for all
     * @param after where the page before ended, or null
     * @param size up to 200
     * @throws NotFoundException there is no such organisation
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public ResultPage<AffiliationLine> at(
            UUID organisation, LocalDate asOf, AffiliationRole role, UUID after, int size) {
        return new AffiliationReading(ledger.em())
                .ofOrganisation(
                        ledger.organisation(organisation).getId(),
                        asOf,
                        role,
                        after,
                        Math.min(Math.max(1, size), LARGEST_PAGE));
    }

    /**
     * One that stands, for the form that changes it. For staff and the platform's administrator.
     *
     * @throws NotFoundException there is none, or it was withdrawn
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public AffiliationLine get(UUID affiliation) {
        AffiliationLine found = new AffiliationReading(ledger.em()).one(affiliation);
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }
}
