package nl.kring.crm.intake.matching;

import java.util.Arrays;

/** What is compared of records, as numbers; those of one record lie together, for comparing jumps from one to another. */
final class Rows {

    static final int GIVEN = 0;
    static final int GIVEN_LETTER = 1;
    static final int INITIALS = 2;
    static final int FIRST_LETTERS = 3;
    static final int SURNAME_LETTERS = 4;
    static final int BIRTH_DATE = 5;
    static final int EMAIL = 6;
    static final int PLACE = 7;
    static final int GENDER = 8;
    static final int PROFESSION = 9;
    /** The first of as many as there are kinds of knowing a place of work. */
    static final int WORKPLACE = 10;

    static final int KINDS_OF_WORKPLACE = 6;
    private static final int WIDTH = WORKPLACE + KINDS_OF_WORKPLACE;

    static final int BIG = 0;
    static final int AGB = 1;
    static final int MOBILE = 2;
    static final int NUMBER = 3;
    private static final int NUMBERS = 4;

    private final int[] cells;
    private final long[] numbers;

    Rows(int size) {
        cells = new int[size * WIDTH];
        numbers = new long[size * NUMBERS];
        Arrays.fill(numbers, Codes.NONE);
    }

    int get(int row, int what) {
        return cells[row * WIDTH + what];
    }

    void set(int row, int what, int value) {
        cells[row * WIDTH + what] = value;
    }

    long number(int row, int which) {
        return numbers[row * NUMBERS + which];
    }

    void setNumber(int row, int which, long value) {
        numbers[row * NUMBERS + which] = value;
    }
}
