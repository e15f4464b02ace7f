package nl.kring.crm.agenda.slot;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.resource.ResourceForm;
import nl.kring.crm.agenda.resource.ResourceKind;
import nl.kring.crm.agenda.resource.ResourceNews;
import nl.kring.crm.agenda.resource.Resources;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first moment at which all fit. */
class SlotsTest {

    private static final LocalTime EIGHT = LocalTime.of(8, 0);
    private static final LocalTime TEN_AT_NIGHT = LocalTime.of(22, 0);

    private static AgendaDatabase database;
    private static CurrentUser noord;
    private static CurrentUser zuid;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
        noord = database.staffOf("NOORD");
        zuid = database.staffOf("ZUID");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void nothing_is_planned() {
        database.clearAgenda();
    }

    @Test
    void an_empty_agenda_fits_from_the_first_hour_on() {
        UUID teacher = teacher("Wolterink");

        assertThat(walls(wish(teacher, 180).from("2026-11-03", "2026-11-04"), 5))
                .containsExactly("2026-11-03T08:00", "2026-11-04T08:00");
        assertThat(find(wish(teacher, 180).from("2026-11-03", "2026-11-03"), 5))
                .singleElement()
                .satisfies(slot -> {
                    assertThat(wall(slot.latestStart())).isEqualTo("2026-11-03T19:00");
                    assertThat(slot.rooms()).isEmpty();
                });
    }

    @Test
    void only_on_the_days_and_between_the_hours_that_are_asked() {
        UUID teacher = teacher("Wolterink");
        Wish wish = wish(teacher, 180)
                .on(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY)
                .between("19:00", "22:00")
                .from("2026-11-02", "2026-11-12");

        assertThat(walls(wish, 10))
                .containsExactly("2026-11-03T19:00", "2026-11-05T19:00", "2026-11-10T19:00", "2026-11-12T19:00");
    }

    @Test
    void all_teachers_and_one_of_the_rooms_must_be_free() {
        UUID first = teacher("Eerste");
        UUID second = teacher("Tweede");
        UUID small = room("Klein", 10, 0, 0);
        UUID large = room("Groot", 40, 0, 0);
        booked("2026-11-03", first);
        booked("2026-11-04", second);
        booked("2026-11-05", large);
        booked("2026-11-06", small);
        Wish wish = wish(first, 180).and(second).between("19:00", "22:00").from("2026-11-03", "2026-11-07");

        assertThat(walls(wish.anyRoom(null), 9))
                .containsExactly("2026-11-05T19:00", "2026-11-06T19:00", "2026-11-07T19:00");
        assertThat(find(wish.anyRoom(null), 9))
                .extracting(slot -> slot.rooms().stream().map(Slot.Room::name).toList())
                .containsExactly(List.of("Klein"), List.of("Groot"), List.of("Klein", "Groot"));
        assertThat(walls(wish.anyRoom(30), 9)).containsExactly("2026-11-06T19:00", "2026-11-07T19:00");
        assertThat(walls(wish.inRoom(small), 9)).containsExactly("2026-11-05T19:00", "2026-11-07T19:00");
        assertThat(walls(wish.anyRoom(500), 9)).isEmpty();
    }

    @Test
    void time_to_set_up_and_to_travel_counts_on_both_sides() {
        UUID hall = room("Hal", 40, 60, 30);
        booked("2026-11-03", hall);
        Wish day = wish(null, 120).inRoom(hall).from("2026-11-03", "2026-11-03");

        // had from 18:00 until 22:30; before it two hours and thirty minutes afterwards must be over by 18:00
        assertThat(find(day.between("12:00", "23:45"), 9)).singleElement().satisfies(slot -> {
            assertThat(wall(slot.startsAt())).isEqualTo("2026-11-03T12:00");
            assertThat(wall(slot.latestStart())).isEqualTo("2026-11-03T15:30");
        });
    }

