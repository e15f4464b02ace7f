package nl.kring.crm.workbench;

import jakarta.persistence.Entity;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import nl.kring.crm.platform.BaseEntity;

/** The days on which somebody does not work for an organisation, for whatever reason. */
@Entity
class ColleagueAbsence extends BaseEntity {

    private Long organisationId;
    private Long accountId;
    private Long deputyId;
    private LocalDate firstDay;
    private LocalDate lastDay;
    private Instant createdAt;

    @Version
    private long version;

    protected ColleagueAbsence() {}

    ColleagueAbsence(
            Long organisationId, Long accountId, Long deputyId, LocalDate firstDay, LocalDate lastDay, Instant now) {
        this.organisationId = organisationId;
        this.accountId = accountId;
        this.deputyId = deputyId;
        this.firstDay = firstDay;
        this.lastDay = lastDay;
        this.createdAt = now;
    }
}
