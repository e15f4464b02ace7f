package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import nl.kring.crm.enrolment.OwnDetails;
import nl.kring.crm.enrolment.OwnEnrolment;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Changing who pays for one's own enrolment, and what was answered with it. */
@Named
@ViewScoped
public class ChangeEnrolment implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private OwnDetails details;

    private String id;
    private OwnEnrolment own;
    private EnrolForm form;

    public void load() {
        own = details.of(Wording.uuid(id));
        form = new EnrolForm(own);
    }

    public void save() {
        details.change(form.change(own));
        Messages.addFlashGlobalInfo(
                "{0}", Texts.of(Faces.getLocale(), "enrolment_change-enrolment.saved", own.title()));
        Faces.redirect("/enrolment/my-enrolments.xhtml");
    }

    /** Whether it is worth asking who pays. */
    public boolean isPayerAsked() {
        return own.payable() && own.priceCents() > 0;
    }

    public OwnEnrolment getOwn() {
        return own;
    }

    public EnrolForm getForm() {
        return form;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
