package nl.kring.crm.attendance.presence;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.kring.crm.attendance.VerificationCode;
import nl.kring.crm.attendance.presence.ScanAnswer.Outcome;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;

/**
 * Takes scans in, whoever made them. A clock that is off is put right by how far it was off at the moment of sending: the whole
 * batch moves by that. Who was where is then reckoned anew from all that was seen of those people, so that it does not matter in
 * which order devices come.
 */
@Dependent
class Taking {

    private static final int LONGEST_DEVICE = 64;

    /** Who lets them in. */
    record By(String taken, Long account) {

        static By staff(Long account) {
            return new By("STAFF", account);
        }

        static By self(Long account) {
            return new By("SELF", account);
        }

        boolean isSelf() {
            return taken.equals("SELF");
        }
    }

    @PersistenceContext
    private EntityManager em;

    /** What came of them, in the order in which they were given. */
    List<ScanAnswer> take(SessionFacts session, ScanBatch batch, By by, Instant now) {
        check(batch);
        PresenceTable table = table();
        ScanTable scans = new ScanTable(em);
        table.lock(session);
        Duration off = Duration.between(batch.sentAt(), now);
        List<PresenceTable.Expected> expected = table.expected(session.editionId());
        Map<UUID, PresenceTable.Expected> byEnrolment =
                expected.stream().collect(Collectors.toMap(PresenceTable.Expected::enrolment, Function.identity()));
        Map<String, PresenceTable.Expected> byCode = expected.stream()
                .filter(each -> each.code() != null)
                .collect(Collectors.toMap(PresenceTable.Expected::code, Function.identity()));
        Map<UUID, Instant> known =
                scans.kept(batch.scans().stream().map(Scan::id).toList());
        Map<Long, List<Presence.Seen>> seen = scans.seen(
                session, expected.stream().map(PresenceTable.Expected::id).toList());
        Map<UUID, ScanAnswer> answers = new HashMap<>();
        List<ScanTable.Kept> kept = new ArrayList<>();
        for (Scan scan :
                batch.scans().stream().sorted(Comparator.comparing(Scan::at)).toList()) {
            PresenceTable.Expected who = scan.enrolment() != null
                    ? byEnrolment.get(scan.enrolment())
                    : read(scan.code()).map(byCode::get).orElse(null);
            Instant at = earliest(scan.at().plus(off), now);
            if (known.containsKey(scan.id()) || answers.containsKey(scan.id())) {
                answers.putIfAbsent(scan.id(), answer(scan, Outcome.REPEATED, who, known.get(scan.id())));
            } else if (who == null) {
                answers.put(scan.id(), answer(scan, Outcome.UNKNOWN, null, null));
            } else if (!session.isAround(at)) {
                answers.put(scan.id(), answer(scan, Outcome.OTHER_TIME, who, null));
            } else if (by.isSelf() && scan.kind() == ScanKind.OUT && !isIn(seen.get(who.id()))) {
                answers.put(scan.id(), answer(scan, Outcome.NOT_IN, who, null));
            } else {
                List<Presence.Seen> before = seen.computeIfAbsent(who.id(), first -> new ArrayList<>());
                Outcome outcome = isAlready(before, scan.kind(), at) ? Outcome.ALREADY : Outcome.TAKEN;
                before.add(new Presence.Seen(scan.kind(), at));
                kept.add(new ScanTable.Kept(scan.id(), who.id(), scan.kind(), scan.at(), at));
                answers.put(scan.id(), answer(scan, outcome, who, at));
            }
        }
        if (!kept.isEmpty()) {
            scans.keep(session, kept, by.taken(), batch.device().strip(), off.toMillis(), by.account(), now);
            reckon(session, kept, seen, by, now);
        }
        return batch.scans().stream().map(scan -> answers.get(scan.id())).toList();
    }

    /** Who leaves by his or her own word came before, and did not leave since: nobody makes the own evening longer. */
    private static boolean isIn(List<Presence.Seen> seen) {
        return seen != null
                && seen.stream()
                        .max(Comparator.comparing(Presence.Seen::at))
                        .filter(last -> last.kind() == ScanKind.IN)
                        .isPresent();
    }

    /** What staff said by hand stands, unless staff saw something afterwards. */
    private void reckon(
            SessionFacts session, List<ScanTable.Kept> kept, Map<Long, List<Presence.Seen>> seen, By by, Instant now) {
        Set<Long> touched = kept.stream().map(ScanTable.Kept::enrolment).collect(Collectors.toSet());
        Map<Long, Instant> said = table().saidByHand(session, touched);
        Map<Long, Presence> measured = new HashMap<>();
        for (Long enrolment : touched) {
            Instant last = seen.get(enrolment).stream()
                    .map(Presence.Seen::at)
                    .max(Instant::compareTo)
                    .orElseThrow();
            if (!said.containsKey(enrolment) || !by.isSelf() && last.isAfter(said.get(enrolment))) {
                measured.put(enrolment, Presence.of(session.startsAt(), session.endsAt(), seen.get(enrolment)));
            }
        }
        if (!measured.isEmpty()) {
            table().write(session, measured, "SCAN", table().rule(session.organiserId()), by.account(), now);
        }
    }

    PresenceTable table() {
        return new PresenceTable(em);
    }

    private static boolean isAlready(List<Presence.Seen> before, ScanKind kind, Instant at) {
        return before.stream()
                .filter(each -> !each.at().isAfter(at))
                .max(Comparator.comparing(Presence.Seen::at))
                .map(last -> last.kind() == kind)
                .orElse(false);
    }

    private static ScanAnswer answer(Scan scan, Outcome outcome, PresenceTable.Expected who, Instant at) {
        return new ScanAnswer(
                scan.id(), outcome, who == null ? null : who.enrolment(), who == null ? null : who.name(), at);
    }

    private static Instant earliest(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** The code itself, or the address that a camera read. */
    static Optional<String> read(String given) {
        if (given == null || given.length() > 500) {
            return Optional.empty();
        }
        return VerificationCode.read(given.replaceFirst("^.*[?&]code=([^&#]*).*$", "$1"))
                .map(VerificationCode::text);
    }

    private static void check(ScanBatch batch) {
        boolean whole = batch != null
                && batch.sentAt() != null
                && batch.scans() != null
                && batch.scans().size() <= ScanBatch.MOST
                && TypedText.line(batch.device(), LONGEST_DEVICE) != null
                && batch.scans().stream().allMatch(Taking::isWhole);
        if (!whole || batch.scans().isEmpty()) {
            throw new InvalidInputException("scan-batch", ScanBatch.MOST);
        }
    }

    private static boolean isWhole(Scan scan) {
        return scan != null
                && scan.id() != null
                && scan.kind() != null
                && scan.at() != null
                && (scan.code() == null) != (scan.enrolment() == null);
    }
}
