package nl.kring.crm.evaluation;

import java.io.Serializable;
import java.util.List;

/**
 * A question as it is asked.
 *
 * @param topic what of accreditation it is; null for a question of its own
 * @param textEn null when there is only a Dutch text
 * @param options two to twenty for a choice, else none
 */
public record QuestionForm(
        QuestionKind kind,
        QuestionScope scope,
        Topic topic,
        boolean required,
        String textNl,
        String textEn,
        List<String> options)
        implements Serializable {

    /** In that language, or in Dutch. */
    public String text(String language) {
        return "en".equals(language) && textEn != null ? textEn : textNl;
    }
}
