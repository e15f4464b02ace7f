package nl.kring.crm.peerreview;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/**
 * What is said of a meeting.
 *
 * @param presence minutes of each person who was there
 */
public record MeetingForm(LocalDate heldOn, Integer minutes, String subject, String report, Map<UUID, Integer> presence)
        implements Serializable {}
