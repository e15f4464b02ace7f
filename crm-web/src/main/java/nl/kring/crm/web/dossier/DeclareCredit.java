package nl.kring.crm.web.dossier;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.attendance.credit.ClaimForm;
import nl.kring.crm.attendance.credit.Credits;
import nl.kring.crm.attendance.credit.Evidence;
import nl.kring.crm.dossier.Dossier;
import nl.kring.crm.dossier.Dossiers;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Declares points that were earned elsewhere, with what shows it. */
@Named
@ViewScoped
public class DeclareCredit implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Dossiers dossiers;

    @Inject
    private Credits credits;

    @Inject
    private Organisations organisations;

    private String register;
    private Dossier dossier;
    private String category;
    private BigDecimal points;
    private LocalDate day;
    private String title;
    private String organisation;
    private transient Part file;

    public void load() {
        dossier = dossiers.mine(register);
    }

    public void declare() throws IOException {
        if (file == null) {
            throw new InvalidInputException("credit-evidence-missing");
        }
        try (InputStream content = file.getInputStream()) {
            credits.declare(
                    new ClaimForm(dossier.scheme(), category, points, day, title, organisation),
                    Evidence.of(file.getSubmittedFileName(), content.readNBytes(Evidence.LARGEST + 1)));
        }
        again("declared");
    }

    public void withdraw(UUID claim) {
        credits.withdraw(claim);
        again("withdrawn");
    }

    private void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "dossier_declare-credit." + what));
        Faces.redirect("/dossier/declare-credit.xhtml?register=%s", dossier.scheme());
    }

    public List<Organisation> getOrganisations() {
        return organisations.participants();
    }

    public Dossier getDossier() {
        return dossier;
    }

    public String getRegister() {
        return register;
    }

    public void setRegister(String register) {
        this.register = register;
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category;
    }

    public BigDecimal getPoints() {
        return points;
    }

    public void setPoints(BigDecimal points) {
        this.points = points;
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
    }

    public String getTitle() {
        return title;
    }

    public void setTitle(String title) {
        this.title = title;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }
}
