package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.resource.ResourceKind;
import nl.kring.crm.agenda.resource.ResourceLine;
import nl.kring.crm.agenda.resource.Resources;
import nl.kring.crm.agenda.slot.Slot;
import nl.kring.crm.agenda.slot.SlotWish;
import nl.kring.crm.agenda.slot.Slots;
import nl.kring.crm.platform.SystemClock;
import org.omnifaces.util.Faces;

/** Asks for the first moments at which teachers and a room are free together, and leads to planning one of them. */
@Named
@ViewScoped
public class FindSlot implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String ANY = "any";
    private static final int SHOWN = 20;
    private static final int HALF_A_YEAR = 183;

    @Inject
    private Slots slots;

    @Inject
    private Resources resources;

    @Inject
    private transient Clock clock;

    private List<ResourceLine> choices;
    private String[] teachers = {};
    private String room = ANY;
    private Integer seats;
    private String place;
    private int minutes = 180;
    private DayOfWeek[] days = {};
    private LocalTime earliest = LocalTime.of(9, 0);
    private LocalTime latest = LocalTime.of(22, 0);
    private LocalDate firstDay;
    private LocalDate lastDay;
    private List<Slot> found;

    public void load() {
        choices = resources.list(null, false);
        firstDay = LocalDate.now(clock.withZone(SystemClock.AMSTERDAM)).plusDays(1);
        lastDay = firstDay.plusDays(HALF_A_YEAR);
    }

    public void search() {
        found = null;
        boolean any = ANY.equals(room);
        UUID one = any || room == null || room.isBlank() ? null : EditionId.of(room);
        found = slots.first(
                new SlotWish(
                        Arrays.stream(teachers).map(EditionId::of).collect(Collectors.toCollection(LinkedHashSet::new)),
                        one,
                        any,
                        seats,
                        place,
                        minutes,
                        days.length == 0 ? Set.of() : EnumSet.copyOf(List.of(days)),
                        earliest,
                        latest,
                        firstDay,
                        lastDay),
                SHOWN);
    }

    /** What a new course should have booked at once. */
    public String chosen(UUID chosenRoom) {
        return Stream.concat(
                        Arrays.stream(teachers), Stream.ofNullable(chosenRoom).map(UUID::toString))
                .collect(Collectors.joining(","));
    }

    /** As the address of a new course has it. */
    public String wall(Slot slot) {
        return AmsterdamTime.toLocal(slot.startsAt()).toString();
    }

    /** Whether one can begin later too. */
    public boolean isFlexible(Slot slot) {
        return slot.latestStart().isAfter(slot.startsAt());
    }

    public List<ResourceLine> getPeople() {
        return choices.stream().filter(line -> line.kind() != ResourceKind.ROOM).toList();
    }

    public List<ResourceLine> getRooms() {
        return choices.stream().filter(line -> line.kind() == ResourceKind.ROOM).toList();
    }

    public DayOfWeek[] getWeek() {
        return DayOfWeek.values();
    }

    public String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, Faces.getLocale());
    }

    public List<Slot> getFound() {
        return found;
    }

    public String[] getTeachers() {
        return teachers.clone();
    }

    public void setTeachers(String[] teachers) {
        this.teachers = teachers == null ? new String[0] : teachers.clone();
    }

    public String getRoom() {
        return room;
    }

    public void setRoom(String room) {
        this.room = room;
    }

    public Integer getSeats() {
        return seats;
    }

    public void setSeats(Integer seats) {
        this.seats = seats;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public int getMinutes() {
        return minutes;
    }

    public void setMinutes(int minutes) {
        this.minutes = minutes;
    }

    public DayOfWeek[] getDays() {
        return days.clone();
    }

    public void setDays(DayOfWeek[] days) {
        this.days = days == null ? new DayOfWeek[0] : days.clone();
    }

    public LocalTime getEarliest() {
        return earliest;
    }

    public void setEarliest(LocalTime earliest) {
        this.earliest = earliest;
    }

    public LocalTime getLatest() {
        return latest;
    }

    public void setLatest(LocalTime latest) {
        this.latest = latest;
    }

    public LocalDate getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(LocalDate firstDay) {
        this.firstDay = firstDay;
    }

    public LocalDate getLastDay() {
        return lastDay;
    }

    public void setLastDay(LocalDate lastDay) {
        this.lastDay = lastDay;
    }
}
