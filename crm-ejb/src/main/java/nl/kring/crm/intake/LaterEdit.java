package nl.kring.crm.intake;

import java.util.UUID;

/**
 * Something that people did since a run about a person of that run; it stays when the run is taken back.
 *
 * @param kind STATEMENT, MERGE, AFFILIATION or MEMBERSHIP; its text has the key {@code intake.later.<kind>}
 */
public record LaterEdit(UUID person, String name, String kind, long count) {}