    @Test
    void what_it_finds_can_be_booked_and_a_quarter_later_cannot() {
        UUID hall = room("Hal", 40, 60, 30);
        booked("2026-11-03", hall);
        UUID fits = database.published(
                "NOORD", aCourse().from("2026-11-03T15:30", "2026-11-03T17:30").wish());
        UUID tooLate = database.published(
                "NOORD", aCourse().from("2026-11-03T15:45", "2026-11-03T17:45").wish());

        assertThatThrownBy(() -> book(tooLate, hall, null)).isInstanceOf(RuntimeException.class);
        book(fits, hall, null);
    }

    @Test
    void hours_and_days_away_count() {
        UUID teacher =
                teacher("Wolterink", new ResourceForm.Hours(DayOfWeek.TUESDAY, LocalTime.of(18, 0), TEN_AT_NIGHT));
        database.change(em -> resources(em).away(teacher, LocalDate.of(2026, 11, 9), LocalDate.of(2026, 11, 10)));

        assertThat(find(wish(teacher, 180).from("2026-11-02", "2026-11-18"), 9))
                .extracting(slot -> wall(slot.startsAt()) + " " + wall(slot.latestStart()))
                .containsExactly("2026-11-03T18:00 2026-11-03T19:00", "2026-11-17T18:00 2026-11-17T19:00");
        assertThat(find(wish(teacher, 300).from("2026-11-02", "2026-11-18"), 9)).isEmpty();
    }

    @Test
    void a_day_away_is_that_day_in_amsterdam_from_midnight_to_midnight() {
        UUID teacher = teacher("Wolterink");
        database.change(em -> resources(em).away(teacher, LocalDate.of(2026, 11, 10), LocalDate.of(2026, 11, 10)));

        assertThat(find(wish(teacher, 60).between("00:00", "23:59").from("2026-11-09", "2026-11-11"), 9))
                .extracting(slot -> wall(slot.startsAt()) + " " + wall(slot.latestStart()))
                .containsExactly("2026-11-09T00:00 2026-11-09T22:45", "2026-11-11T00:00 2026-11-11T22:45");
    }

    @Test
    void what_is_held_counts_until_it_is_over() {
        UUID teacher = teacher("Wolterink");
        UUID edition = database.published(
                "NOORD", aCourse().from("2026-11-03T19:00", "2026-11-03T22:00").wish());
        Instant until = AgendaDatabase.NOW.plus(Duration.ofDays(7));
        book(edition, teacher, until);
        Wish evening = wish(teacher, 180).between("19:00", "22:00").from("2026-11-03", "2026-11-04");

        assertThat(walls(evening, 9)).containsExactly("2026-11-04T19:00");
        assertThat(findAt(until, evening))
                .extracting(slot -> wall(slot.startsAt()))
                .containsExactly("2026-11-03T19:00", "2026-11-04T19:00");
    }

    @Test
    void what_is_booked_twice_is_not_free_either() {
        UUID teacher = teacher("Wolterink");
        UUID edition = database.published(
                "NOORD", aCourse().from("2026-11-03T19:00", "2026-11-03T22:00").wish());
        database.change(
                em -> ResourceNews.bookings(em, noord, AgendaDatabase.CLOCK).override(edition, teacher, "Samen"));

        assertThat(walls(wish(teacher, 180).between("19:00", "22:00").from("2026-11-03", "2026-11-03"), 9))
                .isEmpty();
    }

