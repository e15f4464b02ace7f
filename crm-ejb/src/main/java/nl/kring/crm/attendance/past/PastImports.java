package nl.kring.crm.attendance.past;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.accreditation.Accreditations;
import nl.kring.crm.accreditation.SchemeLine;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.jobs.Job;
import nl.kring.crm.platform.jobs.Jobs;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * Takes over what an organisation kept before: its columns are said, it is rehearsed, applied and, if need be, taken back. Each for staff
 * of the organisation whose file it is; to others it is not there.
 */
@Stateless
public class PastImports {

    private static final int MOST_ROWS = 500_000;
    private static final int MOST_SHOWN = 500;
    private static final int LONGEST_NAME = 200;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    @Inject
    private Jobs jobs;

    @Inject
    private Accreditations accreditations;

    /**
     * Keeps a file, with what its columns say as far as their headers tell. For staff.
     *
     * @throws InvalidInputException it has no rows, or too many
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public UUID begin(PastKind kind, String fileName, List<String> headers, Iterable<PastCellRow> rows) {
        String name =
                fileName == null ? "-" : fileName.replaceAll("\\p{Cntrl}", " ").strip();
        PastImport file = new PastImport(
                currentUser.requireOrganisation(),
                kind,
                name.substring(0, Math.min(LONGEST_NAME, name.length())),
                headers,
                currentUser.accountId(),
                clock.instant());
        file.mean(new PastColumns(kind, schemes()).guess(headers));
        em.persist(file);
        em.flush();
        int[] count = {0};
        file.holds(new PastRows(em).keep(file.getId(), () -> new java.util.Iterator<>() {
            private final java.util.Iterator<PastCellRow> all = rows.iterator();

            @Override
            public boolean hasNext() {
                return all.hasNext();
            }

            @Override
            public PastCellRow next() {
                if (++count[0] > MOST_ROWS) {
                    throw new InvalidInputException("past-too-many", MOST_ROWS);
                }
                return all.next().keepable();
            }
        }));
        if (count[0] == 0) {
            throw new InvalidInputException("past-no-rows");
        }
        audit.record("past.uploaded", file.getUuid(), count[0] + " rows");
        return file.getUuid();
    }

    /** The files of the caller's organisation, the newest first. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<PastImport> mine() {
        return em.createQuery(
                        "select i from PastImport i where i.organisationId = :own order by i.id desc", PastImport.class)
                .setParameter("own", currentUser.requireOrganisation())
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }

    /**
     * One file. For staff of its organisation.
     *
     * @throws NotFoundException it is another organisation's
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public PastImport find(UUID uuid) {
        return em.createQuery(
                        "select i from PastImport i where i.uuid = :uuid and i.organisationId = :own", PastImport.class)
                .setParameter("uuid", uuid)
                .setParameter("own", currentUser.requireOrganisation())
                .getResultStream()
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }

    /** What a column of such a file can say: fields, and points of each register. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<String> choices(PastKind kind) {
        return new PastColumns(kind, schemes()).choices();
    }

    /** Some rows as they stand in the file. For staff of its organisation. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<PastCellRow> examples(UUID uuid) {
        return new PastRows(em).after(find(uuid).getId(), 0).stream().limit(3).toList();
    }

    /**
     * Says what the columns are about, and finds out what would happen; nothing does. For staff of its organisation.
     *
     * @param fields of each column the name of a {@link PastField}, {@code POINTS:} with a register, or nothing
     * @throws InvalidInputException a column that is needed is missing, two say the same, or one says what there is not
     * @throws EditConflictException it is busy, or was taken over
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void rehearse(UUID uuid, List<String> fields) {
        PastImport file = locked(uuid);
        require(file, Set.of(PastState.UPLOADED, PastState.REHEARSED, PastState.REVERTED, PastState.FAILED));
        if (file.getAppliedAt() != null && file.getRevertedAt() == null) {
            throw new EditConflictException();
        }
        new PastColumns(file.getKind(), schemes()).check(file.getHeaders(), fields);
        file.mean(fields);
        begin(file, PastState.REHEARSING);
    }

    /**
     * Takes over what can be: once what was rehearsed, and again for those who were decided about since. For staff of its organisation.
     *
     * @throws EditConflictException it is busy, or was not rehearsed
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void apply(UUID uuid) {
        PastImport file = locked(uuid);
        require(file, Set.of(PastState.REHEARSED, PastState.APPLIED));
        begin(file, PastState.APPLYING);
        audit.record("past.apply", uuid, null);
    }

    /**
     * Takes back as a whole what came of it, but for what something else was built on. For staff of its organisation.
     *
     * @throws EditConflictException it is busy, or was not taken over
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void revert(UUID uuid) {
        PastImport file = locked(uuid);
        require(file, Set.of(PastState.APPLIED));
        begin(file, PastState.REVERTING);
        audit.record("past.revert", uuid, null);
    }

    /**
     * Throws a file away of which nothing was taken over, or all was taken back. For staff of its organisation.
     *
     * @throws EditConflictException something came of it
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void discard(UUID uuid) {
        PastImport file = locked(uuid);
        boolean left = !em.createNativeQuery("select 1 from crm.past_thing where import_id = :import limit 1")
                .setParameter("import", file.getId())
                .getResultList()
                .isEmpty();
        if (left || file.getState().isBusy()) {
            throw new EditConflictException();
        }
        em.remove(file);
        em.flush();
        audit.record("past.discarded", uuid, null);
    }

    /** How far the job is, from 0 to 100. For staff of its organisation. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public int percent(UUID uuid) {
        return jobs.about(find(uuid).getUuid()).map(Job::getPercent).orElse(0);
    }

    @RolesAllowed(Role.STAFF_MEMBERS)
    public PastCounts counts(UUID uuid) {
        return new PastLists(em).counts(find(uuid));
    }

    /** Rows that end in one of some ways, in the order of the file, after one. For staff of its organisation. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<PastLine> lines(UUID uuid, List<PastOutcome> outcomes, int after, int most) {
        return new PastLists(em).lines(find(uuid).getId(), outcomes, after, most);
    }

    /** About whom people have to decide, those with the most rows first. For staff of its organisation. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public List<PastDoubt> doubts(UUID uuid) {
        return new PastLists(em).doubts(find(uuid).getId(), MOST_SHOWN);
    }

    /** One of them. For staff of the organisation whose file it is. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public PastDoubt doubt(UUID uuid) {
        return new PastLists(em)
                .doubt(uuid, currentUser.requireOrganisation()).stream()
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
    }

    /**
     * Says who is meant, for this file and for later ones that name somebody in the same words. For staff of its organisation.
     *
     * @param person of the register; null for nobody: the rows are left out
     * @throws NotFoundException it is another organisation's, or there is no such person
     * @throws EditConflictException somebody decided already
     */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public void decide(UUID doubt, UUID person) {
        doubt(doubt);
        List<?> found = person == null
                ? Collections.emptyList()
                : em.createNativeQuery("select id from crm.person where uuid = :uuid and merged_into_id is null")
                        .setParameter("uuid", person)
                        .getResultList();
        if (person != null && found.isEmpty()) {
            throw new NotFoundException();
        }
        int decided = em.createNativeQuery("""
                        update crm.past_person set person_id = cast(:person as bigint), how = :how, decided_by = cast(:account as bigint)
                         where uuid = :uuid and organisation_id = :own and how is null""")
                .setParameter("person", found.isEmpty() ? null : found.get(0).toString())
                .setParameter("how", person == null ? "LEFT_OUT" : "DECIDED")
                .setParameter("account", currentUser.accountId())
                .setParameter("uuid", doubt)
                .setParameter("own", currentUser.requireOrganisation())
                .executeUpdate();
        if (decided == 0) {
            throw new EditConflictException();
        }
        audit.record("past.person-decided", doubt, person == null ? "left out" : person.toString());
    }

    private Set<String> schemes() {
        Set<String> codes = new HashSet<>();
        accreditations.schemes().stream().filter(SchemeLine::givesPoints).forEach(scheme -> codes.add(scheme.code()));
        return codes;
    }

    private void begin(PastImport file, PastState work) {
        file.begin(work);
        em.flush();
        jobs.submit(PastJob.KIND, file.getUuid(), currentUser.accountId(), file.getOrganisationId());
    }

    private static void require(PastImport file, Set<PastState> states) {
        if (!states.contains(file.getState())) {
            throw new EditConflictException();
        }
    }

    private PastImport locked(UUID uuid) {
        PastImport file = find(uuid);
        em.refresh(file, LockModeType.PESSIMISTIC_WRITE); // as it is now, and not as it was a moment ago
        return file;
    }
}
