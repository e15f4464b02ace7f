package nl.kring.crm.web.evaluation;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.evaluation.EvaluationRule;
import nl.kring.crm.evaluation.QuestionnaireLine;
import nl.kring.crm.evaluation.Questionnaires;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The questionnaires of an organisation, and how it evaluates. */
@Named
@ViewScoped
public class ListQuestionnaires implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Questionnaires questionnaires;

    @Inject
    private CurrentUser currentUser;

    private List<QuestionnaireLine> lines;
    private String from;
    private String name;
    private String usual;
    private BigDecimal lowMark;
    private int leastAnswers;

    @PostConstruct
    void load() {
        lines = questionnaires.list(true);
        from = lines.stream()
                .filter(line -> !line.own())
                .findFirst()
                .map(shipped -> shipped.uuid().toString())
                .orElse(null);
        EvaluationRule rule = questionnaires.rule();
        usual = rule.usual() == null ? "" : rule.usual().toString();
        lowMark = rule.lowMark();
        leastAnswers = rule.leastAnswers();
    }

    public void copy() {
        UUID made = questionnaires.copy(EvaluationWords.uuid(from), name);
        Faces.redirect("/evaluation/edit-questionnaire.xhtml?id=%s", made.toString());
    }

    public void retire(UUID which, boolean away) {
        questionnaires.retire(which, away);
        again(away ? "retired" : "back");
    }

    public void saveRule() {
        UUID chosen = usual == null || usual.isBlank() ? null : EvaluationWords.uuid(usual);
        questionnaires.changeRule(new EvaluationRule(chosen, lowMark, leastAnswers));
        again("saved");
    }

    private static void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "evaluation_list-questionnaires.done." + what));
        Faces.redirect("/evaluation/list-questionnaires.xhtml");
    }

    /** Only an administrator of the organisation says how it evaluates. */
    public boolean isAllowed() {
        return currentUser.has(Role.ORGANISATION_ADMIN);
    }

    public List<QuestionnaireLine> getLines() {
        return lines;
    }

    /** That can be chosen. */
    public List<QuestionnaireLine> getChoices() {
        return lines.stream().filter(each -> !each.retired()).toList();
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getUsual() {
        return usual;
    }

    public void setUsual(String usual) {
        this.usual = usual;
    }

    public BigDecimal getLowMark() {
        return lowMark;
    }

    public void setLowMark(BigDecimal lowMark) {
        this.lowMark = lowMark;
    }

    public int getLeastAnswers() {
        return leastAnswers;
    }

    public void setLeastAnswers(int leastAnswers) {
        this.leastAnswers = leastAnswers;
    }
}
