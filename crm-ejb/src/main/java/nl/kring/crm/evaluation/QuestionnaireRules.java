package nl.kring.crm.evaluation;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;

/** What a questionnaire has to be. */
final class QuestionnaireRules {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_QUESTION = 300;
    private static final int LONGEST_OPTION = 100;
    private static final int MOST_QUESTIONS = 60;
    private static final int MOST_OPTIONS = 20;

    private QuestionnaireRules() {}

    /** As it is kept. @throws InvalidInputException it cannot be */
    static QuestionnaireForm checked(QuestionnaireForm form) {
        String name = name(form.name());
        List<QuestionForm> questions =
                form.questions().stream().map(QuestionnaireRules::checked).toList();
        if (questions.isEmpty() || questions.size() > MOST_QUESTIONS) {
            throw new InvalidInputException("evaluation-questions", MOST_QUESTIONS);
        }
        if (questions.stream().filter(each -> each.topic() == Topic.OVERALL).count() > 1) {
            throw new InvalidInputException("evaluation-one-overall");
        }
        return new QuestionnaireForm(name, questions);
    }

    static String name(String typed) {
        String name = TypedText.line(typed, LONGEST_NAME);
        if (name == null) {
            throw new InvalidInputException("evaluation-name");
        }
        return name;
    }

    private static QuestionForm checked(QuestionForm form) {
        String dutch = TypedText.line(form.textNl(), LONGEST_QUESTION);
        if (dutch == null || form.kind() == null || form.scope() == null) {
            throw new InvalidInputException("evaluation-question-empty");
        }
        if (form.topic() == Topic.OVERALL
                && (form.kind() != QuestionKind.MARK || form.scope() != QuestionScope.COURSE)) {
            throw new InvalidInputException("evaluation-overall-mark", dutch);
        }
        return new QuestionForm(
                form.kind(),
                form.scope(),
                form.topic(),
                form.required(),
                dutch,
                TypedText.line(form.textEn(), LONGEST_QUESTION),
                options(form, dutch));
    }

    private static List<String> options(QuestionForm form, String question) {
        if (!form.kind().hasOptions()) {
            return List.of();
        }
        List<String> options = form.options().stream()
                .map(each -> TypedText.line(each, LONGEST_OPTION))
                .filter(Objects::nonNull)
                .toList();
        if (options.size() < 2 || options.size() > MOST_OPTIONS || new HashSet<>(options).size() < options.size()) {
            throw new InvalidInputException("evaluation-options", question, MOST_OPTIONS);
        }
        return options;
    }
}
