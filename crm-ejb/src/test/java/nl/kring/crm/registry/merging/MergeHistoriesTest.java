package nl.kring.crm.registry.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Generated histories of merging, editing, enrolling and taking back. Each is told by its number alone:
 * {@code -Dmerge.histories=1000} runs a thousand, {@code -Dmerge.first=501} with it the second half, {@code -Dmerge.history=17}
 * the seventeenth.
 */
class MergeHistoriesTest {

    private static final int DEFAULT = 50;
    private static final int STEPS = 9;
    private static final Map<String, String> OWNERS = Map.of(
            "SOURCE_RECORD", "source_record",
            "STATEMENT", "statement",
            "AFFILIATION", "affiliation",
            "MEMBERSHIP", "membership",
            "ABSENCE", "absence",
            "ENROLMENT", "enrolment",
            "CERTIFICATE", "certificate",
            "CONTACT_MOMENT", "contact_moment",
            "ACCOUNT", "account");

    private static final String OWNED = OWNERS.entrySet().stream()
            .map(each -> "select '" + each.getKey() + " ' || id || ' ' || person_id from crm." + each.getValue()
                    + " where person_id is not null")
            .collect(Collectors.joining(" union all "));

    private final Map<String, Integer> collisions = new TreeMap<>();

    @Test
    void whatever_happens_every_fact_has_one_owner_and_comes_home() throws Exception {
        int number = Integer.getInteger("merge.histories", DEFAULT);
        int first = Integer.getInteger("merge.first", 1);
        Integer only = Integer.getInteger("merge.history");
        try (MergeFixture region = new MergeFixture()) {
            for (int seed = first; seed <= number; seed++) {
                if (only == null || only == seed) {
                    History history = new History(region, seed);
                    try {
                        history.run();
                    } catch (RuntimeException | AssertionError failed) {
                        throw new AssertionError("history " + seed + " " + history.told, failed);
                    }
                }
            }
        }
        System.out.println("collisions of " + number + " histories: " + collisions);
        if (only == null) {
            assertThat(collisions)
                    .as("every kind is met")
                    .containsOnlyKeys(
                            "ABSENCE",
                            "ACCOUNT",
                            "AFFILIATION",
                            "CERTIFICATE",
                            "ENROLMENT",
                            "MEMBERSHIP",
                            "NUMBER",
                            "OWN_VALUE",
                            "REGISTER",
                            "WAITING");
            assertThat(collisions.values()).allMatch(met -> met >= (number - first + 1) / 20);
        }
    }

    private final class History {

        private record Done(UUID merge, List<String> before) {}

        private final MergeFixture region;
        private final Random random;
        private final List<Long> persons = new ArrayList<>();
        private final List<String> told = new ArrayList<>();
        private final Map<FactKey, Long> owners = new HashMap<>();
        private final Map<Long, Long> certificateOf = new HashMap<>();
        private final Map<UUID, Long> mergedBy = new HashMap<>();
        private final Deque<Done> undoable = new ArrayDeque<>();
        private final long waitingList;
        private int place;

        History(MergeFixture region, int seed) {
            this.region = region;
            this.random = new Random(seed);
            region.reset();
            region.as(MergeFixture.platformAdmin());
            waitingList = 12;
            region.edition(waitingList);
        }

        void run() {
            int number = 2 + random.nextInt(3);
            for (int i = 0; i < number; i++) {
                long person = region.empty();
                persons.add(person);
                keep("STATEMENT", person, region.says(person, MergeFixture.FEA, "birthName", "Wolterink"));
            }
            for (int i = 0; i < number * 7; i++) {
                fact(any(persons));
            }
            settle();
            for (int i = 0; i < STEPS; i++) {
                step();
                check();
            }
            List<UUID> left = new ArrayList<>(active());
            while (!left.isEmpty()) {
                unmerge(left.remove(random.nextInt(left.size())), 0);
                check();
            }
            Map<FactKey, Long> home = ownersNow();
            owners.forEach((fact, owner) ->
                    assertThat(home.get(fact)).as("%s is home", fact).isEqualTo(owner));
            region.texts("select kind || ' ' || count(*) from crm.merge_collision where state <> 'QUIET'"
                            + " and coalesce(kind, '') <> 'OWN_CHANGE' group by kind")
                    .forEach(line ->
                            collisions.merge(line.split(" ")[0], Integer.parseInt(line.split(" ")[1]), Integer::sum));
        }