    /** 25-10-2026: 01:00 to 04:00 on the wall is four hours; 28-03-2027 it is two. */
    @Test
    void nights_in_which_the_clock_changes_have_the_hours_that_they_have() {
        UUID teacher =
                teacher("Nachtwerk", new ResourceForm.Hours(DayOfWeek.SUNDAY, LocalTime.of(1, 0), LocalTime.of(4, 0)));

        assertThat(walls(wish(teacher, 180).between("00:00", "06:00").from("2026-10-25", "2026-10-25"), 9))
                .containsExactly("2026-10-25T01:00");
        assertThat(find(wish(teacher, 180).between("00:00", "06:00").from("2026-10-25", "2026-10-25"), 9)
                        .get(0))
                .satisfies(slot -> {
                    assertThat(Duration.between(slot.startsAt(), slot.endsAt())).isEqualTo(Duration.ofHours(3));
                    assertThat(wall(slot.endsAt())).isEqualTo("2026-10-25T03:00");
                    assertThat(Duration.between(slot.startsAt(), slot.latestStart()))
                            .isEqualTo(Duration.ofHours(1));
                });
        assertThat(walls(wish(teacher, 180).between("00:00", "06:00").from("2027-03-28", "2027-03-28"), 9))
                .isEmpty();
        assertThat(walls(wish(teacher, 120).between("00:00", "06:00").from("2027-03-28", "2027-03-28"), 9))
                .containsExactly("2027-03-28T01:00");
    }

    @Test
    void evenings_stay_evenings_when_summer_time_ends() {
        UUID teacher =
                teacher("Wolterink", new ResourceForm.Hours(DayOfWeek.TUESDAY, LocalTime.of(19, 0), TEN_AT_NIGHT));

        assertThat(walls(wish(teacher, 180).from("2026-10-20", "2026-10-28"), 9))
                .containsExactly("2026-10-20T19:00", "2026-10-27T19:00");
    }

    @Test
    void the_last_day_of_february_and_the_turn_of_the_year_are_days_as_others() {
        UUID teacher = teacher("Wolterink");
        Wish evening = wish(teacher, 180).between("19:00", "22:00");

        assertThat(walls(evening.from("2026-12-31", "2027-01-01"), 9))
                .containsExactly("2026-12-31T19:00", "2027-01-01T19:00");
        assertThat(findAt(Instant.parse("2028-01-10T10:00:00Z"), evening.from("2028-02-28", "2028-03-01")))
                .hasSize(3);
    }

    @Test
    void nothing_of_today_that_is_past() {
        UUID teacher = teacher("Wolterink");

        // it is noon in Amsterdam
        assertThat(walls(wish(teacher, 60).from("2026-09-01", "2026-09-01"), 9)).containsExactly("2026-09-01T12:15");
    }

