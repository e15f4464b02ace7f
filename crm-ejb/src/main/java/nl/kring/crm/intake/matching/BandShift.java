package nl.kring.crm.intake.matching;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * What another model would make of the same records.
 *
 * @param pairs how many pairs are in each band now (the rows) and would be in each then (the columns), in the order of the
 *     bands; those that neither finds worth a look are left out
 */
public record BandShift(List<Long> pairs) implements Serializable {

    private static final int BANDS = Band.values().length;

    static BandShift of(long[] counts) {
        return new BandShift(Arrays.stream(counts).boxed().toList());
    }

    static int place(Band now, Band then) {
        return now.ordinal() * BANDS + then.ordinal();
    }

    /** How many pairs go from one band to another, or stay in it. */
    public long count(Band now, Band then) {
        return pairs.get(place(now, then));
    }

    /** How many come into a band that are not in it now. */
    public long coming(Band band) {
        return sum(true, band);
    }

    /** How many are in a band now and would not be. */
    public long going(Band band) {
        return sum(false, band);
    }

    private long sum(boolean coming, Band band) {
        long sum = 0;
        for (Band other : Band.values()) {
            if (other != band) {
                sum += coming ? count(other, band) : count(band, other);
            }
        }
        return sum;
    }
}
