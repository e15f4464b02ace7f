package nl.kring.crm.agenda;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;

/** What a course must be before it can be kept; gives it back tidied, with its sessions in order of time. */
final class PlanningRules {

    static final int MOST_SEATS = 5_000;
    static final int MOST_SESSIONS = 60;
    static final int HIGHEST_PRICE = 1_000_000;

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private static final Pattern WEB_ADDRESS =
            Pattern.compile("https://[A-Za-z0-9][A-Za-z0-9.-]*(:\\d{1,5})?(/[^\\s<>\"]*)?");

    private PlanningRules() {}

    static PlannedCourse checked(PlannedCourse wish) {
        String title = text("title", wish.title(), 200);
        if (title == null) {
            throw new InvalidInputException("agenda-title-missing");
        }
        if (wish.kind() == null) {
            throw new InvalidInputException("agenda-kind-missing");
        }
        if (wish.capacity() < 1 || wish.capacity() > MOST_SEATS) {
            throw new InvalidInputException("agenda-capacity", 1, MOST_SEATS);
        }
        if (wish.priceCents() < 0 || wish.priceCents() > HIGHEST_PRICE) {
            throw new InvalidInputException("agenda-price", HIGHEST_PRICE / 100);
        }
        List<PlannedSession> sessions = checkedSessions(wish.sessions());
        Instant enrolUntil = checkedUntil(wish.enrolUntil(), sessions);
        return new PlannedCourse(
                wish.organisation(),
                title,
                text("summary", wish.summary(), 4_000),
                wish.kind(),
                wish.audience() == null ? Set.of() : Set.copyOf(wish.audience()),
                sessions,
                text("location", wish.location(), 200),
                text("place", wish.place(), 100),
                address(wish.online()),
                wish.capacity(),
                fewest(wish),
                wish.priceCents(),
                wish.waitingList(),
                enrolUntil);
    }

    static Instant checkedUntil(Instant wish, List<PlannedSession> sessions) {
        Instant until = seconds(wish);
        if (until != null && (until.isAfter(sessions.get(0).startsAt()) || until.isBefore(EARLIEST))) {
            throw new InvalidInputException("agenda-enrol-until");
        }
        return until;
    }

    static List<PlannedSession> checkedSessions(List<PlannedSession> wishes) {
        if (wishes == null || wishes.isEmpty() || wishes.size() > MOST_SESSIONS) {
            throw new InvalidInputException("agenda-sessions", 1, MOST_SESSIONS);
        }
        List<PlannedSession> sessions = wishes.stream()
                .map(PlanningRules::checkedSession)
                .sorted(Comparator.comparing(PlannedSession::startsAt))
                .toList();
        for (int next = 1; next < sessions.size(); next++) {
            if (sessions.get(next).startsAt().isBefore(sessions.get(next - 1).endsAt())) {
                throw new InvalidInputException("agenda-sessions-overlap", next, next + 1);
            }
        }
        return sessions;
    }

    private static PlannedSession checkedSession(PlannedSession wish) {
        Instant start = seconds(wish.startsAt());
        Instant end = seconds(wish.endsAt());
        if (start == null || end == null) {
            throw new InvalidInputException("agenda-session-times-missing");
        }
        if (!end.isAfter(start)) {
            throw new InvalidInputException("agenda-session-ends-before-start");
        }
        if (start.isBefore(EARLIEST) || end.isAfter(LATEST)) {
            throw new InvalidInputException("agenda-session-year");
        }
        return new PlannedSession(
                wish.uuid(),
                text("session", wish.title(), 200),
                start,
                end,
                text("location", wish.location(), 200),
                address(wish.online()));
    }

    /** What is told besides, as it may go into a mail. */
    static String note(String given) {
        return text("note", given, 1_000);
    }

    private static Integer fewest(PlannedCourse wish) {
        if (wish.fewest() != null && (wish.fewest() < 1 || wish.fewest() > wish.capacity())) {
            throw new InvalidInputException("agenda-fewest", wish.capacity());
        }
        return wish.fewest();
    }

    /** An address on the web that may be followed from a mail. */
    private static String address(String given) {
        String address = text("online", given, 500);
        if (address != null && !WEB_ADDRESS.matcher(address).matches()) {
            throw new InvalidInputException("agenda-online");
        }
        return address;
    }

    private static Instant seconds(Instant moment) {
        return moment == null ? null : moment.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Text without spaces around it, null when nothing is left. Lines and tabs may stand in it, other controls not. */
    private static String text(String part, String given, int longest) {
        String text = given == null ? "" : given.strip();
        if (text.length() > longest) {
            throw new InvalidInputException("agenda-" + part + "-too-long", longest);
        }
        boolean controls = text.chars().anyMatch(c -> Character.isISOControl(c) && "\r\n\t".indexOf(c) < 0);
        if (controls || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new InvalidInputException("agenda-text-unreadable");
        }
        if (TypedText.hasCitizenServiceNumber(text)) {
            throw new InvalidInputException("text-looks-like-bsn");
        }
        return text.isEmpty() ? null : text;
    }
}
