package nl.kring.crm.web.attendance;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import nl.kring.crm.attendance.Certificate;
import nl.kring.crm.attendance.Certificates;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The organiser takes a certificate back and says why. */
@Named
@ViewScoped
public class RevokeCertificate implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Certificates certificates;

    private String edition;
    private String id;
    private String personName;
    private String courseTitle;
    private String reason;

    public void load() {
        UUID wanted = Shown.uuid(id);
        Certificate certificate = certificates.of(Shown.uuid(edition)).stream()
                .filter(one -> one.getUuid().equals(wanted) && !one.isRevoked())
                .findFirst()
                .orElseThrow(NotFoundException::new);
        personName = certificate.getPersonName();
        courseTitle = certificate.getCourseTitle();
    }

    public void revoke() {
        certificates.revoke(Shown.uuid(id), reason);
        Messages.addFlashGlobalInfo(Texts.of(
                FacesContext.getCurrentInstance().getViewRoot().getLocale(),
                "attendance_revoke-certificate.done",
                personName));
        Faces.redirect("/attendance/take-attendance.xhtml?id=%s", edition);
    }

    public String getEdition() {
        return edition;
    }

    public void setEdition(String edition) {
        this.edition = edition;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getPersonName() {
        return personName;
    }

    public String getCourseTitle() {
        return courseTitle;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
