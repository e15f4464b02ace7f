package nl.kring.crm.security;

import java.io.Serializable;
import java.util.UUID;

/** Somebody who works for the same organisation. */
public record Colleague(UUID uuid, String name) implements Serializable {}
