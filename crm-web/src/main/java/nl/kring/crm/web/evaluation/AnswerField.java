package nl.kring.crm.web.evaluation;

import java.util.List;

/**
 * A question as it stands on the page.
 *
 * @param type of the inputs: radio or checkbox; null for own words
 * @param words what was typed before, when it was not taken
 * @param missing whether it has to be answered still
 */
public record AnswerField(
        String key,
        String about,
        String text,
        boolean required,
        String type,
        boolean inRow,
        List<Option> options,
        String words,
        boolean missing) {

    /** One answer that can be chosen. */
    public record Option(String value, String label, boolean chosen) {}
}
