package nl.kring.crm.intake.matching;

import java.util.Map;
import java.util.Set;

/**
 * How common values are in a whole register, so that one record can be weighed against a few as if all were there.
 *
 * @param size how many records there are
 * @param seen by kind and value how many have it; what is not there, one has at most
 * @param practiceCodes codes that stand for practices and so tell nothing of a person
 */
public record Shares(int size, Map<Value, Integer> seen, Set<String> practiceCodes) {

    /** A value of one kind, like a part of a surname. */
    public record Value(String kind, String text) {}

    static final String SURNAME = "s";
    static final String GIVEN_NAME = "g";
    static final String INITIALS = "i";
    static final String WORKPLACE = "w";
    static final String PLACE = "c";
    static final String PROFESSION = "p";

    int of(String kind, String text) {
        return seen.getOrDefault(new Value(kind, text), 1);
    }
}
