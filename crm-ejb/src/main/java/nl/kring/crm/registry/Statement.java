package nl.kring.crm.registry;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.kring.crm.platform.BaseEntity;

/** What an organisation says of one field of a person, by hand. It is withdrawn, never changed. */
@Entity
class Statement extends BaseEntity {

    /** A mistake that is put right, or a change in life. */
    enum Act {
        CORRECTION,
        CHANGE
    }

    /** Who says it, when and why. */
    record Origin(Long organisationId, Long accountId, Instant at, String reason) {}

    @Column(updatable = false)
    private Long personId;

    private String field;
    private String qualifier;
    private String value;
    private String prefix;

    @Enumerated(EnumType.STRING)
    private Act act;

    private LocalDate validFrom;
    private LocalDate validTo;

    @Column(name = "private")
    private boolean kept;

    private String overrideReason;
    private Long organisationId;
    private Long accountId;
    private Instant saidAt;
    private String reason;
    private Instant withdrawnAt;

    @Version
    private long version;

    protected Statement() {}

    /** Holds in that period; override says why a number is kept though it fails its check. */
    Statement(Long personId, PersonEdit.Line said, Act act, Period held, String override, Origin origin) {
        this.personId = personId;
        this.field = said.field().code();
        this.qualifier = said.qualifier();
        this.value = said.value().value();
        this.prefix = said.value().prefix();
        this.kept = said.field().isPrivate(said.qualifier());
        this.act = act;
        this.validFrom = held.validFrom();
        this.validTo = held.validTo();
        this.overrideReason = override;
        this.organisationId = origin.organisationId();
        this.accountId = origin.accountId();
        this.saidAt = origin.at();
        this.reason = origin.reason();
    }

    Long getPersonId() {
        return personId;
    }

    Long getOrganisationId() {
        return organisationId;
    }

    String getField() {
        return field;
    }

    /** True for what stays with the organisation that says it. */
    boolean isKept() {
        return PersonField.of(field).isPrivate(qualifier);
    }

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }

    Period held() {
        return new Period(validFrom, validTo);
    }

    /** True for what was kept of a register's word when a change was told. */
    boolean keepsWhatWas() {
        return act == Act.CHANGE && validFrom == null && validTo != null;
    }

    /** What happened to it: said, and perhaps withdrawn. What is private is told to its own organisation alone. */
    List<PersonEvent> events(String organisation, String by, Long reader) {
        if (keepsWhatWas()) {
            return List.of();
        }
        boolean hidden = isKept() && !organisationId.equals(reader);
        PersonEvent said = event(
                saidAt,
                act == Act.CHANGE ? PersonEvent.What.CHANGED : PersonEvent.What.SAID,
                organisation,
                by,
                hidden,
                hidden ? null : reason);
        return isWithdrawn()
                ? List.of(said, event(withdrawnAt, PersonEvent.What.WITHDRAWN, organisation, null, hidden, null))
                : List.of(said);
    }

    private PersonEvent event(
            Instant at, PersonEvent.What what, String organisation, String by, boolean hidden, String why) {
        return new PersonEvent(
                at,
                what,
                organisation,
                by,
                null,
                null,
                field,
                qualifier,
                hidden ? null : value,
                hidden ? null : prefix,
                held(),
                why);
    }

    void withdraw(Instant now) {
        withdrawnAt = now;
    }
}
