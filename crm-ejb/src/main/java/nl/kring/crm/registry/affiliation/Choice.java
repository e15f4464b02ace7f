package nl.kring.crm.registry.affiliation;

import java.io.Serializable;
import java.util.UUID;

/** Somebody or something that a form lets one choose. */
public record Choice(UUID uuid, String name) implements Serializable {}
