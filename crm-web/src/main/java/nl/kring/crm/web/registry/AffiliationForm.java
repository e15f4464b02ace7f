package nl.kring.crm.web.registry;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.registry.affiliation.AffiliationLine;
import nl.kring.crm.registry.affiliation.AffiliationRole;
import nl.kring.crm.registry.affiliation.AffiliationTerms;

/** What is typed about an affiliation. */
public class AffiliationForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private AffiliationRole role;
    private LocalDate from;
    private LocalDate to;
    private BigDecimal fte;
    private boolean main;
    private String replaces;
    private String reason;

    void fill(AffiliationLine line) {
        role = line.role();
        from = line.validFrom();
        to = line.validTo();
        fte = line.fte();
        main = line.main();
        replaces = line.replaces() == null ? null : line.replaces().toString();
    }

    AffiliationTerms terms() {
        return new AffiliationTerms(role, fte, main, replaces(), reason);
    }

    UUID replaces() {
        return replaces == null || replaces.isBlank() ? null : ViewPerson.uuid(replaces);
    }

    public AffiliationRole getRole() {
        return role;
    }

    public void setRole(AffiliationRole role) {
        this.role = role;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    public BigDecimal getFte() {
        return fte;
    }

    public void setFte(BigDecimal fte) {
        this.fte = fte;
    }

    public boolean isMain() {
        return main;
    }

    public void setMain(boolean main) {
        this.main = main;
    }

    public String getReplaces() {
        return replaces;
    }

    public void setReplaces(String replaces) {
        this.replaces = replaces;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