        private void step() {
            List<UUID> active = active();
            int dice = random.nextInt(10);
            if (dice < 5 && standing().size() > 1) {
                merge();
            } else if (dice < 7 && !active.isEmpty()) {
                UUID merge = random.nextBoolean() && !undoable.isEmpty()
                        ? undoable.peek().merge()
                        : any(active);
                unmerge(merge, random.nextInt(3));
            } else if (dice == 7) {
                decide();
            } else {
                region.later();
                fact(any(standing()));
                settle();
                edited("fact");
            }
        }

        private void merge() {
            List<Long> standing = standing();
            Long survivor = standing.remove(random.nextInt(standing.size()));
            Long merged = any(standing);
            List<String> before = region.dump();
            region.later();
            UUID merge = region.merges(merges -> merges.merge(
                    region.uuid(survivor),
                    region.uuid(merged),
                    MergeReason.byHand("dezelfde").lifting("dezelfde")));
            told.add("merge " + merged + " into " + survivor);
            mergedBy.put(merge, merged);
            undoable.push(new Done(merge, before));
        }

        private void unmerge(UUID merge, int giving) {
            List<FactKey> given = new ArrayList<>();
            List<LaterFact> later = region.merges(merges -> merges.laterFacts(merge));
            for (int i = 0; i < giving && !later.isEmpty(); i++) {
                FactKey fact = any(later).key();
                if (!given.contains(fact) && fits(fact, mergedBy.get(merge))) {
                    given.add(fact);
                }
            }
            region.later();
            told.add("unmerge " + mergedBy.get(merge) + " given " + given);
            region.merges(merges -> merges.unmerge(merge, given, "toch niet"));
            Long merged = mergedBy.remove(merge);
            for (FactKey fact : given) {
                if (owners.containsKey(fact)) {
                    owners.put(fact, merged);
                }
                if (certificateOf.containsKey(fact.row())) {
                    owners.put(new FactKey("CERTIFICATE", certificateOf.get(fact.row()), 0), merged);
                }
            }
            if (!undoable.isEmpty() && undoable.peek().merge().equals(merge) && given.isEmpty()) {
                assertThat(region.dump())
                        .as("exactly as before")
                        .isEqualTo(undoable.pop().before());
            } else {
                undoable.clear();
            }
        }

        /** A column holds one value of a person. */
        private boolean fits(FactKey fact, Long merged) {
            return !fact.kind().equals("OWN_VALUE")
                    || region.number("select count(*) from crm.own_value where subject_id = " + merged) == 0;
        }

        private void decide() {
            List<String> open = region.texts("select uuid from crm.merge_collision where state = 'OPEN'");
            if (!open.isEmpty()) {
                UUID collision = UUID.fromString(any(open));
                Collisions.Decision decision = any(List.of(Collisions.Decision.values()));
                region.later();
                told.add(
                        "decide " + region.text("select kind from crm.merge_collision where uuid = '" + collision + "'")
                                + " " + decision);
                region.doing(Collisions.class, desk -> desk.decide(collision, decision, "gekozen"));
                settle();
                undoable.clear();
            }
        }

        private void edited(String what) {
            told.add(what);
            undoable.clear();
        }

        /** Something of this person; what the product would refuse is left out. */
        private void fact(Long person) {
            try {
                switch (random.nextInt(12)) {
                    case 0 ->
                        keep(
                                "SOURCE_RECORD",
                                person,
                                region.row(person, "FEA", MergeFixture.FEA, "Wolterink", "GP", practice()));
                    case 1 ->
                        keep(
                                "SOURCE_RECORD",
                                person,
                                region.row(person, "SHT", MergeFixture.SERVICE, "Woltering", "GP", practice()));
                    case 2 ->
                        keep(
                                "STATEMENT",
                                person,
                                region.says(person, MergeFixture.FEA, "big", "1901234560" + random.nextInt(9)));
                    case 3 -> {
                        String[] period = period();
                        keep(
                                "AFFILIATION",
                                person,
                                region.works(
                                        person,
                                        any(List.of(MergeFixture.SERVICE, MergeFixture.PRACTICE)),
                                        "CHAIR",
                                        period[0],
                                        period[1]));
                    }
                    case 4 -> {
                        String[] period = period();
                        keep("MEMBERSHIP", person, region.belongs(person, MergeFixture.THOON, period[0], period[1]));
                    }
                    case 5 -> {
                        String[] period = period();
                        keep("ABSENCE", person, region.away(person, period[0], period[1]));
                    }
                    case 6 -> {
                        long enrolment = region.enrolled(person, MergeFixture.EDITION, null);
                        keep("ENROLMENT", person, enrolment);
                        if (random.nextBoolean()) {
                            long certificate = region.certified(person, MergeFixture.EDITION, enrolment);
                            keep("CERTIFICATE", person, certificate);
                            certificateOf.put(enrolment, certificate);
                        }
                    }
                    case 7 -> keep("ENROLMENT", person, region.enrolled(person, waitingList, ++place));
                    case 8 -> keep("ACCOUNT", person, region.account(person));
                    case 9 -> region.own(person, "dieet " + random.nextInt(3));
                    case 10 -> keep("CONTACT_MOMENT", person, region.spoken(person, MergeFixture.THOON));
                    default -> region.task(person);
                }
            } catch (IllegalStateException refused) {
                String state = ((java.sql.SQLException) refused.getCause()).getSQLState();
                assertThat(state).as(refused.getCause().getMessage()).isIn("23P01", "23505");
            }
        }

