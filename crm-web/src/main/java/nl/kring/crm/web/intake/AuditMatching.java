package nl.kring.crm.web.intake;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import nl.kring.crm.intake.review.AuditCase;
import nl.kring.crm.intake.review.MatchAudits;
import nl.kring.crm.intake.review.Wilson;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Rows that the matching placed on its own, one after the other, for somebody to judge. */
@Named
@ViewScoped
public class AuditMatching implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private MatchAudits audits;

    @Inject
    @Param
    private String id;

    private AuditCase shown;
    private Wilson precision;

    public void load() {
        shown = audits.next(ReviewPersons.uuid(id));
        precision = audits.precision();
    }

    public void right() {
        judge(true);
    }

    public void wrong() {
        judge(false);
    }

    private void judge(boolean right) {
        audits.judge(shown.audit(), shown.place(), right);
        Faces.redirect("/intake/audit-matching.xhtml?id=%s", id);
    }

    public AuditCase getShown() {
        return shown;
    }

    public Wilson getPrecision() {
        return precision;
    }
}
