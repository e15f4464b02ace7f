package nl.kring.crm.registry;

import java.io.Serializable;
import java.time.LocalDate;

/** How somebody was called up to and including a day. */
public record FormerName(String name, LocalDate until) implements Serializable {}
