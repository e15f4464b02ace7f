package nl.kring.crm.communication;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** Where the answers to an organisation's mails about courses go. One row an organisation. */
@Entity
class ReplyAddress {

    @Id
    private Long organisationId;

    private String address;
    private Long changedBy;
    private Instant changedAt;

    protected ReplyAddress() {}

    ReplyAddress(Long organisationId) {
        this.organisationId = organisationId;
    }

    void use(String newAddress, Long accountId, Instant now) {
        address = newAddress;
        changedBy = accountId;
        changedAt = now;
    }

    String getAddress() {
        return address;
    }
}
