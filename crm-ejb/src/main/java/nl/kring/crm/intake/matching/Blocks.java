package nl.kring.crm.intake.matching;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.logging.Logger;

/**
 * Which records are worth comparing: those with one of many keys in common. A key that too many share is narrowed by the
 * year of birth, the place and the workplace; what even then is too much is left out, which is warned of.
 */
final class Blocks {

    private static final Logger LOG = Logger.getLogger(Blocks.class.getName());

    static final int ROW_BITS = 24;
    static final long ROW = (1L << ROW_BITS) - 1;
    private static final int MOST = 120;
    private static final int MOST_NARROWED = 60;

    private final Records records;
    private final Longs pairs = new Longs();
    private final Longs narrowed = new Longs();
    private Longs keys = new Longs();
    private long leftOut;

    /** Pairs that are worth comparing are those of which at least one record is fresh. */
    private final IntPredicate fresh;

    private final Worth worth;

    private Blocks(Records records, IntPredicate fresh, Worth worth) {
        this.records = records;
        this.fresh = fresh;
        this.worth = worth;
    }

    /** Whether two records are worth keeping; the first is always the lower. One is used by one thread. */
    interface Worth {
        boolean keeping(int one, int other);
    }

    /** All pairs; see {@link #pairs(Records, IntPredicate, Supplier)}. */
    static long[] pairs(Records records) {
        return pairs(records, row -> true, () -> (one, other) -> true);
    }

    /**
     * The pairs that are worth keeping, the first record in the upper half, the second in the lower; each pair once, in
     * order. They are looked at block by block, for then the same few records are looked at again and again.
     */
    static long[] pairs(Records records, IntPredicate fresh, Supplier<Worth> worth) {
        List<Blocks> byKey = Arrays.stream(Key.values())
                .parallel()
                .map(key -> {
                    Blocks blocks = new Blocks(records, fresh, worth.get());
                    blocks.add(key);
                    return blocks;
                })
                .toList();
        long leftOut = byKey.stream().mapToLong(blocks -> blocks.leftOut).sum();
        if (leftOut > 0) {
            LOG.log(
                    java.util.logging.Level.WARNING,
                    "{0} pairs of records were not compared by one of their keys: too many have all of it in common",
                    leftOut);
        }
        Longs all = new Longs();
        byKey.forEach(blocks -> all.addAll(blocks.pairs));
        return all.distinct();
    }

    private enum Key {
        BIG,
        AGB,
        NUMBER,
        MOBILE,
        EMAIL,
        BIRTH_DATE_AND_LETTER,
        BIRTH_DATE_AND_SURNAME,
        SURNAME_AND_INITIAL,
        SURNAME_AND_GIVEN_NAME,
        POSTCODE_AND_INITIAL,
        PHONE_AND_SURNAME,
        SURNAME_AND_PLACE,
        WORKPLACE_AND_INITIAL,
        BIG_BUT_ONE_DIGIT,
        AGB_BUT_ONE_DIGIT
    }

    private void add(Key key) {
        for (int row = 0; row < records.size; row++) {
            int at = row;
            keysOf(key, row, value -> keys.add(hash(key, value) << ROW_BITS | at));
        }
        keys.runs(ROW_BITS, (from, until) -> {
            if (until - from > MOST) {
                narrow(from, until);
            } else {
                pair(keys, from, until);
            }
        });
        keys = null; // a million records have many, and only the pairs are waited for
    }

