package nl.kring.crm.web.accreditation;

import java.io.Serializable;
import java.math.BigDecimal;
import nl.kring.crm.accreditation.request.AccreditationTerms;

/** What the body of one register asks, in the form. */
public class TermsRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final AccreditationTerms.TermsLine known;
    private int leadDays;
    private int attendanceDays;
    private int validityMonths;
    private BigDecimal fee;

    TermsRow(AccreditationTerms.TermsLine known) {
        this.known = known;
        leadDays = known.leadDays();
        attendanceDays = known.attendanceDays();
        validityMonths = known.validityMonths();
        fee = known.feeCents() == null ? null : BigDecimal.valueOf(known.feeCents(), 2);
    }

    boolean isChanged() {
        return !line().equals(known);
    }

    AccreditationTerms.TermsLine line() {
        return new AccreditationTerms.TermsLine(
                known.scheme(),
                known.name(),
                leadDays,
                attendanceDays,
                validityMonths,
                fee == null ? null : fee.movePointRight(2).intValue());
    }

    public String getScheme() {
        return known.scheme();
    }

    public String getName() {
        return known.name();
    }

    public int getLeadDays() {
        return leadDays;
    }

    public void setLeadDays(int leadDays) {
        this.leadDays = leadDays;
    }

    public int getAttendanceDays() {
        return attendanceDays;
    }

    public void setAttendanceDays(int attendanceDays) {
        this.attendanceDays = attendanceDays;
    }

    public int getValidityMonths() {
        return validityMonths;
    }

    public void setValidityMonths(int validityMonths) {
        this.validityMonths = validityMonths;
    }

    public BigDecimal getFee() {
        return fee;
    }

    public void setFee(BigDecimal fee) {
        this.fee = fee;
    }
}
