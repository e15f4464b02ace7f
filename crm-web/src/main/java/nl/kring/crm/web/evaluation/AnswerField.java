package nl.kring.crm.web.evaluation;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import nl.kring.crm.evaluation.AskedQuestion;
import nl.kring.crm.evaluation.QuestionForm;
import nl.kring.crm.evaluation.QuestionKind;
import nl.kring.crm.texts.Texts;

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

    private static final int MARKS = 10;
    private static final int DEGREES = 5;

    /** One answer that can be chosen. */
    public record Option(String value, String label, boolean chosen) {}

    /** A question as who answers it sees it, with what was answered before. */
    static AnswerField of(AskedQuestion asking, Locale locale, List<String> given, boolean missing) {
        QuestionForm question = asking.question();
        String type = question.kind() == QuestionKind.TEXT
                ? null
                : question.kind() == QuestionKind.SEVERAL ? "checkbox" : "radio";
        return new AnswerField(
                asking.key(),
                asking.about(),
                question.text(locale.getLanguage()),
                question.required(),
                type,
                question.kind() == QuestionKind.MARK,
                IntStream.rangeClosed(1, howMany(question))
                        .mapToObj(Integer::toString)
                        .map(number -> new Option(number, label(question, number, locale), given.contains(number)))
                        .toList(),
                String.join("\n", given),
                missing);
    }

    private static int howMany(QuestionForm question) {
        return switch (question.kind()) {
            case MARK -> MARKS;
            case AGREE -> DEGREES;
            case CHOICE, SEVERAL -> question.options().size();
            case TEXT -> 0;
        };
    }

    private static String label(QuestionForm question, String number, Locale locale) {
        return switch (question.kind()) {
            case AGREE -> Texts.of(locale, "evaluation.agree." + number);
            case CHOICE, SEVERAL -> question.options().get(Integer.parseInt(number) - 1);
            default -> number;
        };
    }
}