    @Test
    void what_others_do_not_share_is_not_found_and_their_shared_rooms_are() {
        UUID own = teacher("Wolterink");
        UUID hidden = database.inTransaction(em -> ResourceNews.added(em, zuid, ResourceKind.TEACHER, "Geheim", null));
        room("Gedeeld", 20, 0, 0);

        assertThatThrownBy(() -> find(wish(hidden, 60).from("2026-11-03", "2026-11-03"), 9))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> find(wish(own, 60).inRoom(own).from("2026-11-03", "2026-11-03"), 9))
                .isInstanceOf(NotFoundException.class);
        List<Slot> seen = database.inTransaction(em -> slots(em, zuid, AgendaDatabase.NOW)
                .first(
                        wish(hidden, 60)
                                .anyRoom(5)
                                .from("2026-11-03", "2026-11-03")
                                .made(),
                        9));
        assertThat(seen.get(0).rooms()).extracting(Slot.Room::name).containsExactly("Gedeeld");
    }

    @Test
    void what_cannot_be_looked_for_is_refused() {
        UUID teacher = teacher("Wolterink");
        Wish good = wish(teacher, 60).from("2026-11-03", "2026-11-03");

        refused("slot-nothing", wish(null, 60).from("2026-11-03", "2026-11-03"));
        refused("slot-length", wish(teacher, 10).from("2026-11-03", "2026-11-03"));
        refused("slot-hours", good.between("19:00", "19:30"));
        refused("slot-days", good.from("2026-08-31", "2026-11-03"));
        refused("slot-days", good.from("2026-11-04", "2026-11-03"));
        refused("slot-days", good.from("2026-11-03", "2027-11-04"));
        assertThat(find(good.from("2026-11-03", "2027-11-03"), 50)).hasSize(50);
    }

    // --- how it is asked

    private record Wish(
            Set<UUID> teachers,
            UUID room,
            boolean any,
            Integer capacity,
            int minutes,
            Set<DayOfWeek> days,
            LocalTime earliest,
            LocalTime latest,
            LocalDate first,
            LocalDate last) {

        Wish and(UUID another) {
            Set<UUID> all = new HashSet<>(teachers);
            all.add(another);
            return new Wish(all, room, any, capacity, minutes, days, earliest, latest, first, last);
        }

        Wish inRoom(UUID which) {
            return new Wish(teachers, which, false, null, minutes, days, earliest, latest, first, last);
        }

        Wish anyRoom(Integer seats) {
            return new Wish(teachers, null, true, seats, minutes, days, earliest, latest, first, last);
        }

        Wish on(DayOfWeek one, DayOfWeek other) {
            return new Wish(
                    teachers, room, any, capacity, minutes, EnumSet.of(one, other), earliest, latest, first, last);
        }

        Wish between(String from, String to) {
            return new Wish(
                    teachers,
                    room,
                    any,
                    capacity,
                    minutes,
                    days,
                    LocalTime.parse(from),
                    LocalTime.parse(to),
                    first,
                    last);
        }

        Wish from(String firstDay, String lastDay) {
            return new Wish(
                    teachers,
                    room,
                    any,
                    capacity,
                    minutes,
                    days,
                    earliest,
                    latest,
                    LocalDate.parse(firstDay),
                    LocalDate.parse(lastDay));
        }

        SlotWish made() {
            return new SlotWish(teachers, room, any, capacity, null, minutes, days, earliest, latest, first, last);
        }
    }

    private static Wish wish(UUID teacher, int minutes) {
        return new Wish(
                teacher == null ? Set.of() : Set.of(teacher),
                null,
                false,
                null,
                minutes,
                Set.of(),
                EIGHT,
                TEN_AT_NIGHT,
                null,
                null);
    }

    private static void refused(String code, Wish wish) {
        assertThatThrownBy(() -> find(wish, 9))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, no -> assertThat(no.code()).isEqualTo(code));
    }

    private static List<String> walls(Wish wish, int most) {
        return find(wish, most).stream().map(slot -> wall(slot.startsAt())).toList();
    }

    private static String wall(Instant moment) {
        return AmsterdamTime.toLocal(moment).toString();
    }

    private static List<Slot> find(Wish wish, int most) {
        return database.inTransaction(em -> slots(em, noord, AgendaDatabase.NOW).first(wish.made(), most));
    }

    private static List<Slot> findAt(Instant now, Wish wish) {
        return database.inTransaction(em -> slots(em, noord, now).first(wish.made(), 9));
    }

    private static Slots slots(jakarta.persistence.EntityManager em, CurrentUser caller, Instant now) {
        return wired(new Slots(), em, Clock.fixed(now, AgendaDatabase.CLOCK.getZone()), caller);
    }

    private static Resources resources(jakarta.persistence.EntityManager em) {
        return wired(
                new Resources(),
                em,
                AgendaDatabase.CLOCK,
                noord,
                wired(new AuditTrail(), em, AgendaDatabase.CLOCK, noord));
    }

    private static UUID teacher(String name, ResourceForm.Hours... hours) {
        return added(new ResourceForm(ResourceKind.TEACHER, name, null, null, null, null, 0, 0, true, List.of(hours)));
    }

    private static UUID room(String name, int capacity, int before, int after) {
        return added(new ResourceForm(
                ResourceKind.ROOM, name, "Almelo", null, null, capacity, before, after, true, List.of()));
    }

    private static UUID added(ResourceForm form) {
        return database.inTransaction(em -> resources(em).add(form));
    }

    /** Has it that evening from seven until ten. */
    private static void booked(String day, UUID resource) {
        book(
                database.published(
                        "NOORD", aCourse().from(day + "T19:00", day + "T22:00").wish()),
                resource,
                null);
    }

    private static void book(UUID edition, UUID resource, Instant until) {
        database.change(
                em -> ResourceNews.bookings(em, noord, AgendaDatabase.CLOCK).book(edition, resource, until));
    }
}
