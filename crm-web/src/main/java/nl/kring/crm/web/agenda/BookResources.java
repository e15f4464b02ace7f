package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.agenda.resource.BookingLine;
import nl.kring.crm.agenda.resource.BookingState;
import nl.kring.crm.agenda.resource.Bookings;
import nl.kring.crm.agenda.resource.InvitationLine;
import nl.kring.crm.agenda.resource.Invitations;
import nl.kring.crm.agenda.resource.ResourceLine;
import nl.kring.crm.agenda.resource.Resources;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Which rooms, teachers and equipment an edition has, and getting more of them. */
@Named
@ViewScoped
public class BookResources implements Serializable {

    private static final long serialVersionUID = 1L;

    /** One resource with the sessions that have it. */
    public static class Booked implements Serializable {

        private static final long serialVersionUID = 1L;

        private final BookingLine first;
        private final int seats;
        private final List<BookingLine> bookings = new ArrayList<>();

        Booked(BookingLine first, int seats) {
            this.first = first;
            this.seats = seats;
        }

        public UUID getResource() {
            return first.resource();
        }

        public String getName() {
            return first.name();
        }

        public String getKind() {
            return first.kind().name();
        }

        public List<BookingLine> getBookings() {
            return bookings;
        }

        public boolean isHeld() {
            return bookings.stream().anyMatch(booking -> booking.state() == BookingState.HELD);
        }

        /** What is wrong with its size, or nothing. */
        public String getTooSmall() {
            return first.capacity() == null || first.capacity() >= seats
                    ? ""
                    : Texts.of(Faces.getLocale(), "agenda_book-resources.too-small", first.capacity(), seats);
        }
    }

    @Inject
    private Editions editions;

    @Inject
    private Bookings bookings;

    @Inject
    private Resources resources;

    @Inject
    private Invitations invitations;

    private List<InvitationLine> asked;
    private String id;
    private EditionDetail edition;
    private List<Booked> booked;
    private List<ResourceLine> choices;
    private String resource;
    private LocalDate until;
    private String reason;

    public void load() {
        UUID uuid = EditionId.of(id);
        List<BookingLine> lines = bookings.of(uuid);
        edition = editions.edition(uuid);
        Map<UUID, Booked> byResource = new LinkedHashMap<>();
        lines.forEach(line -> byResource
                .computeIfAbsent(
                        line.resource(), any -> new Booked(line, edition.line().capacity()))
                .bookings
                .add(line));
        booked = List.copyOf(byResource.values());
        choices = resources.list(null, false);
        asked = List.copyOf(invitations.of(uuid));
    }

    /** What it is called among the others. */
    public String label(ResourceLine line) {
        String kind = Texts.of(Faces.getLocale(), "agenda.resource.kind." + line.kind());
        String size = line.capacity() == null ? "" : " (" + line.capacity() + ")";
        String whose = line.own() ? "" : ", " + line.organisation();
        return kind + ": " + line.name() + size + (line.place() == null ? "" : ", " + line.place()) + whose;
    }

    public void book() {
        Instant held = heldUntil();
        bookings.book(edition.uuid(), EditionId.of(resource), held);
        again(held == null ? "booked" : "held");
    }

    /** Holds a teacher and asks whether he or she comes. */
    public void ask() {
        invitations.ask(edition.uuid(), EditionId.of(resource), heldUntil());
        again("asked");
    }

    private Instant heldUntil() {
        return until == null ? null : AmsterdamTime.toInstant(until.plusDays(1).atStartOfDay());
    }

    public void override() {
        bookings.override(edition.uuid(), EditionId.of(resource), reason);
        again("overridden");
    }

    public void confirm(UUID which) {
        bookings.confirm(edition.uuid(), which);
        again("confirmed");
    }

    public void release(UUID which) {
        bookings.release(edition.uuid(), which);
        again("released");
    }

    private void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "agenda_book-resources." + what));
        Faces.redirect("/agenda/book-resources.xhtml?id=" + edition.uuid());
    }

    public EditionDetail getEdition() {
        return edition;
    }

    public List<Booked> getBooked() {
        return booked;
    }

    public List<InvitationLine> getAsked() {
        return asked;
    }

    public List<ResourceLine> getChoices() {
        return choices;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getResource() {
        return resource;
    }

    public void setResource(String resource) {
        this.resource = resource;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
