package nl.kring.crm.registry.organisation;

import java.util.Map;
import java.util.Set;

/**
 * Which practices rows name, before anything follows from it.
 *
 * @param persons whose stored rows are now linked otherwise than before
 * @param incoming the practices of rows that are on their way in, by their numbers in the file
 * @param touched practices that are to be derived
 * @param goneUp practices that turned out to be others, with those
 */
public record LinkedRows(Set<Long> persons, Map<Integer, Long> incoming, Set<Long> touched, Map<Long, Long> goneUp) {}
