package nl.kring.crm.peerreview;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * Somebody at a meeting of a group.
 *
 * @param length of the meeting in minutes
 * @param counts whether the meeting is long enough and the group was large enough
 * @param name of the participant; null when nobody is recorded
 * @param big number in the BIG register, or null
 * @param minutes that he or she was there
 */
public record PresenceLine(
        String group,
        GroupKind kind,
        LocalDate heldOn,
        String subject,
        int length,
        boolean counts,
        String name,
        String big,
        Integer minutes)
        implements Serializable {}
