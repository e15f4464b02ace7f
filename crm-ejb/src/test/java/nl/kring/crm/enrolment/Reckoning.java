package nl.kring.crm.enrolment;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Compares what clients were told with what the database holds of one edition, at which nobody enrols but they: no seat sold
 * twice, nothing lost that was acknowledged, nothing done twice, the order kept, one mail for each event.
 */
public final class Reckoning {

    private static final Map<String, String> MAILS = Map.of(
            "CONFIRMED", "enrolment-confirmed",
            "ACCEPTED", "enrolment-confirmed",
            "WAITLISTED", "enrolment-waitlisted",
            "OFFERED", "enrolment-offered",
            "PROMOTED", "enrolment-promoted",
            "CANCELLED", "enrolment-cancelled",
            "OFFER_EXPIRED", "enrolment-offer-expired");

    private static final Set<String> SEATED = Set.of("CONFIRMED", "OFFERED");
    private static final Set<String> PROMOTIONS = Set.of("OFFERED", "PROMOTED");

    private record Kept(UUID uuid, UUID person, String state, Integer place) {}

    private record Event(UUID person, UUID enrolment, String what) {}

    private final Connection connection;
    private final UUID edition;
    private final List<String> wrong = new ArrayList<>();

    private Reckoning(Connection connection, UUID edition) {
        this.connection = connection;
        this.edition = edition;
    }

    /** What is not as it should be, in words; nothing when all is well. */
    public static List<String> of(Connection connection, UUID edition, ClientLog log) throws SQLException {
        Reckoning reckoning = new Reckoning(connection, edition);
        reckoning.compare(log);
        return reckoning.wrong;
    }

    private void compare(ClientLog log) throws SQLException {
        List<Kept> kept = kept();
        List<Event> events = events();
        seats(kept, events);
        lost(log, kept, events);
        doubled(log, kept, events);
        order(log, kept, events);
        mails(events);
    }

    private void seats(List<Kept> kept, List<Event> events) throws SQLException {
        long seated =
                kept.stream().filter(each -> SEATED.contains(each.state())).count();
        long waiting = kept.stream().filter(each -> each.place() != null).count();
        long[] seats = seats();
        check(seated <= seats[0], "oversold: " + seated + " of " + seats[0]);
        check(seated == seats[1], "counted " + seats[1] + " taken where " + seated + " have a seat");
        check(waiting == 0 || seated == seats[0], "unsold: " + waiting + " wait beside a free seat");
        long places =
                events.stream().filter(each -> each.what().equals("WAITLISTED")).count();
        check(places == seats[2], "gap: " + seats[2] + " places given out to " + places);
        check(
                kept.stream()
                                .map(Kept::place)
                                .filter(each -> each != null)
                                .distinct()
                                .count()
                        == waiting,
                "two wait on one place");
    }

    private void lost(ClientLog log, List<Kept> kept, List<Event> events) {
        Map<UUID, Kept> byUuid = kept.stream().collect(Collectors.toMap(Kept::uuid, each -> each));
        Map<UUID, String> firstEvents = new HashMap<>();
        events.forEach(event -> firstEvents.putIfAbsent(event.enrolment(), event.what()));
        for (ClientLog.Asked asked : log.lines()) {
            if (asked.isAnswered()) {
                UUID told = asked.enrols() ? asked.answer().uuid() : asked.cancelled();
                Kept found = byUuid.get(told);
                check(found != null && found.person().equals(asked.person()), "lost: " + asked);
                check(
                        found == null || asked.enrols() || found.state().equals("CANCELLED"),
                        "lost: cancelled, and " + found);
                check(
                        found == null || !asked.enrols() || told(asked.answer().state(), firstEvents.get(told), found),
                        "told otherwise: " + asked + ", and " + found);
            }
        }
    }

    /** Who asked twice was told how it stood then, which may be later than how it began. */
    private static boolean told(EnrolmentState state, String first, Kept found) {
        return state.name().equals(first)
                || first != null && first.equals("WAITLISTED") && !state.isEnded()
                || state.name().equals(found.state());
    }

    private void doubled(ClientLog log, List<Kept> kept, List<Event> events) throws SQLException {
        Set<UUID> persons = new HashSet<>();
        kept.forEach(each -> check(persons.add(each.person()), "double: two enrolments of " + each.person()));
        Set<UUID> asked = log.lines().stream().map(ClientLog.Asked::person).collect(Collectors.toSet());
        persons.forEach(person -> check(asked.contains(person), "nobody asked for " + person));
        Set<Event> once = new HashSet<>();
        events.forEach(event -> check(once.add(event), "double: " + event));
        Set<UUID> begun = events.stream().map(Event::person).collect(Collectors.toSet());
        persons.forEach(person -> check(begun.contains(person), "no story of " + person));
        long keys = number("""
                select count(distinct k.key) from crm.enrolment_key k join crm.enrolment e on e.id = k.enrolment_id
                  join crm.edition d on d.id = e.edition_id where d.uuid = ?""");
        check(keys == kept.size(), "keys: " + keys + " of " + kept.size());
    }

