package nl.kring.crm.attendance.letterhead;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/** How the certificates of one organisation look. One row an organisation. */
@Entity
public class Letterhead {

    @Id
    private Long organisationId;

    private byte[] logo;
    private String addressLine;
    private String closingText;
    private String signatoryName;
    private String signatoryFunction;
    private Instant changedAt;
    private Long accountId;

    @Version
    private long version;

    protected Letterhead() {}

    Letterhead(Long organisationId) {
        this.organisationId = organisationId;
    }

    void say(LetterheadForm form, Long by, Instant now) {
        addressLine = form.addressLine();
        closingText = form.closingText();
        signatoryName = form.signatoryName();
        signatoryFunction = form.signatoryFunction();
        accountId = by;
        changedAt = now;
    }

    /** Null for none. */
    void show(byte[] picture) {
        logo = picture;
    }

    /** A PNG; null when there is none. */
    public byte[] getLogo() {
        return logo == null ? null : logo.clone();
    }

    public String getAddressLine() {
        return addressLine;
    }

    public String getClosingText() {
        return closingText;
    }

    public String getSignatoryName() {
        return signatoryName;
    }

    public String getSignatoryFunction() {
        return signatoryFunction;
    }

    long getVersion() {
        return version;
    }
}
