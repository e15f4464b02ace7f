package nl.kring.crm.enrolment.price;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import nl.kring.crm.agenda.Edition;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.Person;

/**
 * Gives those who enrol at an edition their prices, within one transaction: one or several. What a price follows from is asked once
 * for those who bring no voucher, unless it matters who is a member.
 */
final class PriceFreezer {

    private final EntityManager em;
    private final Clock clock;
    private final Edition edition;
    private PriceFacts ofAll;

    PriceFreezer(EntityManager em, Clock clock, Edition edition) {
        this.em = em;
        this.clock = clock;
        this.edition = edition;
    }

    /** As {@link Prices#freeze}. */
    FrozenPrice freeze(Person person, PriceWish wish) {
        PriceFacts facts = factsOf(person, wish);
        PriceQuote quote = new Quoting(clock.instant()).quote(facts, person.getProfession(), false);
        return new FrozenPrice(
                quote,
                facts,
                facts.policyVersion() == null ? null : em.getReference(PolicyVersion.class, facts.policyVersion()),
                wish.shownCents());
    }

    private PriceFacts factsOf(Person person, PriceWish wish) {
        if (ofAll != null && !ofAll.asksMembership() && Quoting.code(wish.voucher()) == null) {
            return ofAll;
        }
        PriceFacts facts = facts(person, wish.voucher());
        ofAll = facts.voucher() == null ? facts : ofAll;
        return facts;
    }

    /**
     * @param person null for somebody who is not known yet, who is no member
     * @throws InvalidInputException there is no such voucher here
     */
    PriceFacts facts(Person person, String voucher) {
        String code = Quoting.code(voucher);
        if (code != null && code.isEmpty()) {
            throw new InvalidInputException("voucher-unknown");
        }
        PriceFacts facts = new PriceTable(em).read(edition.getId(), person == null ? null : person.getId(), code);
        if (code != null && facts.voucher() == null) {
            throw new InvalidInputException("voucher-unknown");
        }
        return facts;
    }
}
