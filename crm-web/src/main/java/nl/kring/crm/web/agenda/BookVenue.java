package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.agenda.venue.VenueBookingLine;
import nl.kring.crm.agenda.venue.VenueBookings;
import nl.kring.crm.agenda.venue.VenueLine;
import nl.kring.crm.agenda.venue.VenueStep;
import nl.kring.crm.agenda.venue.Venues;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** How far an edition is with venues of others. */
@Named
@ViewScoped
public class BookVenue implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A venue with what is typed about it. */
    public static class Row implements Serializable {

        private static final long serialVersionUID = 1L;

        private final VenueBookingLine line;
        private final TermsForm form;
        private LocalDate until;
        private String note;

        Row(VenueBookingLine line) {
            this.line = line;
            this.form = new TermsForm(line.terms());
        }

        public VenueBookingLine getLine() {
            return line;
        }

        public TermsForm getForm() {
            return form;
        }

        public List<VenueStep> getSteps() {
            return List.copyOf(line.steps());
        }

        public boolean isOptional() {
            return line.steps().contains(VenueStep.GIVE_OPTION);
        }

        public LocalDate getUntil() {
            return until;
        }

        public void setUntil(LocalDate until) {
            this.until = until;
        }

        public String getNote() {
            return note;
        }

        public void setNote(String note) {
            this.note = note;
        }
    }

    @Inject
    private Editions editions;

    @Inject
    private VenueBookings bookings;

    @Inject
    private Venues venues;

    private String id;
    private EditionDetail edition;
    private List<Row> rows;
    private List<VenueLine> choices;
    private String venue;
    private String note;

    public void load() {
        UUID uuid = EditionId.of(id);
        List<VenueBookingLine> lines = bookings.of(uuid);
        rows = lines.stream().map(Row::new).toList();
        edition = editions.edition(uuid);
        choices = venues.list(false).stream()
                .filter(choice ->
                        lines.stream().noneMatch(line -> line.venue().uuid().equals(choice.uuid())))
                .toList();
    }

    public void request() {
        bookings.request(edition.uuid(), EditionId.of(venue), note);
        again("requested");
    }

    public void take(Row row, VenueStep step) {
        bookings.take(edition.uuid(), row.line.uuid(), step, row.until, row.note);
        again("taken");
    }

    public void agree(Row row) {
        bookings.agree(edition.uuid(), row.line.uuid(), row.line.version(), row.form.terms());
        again("agreed");
    }

    private void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "agenda_book-venue." + what));
        Faces.redirect("/agenda/book-venue.xhtml?id=" + edition.uuid());
    }

    public EditionDetail getEdition() {
        return edition;
    }

    public List<Row> getRows() {
        return rows;
    }

    public List<VenueLine> getChoices() {
        return choices;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getVenue() {
        return venue;
    }

    public void setVenue(String venue) {
        this.venue = venue;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
