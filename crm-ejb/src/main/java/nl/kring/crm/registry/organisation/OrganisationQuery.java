package nl.kring.crm.registry.organisation;

import java.time.LocalDate;
import nl.kring.crm.platform.InvalidInputException;

/**
 * What is looked for. Everything is optional; what is given must all hold.
 *
 * @param q pieces of the name, the place or the code, or an AGB or KvK number; at most 200 characters
 * @param municipality by name
 * @param status how a practice is doing on that day; one of which nothing is known is active
 * @param asOf reference date: only what was there on that day; today when null
 * @param sort {@code name}, {@code place} or {@code kind}
 * @param size rows on a page, 1 to 200; 50 when null
 * @param after cursor of an earlier page of the same question
 */
public record OrganisationQuery(
        String q,
        OrganisationKind kind,
        String municipality,
        PracticeStatus status,
        LocalDate asOf,
        String sort,
        Integer size,
        String after) {

    private static final int DEFAULT_SIZE = 50;
    private static final int LARGEST_SIZE = 200;
    private static final int LONGEST_TEXT = 200;

    public OrganisationQuery {
        q = tidy(q);
        municipality = tidy(municipality);
        after = after == null || after.isBlank() ? null : after;
        sort = tidy(sort) == null ? "name" : sort;
        size = size == null ? DEFAULT_SIZE : size;
        if (size < 1 || size > LARGEST_SIZE) {
            throw new InvalidInputException("page-size", LARGEST_SIZE);
        }
    }

    /** The same question on a day. */
    OrganisationQuery on(LocalDate day) {
        return new OrganisationQuery(q, kind, municipality, status, day, sort, size, after);
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
