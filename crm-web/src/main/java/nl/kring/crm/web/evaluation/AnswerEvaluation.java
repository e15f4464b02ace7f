package nl.kring.crm.web.evaluation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import nl.kring.crm.evaluation.AnswersMissingException;
import nl.kring.crm.evaluation.AskedEvaluation;
import nl.kring.crm.evaluation.AskedQuestion;
import nl.kring.crm.evaluation.EvaluationLinks;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;

/** The questions for whoever has the link; what is answered goes to {@link TakeEvaluation}. */
@Named
@RequestScoped
public class AnswerEvaluation {

    @Inject
    private EvaluationLinks links;

    @Inject
    private Me me;

    private String token;
    private AskedEvaluation asked;
    private List<AnswerField> fields = List.of();

    public void load() {
        me.visit();
        asked = links.asked(token);
        BusinessException refused = Faces.getRequestAttribute(TakeEvaluation.REFUSAL);
        Set<String> missing = refused instanceof AnswersMissingException no ? no.keys() : Set.of();
        fields = asked.questions().stream()
                .map(each -> field(each, refused != null, missing.contains(each.key())))
                .toList();
    }

    /** Why what was answered is not taken, or nothing. */
    public String getRefusal() {
        BusinessException refused = Faces.getRequestAttribute(TakeEvaluation.REFUSAL);
        return refused == null
                ? ""
                : Texts.of(
                        me.getLocale(),
                        "refusal." + refused.code(),
                        refused.arguments().toArray());
    }

    private AnswerField field(AskedQuestion asking, boolean again, boolean missing) {
        String[] before = again ? Faces.getRequestParameterValues(asking.key()) : null;
        return AnswerField.of(asking, me.getLocale(), before == null ? List.of() : List.of(before), missing);
    }

    public AskedEvaluation getAsked() {
        return asked;
    }

    public List<AnswerField> getFields() {
        return fields;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }
}
