package nl.kring.crm.registry.columns;

import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;

/**
 * Which rows of the list are asked for. Everything is optional; what is given must all hold.
 *
 * @param q pieces of the name, the workplace or the place; at most 200 characters
 * @param field an own column to filter on
 * @param value what stands in it; of a text a part is enough
 * @param filled whether anything stands in it, when no value is given
 * @param everybody also persons that the organisation does not know yet
 * @param after the last person of the page before
 * @param asOf reference date of memberships and workplaces; today when null. Names and own columns are those of today
 */
public record ListQuery(
        String q, UUID field, String value, Boolean filled, boolean everybody, int size, UUID after, LocalDate asOf) {

    public static final int LARGEST = 50_000;
    private static final int LONGEST_TEXT = 200;

    public ListQuery {
        q = tidy(q);
        value = tidy(value);
        if (size < 1 || size > LARGEST) {
            throw new InvalidInputException("page-size", LARGEST);
        }
    }

    /** The same rows, all that there are, from the first. */
    public ListQuery whole() {
        return new ListQuery(q, field, value, filled, everybody, LARGEST, null, asOf);
    }

    private static String tidy(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST_TEXT) {
            throw new InvalidInputException("text-too-long", LONGEST_TEXT);
        }
        return text.strip().replaceAll("\\p{Cc}|\\p{Cs}", "");
    }
}
