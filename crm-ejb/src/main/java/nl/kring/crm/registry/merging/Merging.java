package nl.kring.crm.registry.merging;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.registry.GoldenRecords;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.affiliation.DerivedAffiliations;
import nl.kring.crm.security.CurrentUser;

/** Makes persons one, and two again, whoever asked for it. Rights are checked by who calls. */
@Dependent
class Merging {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private GoldenRecords goldenRecords;

    @Inject
    private DerivedAffiliations derivedAffiliations;

    @Inject
    private Event<PersonsMerged> merged;

    @Inject
    private Event<PersonsUnmerged> unmerged;

    @Inject
    private Event<PersonsSettled> settled;

    /**
     * Merges in turns, so that in each turn nobody is in two pairs: what clashes is seen pair by pair. What somebody said is
     * not the same is left out, unless the reason lifts it.
     *
     * @param plans pairs of standing persons; of a later pair one may be merged by an earlier
     * @param chosen values to be shown after all, for a single pair
     */
    List<Long> merge(List<MergePlan> plans, MergeReason reason, Map<PersonField, UUID> chosen) {
        em.flush();
        MergeLedger ledger = new MergeLedger(em, Subject.PERSON);
        Set<Long> persons = plans.stream()
                .flatMap(plan -> Stream.of(plan.survivorId(), plan.mergedId()))
                .collect(Collectors.toCollection(TreeSet::new));
        ledger.lock(persons);
        ledger.requireStanding(persons);
        List<Long> merges = new ArrayList<>();
        for (List<MergePlan> turn : turns(plans)) {
            merges.addAll(oneTurn(turn, reason, ledger));
        }
        if (!chosen.isEmpty() && !merges.isEmpty()) {
            new ChosenValues(em).say(merges.get(0), plans.get(0), chosen, author(), reason.text());
        }
        derive(persons);
        new DerivedRows(em, clock.instant()).note(merges);
        em.flush();
        settled.fire(new PersonsSettled(persons));
        return merges;
    }

    private List<Long> oneTurn(List<MergePlan> turn, MergeReason reason, MergeLedger ledger) {
        NotSame notSame = new NotSame(em, Subject.PERSON);
        Set<Integer> divided = notSame.divided(turn);
        List<MergePlan> due = new ArrayList<>();
        for (int i = 0; i < turn.size(); i++) {
            if (!divided.contains(i) || reason.lifting()) {
                due.add(turn.get(i));
            }
        }
        if (due.isEmpty()) {
            return List.of();
        }
        List<Long> merges = ledger.write(due, reason, author());
        for (int i = 0; i < merges.size() && reason.lifting(); i++) {
            notSame.lift(due.get(i), merges.get(i));
        }
        DerivedRows derived = new DerivedRows(em, clock.instant());
        derived.remember(merges);
        new NumberClashes(em).note(merges, clock.instant());
        PersonsMerged news = new PersonsMerged();
        news.move(RegistryRows.ALL);
        merged.fire(news);
        em.flush();
        RowMover mover = new RowMover(em, clock.instant(), Subject.PERSON);
        mover.move(news.tables(), merges);
        mover.follow(news.followers(), merges);
        derived.rest(merges);
        ledger.bury(merges);
        return merges;
    }

    /** The first of a cluster goes into the oldest; who was merged by an earlier pair is meant as the survivor. */
    private static Collection<List<MergePlan>> turns(List<MergePlan> plans) {
        Map<Long, Long> into = new HashMap<>();
        Map<Long, Integer> last = new HashMap<>();
        Map<Integer, List<MergePlan>> turns = new TreeMap<>();
        for (MergePlan plan : plans) {
            Long survivor = root(into, plan.survivorId());
            Long gone = root(into, plan.mergedId());
            if (survivor.equals(gone)) {
                continue;
            }
            into.put(gone, survivor);
            int turn = Math.max(last.getOrDefault(survivor, 0), last.getOrDefault(gone, 0)) + 1;
            last.put(survivor, turn);
            last.put(gone, turn);
            turns.computeIfAbsent(turn, any -> new ArrayList<>()).add(new MergePlan(survivor, gone, plan.score()));
        }
        return turns.values();
    }

    private static Long root(Map<Long, Long> into, Long person) {
        Long found = person;
        while (into.containsKey(found)) {
            found = into.get(found);
        }
        return found;
    }

    /** Takes a merge back; the later facts in {@code given} go to who was merged. */
    void unmerge(MergeLedger.Written merge, Collection<FactKey> given, String reason) {
        Long root = takeBack(merge, given, reason);
        new NotSame(em, Subject.PERSON)
                .say(
                        root,
                        merge.mergedId(),
                        new NotSame.Saying(
                                currentUser.organisationId(),
                                currentUser.accountId(),
                                reason,
                                merge.id(),
                                clock.instant()));
        derive(Set.of(root, merge.mergedId()));
        settled.fire(new PersonsSettled(Set.of(root, merge.mergedId())));
    }

    /** The same as if nobody had merged them: that they are different is not said. */
    void forget(MergeLedger.Written merge, String reason) {
        Set<Long> both = Set.of(takeBack(merge, Set.of(), reason), merge.mergedId());
        derive(both);
        settled.fire(new PersonsSettled(both));
    }

    private Long takeBack(MergeLedger.Written merge, Collection<FactKey> given, String reason) {
        em.flush();
        MergeLedger ledger = new MergeLedger(em, Subject.PERSON);
        ledger.lock(List.of(merge.mergedId(), merge.survivorId(), merge.rootId()));
        MergeLedger.Links links = ledger.links(merge.id());
        if (!links.root().equals(merge.rootId())) {
            throw new MergeRefused.Overtaken();
        }
        ledger.close(merge, author(), reason);
        PersonsUnmerged news = new PersonsUnmerged();
        news.giveBack(RegistryRows.ALL);
        unmerged.fire(news);
        em.flush();
        new RowReturn(
                        em,
                        clock.instant(),
                        Subject.PERSON,
                        new Undoing(merge.id(), merge.mergedId(), links.merges(), links.kinds(), given))
                .giveBack(news.tables());
        new RowMover(em, clock.instant(), Subject.PERSON).follow(news.followers(), List.of(merge.id()));
        new DerivedRows(em, clock.instant()).restore(merge.id());
        new ChosenValues(em).withdraw(merge.id(), clock.instant());
        return merge.rootId();
    }

    /** Workplaces follow from the profession that is shown, and what is shown from the workplaces. */
    private void derive(Collection<Long> persons) {
        goldenRecords.derive(persons);
        derivedAffiliations.derive(persons); // shows the persons anew itself, when something changed
        em.flush();
    }

    private MergeLedger.Author author() {
        return new MergeLedger.Author(currentUser.organisationId(), currentUser.accountId(), clock.instant());
    }
}
