package nl.kring.crm.registry.merging;

import java.io.Serializable;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;

/**
 * Why two are taken for one.
 *
 * @param text in words; may be null when a machine decided
 * @param score the weight that the decision rests on; null by hand
 * @param modelVersion of the model that gave the weight; null by hand
 * @param lifting true to merge even though somebody said that they are not the same; the text is then required
 */
public record MergeReason(How how, String text, Double score, String modelVersion, boolean lifting)
        implements Serializable {

    private static final int LONGEST = 200;

    /** Who or what decided. */
    public enum How {
        MANUAL,
        AUTOMATIC,
        REVIEW
    }

    public static MergeReason byHand(String text) {
        return new MergeReason(How.MANUAL, text, null, null, false);
    }

    public static MergeReason automatic(double score, String modelVersion) {
        return new MergeReason(How.AUTOMATIC, null, score, modelVersion, false);
    }

    public static MergeReason reviewed(double score, String modelVersion) {
        return new MergeReason(How.REVIEW, null, score, modelVersion, false);
    }

    /** A reason as it is kept. Refuses that there is none where one is needed. */
    static String required(String typed, boolean needed) {
        String text = TypedText.text(typed, LONGEST);
        if (text == null && needed) {
            throw new InvalidInputException("reason-missing");
        }
        return text;
    }

    /** Merges also what somebody said to be different. */
    public MergeReason lifting(String why) {
        return new MergeReason(how, why, score, modelVersion, true);
    }
}
