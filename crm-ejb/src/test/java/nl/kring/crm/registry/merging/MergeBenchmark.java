package nl.kring.crm.registry.merging;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How long a merge and taking it back last in a register of that many persons: {@code -Dmerge.persons=100000}. */
class MergeBenchmark {

    private static final int ROUNDS = 60;
    private static final int WARM_UP = 20;

    @Test
    void merging_and_taking_back() throws Exception {
        int persons = Integer.getInteger("merge.persons", 100_000);
        try (MergeFixture region = new MergeFixture()) {
            region.as(MergeFixture.platformAdmin());
            region.sql(
                    "insert into crm.person (id, uuid, created_at, display_name, search_text) select g, gen_random_uuid(), now(),"
                            + " 'x' || g, ' x' || g || ' ' from generate_series(100000, ?) g",
                    100_000 + persons);
            region.sql("""
                    insert into crm.source_record (id, uuid, register_id, register_code, organisation_id, source_rank, source_key,
                      person_id, linked_how, run_id, row_number, raw, content_hash, delivered_at, birth_name)
                    select 10000000 + g, gen_random_uuid(), 1, 'FEA', 1, 5, 'B' || g, g, 'NEW', 1, 1, '{}', '', now(), 'x' || g
                      from generate_series(100000, ?) g""", 100_000 + persons);
            region.sql("""
                    insert into crm.enrolment (id, uuid, edition_id, person_id, state, price_cents, enrolled_at)
                    select 20000000 + g, gen_random_uuid(), 10, g, 'CONFIRMED', 0, now() from generate_series(100000, ?) g""", 100_000 + persons);
            region.analyze();
            List<Long> merging = new ArrayList<>();
            List<Long> undoing = new ArrayList<>();
            long[] statements = new long[2];
            for (int round = 0; round < ROUNDS; round++) {
                long a = somebody(region);
                long b = somebody(region);
                region.inTransaction(em -> null);
                long asked = region.asked();
                long start = System.nanoTime();
                UUID merge = region.merge(a, b);
                long merged = System.nanoTime();
                statements[0] = region.asked() - asked;
                asked = region.asked();
                region.unmerge(merge);
                long undone = System.nanoTime();
                statements[1] = region.asked() - asked;
                if (round >= WARM_UP) {
                    merging.add((merged - start) / 1_000_000);
                    undoing.add((undone - merged) / 1_000_000);
                }
            }
            print(persons, "merge", merging, statements[0]);
            print(persons, "undo", undoing, statements[1]);
        }
    }

    private static long somebody(MergeFixture region) {
        long person = region.person("Wolterink");
        region.row(person, "FEA", MergeFixture.FEA, "Wolterink", "GP", MergeFixture.PRACTICE);
        region.row(person, "SHT", MergeFixture.SERVICE, "Wolterink", "GP", null);
        region.works(person, MergeFixture.THOON, "BOARD_MEMBER", "2020-01-01", null);
        region.belongs(person, MergeFixture.THOON, "2019-01-01", null);
        region.enrolled(person, MergeFixture.EDITION, null);
        region.account(person);
        return person;
    }

    private static void print(int persons, String what, List<Long> millis, long statements) {
        Collections.sort(millis);
        System.out.println(persons + " persons, " + what + ": p50 " + millis.get(millis.size() / 2) + " ms, p95 "
                + millis.get(millis.size() * 95 / 100) + " ms, " + statements + " statements");
    }
}
