package nl.kring.crm.registry;

import java.time.LocalDate;
import nl.kring.crm.platform.InvalidInputException;

/**
 * What is looked for. Everything is optional; what is given must all hold.
 *
 * @param q pieces of the name, the workplace or the place, or a BIG or AGB number; at most 200 characters
 * @param organisation code of an organisation that says something of the person
 * @param municipality by name: of a workplace on the reference date; today also of the person
 * @param asOf reference date of roles, workplaces, memberships and names; today when null. Whoever is meant is found and
 *     sorted by names and numbers of today
 * @param sort {@code name}, {@code place} or {@code profession}
 * @param size rows on a page, 1 to 200; 50 when null
 * @param after cursor of an earlier page of the same question
 * @param filter role, workplace, membership and more; none when null
 */
public record PersonQuery(
        String q,
        String organisation,
        Profession profession,
        String municipality,
        LocalDate asOf,
        String sort,
        Integer size,
        String after,
        PersonFilter filter) {

    static final int DEFAULT_SIZE = 50;
    static final int LARGEST_SIZE = 200;
    private static final int LONGEST_TEXT = 200;

    public PersonQuery {
        filter = filter == null ? PersonFilter.NONE : filter;
        q = tidy(q);
        organisation = tidy(organisation);
        municipality = tidy(municipality);
        sort = tidy(sort) == null ? "name" : sort;
        size = size == null ? DEFAULT_SIZE : size;
        if (size < 1 || size > LARGEST_SIZE) {
            throw new InvalidInputException("page-size", LARGEST_SIZE);
        }
    }

    /** Without the finer filter. */
    public PersonQuery(
            String q,
            String organisation,
            Profession profession,
            String municipality,
            LocalDate asOf,
            String sort,
            Integer size,
            String after) {
        this(q, organisation, profession, municipality, asOf, sort, size, after, null);
    }

    /** By a piece of the name only. */
    public static PersonQuery named(String q) {
        return new PersonQuery(q, null, null, null, null, null, null, null);
    }

    /** The same question for another day, from its first page. */
    public PersonQuery on(LocalDate day) {
        return new PersonQuery(q, organisation, profession, municipality, day, sort, size, null, filter);
    }

    static String tidy(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.length() > LONGEST_TEXT) {
            throw new InvalidInputException("text-too-long", LONGEST_TEXT);
        }
        return text.strip().replaceAll("\\p{Cc}|\\p{Cs}", "");
    }
}
