package nl.kring.crm.web.evaluation;

import java.io.Serializable;
import java.util.List;
import nl.kring.crm.evaluation.QuestionForm;
import nl.kring.crm.evaluation.QuestionKind;
import nl.kring.crm.evaluation.QuestionScope;
import nl.kring.crm.evaluation.Topic;

/** One question while it is being written; its options are one to a line. */
public class QuestionFields implements Serializable {

    private static final long serialVersionUID = 1L;

    private QuestionKind kind = QuestionKind.MARK;
    private QuestionScope scope = QuestionScope.COURSE;
    private Topic topic;
    private boolean required = true;
    private String textNl;
    private String textEn;
    private String options;

    static QuestionFields of(QuestionForm form) {
        QuestionFields fields = new QuestionFields();
        fields.kind = form.kind();
        fields.scope = form.scope();
        fields.topic = form.topic();
        fields.required = form.required();
        fields.textNl = form.textNl();
        fields.textEn = form.textEn();
        fields.options = String.join("\n", form.options());
        return fields;
    }

    QuestionForm form() {
        return new QuestionForm(
                kind,
                scope,
                topic,
                required,
                textNl,
                textEn,
                options == null
                        ? List.of()
                        : options.lines().filter(line -> !line.isBlank()).toList());
    }

    public QuestionKind getKind() {
        return kind;
    }

    public void setKind(QuestionKind kind) {
        this.kind = kind;
    }

    public QuestionScope getScope() {
        return scope;
    }

    public void setScope(QuestionScope scope) {
        this.scope = scope;
    }

    public Topic getTopic() {
        return topic;
    }

    public void setTopic(Topic topic) {
        this.topic = topic;
    }

    public boolean isRequired() {
        return required;
    }

    public void setRequired(boolean required) {
        this.required = required;
    }

    public String getTextNl() {
        return textNl;
    }

    public void setTextNl(String textNl) {
        this.textNl = textNl;
    }

    public String getTextEn() {
        return textEn;
    }

    public void setTextEn(String textEn) {
        this.textEn = textEn;
    }

    public String getOptions() {
        return options;
    }

    public void setOptions(String options) {
        this.options = options;
    }
}
