package nl.kring.crm.intake.review;

import java.io.Serializable;
import java.util.UUID;

/**
 * Which part of the queue.
 *
 * @param own only pairs of which one stands in a register of the caller's organisation
 * @param register only pairs of which one stands in that register; null for any
 * @param other and the other of the two in that one; null for any
 * @param sample only those of a sample; null for all
 */
public record ReviewQuery(boolean own, String register, String other, UUID sample) implements Serializable {

    public static final ReviewQuery ALL = new ReviewQuery(false, null, null, null);
}
