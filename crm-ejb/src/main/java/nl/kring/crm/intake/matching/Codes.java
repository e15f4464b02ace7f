package nl.kring.crm.intake.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts as numbers from 0 up, in the order in which they were first seen, with how often each was seen. */
final class Codes {

    static final int NONE = -1;

    private static final int MOST_OTHER_LETTERS = 4;
    private static final int MOST_LONGER = 3;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private int[] seen = new int[1024];
    private int[] letters = new int[1024];

    /** The number of a text, which is counted once more; NONE for null and for an empty one. */
    int add(String text) {
        if (text == null || text.isEmpty()) {
            return NONE;
        }
        Integer number = numbers.get(text);
        if (number == null) {
            number = texts.size();
            numbers.put(text, number);
            texts.add(text);
            if (number == seen.length) {
                seen = Arrays.copyOf(seen, number * 2);
                letters = Arrays.copyOf(letters, number * 2);
            }
            letters[number] = letters(text);
        }
        seen[number]++;
        return number;
    }

    private static int letters(String text) {
        int bits = 0;
        for (int at = 0; at < text.length(); at++) {
            bits |= 1 << (text.charAt(at) & 31);
        }
        return bits;
    }

    /** False when so many letters stand in one of them alone that no slip of the pen explains it. */
    boolean mayBeAlike(int one, int other) {
        return Integer.bitCount(letters[one] ^ letters[other]) <= MOST_OTHER_LETTERS
                && Math.abs(texts.get(one).length() - texts.get(other).length()) <= MOST_LONGER;
    }

    String text(int number) {
        return texts.get(number);
    }

    int seen(int number) {
        return seen[number];
    }

    /** Counts as in the register, and those of the record that comes to it once more. */
    void count(String kind, Shares shares, Codes fresh) {
        for (int number = 0; number < texts.size(); number++) {
            Integer news = fresh.numbers.get(texts.get(number));
            seen[number] = shares.of(kind, texts.get(number)) + (news == null ? 0 : fresh.seen[news]);
        }
    }

    /** What is there more than once. */
    void tell(String kind, Map<Shares.Value, Integer> to) {
        for (int number = 0; number < texts.size(); number++) {
            if (seen[number] > 1) {
                to.put(new Shares.Value(kind, texts.get(number)), seen[number]);
            }
        }
    }

    int size() {
        return texts.size();
    }
}
