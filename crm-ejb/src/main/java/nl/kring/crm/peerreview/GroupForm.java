package nl.kring.crm.peerreview;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What is said of a group.
 *
 * @param endsOn its last day; null as long as it goes on
 */
public record GroupForm(GroupKind kind, String name, LocalDate beginsOn, LocalDate endsOn) implements Serializable {}
