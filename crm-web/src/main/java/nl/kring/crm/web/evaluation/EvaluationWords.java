package nl.kring.crm.web.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import nl.kring.crm.evaluation.EvaluationResults;
import nl.kring.crm.evaluation.QuestionForm;
import nl.kring.crm.evaluation.QuestionKind;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;

/** How evaluations are put into words. */
@Named
@ApplicationScoped
public class EvaluationWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    public String day(LocalDate day) {
        return day == null ? "" : DAY.format(day);
    }

    /** With a comma, or nothing. */
    public String average(BigDecimal average) {
        return average == null
                ? ""
                : new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Faces.getLocale())).format(average);
    }

    public String question(QuestionForm question) {
        return question.text(Faces.getLocale().getLanguage());
    }

    /** A number of a degree in words; what else is answered as it is. */
    public String answer(QuestionForm question, EvaluationResults.Times times) {
        return question.kind() == QuestionKind.AGREE
                ? Texts.of(Faces.getLocale(), "evaluation.agree." + times.label())
                : times.label();
    }

    public String text(String key, Object... arguments) {
        return Texts.of(Faces.getLocale(), key, arguments);
    }

    /** An id that is no id is one that does not exist. */
    static UUID uuid(String id) {
        try {
            return UUID.fromString(id == null ? "" : id);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException();
        }
    }
}
