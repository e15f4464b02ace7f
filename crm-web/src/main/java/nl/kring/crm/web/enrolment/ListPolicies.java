package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.enrolment.price.Policies;
import nl.kring.crm.enrolment.price.PolicyLine;
import nl.kring.crm.enrolment.price.RegionPolicy;
import nl.kring.crm.enrolment.price.VatLine;
import nl.kring.crm.enrolment.price.VatSettings;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What cancelling costs at the own organisation, by name, and whether it teaches free of VAT. */
@Named
@ViewScoped
public class ListPolicies implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Policies policies;

    @Inject
    private VatSettings vat;

    private List<PolicyLine> lines = List.of();
    private List<VatLine> vatLines = List.of();
    private LocalDate from;
    private boolean exempt = true;

    public void load() {
        lines = policies.list();
        vatLines = vat.list();
    }

    public void makeUsual(UUID policy) {
        policies.makeUsual(policy);
        again("usual.done");
    }

    public void retire(UUID policy) {
        policies.retire(policy);
        again("retire.done");
    }

    public void say() {
        vat.say(from, exempt);
        again("vat.done");
    }

    private static void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "enrolment_list-policies." + what));
        Faces.redirect("/enrolment/list-policies.xhtml");
    }

    public List<PolicyLine> getLines() {
        return lines;
    }

    public List<VatLine> getVatLines() {
        return vatLines;
    }

    public RegionPolicy[] getExamples() {
        return RegionPolicy.values();
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public boolean isExempt() {
        return exempt;
    }

    public void setExempt(boolean exempt) {
        this.exempt = exempt;
    }
}
