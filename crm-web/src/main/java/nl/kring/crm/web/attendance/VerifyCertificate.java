package nl.kring.crm.web.attendance;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Instant;
import nl.kring.crm.attendance.Certificates;
import nl.kring.crm.attendance.Verification;

/** Anyone checks a certificate by its code. */
@Named
@RequestScoped
public class VerifyCertificate {

    @Inject
    private Certificates certificates;

    private String code;
    private Verification found;

    public void check() {
        found = isAsked() ? certificates.verify(code).orElse(null) : null;
    }

    public boolean isAsked() {
        return code != null && !code.isBlank();
    }

    public String period() {
        return Shown.period(found.heldFrom(), found.heldTo());
    }

    public String day(Instant instant) {
        return Shown.day(instant);
    }

    public String points(BigDecimal points) {
        return Shown.points(points);
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    /** Null when nobody asked yet, and when there is none. */
    public Verification getFound() {
        return found;
    }
}
