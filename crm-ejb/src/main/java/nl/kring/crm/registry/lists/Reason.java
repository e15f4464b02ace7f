package nl.kring.crm.registry.lists;

import java.io.Serializable;

/**
 * Why something was found.
 *
 * @param text what stands there, as it is written
 * @param slip true when what was typed differs from it by one letter
 */
public record Reason(Why why, String text, boolean slip) implements Serializable {}
