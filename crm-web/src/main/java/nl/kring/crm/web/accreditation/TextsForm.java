package nl.kring.crm.web.accreditation;

import java.io.Serializable;
import nl.kring.crm.accreditation.request.DossierTexts;

/** The texts about a course that bodies ask, in the form. */
public class TextsForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String need;
    private String didactics;
    private String competences;
    private String assessment;
    private String literature;

    TextsForm(DossierTexts texts) {
        need = texts.need();
        didactics = texts.didactics();
        competences = texts.competences();
        assessment = texts.assessment();
        literature = texts.literature();
    }

    DossierTexts texts() {
        return new DossierTexts(need, didactics, competences, assessment, literature);
    }

    public String getNeed() {
        return need;
    }

    public void setNeed(String need) {
        this.need = need;
    }

    public String getDidactics() {
        return didactics;
    }

    public void setDidactics(String didactics) {
        this.didactics = didactics;
    }

    public String getCompetences() {
        return competences;
    }

    public void setCompetences(String competences) {
        this.competences = competences;
    }

    public String getAssessment() {
        return assessment;
    }

    public void setAssessment(String assessment) {
        this.assessment = assessment;
    }

    public String getLiterature() {
        return literature;
    }

    public void setLiterature(String literature) {
        this.literature = literature;
    }
}
