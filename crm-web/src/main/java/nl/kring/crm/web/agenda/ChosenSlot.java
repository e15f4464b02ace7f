package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.accreditation.SchemeLine;
import nl.kring.crm.agenda.resource.Bookings;
import nl.kring.crm.agenda.resource.ResourceKind;
import nl.kring.crm.agenda.resource.ResourceLine;
import nl.kring.crm.agenda.resource.Resources;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The moment, the teachers and the room that a new course begins with, as the address names them. */
@Named
@ViewScoped
public class ChosenSlot implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Resources resources;

    @Inject
    private Bookings bookings;

    @Inject
    private transient Clock clock;

    private String start;
    private Integer minutes;
    private String which;
    private List<ResourceLine> chosen = List.of();

    /** A form for some evening, as long as nothing was chosen. */
    CourseForm fresh(List<SchemeLine> schemes) {
        return CourseForm.fresh(LocalDate.ofInstant(clock.instant(), clock.getZone()), schemes);
    }

    /** Puts into the form what the address says; what it says wrongly is left out. */
    void fill(CourseForm form) {
        if (start != null && minutes != null) {
            try {
                form.beginAt(LocalDateTime.parse(start), minutes);
            } catch (DateTimeParseException unreadable) {
                start = null;
            }
        }
        if (which != null && !which.isBlank()) {
            List<String> asked = Arrays.asList(which.split(","));
            chosen = resources.list(null, false).stream()
                    .filter(line -> asked.contains(line.uuid().toString()))
                    .toList();
            chosen.stream()
                    .filter(line -> line.kind() == ResourceKind.ROOM)
                    .findFirst()
                    .ifPresent(room -> {
                        form.setLocation(room.name());
                        form.setPlace(room.place());
                    });
        }
    }

    /** Books what was chosen; what somebody else has meanwhile is told, and the course stays. */
    void book(UUID edition) {
        for (ResourceLine line : chosen) {
            try {
                bookings.book(edition, line.uuid(), null);
            } catch (BusinessException refused) {
                Messages.addFlashGlobalWarn(
                        "{0}",
                        Texts.of(
                                Faces.getLocale(),
                                "refusal." + refused.code(),
                                refused.arguments().toArray()));
            }
        }
    }

    public List<ResourceLine> getChosen() {
        return chosen;
    }

    public String getStart() {
        return start;
    }

    public void setStart(String start) {
        this.start = start;
    }

    public Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(Integer minutes) {
        this.minutes = minutes;
    }

    public String getWhich() {
        return which;
    }

    public void setWhich(String which) {
        this.which = which;
    }
}
