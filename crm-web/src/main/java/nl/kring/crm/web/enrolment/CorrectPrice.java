package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import nl.kring.crm.enrolment.price.Corrections;
import nl.kring.crm.enrolment.price.Owed;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.agenda.Cents;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What somebody owes, by decision of staff. */
@Named
@ViewScoped
public class CorrectPrice implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Corrections corrections;

    private String id;
    private Owed owed;
    private BigDecimal amount;
    private String reason;

    public void load() {
        owed = corrections.of(Wording.uuid(id));
    }

    public void correct() {
        if (amount == null) {
            throw new InvalidInputException("price-amount", 100_000);
        }
        corrections.correct(owed.enrolment(), owed.cents(), Cents.of(amount), reason);
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "enrolment_correct-price.done"));
        Faces.redirect("/enrolment/correct-price.xhtml?id=%s", owed.enrolment().toString());
    }

    public Owed getOwed() {
        return owed;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
