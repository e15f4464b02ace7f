package nl.kring.crm.attendance.presence;

import java.util.Map;
import java.util.TreeMap;

/**
 * A question: under which number do the registers know this course? Fired as a CDI event for the list that people sign, and answered
 * by who reads what was granted for certificates too. Where a register gave none the list leaves room to write it.
 */
public final class ListNumbersAsked {

    private final Long editionId;
    private final Map<String, String> numbers = new TreeMap<>();

    ListNumbersAsked(Long editionId) {
        this.editionId = editionId;
    }

    public Long editionId() {
        return editionId;
    }

    /** The number of the course at a register, by the code of that register. */
    public void number(String scheme, String number) {
        numbers.put(scheme, number);
    }

    String of(String scheme) {
        return numbers.get(scheme);
    }
}
