package nl.kring.crm.attendance.past;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import nl.kring.crm.platform.BaseEntity;

/** One file of what an organisation kept before. */
@Entity
public class PastImport extends BaseEntity {

    private Long organisationId;

    @Enumerated(EnumType.STRING)
    private PastKind kind;

    @Enumerated(EnumType.STRING)
    private PastState state = PastState.UPLOADED;

    private String fileName;
    private String[] headers = {};
    private String[] fields = {};
    private int rowsRead;
    private Instant createdAt;
    private Long accountId;
    private Instant rehearsedAt;
    private Instant appliedAt;
    private Instant revertedAt;

    @Version
    private long version;

    protected PastImport() {}

    PastImport(Long organisationId, PastKind kind, String fileName, List<String> headers, Long accountId, Instant now) {
        this.organisationId = organisationId;
        this.kind = kind;
        this.fileName = fileName;
        this.headers = headers.toArray(String[]::new);
        this.accountId = accountId;
        this.createdAt = now;
    }

    void holds(int rows) {
        rowsRead = rows;
    }

    void mean(List<String> newFields) {
        fields = newFields.toArray(String[]::new);
    }

    void begin(PastState work) {
        state = work;
    }

    void end(PastState work, Instant now) {
        state = work;
        switch (work) {
            case REHEARSED -> rehearsedAt = now;
            case APPLIED -> appliedAt = now;
            case REVERTED -> revertedAt = now;
            default -> {
                // of the others no moment is kept
            }
        }
    }

    /** Which column says that; -1 when none does. */
    int column(String field) {
        return List.of(fields).indexOf(field);
    }

    public Long getOrganisationId() {
        return organisationId;
    }

    public PastKind getKind() {
        return kind;
    }

    public PastState getState() {
        return state;
    }

    public String getFileName() {
        return fileName;
    }

    public List<String> getHeaders() {
        return List.of(headers);
    }

    /** What each column says: the name of a {@link PastField}, points of a register, or nothing. */
    public List<String> getFields() {
        return List.of(fields);
    }

    public int getRowsRead() {
        return rowsRead;
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getAppliedAt() {
        return appliedAt;
    }

    public Instant getRevertedAt() {
        return revertedAt;
    }

    Long getAccountId() {
        return accountId;
    }
}
