package nl.kring.crm.agenda.venue;

import java.io.Serializable;

/** How many eat something in particular; never who. */
public record Diet(String diet, int persons) implements Serializable {}
