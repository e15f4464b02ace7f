package nl.kring.crm.platform;

import java.io.Serializable;
import java.util.List;

/**
 * A page of a list.
 *
 * @param items the rows in order
 * @param next cursor of the page after this one, null at the end
 */
public record ResultPage<T>(List<T> items, String next) implements Serializable {}
