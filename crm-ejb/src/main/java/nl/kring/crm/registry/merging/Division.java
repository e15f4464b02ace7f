package nl.kring.crm.registry.merging;

/**
 * Two records that are of different persons, for good. What was typed in about a person has no register; its key is the
 * person's UUID.
 */
public record Division(String register, String key, String otherRegister, String otherKey) {}
