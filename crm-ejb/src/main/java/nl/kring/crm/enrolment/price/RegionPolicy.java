package nl.kring.crm.enrolment.price;

import java.util.List;

/**
 * Policies that are, or were, in use in the region and beside it; an organisation takes one over as its own and changes it
 * as it likes. Amounts and terms are those that the organisations published; three months are counted as thirteen weeks.
 */
public enum RegionPolicy {

    /** Fourteen days to think it over; from 28 days before half the price, from 14 days before all of it. */
    TWENTE(new CancellationTerms(
            14, List.of(Tier.share(28, 0), Tier.share(14, 50), Tier.share(0, 100)), 0, 0, 0, false, true)),

    /** Until two weeks before the price less 25 euros comes back, later nothing. */
    DOKH(new CancellationTerms(0, List.of(new Tier(14, 0, 0, 25_00), Tier.share(0, 100)), 0, 0, 0, false, true)),

    /** More than three months before free, then until six weeks before a quarter and 25 euros at least, later all of it. */
    ZUSTERSWORK(new CancellationTerms(
            0, List.of(Tier.share(91, 0), new Tier(42, 25, 25_00, 0), Tier.share(0, 100)), 0, 0, 0, false, true)),

    /** Until six weeks before 50 euros, until two weeks before half, later all of it. */
    APANTA(new CancellationTerms(
            0, List.of(new Tier(42, 0, 0, 50_00), Tier.share(14, 50), Tier.share(0, 100)), 0, 0, 0, false, true)),

    /** Until six weeks before free, until two weeks before half; webinars free; a free meeting 50 euros in the last week. */
    WAARDENMANAGEMENT(new CancellationTerms(
            0, List.of(Tier.share(42, 0), Tier.share(14, 50), Tier.share(0, 100)), 0, 7, 50_00, true, true));

    private final CancellationTerms terms;

    RegionPolicy(CancellationTerms terms) {
        this.terms = terms;
    }

    public CancellationTerms terms() {
        return terms;
    }
}
