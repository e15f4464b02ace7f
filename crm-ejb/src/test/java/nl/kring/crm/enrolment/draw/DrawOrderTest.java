package nl.kring.crm.enrolment.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order follows from the secret and the numbers alone, and a log in which anything was changed is not believed. */
class DrawOrderTest {

    private static final String SEED = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private static final UUID ONE = UUID.fromString("00000000-0000-4000-8000-000000000001");

    private static final List<UUID> TICKETS =
            Stream.generate(UUID::randomUUID).limit(40).toList();

    /** Found beforehand with: printf %s … | openssl dgst -sha256, and the same with -hmac. */
    @Test
    void the_promise_and_a_lot_are_what_openssl_finds() {
        assertThat(DrawOrder.commitment(SEED))
                .isEqualTo("a8ae6e6ee929abea3afcfc5258c8ccd6f85273e0d4626d26c7279f3250f77c8e");
        assertThat(DrawOrder.lot(SEED, ONE))
                .isEqualTo("946df1c922e891b0eedf2399e73049b17c8d2181482acc6a12919ac9b9f18f9d");
    }

    @Test
    void the_order_in_which_wishes_came_does_not_matter() {
        List<UUID> drawn = DrawOrder.of(SEED, TICKETS);
        for (int i = 0; i < 20; i++) {
            List<UUID> otherwise = new ArrayList<>(TICKETS);
            Collections.shuffle(otherwise, new Random(i));
            assertThat(DrawOrder.of(SEED, otherwise)).isEqualTo(drawn);
        }
        assertThat(drawn).isNotEqualTo(TICKETS);
    }

    @Test
    void another_secret_gives_another_order() {
        assertThat(DrawOrder.of(DrawOrder.newSeed(), TICKETS)).isNotEqualTo(DrawOrder.of(SEED, TICKETS));
    }

    @Test
    void each_secret_is_new_and_as_long_as_it_is_said_to_be() {
        Set<String> seeds = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            seeds.add(DrawOrder.newSeed());
        }
        assertThat(seeds).hasSize(100).allMatch(seed -> seed.matches("[0-9a-f]{64}"));
    }

    @Test
    void a_log_as_it_was_kept_is_believed() {
        assertThat(log().isSound()).isTrue();
    }

    @Test
    void a_log_in_which_anything_was_changed_is_not_believed() {
        DrawLog log = log();
        List<DrawnLine> swapped = new ArrayList<>(log.lines());
        Collections.swap(swapped, 3, 4);
        List<DrawnLine> renumbered = new ArrayList<>(swapped);
        renumbered.set(3, at(4, swapped.get(3)));
        renumbered.set(4, at(5, swapped.get(4)));
        List<DrawnLine> shorter = log.lines().subList(0, 39);
        List<DrawnLine> other = new ArrayList<>(log.lines());
        other.set(7, new DrawnLine(8, UUID.randomUUID(), other.get(7).lot(), null));
        List<DrawnLine> seated = new ArrayList<>(log.lines());
        seated.set(39, new DrawnLine(40, seated.get(39).ticket(), seated.get(39).lot(), null));

        for (List<DrawnLine> lines : List.of(swapped, renumbered, shorter, other, seated)) {
            assertThat(new DrawLog(log.commitment(), SEED, log.hash(), lines).isSound())
                    .isFalse();
        }
        assertThat(new DrawLog(log.commitment(), DrawOrder.newSeed(), log.hash(), log.lines()).isSound())
                .as("another secret")
                .isFalse();
        String others = DrawOrder.newSeed();
        assertThat(new DrawLog(DrawOrder.commitment(others), SEED, log.hash(), log.lines()).isSound())
                .as("another promise")
                .isFalse();
    }

    /** Also when whoever changed it makes the hash of the file anew: the order does not follow from the secret any more. */
    @Test
    void a_log_in_another_order_is_not_believed_even_with_a_hash_of_its_own() {
        List<DrawnLine> lines = new ArrayList<>(log().lines());
        DrawnLine first = lines.get(0);
        lines.set(0, at(1, lines.get(39)));
        lines.set(39, at(40, first));
        DrawLog changed = new DrawLog(log().commitment(), SEED, null, lines);

        assertThat(new DrawLog(changed.commitment(), SEED, changed.hashNow(), lines).isSound())
                .isFalse();
    }

    private static DrawnLine at(int position, DrawnLine line) {
        return new DrawnLine(position, line.ticket(), line.lot(), line.waiting());
    }

    private static DrawLog log() {
        List<DrawnLine> lines = new ArrayList<>();
        for (UUID ticket : DrawOrder.of(SEED, TICKETS)) {
            int position = lines.size() + 1;
            lines.add(
                    new DrawnLine(position, ticket, DrawOrder.lot(SEED, ticket), position > 10 ? position - 10 : null));
        }
        DrawLog log = new DrawLog(DrawOrder.commitment(SEED), SEED, null, lines);
        return new DrawLog(log.commitment(), SEED, log.hashNow(), lines);
    }
}
