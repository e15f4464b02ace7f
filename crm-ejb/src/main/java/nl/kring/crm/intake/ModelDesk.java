package nl.kring.crm.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.intake.matching.BandShift;
import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.intake.matching.Model;
import nl.kring.crm.registry.provenance.KnownRecord;
import nl.kring.crm.registry.provenance.SourceRecords;

/** What is read and written while a model is learned, each step in a transaction of its own. For the job that does it. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ModelDesk {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private SourceRecords records;

    @Inject
    private AuditTrail audit;

    /** What it is learned from, and what it is compared with. */
    public record Task(String version, List<Claim> claims, Model inUse) {}

    /** The rows of all registers as they are now. */
    public Task start(UUID uuid) {
        ModelTable table = new ModelTable(em);
        return new Task(
                table.get(uuid).version().version(),
                records.known().stream()
                        .filter(known -> !known.registerCode().equals(KnownRecord.BY_HAND))
                        .map(Claims::of)
                        .toList(),
                table.inUse());
    }

    /** Keeps what was learned. */
    public void finish(UUID uuid, Task task, Model learned, BandShift shift) {
        new ModelTable(em)
                .learned(uuid, learned, task.claims().size(), task.inUse().version(), shift, clock.instant());
        audit.record("matching.model-learned", uuid, task.version());
    }

    /** Notes that nothing came of it; the log has the failure. */
    public void fail(UUID uuid) {
        new ModelTable(em).failed(uuid);
        audit.record("matching.model-failed", uuid, null);
    }
}
