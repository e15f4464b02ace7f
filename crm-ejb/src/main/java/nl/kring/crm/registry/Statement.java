package nl.kring.crm.registry;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import nl.kring.crm.platform.BaseEntity;

/** What an organisation says of one field of a person, by hand. It is withdrawn, never changed. */
@Entity
class Statement extends BaseEntity {

    private Long personId;
    private String field;
    private String value;
    private String prefix;
    private Long organisationId;
    private Long accountId;
    private Instant saidAt;
    private String reason;
    private Instant withdrawnAt;

    @Version
    private long version;

    protected Statement() {}

    Statement(
            Long personId,
            PersonField field,
            FieldValue said,
            Long organisationId,
            Long accountId,
            Instant saidAt,
            String reason) {
        this.personId = personId;
        this.field = field.code();
        this.value = said.value();
        this.prefix = said.prefix();
        this.organisationId = organisationId;
        this.accountId = accountId;
        this.saidAt = saidAt;
        this.reason = reason;
    }

    Long getPersonId() {
        return personId;
    }

    Long getOrganisationId() {
        return organisationId;
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    /** What happened to it: said, and perhaps withdrawn. What is private is told to its own organisation alone. */
    List<PersonEvent> events(String organisation, String by, Long reader) {
        String told = PersonField.of(field).isPrivateByHand() && !organisationId.equals(reader) ? null : value;
        PersonEvent said = new PersonEvent(
                saidAt, PersonEvent.What.SAID, organisation, by, null, null, field, told, prefix, reason);
        PersonEvent withdrawn = new PersonEvent(
                withdrawnAt, PersonEvent.What.WITHDRAWN, organisation, null, null, null, field, told, prefix, null);
        return isWithdrawn() ? List.of(said, withdrawn) : List.of(said);
    }

    void withdraw(Instant now) {
        withdrawnAt = now;
    }
}
