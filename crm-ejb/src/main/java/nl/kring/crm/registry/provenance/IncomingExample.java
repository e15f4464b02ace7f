package nl.kring.crm.registry.provenance;

import java.util.Map;

/**
 * A row of a delivery as it is shown among the examples of what the delivery does.
 *
 * @param name what it calls the person
 * @param cells as they were handed over
 */
public record IncomingExample(String name, Map<String, String> cells) {}
