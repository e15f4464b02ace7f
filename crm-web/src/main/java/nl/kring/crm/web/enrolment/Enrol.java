package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import nl.kring.crm.enrolment.EnrolmentAnswer;
import nl.kring.crm.enrolment.EnrolmentOffer;
import nl.kring.crm.enrolment.Enrolments;
import nl.kring.crm.enrolment.WaitingReason;
import nl.kring.crm.enrolment.price.PriceQuote;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Enrolling oneself. The form carries a key, so that sending it twice enrols once. */
@Named
@ViewScoped
public class Enrol implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Enrolments enrolments;

    @Inject
    private Me me;

    private final String key = UUID.randomUUID().toString();
    private String id;
    private String voucher;
    private String voucherProblem;
    private EnrolmentOffer offer;
    private EnrolForm form;

    /** Shows the edition; staff who come here enrol others and go to the list of participants. */
    public void open() {
        UUID edition = Wording.uuid(id);
        if (me.isProfessional()) {
            look(edition);
            form = new EnrolForm(offer);
        } else {
            Faces.redirect("/enrolment/list-participants.xhtml?id=%s", edition.toString());
        }
    }

    private void look(UUID edition) {
        offer = ShownPrice.with(voucher, code -> enrolments.offer(edition, code), problem -> voucherProblem = problem);
    }

    public void enrol() {
        ShownPrice.orAnew(this::enrolAsShown, () -> {
            look(offer.editionUuid());
            Messages.addGlobalWarn("{0}", Texts.of(me.getLocale(), "refusal.price-changed"));
        });
    }

    private void enrolAsShown() {
        PriceQuote shown = offer.price();
        EnrolmentAnswer answer = enrolments.enrol(
                offer.editionUuid(), form.wish(key, new PriceWish(shown.voucher(), shown.priceCents())));
        Faces.redirect(
                "/enrolment/my-enrolments.xhtml?enrolled=%s", answer.uuid().toString());
    }

    public EnrolmentOffer getOffer() {
        return offer;
    }

    public EnrolForm getForm() {
        return form;
    }

    /** Whether there is no seat for who enrols now. */
    public boolean isWaiting() {
        return !offer.approval() && offer.draw() == null && offer.seat() != WaitingReason.NEXT;
    }

    public boolean isPossible() {
        return offer != null && offer.refusal() == null;
    }

    public String getVoucher() {
        return voucher;
    }

    public void setVoucher(String voucher) {
        this.voucher = voucher;
    }

    /** Why the voucher is of no use here; null when it is, or when there is none. */
    public String getVoucherProblem() {
        return voucherProblem;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
