package nl.kring.crm.intake.matching;

import java.util.Arrays;

/** Numbers in a row that grows. */
final class Longs {

    private long[] values = new long[1 << 12];
    private int size;

    void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size + (size >> 1));
        }
        values[size++] = value;
    }

    int size() {
        return size;
    }

    long get(int at) {
        return values[at];
    }

    void clear() {
        size = 0;
    }

    private void sort() {
        Arrays.parallelSort(values, 0, size);
    }

    void addAll(long[] others) {
        for (long each : others) {
            add(each);
        }
    }

    void addAll(Longs other) {
        for (int at = 0; at < other.size; at++) {
            add(other.values[at]);
        }
    }

    /** Told where numbers begin and end that are the same but for their low bits. */
    interface Run {
        void of(int from, int until);
    }

    /** Sorts what there is and tells each run of numbers that are the same above their low bits. */
    void runs(int lowBits, Run to) {
        sort();
        for (int from = 0; from < size; ) {
            int until = from + 1;
            while (until < size && values[until] >>> lowBits == values[from] >>> lowBits) {
                until++;
            }
            to.of(from, until);
            from = until;
        }
    }

    /** Each number once, in order. */
    long[] distinct() {
        sort();
        int kept = 0;
        for (int at = 0; at < size; at++) {
            if (kept == 0 || values[at] != values[kept - 1]) {
                values[kept++] = values[at];
            }
        }
        size = kept;
        return Arrays.copyOf(values, kept);
    }
}
