package nl.kring.crm.registry;

import java.io.Serializable;

/**
 * What is said in one field.
 *
 * @param value null says that there is nothing
 * @param prefix of a surname, like van der; else null
 */
public record FieldValue(String value, String prefix) implements Serializable {}
