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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.intake.matching.Matching;
import nl.kring.crm.registry.affiliation.DerivedAffiliations;
import nl.kring.crm.registry.merging.MergeReason;
import nl.kring.crm.registry.merging.Merges;
import nl.kring.crm.registry.merging.PersonPair;
import nl.kring.crm.registry.organisation.LinkedRows;
import nl.kring.crm.registry.organisation.Workplaces;
import nl.kring.crm.registry.provenance.ArrivedRow;
import nl.kring.crm.registry.provenance.Delivery;
import nl.kring.crm.registry.provenance.IncomingRecord;
import nl.kring.crm.registry.provenance.PlacedRow;
import nl.kring.crm.registry.provenance.SourceRecords;
import nl.kring.crm.registry.provenance.StoredRow;
import org.hibernate.Session;

/** Finds whose the rows of a delivery are, and writes them with all that follows from them. */
@Dependent
class DeliveryWriter {

    /** For fewer the planner needs to learn nothing. */
    private static final int FEW = 5000;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private SourceRecords records;

    @Inject
    private Workplaces workplaces;

    @Inject
    private DerivedAffiliations derivedAffiliations;

    @Inject
    private Merges merges;

    /** Lays what was read beside what the register brought before. */
    Delivered lay(ImportRun run, RegisterMapping mapping, int kept, Set<String> refusedKeys) {
        if (kept > FEW) {
            em.createNativeQuery("select cast(crm.learn_incoming() as text)").getSingleResult();
        }
        Delivery delivery = delivery(run, mapping);
        Number there = (Number) em.createNativeQuery("select count(*) from crm.incoming_row where run_id = :run")
                .setParameter("run", run.getId())
                .getSingleResult();
        if (there.intValue() != kept) {
            throw new IllegalStateException("rows that were put down are gone; the file has to be read again");
        }
        Map<Boolean, List<ArrivedRow>> arrived =
                records.arrived(delivery).stream().collect(Collectors.partitioningBy(row -> row.record() == null));
        Map<String, StoredRow> vanished = records.vanished(delivery);
        vanished.keySet().removeAll(refusedKeys);
        boolean onlyHandedBack = !vanished.isEmpty() && refusedKeys.isEmpty() && records.allHandedBack(delivery);
        int standing = records.standing(delivery);
        return new Delivered(
                arrived.get(true),
                arrived.get(false),
                records.returned(delivery),
                onlyHandedBack ? Map.of() : vanished,
                standing);
    }

    Placement place(ImportRun run, Delivered delivered, Phases phases) {
        List<ArrivedRow> rows = Stream.concat(
                        delivered.fresh().stream(), delivered.changed().stream().filter(row -> !row.handedBack()))
                .toList();
        if (rows.isEmpty()) {
            return Placement.NOTHING;
        }
        String register = run.getRegister().getCode();
        List<Claim> news = rows.stream().map(row -> Claims.of(row.says())).toList();
        Set<String> replaced = rows.stream()
                .filter(row -> row.record() != null)
                .map(ArrivedRow::key)
                .collect(Collectors.toSet());
        List<Claim> claims = new ArrayList<>(news);
        phases.time("known", records::known).stream()
                .filter(known -> !known.registerCode().equals(register) || !replaced.contains(known.sourceKey()))
                .map(Claims::of)
                .forEach(claims::add);
        List<Matching.Decision> decisions = merges.divisions().stream()
                .map(division -> new Matching.Decision(
                        Matching.name(division.register(), division.key()),
                        Matching.name(division.otherRegister(), division.otherKey()),
                        false))
                .toList();
        return phases.time("match", () -> Placement.of(register, claims, news, decisions, matching()));
    }

    /** What it does, in examples; for a rehearsal too. */
    void tell(ImportRun run, Delivered delivered, Placement placement) {
        List<Effect> effects = new ArrayList<>(
                new Effects(delivered, placement).all(numbers -> records.examples(run.getId(), numbers), records::raw));
        effects.addAll(Effects.merges(placement.merges(), this::namesOf));
        em.unwrap(Session.class).doWork(connection -> new EffectTable(connection).write(run.getId(), effects));
    }

