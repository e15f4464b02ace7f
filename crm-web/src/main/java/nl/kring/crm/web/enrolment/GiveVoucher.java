package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.enrolment.price.VoucherForm;
import nl.kring.crm.enrolment.price.VoucherLine;
import nl.kring.crm.enrolment.price.Vouchers;
import nl.kring.crm.web.agenda.Cents;

/** The vouchers of an edition, and a new one. */
@Named
@ViewScoped
public class GiveVoucher implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Vouchers vouchers;

    private UUID edition;
    private List<VoucherLine> lines = List.of();
    private String code;
    private Integer percent;
    private BigDecimal amount;
    private Integer uses = 1;
    private LocalDate until;
    private boolean anyCourse;

    public void load(UUID ofEdition) {
        edition = ofEdition;
        lines = vouchers.of(edition);
    }

    public void give() {
        vouchers.give(
                edition, new VoucherForm(code, percent, Cents.of(amount), uses == null ? 0 : uses, until, anyCourse));
        EditPrices.again(edition, "voucher.given");
    }

    public void end(UUID voucher) {
        vouchers.end(voucher);
        EditPrices.again(edition, "voucher.ended");
    }

    public List<VoucherLine> getLines() {
        return lines;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public Integer getPercent() {
        return percent;
    }

    public void setPercent(Integer percent) {
        this.percent = percent;
    }

    public BigDecimal getAmount() {
        return amount;
    }

    public void setAmount(BigDecimal amount) {
        this.amount = amount;
    }

    public Integer getUses() {
        return uses;
    }

    public void setUses(Integer uses) {
        this.uses = uses;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }

    public boolean isAnyCourse() {
        return anyCourse;
    }

    public void setAnyCourse(boolean anyCourse) {
        this.anyCourse = anyCourse;
    }
}