        private Long practice() {
            return random.nextBoolean() ? MergeFixture.PRACTICE : null;
        }

        private String[] period() {
            return any(
                    List.of(new String[] {"2020-01-01", "2021-12-31"}, new String[] {"2021-01-01", null}, new String[] {
                        "2022-01-01", "2022-12-31"
                    }));
        }

        private void keep(String kind, Long person, long row) {
            owners.put(new FactKey(kind, row, 0), person);
        }

        /** As the product leaves it after every edit. */
        private void settle() {
            for (int i = 0; region.deriveAll() > 0; i++) {
                assertThat(i).as("deriving comes to rest").isLessThan(5);
            }
        }

        private void check() {
            Set<Long> buried = new HashSet<>();
            Map<Long, Long> roots = new HashMap<>();
            region.texts("select id || ' ' || crm.survivor_of(id) from crm.person")
                    .forEach(line -> {
                        String[] pair = line.split(" ");
                        roots.put(Long.valueOf(pair[0]), Long.valueOf(pair[1]));
                        if (!pair[0].equals(pair[1])) {
                            buried.add(Long.valueOf(pair[0]));
                        }
                    });
            Map<FactKey, Long> ownersNow = ownersNow();
            owners.forEach((fact, owner) -> {
                Long now = ownersNow.get(fact);
                assertThat(roots.get(now))
                        .as("%s belongs to whoever %s is now", fact, owner)
                        .isEqualTo(roots.get(owner));
                if (!fact.kind().equals("ACCOUNT")) {
                    assertThat(buried).as("%s lies with nobody", fact).doesNotContain(now);
                }
            });
            assertThat(region.texts("""
                            select s.edition_id from crm.seat_count s
                             where s.taken <> (select count(*) from crm.enrolment e
                                                where e.edition_id = s.edition_id and e.state = 'CONFIRMED')"""))
                    .as("seats are given back by decisions alone")
                    .isEmpty();
            assertThat(region.texts("""
                            select c.id from crm.certificate c join crm.enrolment e on e.id = c.enrolment_id
                             where c.person_id <> e.person_id
                            union all
                            select e.id from crm.enrolment_key k join crm.enrolment e on e.id = k.enrolment_id
                             where k.person_id <> e.person_id"""))
                    .as("what hangs on an enrolment is of the same person")
                    .isEmpty();
            assertThat(region.deriveAll()).as("deriving again changes nothing").isZero();
        }

        private Map<FactKey, Long> ownersNow() {
            Map<FactKey, Long> now = new HashMap<>();
            region.texts(OWNED).forEach(line -> {
                String[] parts = line.split(" ");
                now.put(new FactKey(parts[0], Long.parseLong(parts[1]), 0), Long.valueOf(parts[2]));
            });
            return now;
        }

        private List<Long> standing() {
            return new ArrayList<>(
                    region.texts("select id from crm.person where merged_into_id is null order by id").stream()
                            .map(Long::valueOf)
                            .toList());
        }

        private List<UUID> active() {
            return region.texts("select uuid from crm.merge_event where undone_at is null order by id").stream()
                    .map(UUID::fromString)
                    .toList();
        }

        private <T> T any(Collection<T> all) {
            return List.copyOf(all).get(random.nextInt(all.size()));
        }
    }
}
