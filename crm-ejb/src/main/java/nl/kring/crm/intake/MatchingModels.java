package nl.kring.crm.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.intake.matching.Level;
import nl.kring.crm.intake.matching.Training;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.jobs.Job;
import nl.kring.crm.platform.jobs.JobState;
import nl.kring.crm.platform.jobs.Jobs;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * The models that the matching can weigh by: the one that the product comes with, and those that were learned from the rows
 * that were there. Each stays, so that one can go back to it, and every decision is noted with the one that it rests on.
 */
@Stateless
public class MatchingModels {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Jobs jobs;

    @Inject
    private AuditTrail audit;

    /** The one that is in use. For staff and the platform's administrator. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public ModelVersion inUse() {
        return versions().stream().filter(ModelVersion::inUse).findFirst().orElseThrow(NotFoundException::new);
    }

    /** All of them, the newest first. For the platform's administrator. */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public List<ModelVersion> all() {
        return versions();
    }

    /**
     * What one weighs, in the order of the fields, beside the one in use; empty while it is not known. For staff and the
     * platform's administrator.
     *
     * @throws NotFoundException there is none
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<ModelLevel> levels(UUID uuid) {
        ModelTable.Kept kept = kept(uuid);
        if (kept.model() == null) {
            return List.of();
        }
        var before = new ModelTable(em).inUse();
        return Arrays.stream(Level.values())
                .map(level -> ModelLevel.of(level, kept.model(), before))
                .toList();
    }

    /**
     * Begins to learn a model from the rows of all registers; it is compared with the one in use, and used by nobody until it
     * is taken into use. For the platform's administrator.
     *
     * @return the model, to ask how far it is
     * @throws ModelRefused there are too few rows to learn from, or one is being learned already
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public UUID learn() {
        ModelTable table = new ModelTable(em);
        em.createNativeQuery("lock table crm.matching_model in share row exclusive mode")
                .executeUpdate();
        for (ModelVersion version : versions()) {
            if (version.state() == ModelVersion.State.LEARNING) {
                if (atWork(version.uuid())) {
                    throw new ModelRefused.Busy();
                }
                table.failed(version.uuid());
            }
        }
        int rows = ((Number) em.createNativeQuery("select count(*) from crm.source_record")
                        .getSingleResult())
                .intValue();
        if (rows < Training.FEWEST) {
            throw new ModelRefused.TooFewRows(rows, Training.FEWEST);
        }
        UUID model = table.begin(currentUser.accountId(), clock.instant());
        jobs.submit(ModelWork.KIND, model, currentUser.accountId(), null);
        audit.record("matching.model-asked", model, String.valueOf(rows));
        return model;
    }

    /**
     * Lets the matching weigh by this one from now on; also by an earlier one again. What was decided before stays. For the
     * platform's administrator.
     *
     * @throws NotFoundException there is none
     * @throws ModelRefused it was not learned to the end, or a register is coming in
     */
    @RolesAllowed(Role.PLATFORM_ADMINS)
    public void use(UUID uuid) {
        ModelVersion version = kept(uuid).version();
        if (version.state() != ModelVersion.State.READY) {
            throw new ModelRefused.NotReady();
        }
        boolean alone = (Boolean) em.createNativeQuery("select pg_try_advisory_xact_lock(:lock)")
                .setParameter("lock", ImportDesk.ONE_IMPORT_AT_A_TIME)
                .getSingleResult();
        if (!alone) {
            throw new ModelRefused.ImportRunning();
        }
        if (!version.inUse()) {
            new ModelTable(em).use(uuid, clock.instant());
            audit.record("matching.model-used", uuid, version.version());
        }
    }

    private List<ModelVersion> versions() {
        return new ModelTable(em).all().stream().map(ModelTable.Kept::version).toList();
    }

    private boolean atWork(UUID model) {
        return jobs.about(model)
                .map(Job::getState)
                .filter(state -> state == JobState.QUEUED || state == JobState.RUNNING)
                .isPresent();
    }

    private ModelTable.Kept kept(UUID uuid) {
        ModelTable.Kept found = uuid == null ? null : new ModelTable(em).get(uuid);
        if (found == null) {
            throw new NotFoundException();
        }
        return found;
    }
}