    /** Values of one record for one kind of key, as numbers. */
    private void keysOf(Key key, int row, KeyConsumer to) {
        switch (key) {
            case BIG -> number(records.number(row, Rows.BIG), to);
            case AGB -> number(records.number(row, Rows.AGB), to);
            case NUMBER -> number(records.number(row, Rows.NUMBER), to);
            case MOBILE -> number(records.number(row, Rows.MOBILE), to);
            case EMAIL -> number(records.get(row, Rows.EMAIL), to);
            case BIRTH_DATE_AND_LETTER -> {
                if (records.get(row, Rows.BIRTH_DATE) != 0) {
                    letters(
                            records.get(row, Rows.FIRST_LETTERS) | records.get(row, Rows.SURNAME_LETTERS),
                            letter -> to.accept(records.get(row, Rows.BIRTH_DATE) * 32L + letter));
                }
            }
            case BIRTH_DATE_AND_SURNAME -> {
                if (records.get(row, Rows.BIRTH_DATE) != 0) {
                    for (int part : records.surname[row]) {
                        to.accept(records.get(row, Rows.BIRTH_DATE) * 1024L + beginning(part, 2));
                    }
                }
            }
            case SURNAME_AND_INITIAL -> {
                for (int part : records.surname[row]) {
                    initials(row, letter -> to.accept(part * 32L + letter));
                }
            }
            case SURNAME_AND_GIVEN_NAME -> {
                if (records.get(row, Rows.GIVEN) != Codes.NONE) {
                    long given =
                            records.names.text(records.get(row, Rows.GIVEN)).hashCode();
                    for (int part : records.surname[row]) {
                        to.accept(given + records.surnames.text(part).hashCode());
                    }
                }
            }
            case POSTCODE_AND_INITIAL -> {
                if (records.postcode[row] != null) {
                    initials(row, letter -> to.accept(records.postcode[row].hashCode() * 32L + letter));
                }
            }
            case PHONE_AND_SURNAME -> {
                int phone = records.get(row, Rows.WORKPLACE + 2);
                if (phone != Codes.NONE) {
                    for (int part : records.surname[row]) {
                        to.accept(phone * 32768L + beginning(part, 3));
                    }
                }
            }
            case SURNAME_AND_PLACE -> {
                String postcode = records.postcode[row];
                if (postcode != null && postcode.length() >= 4) {
                    for (int part : records.surname[row]) {
                        to.accept(postcode.substring(0, 4).hashCode() * 1_048_576L + beginning(part, 4));
                    }
                }
            }
            case WORKPLACE_AND_INITIAL -> {
                int name = records.get(row, Rows.WORKPLACE + 1);
                if (name != Codes.NONE) {
                    initials(row, letter -> to.accept(name * 32L + letter));
                }
            }
            case BIG_BUT_ONE_DIGIT -> butOneDigit(records.number(row, Rows.BIG), 11, to);
            case AGB_BUT_ONE_DIGIT -> butOneDigit(records.number(row, Rows.AGB), 8, to);
        }
    }

    private interface KeyConsumer {
        void accept(long value);
    }

    private static void number(long number, KeyConsumer to) {
        if (number != Codes.NONE) {
            to.accept(number);
        }
    }

    private void initials(int row, IntConsumer to) {
        letters(records.get(row, Rows.FIRST_LETTERS), to);
    }

    private static void letters(int bits, IntConsumer to) {
        for (int rest = bits; rest != 0; rest &= rest - 1) {
            to.accept(Integer.numberOfTrailingZeros(rest));
        }
    }

    private long beginning(int part, int length) {
        String text = records.surnames.text(part);
        long value = 0;
        for (int at = 0; at < length; at++) {
            value = value * 32 + (at < text.length() ? text.charAt(at) & 31 : 0);
        }
        return value;
    }

    private static void butOneDigit(long number, int digits, KeyConsumer to) {
        if (number != Codes.NONE) {
            long scale = 1;
            for (int at = 0; at < digits; at++) {
                to.accept(number / (scale * 10) * scale + number % scale);
                scale *= 10;
            }
        }
    }

    private static long hash(Key key, long value) {
        long mixed = (value + 1) * 0x9E3779B97F4A7C15L + key.ordinal() * 0xC2B2AE3D27D4EB4FL;
        mixed = (mixed ^ mixed >>> 31) * 0xBF58476D1CE4E5B9L;
        return (mixed ^ mixed >>> 29) >>> ROW_BITS;
    }

    private void pair(Longs keyed, int from, int until) {
        for (int i = from; i < until; i++) {
            int one = (int) (keyed.get(i) & ROW);
            for (int j = i + 1; j < until; j++) {
                int other = (int) (keyed.get(j) & ROW);
                if (one != other && (fresh.test(one) || fresh.test(other))) {
                    add(Math.min(one, other), Math.max(one, other));
                }
            }
        }
    }

    private void add(int one, int other) {
        if (worth.keeping(one, other)) {
            pairs.add((long) one << 32 | other);
        }
    }

    private void narrow(int from, int until) {
        narrowed.clear();
        for (int at = from; at < until; at++) {
            int row = (int) (keys.get(at) & ROW);
            narrower(
                    0,
                    records.get(row, Rows.BIRTH_DATE) == 0 ? Codes.NONE : records.get(row, Rows.BIRTH_DATE) / 10_000,
                    row);
            narrower(1, records.get(row, Rows.PLACE), row);
            narrower(2, records.get(row, Rows.WORKPLACE + 1), row);
            narrower(3, records.get(row, Rows.GIVEN), row);
        }
        narrowed.runs(ROW_BITS, (start, end) -> {
            if (end - start > MOST_NARROWED) {
                leftOut += (long) (end - start) * (end - start - 1) / 2;
            } else {
                pair(narrowed, start, end);
            }
        });
    }

    private void narrower(int kind, int value, int row) {
        if (value != Codes.NONE) {
            narrowed.add(((long) value * 4 + kind) << ROW_BITS | row);
        }
    }
}
