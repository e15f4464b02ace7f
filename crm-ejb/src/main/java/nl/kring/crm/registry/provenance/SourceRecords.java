package nl.kring.crm.registry.provenance;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.security.Role;
import org.hibernate.Session;

/**
 * The rows of the participants' registers. Writing is for the import, which runs as a job without a caller; it is
 * reached from inside the product alone.
 */
@Stateless
public class SourceRecords {

    @PersistenceContext
    private EntityManager em;

    /** Puts rows of a delivery down, to be compared and placed when all are there. For the import. */
    @PermitAll
    public void put(Long run, List<IncomingRecord> rows) {
        em.unwrap(Session.class).doWork(connection -> new IncomingTable(connection).put(run, rows));
    }

    /** Forgets the rows that were put down for a run. For the import. */
    @PermitAll
    public void clear(Long run) {
        em.unwrap(Session.class).doWork(connection -> new IncomingTable(connection).forget(run));
    }

    /** The rows put down that the register did not bring before, or not so, in their order. For the import. */
    @PermitAll
    public List<ArrivedRow> arrived(Delivery delivery) {
        return em.unwrap(Session.class).doReturningWork(connection -> new IncomingTable(connection).arrived(delivery));
    }

    /** True when all rows put down are as the organisation was handed them back. For the import. */
    @PermitAll
    public boolean allHandedBack(Delivery delivery) {
        return em.unwrap(Session.class)
                .doReturningWork(connection -> new IncomingTable(connection).allHandedBack(delivery));
    }

    /** Rows of the register that were missing and are among those put down, by key. For the import. */
    @PermitAll
    public Map<String, StoredRow> returned(Delivery delivery) {
        return em.unwrap(Session.class).doReturningWork(connection -> new IncomingTable(connection).returned(delivery));
    }

    /** Rows of the register that are not among those put down and were not missing before, by key. For the import. */
    @PermitAll
    public Map<String, StoredRow> vanished(Delivery delivery) {
        return em.unwrap(Session.class).doReturningWork(connection -> new IncomingTable(connection).vanished(delivery));
    }

    /** How many rows of the register were not missing. For the import. */
    @PermitAll
    public int standing(Delivery delivery) {
        Object count = em.createNativeQuery(
                        "select count(*) from crm.source_record where register_id = :register and missing_run_id is null")
                .setParameter("register", delivery.registerId())
                .getSingleResult();
        return ((Number) count).intValue();
    }

    /** Some of the rows put down, by their numbers in the file. For the import. */
    @PermitAll
    public Map<Integer, IncomingExample> examples(Long run, Collection<Integer> numbers) {
        return em.unwrap(Session.class)
                .doReturningWork(connection -> new IncomingTable(connection).examples(run, numbers));
    }

    /** Begins persons of whom nothing is said yet. For the import. */
    @PermitAll
    public List<Long> addPersons(int count, Instant now) {
        return em.unwrap(Session.class)
                .doReturningWork(connection -> new SourceRecordTable(connection).addPersons(count, now));
    }

    /** What every stored record says, and what was typed in by hand, person by person. For the import. */
    @PermitAll
    public List<KnownRecord> known() {
        em.flush();
        return em.unwrap(Session.class).doReturningWork(connection -> new KnownTable(connection).known());
    }

    /** The same of these persons. For the import. */
    @PermitAll
    public List<KnownRecord> knownOf(Collection<Long> personIds) {
        em.flush();
        return em.unwrap(Session.class).doReturningWork(connection -> new KnownTable(connection).knownOf(personIds));
    }

