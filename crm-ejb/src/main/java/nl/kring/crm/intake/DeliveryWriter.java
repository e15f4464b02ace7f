package nl.kring.crm.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.intake.matching.Matching;
import nl.kring.crm.registry.GoldenRecords;
import nl.kring.crm.registry.affiliation.DerivedAffiliations;
import nl.kring.crm.registry.merging.MergeReason;
import nl.kring.crm.registry.merging.Merges;
import nl.kring.crm.registry.merging.PersonPair;
import nl.kring.crm.registry.organisation.Workplaces;
import nl.kring.crm.registry.provenance.Delivery;
import nl.kring.crm.registry.provenance.IncomingRecord;
import nl.kring.crm.registry.provenance.IncomingRecord.Group;
import nl.kring.crm.registry.provenance.SourceRecords;
import nl.kring.crm.registry.provenance.StoredRow;
import org.hibernate.Session;

/** Finds whose the rows of a delivery are, and writes them with all that follows from them. */
@Dependent
class DeliveryWriter {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private SourceRecords records;

    @Inject
    private Workplaces workplaces;

    @Inject
    private GoldenRecords goldenRecords;

    @Inject
    private DerivedAffiliations derivedAffiliations;

    @Inject
    private Merges merges;

    Map<String, StoredRow> stored(ImportRun run) {
        return records.ofRegister(run.getRegister().getId());
    }

    Placement place(ImportRun run, Delivered delivered, Map<String, StoredRow> stored) {
        List<TypedRow> changed = delivered.changed().values().stream()
                .filter(row -> !Delivered.isHandedBack(row, stored.get(row.key())))
                .toList();
        if (delivered.fresh().isEmpty() && changed.isEmpty()) {
            return Placement.NOTHING;
        }
        String register = run.getRegister().getCode();
        List<Claim> news = new ArrayList<>();
        delivered.fresh().forEach(row -> news.add(Claims.of(register, row, null)));
        changed.forEach(
                row -> news.add(Claims.of(register, row, stored.get(row.key()).personId())));
        Set<String> replaced = changed.stream().map(TypedRow::key).collect(Collectors.toSet());
        List<Claim> claims = new ArrayList<>(news);
        records.known().stream()
                .filter(known -> !known.registerCode().equals(register) || !replaced.contains(known.sourceKey()))
                .map(Claims::of)
                .forEach(claims::add);
        List<Matching.Decision> decisions = merges.divisions().stream()
                .map(division -> new Matching.Decision(
                        Matching.name(division.register(), division.key()),
                        Matching.name(division.otherRegister(), division.otherKey()),
                        false))
                .toList();
        return Placement.of(register, claims, news, decisions, matching());
    }

    /** What it does, in examples; for a rehearsal too. */
    void tell(ImportRun run, Delivered delivered, Placement placement, Map<String, StoredRow> stored) {
        List<Effect> effects = new ArrayList<>(new Effects(delivered, placement, stored).all(records::raw));
        effects.addAll(Effects.merges(placement.merges(), this::namesOf));
        em.unwrap(Session.class).doWork(connection -> new EffectTable(connection).write(run.getId(), effects));
    }

    void write(
            ImportRun run,
            RegisterMapping mapping,
            Delivered delivered,
            Placement placement,
            Map<String, StoredRow> stored) {
        List<IncomingRecord> added = delivered.fresh().stream()
                .map(row -> incoming(row, placement.groups().get(row.key())))
                .toList();
        Map<Long, IncomingRecord> replaced = new LinkedHashMap<>();
        delivered
                .changed()
                .forEach((id, row) -> replaced.put(
                        id, incoming(row, new Group(stored.get(row.key()).personId(), 0, false))));
        records.remember(delivered.returned(), run.getId());
        records.missing(delivered.returned(), null, null);
        Set<Long> touched = records.write(delivery(run, mapping), added, replaced);
        deriveAll(touched);
        String model = matching().version();
        List<UUID> merged = merges.mergeAll(pairs(placement.merges()), MergeReason.automatic(0, model));
        em.createNativeQuery("""
                        insert into crm.import_merge (run_id, merge_uuid) select :run, unnest(cast(:merges as uuid[]))""")
                .setParameter("run", run.getId())
                .setParameter("merges", merged.toArray(UUID[]::new))
                .executeUpdate();
        em.unwrap(Session.class)
                .doWork(connection ->
                        new DoubtTable(connection).write(placement.doubts(), model, run.getId(), clock.instant()));
        if (placement.shares() != null) {
            em.unwrap(Session.class).doWork(connection -> new ShareTable(connection).write(placement.shares()));
        }
    }

    /** By the model that is in use, which nobody changes while a delivery comes in. */
    private Matching matching() {
        return new Matching(new ModelTable(em).inUse());
    }

    /** Practices first: joining two of them moves rows of others too. */
    private void deriveAll(Set<Long> touched) {
        Set<Long> linked = new TreeSet<>(touched);
        linked.addAll(workplaces.link(touched));
        goldenRecords.derive(linked);
        derivedAffiliations.derive(linked);
    }

    /** Notes rows that are not in the delivery any more. */
    void missing(ImportRun run, Set<Long> rows) {
        records.remember(rows, run.getId());
        records.missing(rows, run.getId(), clock.instant());
    }

    /** As if the run had never been, but for what people did since. */
    void takeBack(ImportRun run) {
        Long id = run.getId();
        List<?> merged = em.createNativeQuery("""
                        select i.merge_uuid from crm.import_merge i join crm.merge_event e on e.uuid = i.merge_uuid
                         where i.run_id = :run order by e.id""").setParameter("run", id).getResultList();
        merges.forget(merged.stream().map(UUID.class::cast).toList(), null);
        em.createNativeQuery("delete from crm.review_item where run_id = :run and state = 'OPEN'")
                .setParameter("run", id)
                .executeUpdate();
        Set<Long> touched = records.takeBack(id);
        records.keepNames(touched, id);
        deriveAll(touched);
        records.forget(touched);
        workplaces.leave(records.workplacesOf(id));
    }

    private List<PersonPair> pairs(List<Placement.Merge> found) {
        if (found.isEmpty()) {
            return List.of();
        }
        Set<Long> ids = new TreeSet<>();
        found.forEach(merge -> {
            ids.add(merge.stays());
            ids.addAll(merge.others());
        });
        Map<Long, UUID> uuids = records.uuidsOf(ids);
        return found.stream()
                .flatMap(merge -> merge.others().stream()
                        .map(other -> new PersonPair(uuids.get(merge.stays()), uuids.get(other), null)))
                .toList();
    }

    private Map<Long, String> namesOf(Set<Long> persons) {
        List<?> rows = em.createNativeQuery("select id, display_name from crm.person where id in (:persons)")
                .setParameter("persons", persons)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> ((Number) row[0]).longValue(), row -> (String) row[1]));
    }

    private Delivery delivery(ImportRun run, RegisterMapping mapping) {
        SourceRegister register = run.getRegister();
        return new Delivery(
                register.getId(),
                register.getCode(),
                register.getOrganisationId(),
                register.getSourceRank(),
                run.getId(),
                mapping.version(),
                clock.instant(),
                mapping.privateFields());
    }

    private static IncomingRecord incoming(TypedRow row, Group group) {
        return new IncomingRecord(row.key(), row.number(), row.raw(), row.hash(), row.values(), group);
    }
}