    private void order(ClientLog log, List<Kept> kept, List<Event> events) {
        Map<UUID, Integer> rank = new HashMap<>();
        Map<UUID, Kept> byPerson = new HashMap<>();
        events.forEach(event -> rank.putIfAbsent(event.person(), rank.size()));
        kept.forEach(each -> byPerson.put(each.person(), each));
        List<ClientLog.Asked> enrolled = log.lines().stream()
                .filter(asked ->
                        asked.enrols() && rank.containsKey(asked.person()) && byPerson.containsKey(asked.person()))
                .toList();
        for (ClientLog.Asked first : enrolled) {
            for (ClientLog.Asked second : enrolled) {
                if (first.isBefore(second)) {
                    Kept one = byPerson.get(first.person());
                    Kept other = byPerson.get(second.person());
                    check(
                            rank.get(first.person()) < rank.get(second.person()),
                            () -> "order: " + first + " after " + second);
                    check(
                            one.place() == null || !SEATED.contains(other.state()),
                            () -> "order: " + one + " waits and " + other + " does not");
                    check(
                            one.place() == null || other.place() == null || one.place() < other.place(),
                            () -> "order: " + one + " waits behind " + other);
                }
            }
        }
        int last = -1;
        for (Event event : events) {
            if (PROMOTIONS.contains(event.what())) {
                check(rank.get(event.person()) > last, () -> "order: passed over " + event);
                last = rank.get(event.person());
            }
        }
    }

    private void mails(List<Event> events) throws SQLException {
        Map<UUID, List<String>> wanted = new TreeMap<>();
        events.forEach(event -> wanted.computeIfAbsent(event.person(), none -> new ArrayList<>())
                .add(MAILS.get(event.what())));
        Map<UUID, List<String>> found = new TreeMap<>();
        try (PreparedStatement statement = asking("""
                select p.uuid, m.kind from crm.message m join crm.person p on p.id = m.person_id
                 where exists (select 1 from crm.enrolment e join crm.edition d on d.id = e.edition_id
                                where d.uuid = ? and e.person_id = p.id) order by m.id""");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                found.computeIfAbsent(rows.getObject(1, UUID.class), none -> new ArrayList<>())
                        .add(rows.getString(2));
            }
        }
        Set<UUID> persons = new HashSet<>(wanted.keySet());
        persons.addAll(found.keySet());
        for (UUID person : persons) {
            List<String> should =
                    wanted.getOrDefault(person, List.of()).stream().sorted().toList();
            List<String> is =
                    found.getOrDefault(person, List.of()).stream().sorted().toList();
            check(should.equals(is), "mails: " + is + " where " + should + " happened");
        }
    }

    private List<Kept> kept() throws SQLException {
        List<Kept> kept = new ArrayList<>();
        try (PreparedStatement statement = asking("""
                select e.uuid, p.uuid, e.state, e.waiting_place from crm.enrolment e join crm.person p on p.id = e.person_id
                  join crm.edition d on d.id = e.edition_id where d.uuid = ? order by e.id""");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                kept.add(new Kept(
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, UUID.class),
                        rows.getString(3),
                        rows.getObject(4, Integer.class)));
            }
        }
        return kept;
    }

    private List<Event> events() throws SQLException {
        List<Event> events = new ArrayList<>();
        try (PreparedStatement statement = asking("""
                select p.uuid, e.uuid, v.what from crm.enrolment_event v join crm.enrolment e on e.id = v.enrolment_id
                  join crm.person p on p.id = e.person_id
                  join crm.edition d on d.id = e.edition_id where d.uuid = ? order by v.id""");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                events.add(new Event(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class), rows.getString(3)));
            }
        }
        return events;
    }

    private long[] seats() throws SQLException {
        try (PreparedStatement statement = asking("""
                select s.capacity, s.taken, s.last_place from crm.seat_count s join crm.edition d on d.id = s.edition_id
                 where d.uuid = ?""");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new long[] {row.getLong(1), row.getLong(2), row.getLong(3)};
        }
    }

    private long number(String query) throws SQLException {
        try (PreparedStatement statement = asking(query);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private PreparedStatement asking(String query) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(query);
        statement.setObject(1, edition);
        return statement;
    }

    private void check(boolean well, String otherwise) {
        check(well, () -> otherwise);
    }

    private void check(boolean well, Supplier<String> otherwise) {
        if (!well) {
            wrong.add(otherwise.get());
        }
    }
}
