package nl.kring.crm.web.attendance;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import nl.kring.crm.attendance.letterhead.LetterheadDetail;
import nl.kring.crm.attendance.letterhead.LetterheadForm;
import nl.kring.crm.attendance.letterhead.Letterheads;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** How the certificates of the own organisation look. */
@Named
@ViewScoped
public class EditLetterhead implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MORE_THAN_ALLOWED = 2 * 1024 * 1024 + 1;

    @Inject
    private transient Letterheads letterheads;

    @Inject
    private CurrentUser currentUser;

    private LetterheadDetail kept;
    private String addressLine;
    private String closingText;
    private String signatoryName;
    private String signatoryFunction;
    private transient Part logo;

    @PostConstruct
    void load() {
        kept = letterheads.own();
        addressLine = kept.form().addressLine();
        closingText = kept.form().closingText();
        signatoryName = kept.form().signatoryName();
        signatoryFunction = kept.form().signatoryFunction();
    }

    public void save() throws IOException {
        LetterheadForm form = new LetterheadForm(addressLine, closingText, signatoryName, signatoryFunction);
        letterheads.change(kept.version(), form, sent());
        again();
    }

    public void removeLogo() {
        letterheads.removeLogo(kept.version());
        again();
    }

    private byte[] sent() throws IOException {
        if (logo == null || logo.getSize() == 0) {
            return null;
        }
        try (InputStream content = logo.getInputStream()) {
            return content.readNBytes(MORE_THAN_ALLOWED);
        }
    }

    private static void again() {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "attendance_edit-letterhead.done"));
        Faces.redirect("/attendance/edit-letterhead.xhtml");
    }

    /** Only an administrator of the organisation changes it; the others see how it is. */
    public boolean isAllowed() {
        return currentUser.has(Role.ORGANISATION_ADMIN);
    }

    public LetterheadDetail getKept() {
        return kept;
    }

    public String getAddressLine() {
        return addressLine;
    }

    public void setAddressLine(String addressLine) {
        this.addressLine = addressLine;
    }

    public String getClosingText() {
        return closingText;
    }

    public void setClosingText(String closingText) {
        this.closingText = closingText;
    }

    public String getSignatoryName() {
        return signatoryName;
    }

    public void setSignatoryName(String signatoryName) {
        this.signatoryName = signatoryName;
    }

    public String getSignatoryFunction() {
        return signatoryFunction;
    }

    public void setSignatoryFunction(String signatoryFunction) {
        this.signatoryFunction = signatoryFunction;
    }

    public Part getLogo() {
        return logo;
    }

    public void setLogo(Part logo) {
        this.logo = logo;
    }
}
