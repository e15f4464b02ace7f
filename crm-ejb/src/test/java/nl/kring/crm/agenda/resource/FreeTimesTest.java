package nl.kring.crm.agenda.resource;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FreeTimesTest {

    private static AgendaDatabase database;
    private static CurrentUser noord;
    private static CurrentUser zuid;

    @BeforeAll
    static void start() throws IOException {
        database = AgendaDatabase.start();
        noord = database.staffOf("NOORD");
        zuid = database.staffOf("ZUID");
    }

    @AfterAll
    static void stop() throws IOException {
        database.close();
    }

    @BeforeEach
    void nothing_is_planned() {
        database.clearAgenda();
    }

    @Test
    void what_is_booked_or_closed_is_in_the_way_and_with_what_it_needs_around_it() {
        UUID room =
                room(15, List.of(new ResourceForm.Hours(DayOfWeek.TUESDAY, LocalTime.of(8, 0), LocalTime.of(23, 0))));
        UUID edition = database.published(
                "NOORD",
                aCourse()
                        .titled("Reanimatie")
                        .from("2026-11-03T19:00", "2026-11-03T22:00")
                        .wish());
        database.change(
                em -> ResourceNews.bookings(em, noord, AgendaDatabase.CLOCK).book(edition, room, null));

        Map<Integer, String> found = inTheWay(
                noord,
                room,
                "2026-11-03T21:00 2026-11-03T22:30",
                "2026-11-03T22:00 2026-11-03T22:45",
                "2026-11-10T19:00 2026-11-10T22:00",
                "2026-11-11T19:00 2026-11-11T22:00");

        assertThat(found)
                .containsOnly(
                        Map.entry(0, "Grote zaal: Reanimatie"),
                        Map.entry(1, "Grote zaal: Reanimatie"),
                        Map.entry(3, "Grote zaal"));
    }

    @Test
    void the_course_of_anothers_draft_is_not_told() {
        UUID room = room(0, List.of());
        UUID draft = database.draft(
                "NOORD",
                aCourse()
                        .titled("Geheim")
                        .from("2026-11-03T19:00", "2026-11-03T22:00")
                        .wish());
        database.change(
                em -> ResourceNews.bookings(em, noord, AgendaDatabase.CLOCK).book(draft, room, null));

        assertThat(inTheWay(zuid, room, "2026-11-03T19:00 2026-11-03T20:00")).containsOnly(Map.entry(0, "Grote zaal"));
    }

    @Test
    void what_nobody_may_book_is_not_there() {
        assertThatThrownBy(() -> inTheWay(noord, UUID.randomUUID(), "2026-11-03T19:00 2026-11-03T20:00"))
                .isInstanceOf(NotFoundException.class);
    }

    private static UUID room(int minutes, List<ResourceForm.Hours> hours) {
        return database.inTransaction(em -> wired(
                        new Resources(),
                        em,
                        AgendaDatabase.CLOCK,
                        noord,
                        wired(new AuditTrail(), em, AgendaDatabase.CLOCK, noord))
                .add(new ResourceForm(
                        ResourceKind.ROOM, "Grote zaal", null, null, null, null, minutes, minutes, true, hours)));
    }

    private static Map<Integer, String> inTheWay(CurrentUser caller, UUID room, String... times) {
        return database.inTransaction(em -> wired(new FreeTimes(), em, AgendaDatabase.CLOCK, caller)
                .inTheWay(
                        List.of(room),
                        Stream.of(times)
                                .map(time -> time.split(" "))
                                .map(time -> new FreeTimes.Time(
                                        AmsterdamTime.toInstant(LocalDateTime.parse(time[0])),
                                        AmsterdamTime.toInstant(LocalDateTime.parse(time[1]))))
                                .toList()));
    }
}
