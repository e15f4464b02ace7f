package nl.kring.crm.registry.affiliation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.Period;
import nl.kring.crm.registry.Reason;

/** Begins and ends memberships within an act. */
class MembershipLedger {

    private static final int LONGEST_NUMBER = 40;

    private final Ledger ledger;
    private final Changing changing;

    MembershipLedger(Ledger ledger, Changing changing) {
        this.ledger = ledger;
        this.changing = changing;
    }

    Membership begin(NewMembership wanted) {
        if ((wanted.person() == null) == (wanted.holder() == null)) {
            throw new InvalidInputException("membership-holder");
        }
        if (wanted.kind() == null) {
            throw new InvalidInputException("membership-kind");
        }
        Long person =
                wanted.person() == null ? null : ledger.person(wanted.person()).getId();
        Long holder = wanted.holder() == null
                ? null
                : ledger.organisation(wanted.holder()).getId();
        Long organisation = ledger.organisation(wanted.organisation()).getId();
        if (organisation.equals(holder)) {
            throw new InvalidInputException("membership-of-itself");
        }
        Period period = ledger.period(wanted.from(), wanted.to());
        ledger.lock(person, holder);
        return begin(new Membership(
                person, holder, organisation, wanted.kind(), number(wanted.number()), period, ledger.saying()));
    }

    /** What registers said of the two gives way to what is said by hand. */
    private Membership begin(Membership begun) {
        for (Membership other : of(begun)) {
            if (other.isDerived()) {
                ledger.requireMayEnd(other);
                changing.altering(other);
                other.withdraw(ledger.saying().at());
            }
        }
        ledger.em().flush();
        refuseOverlap(begun, begun.getPeriod());
        ledger.em().persist(begun);
        changing.begun(begun);
        return begun;
    }

    Membership end(UUID membership, LocalDate lastDay, String reason, long expectedVersion) {
        Membership ending = ledger.turn(Membership.class, membership, expectedVersion);
        ledger.requireMayEnd(ending);
        end(ending, ledger.day(lastDay), Reason.ifGiven(reason));
        return ending;
    }

    void end(Membership membership, LocalDate lastDay, String reason) {
        ledger.altering(membership, changing);
        refuseOverlap(membership, ledger.period(membership.getPeriod().validFrom(), lastDay));
        membership.endOn(lastDay);
        if (reason != null) {
            membership.because(reason);
        }
        ledger.em().flush();
        ledger.tellEnded(membership);
    }

    /** Goes on as a member of another kind: the number stays. */
    Membership goOn(Membership old, LocalDate firstDay, MembershipKind kind, String reason) {
        if (kind == null) {
            throw new InvalidInputException("membership-kind");
        }
        Period rest = ledger.period(ledger.day(firstDay), old.getPeriod().validTo());
        end(old, firstDay.minusDays(1), reason);
        return begin(new Membership(
                old.getPersonId(),
                old.getHolderId(),
                old.getOrganisationId(),
                kind,
                old.getNumber(),
                rest,
                ledger.saying()));
    }

    void correct(Membership membership, Period right) {
        ledger.altering(membership, changing);
        refuseOverlap(membership, right);
        membership.correctPeriod(right);
    }

    void withdraw(Membership membership) {
        changing.altering(membership);
        if (membership.isDerived()) {
            membership.deny(ledger.currentUser().accountId());
        }
        membership.withdraw(ledger.saying().at());
    }

    void refuseOverlap(Membership membership, Period period) {
        boolean taken = of(membership).stream()
                .anyMatch(other -> !other.equals(membership)
                        && other.getKind() == membership.getKind()
                        && other.getPeriod().overlaps(period));
        if (taken) {
            throw new OverlapException("membership-overlap");
        }
    }

    /** What the same holder has had of the same organisation. */
    private List<Membership> of(Membership membership) {
        return ledger.em()
                .createQuery("""
                        select m from Membership m
                         where m.organisationId = :organisation and m.withdrawnAt is null
                           and (m.personId = :person or m.holderId = :holder)""", Membership.class)
                .setParameter("organisation", membership.getOrganisationId())
                .setParameter("person", membership.getPersonId())
                .setParameter("holder", membership.getHolderId())
                .getResultList();
    }

    private static String number(String typed) {
        String number = Reason.ifGiven(typed);
        if (number != null && number.length() > LONGEST_NUMBER) {
            throw new InvalidInputException("text-too-long", LONGEST_NUMBER);
        }
        return number;
    }
}
