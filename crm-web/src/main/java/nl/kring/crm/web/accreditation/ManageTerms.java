package nl.kring.crm.web.accreditation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import nl.kring.crm.accreditation.request.AccreditationTerms;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What the bodies of registers usually ask, and who may accredit in-house. */
@Named
@ViewScoped
public class ManageTerms implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private AccreditationTerms terms;

    @Inject
    private Organisations participants;

    private List<TermsRow> rows;
    private List<AccreditationTerms.HolderLine> holders;
    private String organisation;
    private String scheme;
    private String number;
    private LocalDate validFrom;
    private LocalDate validTo;

    public void load() {
        rows = terms.terms().stream().map(TermsRow::new).toList();
        holders = List.copyOf(terms.holders());
    }

    public void save() {
        rows.stream().filter(TermsRow::isChanged).forEach(row -> terms.keep(row.line()));
        again();
    }

    public void hold() {
        terms.hold(new AccreditationTerms.HolderLine(organisation, null, scheme, number, validFrom, validTo));
        again();
    }

    private static void again() {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "attendance_connect-registers.saved"));
        Faces.redirect("/accreditation/manage-terms.xhtml");
    }

    public List<TermsRow> getRows() {
        return rows;
    }

    public List<AccreditationTerms.HolderLine> getHolders() {
        return holders;
    }

    public List<Organisation> getOrganisations() {
        return participants.participants();
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public String getScheme() {
        return scheme;
    }

    public void setScheme(String scheme) {
        this.scheme = scheme;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public LocalDate getValidTo() {
        return validTo;
    }

    public void setValidTo(LocalDate validTo) {
        this.validTo = validTo;
    }
}
