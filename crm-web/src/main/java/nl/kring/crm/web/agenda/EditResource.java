package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.resource.ResourceDetail;
import nl.kring.crm.agenda.resource.ResourceForm;
import nl.kring.crm.agenda.resource.ResourceKind;
import nl.kring.crm.agenda.resource.Resources;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Adds something that can be booked, or changes what is said of it. */
@Named
@ViewScoped
public class EditResource implements Serializable {

    private static final long serialVersionUID = 1L;

    /** When it can be had on one day of the week, as typed. */
    public static class Day implements Serializable {

        private static final long serialVersionUID = 1L;

        private final DayOfWeek day;
        private String opens;
        private String closes;

        Day(DayOfWeek day, List<ResourceForm.Hours> known) {
            this.day = day;
            known.stream().filter(hours -> hours.day() == day).findFirst().ifPresent(hours -> {
                opens = hours.opens().toString();
                closes = hours.closes().toString();
            });
        }

        boolean isSaid() {
            return opens != null && !opens.isBlank() || closes != null && !closes.isBlank();
        }

        ResourceForm.Hours hours() {
            try {
                return new ResourceForm.Hours(day, LocalTime.parse("" + opens), LocalTime.parse("" + closes));
            } catch (DateTimeParseException unreadable) {
                throw new InvalidInputException("resource-hours");
            }
        }

        public String getLabel() {
            return day.getDisplayName(TextStyle.FULL, Faces.getLocale());
        }

        public String getOpens() {
            return opens;
        }

        public void setOpens(String opens) {
            this.opens = opens;
        }

        public String getCloses() {
            return closes;
        }

        public void setCloses(String closes) {
            this.closes = closes;
        }
    }

    @Inject
    private Resources resources;

    @Inject
    private Me me;

    private String id;
    private ResourceDetail detail;
    private ResourceKind kind = ResourceKind.ROOM;
    private String name;
    private String place;
    private String address;
    private String email;
    private Integer capacity;
    private int before;
    private int after;
    private boolean shared;
    private List<Day> week;
    private LocalDate first;
    private LocalDate last;

    public void load() {
        if (!me.isStaff()) {
            throw new NotAllowedException();
        }
        List<ResourceForm.Hours> hours = List.of();
        if (id != null && !id.isBlank()) {
            detail = resources.detail(EditionId.of(id));
            ResourceForm form = detail.form();
            kind = form.kind();
            name = form.name();
            place = form.place();
            address = form.address();
            email = form.email();
            capacity = form.capacity();
            before = form.minutesBefore();
            after = form.minutesAfter();
            shared = form.shared();
            hours = form.hours();
        }
        List<ResourceForm.Hours> known = hours;
        week = Arrays.stream(DayOfWeek.values()).map(day -> new Day(day, known)).toList();
    }

    public void save() {
        ResourceForm form = new ResourceForm(
                kind,
                name,
                place,
                address,
                email,
                capacity,
                before,
                after,
                shared,
                week.stream().filter(Day::isSaid).map(Day::hours).toList());
        UUID uuid;
        if (detail == null) {
            uuid = resources.add(form);
        } else {
            uuid = detail.uuid();
            resources.change(uuid, detail.version(), form);
        }
        again(uuid, "saved");
    }

    public void away() {
        resources.away(detail.uuid(), first, last);
        again(detail.uuid(), "away.done");
    }

    public void backAgain(UUID absence) {
        resources.backAgain(detail.uuid(), absence);
        again(detail.uuid(), "back-again.done");
    }

    public void retire() {
        resources.retire(detail.uuid());
        again(detail.uuid(), "retire.done");
    }

    public void bringBack() {
        resources.bringBack(detail.uuid());
        again(detail.uuid(), "bring-back.done");
    }

    private static void again(UUID uuid, String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "agenda_edit-resource." + what));
        Faces.redirect("/agenda/edit-resource.xhtml?id=" + uuid);
    }

    public boolean isKnown() {
        return detail != null;
    }

    public boolean isRetired() {
        return detail != null && detail.retired();
    }

    public List<ResourceDetail.Absence> getAbsences() {
        return detail == null ? List.of() : detail.absences();
    }

    public ResourceKind[] getKinds() {
        return ResourceKind.values();
    }

    public List<Day> getWeek() {
        return week;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public ResourceKind getKind() {
        return kind;
    }

    public void setKind(ResourceKind kind) {
        this.kind = kind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getPlace() {
        return place;
    }

    public void setPlace(String place) {
        this.place = place;
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public Integer getCapacity() {
        return capacity;
    }

    public void setCapacity(Integer capacity) {
        this.capacity = capacity;
    }

    public int getBefore() {
        return before;
    }

    public void setBefore(int before) {
        this.before = before;
    }

    public int getAfter() {
        return after;
    }

    public void setAfter(int after) {
        this.after = after;
    }

    public boolean isShared() {
        return shared;
    }

    public void setShared(boolean shared) {
        this.shared = shared;
    }

    public LocalDate getFirst() {
        return first;
    }

    public void setFirst(LocalDate first) {
        this.first = first;
    }

    public LocalDate getLast() {
        return last;
    }

    public void setLast(LocalDate last) {
        this.last = last;
    }
}
