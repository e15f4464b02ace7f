package nl.kring.crm.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import nl.kring.crm.platform.BaseEntity;
import nl.kring.crm.platform.BusinessException;

/** One file of one register that was brought in, or rehearsed, and what came of it. */
@Entity
public class ImportRun extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "register_id")
    private SourceRegister register;

    private Long organisationId;

    @Enumerated(EnumType.STRING)
    private ImportMode mode;

    @Enumerated(EnumType.STRING)
    private ImportState state = ImportState.QUEUED;

    private String fileName;
    private byte[] fileHash;
    private int rowsRead;
    private int rowsInvalid;
    private int rowsUnchanged;
    private int linkedAutomatically;
    private int queuedForReview;
    private int created;
    private int rowsVanished;
    private int rowsReturned;
    private int merged;
    private boolean vanishingHeld;
    private Long rehearsalId;
    private int mappingVersion = 1;
    private Instant fileUntil;
    private Instant revertedAt;
    private Long revertedBy;
    private String failure;
    private String[] failureArguments;
    private Long accountId;
    private Instant createdAt;
    private Instant startedAt;
    private Instant finishedAt;

    @Version
    private long version;

    protected ImportRun() {}

    ImportRun(SourceRegister register, ImportMode mode, String fileName, byte[] fileHash, Long accountId, Instant now) {
        this.register = register;
        this.organisationId = register.getOrganisationId();
        this.mode = mode;
        this.fileName = fileName;
        this.fileHash = fileHash.clone();
        this.accountId = accountId;
        this.mappingVersion = register.getMappingVersion();
        this.createdAt = now;
    }

    /** The very same file once more, now to bring it in. */
    ImportRun applied(Long account, Instant now) {
        ImportRun run = new ImportRun(register, ImportMode.AUTO, fileName, fileHash, account, now);
        run.rehearsalId = getId();
        fileUntil = null;
        return run;
    }

    /** Its file stays until then, so that it can be brought in as it was rehearsed. */
    void keepFileUntil(Instant until) {
        fileUntil = until;
    }

    void dropFile() {
        fileUntil = null;
    }

    /** Somebody saw that so many rows are missing, and that it is right. */
    void confirmVanishing() {
        vanishingHeld = false;
    }

    void revert(Long account, Instant now) {
        revertedAt = now;
        revertedBy = account;
        vanishingHeld = false;
    }

    void readBy(int version) {
        mappingVersion = version;
    }

    void start(Instant now) {
        state = ImportState.RUNNING;
        startedAt = now;
        rowsRead = 0;
        rowsInvalid = 0;
    }

    void readSoFar(int read, int invalid) {
        rowsRead = read;
        rowsInvalid = invalid;
    }

    void finish(ImportCounts counts, Instant now) {
        state = ImportState.DONE;
        rowsRead = counts.read();
        rowsInvalid = counts.invalid();
        rowsUnchanged = counts.unchanged();
        linkedAutomatically = counts.linked();
        queuedForReview = counts.queued();
        created = counts.created();
        rowsVanished = counts.vanished();
        rowsReturned = counts.returned();
        merged = counts.merged();
        vanishingHeld = counts.held();
        finishedAt = now;
    }

    void refuse(BusinessException refusal, Instant now) {
        state = ImportState.FAILED;
        failure = refusal.code();
        failureArguments = refusal.arguments().toArray(String[]::new);
        finishedAt = now;
    }

    void fail(Instant now) {
        state = ImportState.FAILED;
        failure = "import-failed";
        finishedAt = now;
    }

    void cancel(Instant now) {
        state = ImportState.CANCELLED;
        finishedAt = now;
    }

    /** The counts in one line, for the audit. */
    String summary() {
        return "read=%d refused=%d unchanged=%d linked=%d created=%d"
                .formatted(rowsRead, rowsInvalid, rowsUnchanged, linkedAutomatically, created);
    }

    public SourceRegister getRegister() {
        return register;
    }

    public Long getOrganisationId() {
        return organisationId;
    }

    public ImportMode getMode() {
        return mode;
    }

    public ImportState getState() {
        return state;
    }

    public String getFileName() {
        return fileName;
    }

    public int getRowsRead() {
        return rowsRead;
    }

    public int getRowsInvalid() {
        return rowsInvalid;
    }

    public int getRowsUnchanged() {
        return rowsUnchanged;
    }

    /** Rows that replaced what the register said before. */
    public int getRowsChanged() {
        return state == ImportState.DONE
                ? rowsRead - rowsInvalid - rowsUnchanged - linkedAutomatically - queuedForReview - created
                : 0;
    }

    public int getLinkedAutomatically() {
        return linkedAutomatically;
    }

    public int getQueuedForReview() {
        return queuedForReview;
    }

    public int getCreated() {
        return created;
    }

    /** Rows of earlier deliveries that were not in this one. */
    public int getRowsVanished() {
        return rowsVanished;
    }

    /** Rows that an earlier delivery missed and that were there again. */
    public int getRowsReturned() {
        return rowsReturned;
    }

    /** Persons that turned out to be one with another. */
    public int getMerged() {
        return merged;
    }

    /** True when so many rows are missing that nothing follows from it until somebody confirms. */
    public boolean isVanishingHeld() {
        return vanishingHeld;
    }

    /** The version of the mapping that the file was read by. */
    public int getMappingVersion() {
        return mappingVersion;
    }

    /** Until when the rehearsed file can be brought in; null when it cannot. */
    public Instant getFileUntil() {
        return fileUntil;
    }

    /** When the run was taken back; null when it was not. */
    public Instant getRevertedAt() {
        return revertedAt;
    }

    public String getFailure() {
        return failure;
    }

    public List<String> getFailureArguments() {
        return failureArguments == null ? List.of() : List.of(failureArguments);
    }

    public Instant getCreatedAt() {
        return createdAt;
    }

    public Instant getStartedAt() {
        return startedAt;
    }

    public Instant getFinishedAt() {
        return finishedAt;
    }
}
