package nl.kring.crm.attendance.presence;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When somebody was there, from what was seen, in whatever order that came in. Twice in, or twice out, is once. Who was not seen
 * leaving stayed to the end; who was only seen leaving was there from the start.
 *
 * @param came when he or she was first seen; null when only leaving was seen
 * @param left when he or she was last seen leaving; null for who stayed
 * @param minutes of the session, without what came before it or after it
 */
record Presence(Instant came, Instant left, int minutes) {

    /** Somebody was seen coming or leaving. */
    record Seen(ScanKind kind, Instant at) {}

    /** From one moment until another. */
    record Stretch(Instant from, Instant to) {}

    /** As seen; empty when nothing was seen is for the caller to know. */
    static Presence of(Instant starts, Instant ends, List<Seen> seen) {
        List<Seen> inOrder = new ArrayList<>(seen);
        inOrder.sort(Comparator.comparing(Seen::at).thenComparing(Seen::kind));
        List<Stretch> there = new ArrayList<>();
        Instant since = null;
        for (Seen each : inOrder) {
            if (each.kind() == ScanKind.IN) {
                since = since == null ? each.at() : since;
            } else if (since != null || there.isEmpty()) {
                there.add(new Stretch(since == null ? starts : since, each.at()));
                since = null;
            } else {
                Stretch last = there.remove(there.size() - 1);
                there.add(new Stretch(last.from(), each.at()));
            }
        }
        boolean stayed = since != null;
        if (stayed) {
            there.add(new Stretch(since, since.isAfter(ends) ? since : ends));
        }
        Instant came = inOrder.stream()
                .filter(each -> each.kind() == ScanKind.IN)
                .map(Seen::at)
                .findFirst()
                .orElse(null);
        Instant left = stayed ? null : there.get(there.size() - 1).to();
        return new Presence(came, left, minutes(starts, ends, there));
    }

    /** From stretches that may overlap, as those of who joined with two devices do. */
    static Presence joined(Instant starts, Instant ends, List<Stretch> stretches) {
        Instant came =
                stretches.stream().map(Stretch::from).min(Instant::compareTo).orElseThrow();
        Instant left =
                stretches.stream().map(Stretch::to).max(Instant::compareTo).orElseThrow();
        return new Presence(came, left, minutes(starts, ends, stretches));
    }

    /** How many minutes of the session at least one of them covers, to the nearest. */
    private static int minutes(Instant starts, Instant ends, List<Stretch> stretches) {
        List<Stretch> inOrder = new ArrayList<>(stretches);
        inOrder.sort(Comparator.comparing(Stretch::from));
        Instant upTo = starts;
        Duration covered = Duration.ZERO;
        for (Stretch each : inOrder) {
            Instant from = each.from().isBefore(upTo) ? upTo : each.from();
            Instant to = each.to().isAfter(ends) ? ends : each.to();
            if (from.isBefore(to)) {
                covered = covered.plus(Duration.between(from, to));
                upTo = to;
            }
        }
        return (int) ((covered.toSeconds() + 30) / 60);
    }
}
