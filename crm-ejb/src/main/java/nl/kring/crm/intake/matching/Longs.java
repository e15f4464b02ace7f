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

    /** Sorts what there is. */
    void sort() {
        Arrays.parallelSort(values, 0, size);
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