    void write(
            ImportRun run,
            RegisterMapping mapping,
            Delivered delivered,
            Placement placement,
            Phases phases,
            Runnable between) {
        Set<Long> returned =
                delivered.returned().values().stream().map(StoredRow::id).collect(Collectors.toSet());
        records.remember(returned, run.getId());
        records.missing(returned, null, null);
        Delivery delivery = delivery(run, mapping);
        Map<Integer, Long> begun = phases.time("begin", () -> begin(placement));
        Set<Long> touched = new TreeSet<>(phases.time("change", () -> change(delivery, delivered.changed(), between)));
        if (!delivered.fresh().isEmpty() || !touched.isEmpty()) {
            LinkedRows linked = phases.time(
                    "practices",
                    () -> workplaces.linkIncoming(
                            delivery.registerId(), delivery.runId(), delivery.privateFields(), touched));
            touched.addAll(linked.persons());
            List<PlacedRow> placed = delivered.fresh().stream()
                    .map(row -> placed(row, placement, begun, linked))
                    .toList();
            touched.addAll(phases.time("store", () -> records.add(delivery, placed, between)));
            if (touched.size() > FEW) {
                phases.time("learn", () -> {
                    em.createNativeQuery("select cast(crm.learn_registry() as text)")
                            .getSingleResult();
                });
            }
            touched.addAll(phases.time("organisations", () -> workplaces.follow(linked)));
            between.run();
            phases.time("derive", () -> derivedAffiliations.deriveWithPersons(touched, between));
        }
        String model = matching().version();
        phases.time("merge", () -> {
            List<UUID> merged = merges.mergeAll(pairs(placement.merges()), MergeReason.automatic(0, model));
            em.createNativeQuery("""
                            insert into crm.import_merge (run_id, merge_uuid) select :run, unnest(cast(:merges as uuid[]))""")
                    .setParameter("run", run.getId())
                    .setParameter("merges", merged.toArray(UUID[]::new))
                    .executeUpdate();
        });
        phases.time(
                "doubts",
                () -> em.unwrap(Session.class).doWork(connection -> {
                    new DoubtTable(connection).write(found(placement, begun), model, run.getId(), clock.instant());
                    if (placement.shares() != null) {
                        new ShareTable(connection).write(placement.shares());
                    }
                }));
    }

    /** By the model that is in use, which nobody changes while a delivery comes in. */
    private Matching matching() {
        return new Matching(new ModelTable(em).inUse());
    }

    /** The new persons, by the number of their group. */
    private Map<Integer, Long> begin(Placement placement) {
        List<Integer> numbers = placement.groups().values().stream()
                .filter(group -> group.personId() == null)
                .map(Placement.Group::number)
                .distinct()
                .sorted()
                .toList();
        List<Long> persons = records.addPersons(numbers.size(), clock.instant());
        return IntStream.range(0, numbers.size()).boxed().collect(Collectors.toMap(numbers::get, persons::get));
    }

    private Set<Long> change(Delivery delivery, List<ArrivedRow> rows, Runnable between) {
        Map<Long, Integer> changed = new LinkedHashMap<>();
        rows.forEach(row -> changed.put(row.record(), row.rowNumber()));
        return records.change(delivery, changed, between);
    }

    private static PlacedRow placed(ArrivedRow row, Placement placement, Map<Integer, Long> begun, LinkedRows linked) {
        Placement.Group group = placement.groups().get(row.key());
        return new PlacedRow(
                row.rowNumber(),
                person(group, begun),
                group.first(),
                linked.incoming().get(row.rowNumber()));
    }

    private static Long person(Placement.Group group, Map<Integer, Long> begun) {
        return group.personId() == null ? begun.get(group.number()) : group.personId();
    }

    private static List<DoubtTable.Found> found(Placement placement, Map<Integer, Long> begun) {
        return placement.doubts().stream()
                .map(doubt -> new DoubtTable.Found(
                        person(doubt.one(), placement, begun),
                        person(doubt.other(), placement, begun),
                        doubt.verdict()))
                .toList();
    }

    private static Long person(Claim claim, Placement placement, Map<Integer, Long> begun) {
        return claim.person() == null ? person(placement.groups().get(claim.key()), begun) : claim.person();
    }

    /** Forgets what was put down while the file was read. */
    void clear(ImportRun run) {
        records.clear(run.getId());
    }

    /** Puts rows down as they are read. */
    void put(ImportRun run, List<TypedRow> rows, List<RowProblem> problems) {
        records.put(
                run.getId(),
                rows.stream()
                        .map(row -> new IncomingRecord(row.key(), row.number(), row.raw(), row.hash(), row.values()))
                        .toList());
        em.unwrap(Session.class).doWork(connection -> new ProblemTable(connection).write(run.getId(), problems));
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
        em.createNativeQuery("""
                        update crm.review_item i
                           set score = w.score, model_version = w.model_version, one_register = w.one_register, evidence = w.evidence,
                               version = i.version + 1, was_before_run = null, was = null
                          from crm.review_item o cross join lateral jsonb_populate_record(cast(null as crm.review_item), o.was) w
                         where o.was_before_run = :run and o.state = 'OPEN' and i.id = o.id""").setParameter("run", id).executeUpdate();
        em.createNativeQuery("delete from crm.review_item where run_id = :run and state = 'OPEN'")
                .setParameter("run", id)
                .executeUpdate();
        Set<Long> touched = records.takeBack(id);
        records.keepNames(touched, id);
        Set<Long> linked = new TreeSet<>(touched);
        linked.addAll(workplaces.link(touched)); // first: joining two practices moves rows of others too
        derivedAffiliations.deriveWithPersons(linked, () -> {});
        records.forget(touched);
        derivedAffiliations.deriveWithPersons(workplaces.leave(records.workplacesOf(id)), () -> {});
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
}