    /** By what persons are known outside. For the import. */
    @PermitAll
    public Map<Long, UUID> uuidsOf(Collection<Long> persons) {
        List<?> rows = em.createNativeQuery("select id, uuid from crm.person where id in (:persons)")
                .setParameter("persons", persons)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> (UUID) row[1]));
    }

    /**
     * Writes new rows that were put down. For the import.
     *
     * @param between is run after every few thousand
     * @return the persons of whom something else is said now; their golden records are to be derived
     */
    @PermitAll
    public Set<Long> add(Delivery delivery, List<PlacedRow> added, Runnable between) {
        em.flush();
        return em.unwrap(Session.class)
                .doReturningWork(connection -> new SourceRecordTable(connection).add(delivery, added, between));
    }

    /**
     * Writes rows that were put down in the place of what they said before, without moving them to another person. For the
     * import.
     *
     * @param changed by the number of the stored row the number of the row in the file
     * @param between is run after every few thousand
     * @return the persons of whom something else is said now
     */
    @PermitAll
    public Set<Long> change(Delivery delivery, Map<Long, Integer> changed, Runnable between) {
        em.flush();
        return em.unwrap(Session.class)
                .doReturningWork(connection -> new SourceRecordTable(connection).change(delivery, changed, between));
    }

    /** The rows as they were handed over last, by their numbers. For the import. */
    @PermitAll
    public Map<Long, Map<String, String>> raw(Collection<Long> records) {
        return em.unwrap(Session.class).doReturningWork(connection -> new RowHistory(connection).raw(records));
    }

    /** Keeps what rows say before a run touches them, so that the run can be taken back. For the import. */
    @PermitAll
    public void remember(Collection<Long> records, Long run) {
        em.flush();
        em.unwrap(Session.class).doWork(connection -> new RowHistory(connection).remember(records, run));
    }

    /**
     * Notes that rows are not in the last delivery any more, or are there again. What they say stays said. For the import.
     *
     * @param run the delivery without them; null when they are there again
     */
    @PermitAll
    public void missing(Collection<Long> records, Long run, Instant since) {
        em.unwrap(Session.class).doWork(connection -> new RowHistory(connection).missing(records, run, since));
    }

    /**
     * Takes back what a run did to rows: changed ones say again what they said before, new ones are taken out and kept in the
     * history. Whose they are stays as it is. For the import.
     *
     * @return the persons of whom something else is said now
     */
    @PermitAll
    public Set<Long> takeBack(Long run) {
        em.flush();
        return em.unwrap(Session.class).doReturningWork(connection -> new RowHistory(connection).takeBack(run));
    }

    /**
     * Who has facts of his or her own keeps a name when a run that is taken back was the only one to say it. To be asked
     * before golden records are derived. For the import.
     */
    @PermitAll
    public void keepNames(Collection<Long> persons, Long run) {
        em.unwrap(Session.class).doWork(connection -> new Unsaid(connection).keepNames(persons, run));
    }

    /**
     * Lets go of persons of whom nobody says anything and who have nothing of their own. For the import.
     *
     * @return how many
     */
    @PermitAll
    public int forget(Collection<Long> persons) {
        em.flush();
        return em.unwrap(Session.class).doReturningWork(connection -> new Unsaid(connection).forget(persons));
    }

    /** Practices that rows which a run had brought named, as far as they were taken out. For the import. */
    @PermitAll
    public Set<Long> workplacesOf(Long run) {
        List<?> ids = em.createNativeQuery("""
                        select distinct cast(h.taken_out ->> 'workplace_id' as bigint) from crm.source_record_history h
                         where h.run_id = :run and h.taken_out ->> 'workplace_id' is not null""").setParameter("run", run).getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).collect(Collectors.toSet());
    }

    /**
     * What of a register's rows stays with its organisation is decided anew, at once and for every row. For the component
     * that knows the columns.
     *
     * @return the persons of whom something else is shared now
     */
    @PermitAll
    public Set<Long> keepPrivate(Long registerId, Collection<String> fields) {
        List<?> ids = em.createNativeQuery("""
                        with changed as (
                          update crm.source_record set private_fields = cast(:fields as text[])
                           where register_id = :register and private_fields <> cast(:fields as text[])
                          returning person_id)
                        select distinct person_id from changed""")
                .setParameter("fields", fields.toArray(String[]::new))
                .setParameter("register", registerId)
                .getResultList();
        return ids.stream().map(id -> ((Number) id).longValue()).collect(Collectors.toSet());
    }

    /** The rows of a register beside what is shown of their persons. For the import. */
    @PermitAll
    public List<RowToHandBack> toHandBack(Long registerId) {
        em.flush();
        return em.unwrap(Session.class).doReturningWork(connection -> new HandBackTable(connection).read(registerId));
    }

    /** Keeps how rows were handed back, by the number of the row. For the import. */
    @PermitAll
    public void handedBack(Long registerId, Map<Long, byte[]> hashes, Instant now) {
        em.unwrap(Session.class).doWork(connection -> new HandBackTable(connection).keep(registerId, hashes, now));
    }

    /** Which person every current source record belongs to. For staff of the participants: the links are shared. */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public List<PersonLink> links() {
        return em.createQuery("""
                select new nl.kring.crm.registry.provenance.PersonLink(
                         r.registerCode, r.sourceKey, p.uuid, lower(r.linkedHow))
                  from SourceRecord r join Person p on p.id = r.personId
                 order by r.registerCode, r.sourceKey""", PersonLink.class).getResultList();
    }
}
