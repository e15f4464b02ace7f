package nl.kring.crm.enrolment.price;

import java.util.Set;
import nl.kring.crm.registry.Person;

/**
 * What several would pay at one edition: what a price follows from is read once for all of them. On paper alone; whoever enrols
 * in between may take a free seat for members that is told of here.
 */
public final class PersonalPrices {

    private final Quoting quoting;
    private final PriceFacts facts;
    private final Set<Long> members;
    private Integer memberSeatsLeft;

    PersonalPrices(Quoting quoting, PriceFacts facts, Set<Long> members) {
        this.quoting = quoting;
        this.facts = facts;
        this.members = members;
        this.memberSeatsLeft = facts.memberSeatsLeft();
    }

    /**
     * What one of them would pay if nobody of the others came.
     *
     * @param waits whether there is no seat, and so no free one
     */
    public PriceQuote alone(Person person, boolean waits) {
        return quoting.quote(
                facts.of(members.contains(person.getId()), memberSeatsLeft), person.getProfession(), waits);
    }

    /** What one of them would pay after those before, who may have taken the free seats. */
    public PriceQuote next(Person person, boolean waits) {
        PriceQuote quote = alone(person, waits);
        if (quote.memberSeat()) {
            memberSeatsLeft--;
        }
        return quote;
    }

    /** What somebody would pay who is not in the register yet, and of whom no profession is known. */
    public PriceQuote ofStranger() {
        return quoting.quote(facts, null, true);
    }
}
