package nl.kring.crm.web.agenda;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.UUID;
import nl.kring.crm.agenda.checklist.StepAction;
import nl.kring.crm.agenda.checklist.StepMoment;
import nl.kring.crm.texts.Texts;

/** Which page does what a step of a checklist asks for, and how the step's moment is put into words. */
@Named
@ApplicationScoped
public class StepPages {

    /** The page of the step, about its edition. */
    public static String address(StepAction action, UUID edition) {
        String page = switch (action) {
            case PROGRAMME -> "/agenda/edit-edition";
            case INVITATION -> "/agenda/view-edition";
            case ACCREDITATION -> "/accreditation/view-accreditation";
            case DELIVERY -> "/attendance/list-deliveries";
            case ROOM -> "/agenda/book-resources";
            case CATERING, PARTICIPANTS, INVOICE -> "/enrolment/list-participants";
            case EVALUATION -> "/evaluation/view-results";
            case ATTENDANCE_LIST -> "/attendance/take-attendance";
            case NONE -> "/agenda/view-checklist";
        };
        return page + ".xhtml?id=" + edition;
    }

    public String of(StepAction action, UUID edition) {
        return address(action, edition);
    }

    /** Like 56 days before the first session. */
    public String when(StepMoment moment, int days) {
        return Texts.of(
                FacesContext.getCurrentInstance().getViewRoot().getLocale(), "agenda.step.when." + moment, days);
    }
}
