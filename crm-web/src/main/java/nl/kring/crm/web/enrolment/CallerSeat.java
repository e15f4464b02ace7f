package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import nl.kring.crm.enrolment.EnrolmentWish;
import nl.kring.crm.enrolment.Enrolments;
import nl.kring.crm.enrolment.Rehearsal;
import nl.kring.crm.enrolment.Rehearsals;
import nl.kring.crm.enrolment.desk.OpenEdition;
import nl.kring.crm.enrolment.price.PriceQuote;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.registry.PersonCard;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The last step of a call: what this caller would pay and why, which numbers are missing, who pays, and yes. */
@Named
@ViewScoped
public class CallerSeat implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Enrolments enrolments;

    @Inject
    private Rehearsals rehearsals;

    @Inject
    private Wording wording;

    private final String key = UUID.randomUUID().toString();
    private UUID person;
    private UUID edition;
    private Rehearsal.Outlook outlook;
    private List<EnrolForm.Needed> numbers = List.of();
    private String looked;
    private String voucherProblem;
    private String payer;
    private String reference;
    private String note;
    private String extra;
    private String voucher;

    /** Nothing as long as no course is chosen. */
    public void open(PersonCard card, OpenEdition chosen) {
        if (card == null || chosen == null) {
            return;
        }
        person = card.uuid();
        edition = chosen.uuid();
        look();
        numbers = outlook.numbers().stream().map(EnrolForm.Needed::new).toList();
    }

    private void look() {
        looked = given(voucher);
        outlook = ShownPrice.with(looked, this::told, problem -> voucherProblem = problem);
    }

    private Rehearsal.Outlook told(String code) {
        return rehearsals.ofEach(edition, List.of(person), code).get(0);
    }

    /** Twice the same click is one enrolment. Nobody is enrolled at a price that was not shown. */
    public void enrol() {
        if (!Objects.equals(given(voucher), looked)) {
            look();
            Messages.addGlobalWarn("{0}", wording.text("enrolment_phone.price-shown"));
            return;
        }
        EnrolmentWish wish = new EnrolmentWish(
                        person,
                        key,
                        SheetRow.payer(payer, reference),
                        Map.of(),
                        EnrolForm.numbers(numbers),
                        given(extra),
                        note)
                .with(new PriceWish(getPrice().voucher(), getPrice().priceCents()));
        ShownPrice.orAnew(
                () -> {
                    UUID made = enrolments.enrol(edition, wish).uuid();
                    Faces.redirect("/enrolment/phone.xhtml?done=%s", made.toString());
                },
                () -> {
                    look();
                    Messages.addGlobalWarn("{0}", wording.text("refusal.price-changed"));
                });
    }

    private static String given(String typed) {
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    public PriceQuote getPrice() {
        return outlook.price();
    }

    /** The registers that count the points and in which no number of the caller is known. */
    public List<EnrolForm.Needed> getNumbers() {
        return numbers;
    }

    /** Why the voucher is of no use here; null when it is, or when there is none. */
    public String getVoucherProblem() {
        return voucherProblem;
    }

    public String getPayer() {
        return payer;
    }

    public void setPayer(String payer) {
        this.payer = payer;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    /** A code that makes it cheaper. */
    public String getVoucher() {
        return voucher;
    }

    public void setVoucher(String voucher) {
        this.voucher = voucher;
    }

    /** Why somebody gets a seat beyond the last one. */
    public String getExtra() {
        return extra;
    }

    public void setExtra(String extra) {
        this.extra = extra;
    }
}
