package nl.kring.crm.web.agenda;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.kring.crm.accreditation.Accreditations;
import nl.kring.crm.accreditation.SchemePoints;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.agenda.Seats;
import nl.kring.crm.agenda.calendar.AgendaAddress;
import nl.kring.crm.agenda.course.CourseProfiles;
import nl.kring.crm.agenda.course.PublicProfile;
import nl.kring.crm.web.layout.Me;

/** One edition as everybody may see it, with the way to enrol. */
@Named
@RequestScoped
public class ViewCourse {

    private static final int LONGEST_DESCRIPTION = 200;

    @Inject
    private Editions editions;

    @Inject
    private Accreditations accreditations;

    @Inject
    private CourseProfiles profiles;

    @Inject
    private Clock clock;

    @Inject
    private AgendaWords words;

    @Inject
    private Me me;

    private String id;
    private EditionDetail edition;
    private List<SchemePoints> points;
    private String pending;
    private PublicProfile profile;

    public void load() {
        me.visit();
        edition = editions.edition(EditionId.of(id));
        points = accreditations.pointsOf(List.of(edition.uuid())).getOrDefault(edition.uuid(), List.of());
        pending = String.join(
                ", ", accreditations.pending(List.of(edition.uuid())).getOrDefault(edition.uuid(), List.of()));
        profile = profiles.shown(edition.uuid());
    }

    /** The one address of this page. */
    public String getCanonical() {
        return AgendaAddress.of(edition.uuid()).toString();
    }

    /** In one sentence what one learns, for those who show a link to this page. */
    public String getDescription() {
        String when = words.period(edition.line().startsAt(), edition.line().endsAt());
        String text = edition.summary() == null
                ? when
                : when + " – " + edition.summary().replaceAll("\\s+", " ");
        return text.codePointCount(0, text.length()) <= LONGEST_DESCRIPTION
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_DESCRIPTION)) + "…";
    }

    /** The class of the line that bears the organiser's colour. */
    public String getColour() {
        return "k-lead k-of " + AgendaCard.colourOf(edition.line().organisation());
    }

    /** Whether everybody may know of it. */
    public boolean isKnown() {
        return edition.line().state() != EditionState.CONCEPT;
    }

    /** The same for search engines. */
    public String getData() {
        return CourseData.of(edition, getCanonical());
    }

    public boolean isCancelled() {
        return edition.line().state() == EditionState.CANCELLED;
    }

    /** Why nobody can enrol, as a text of the page. */
    public String getWhyNot() {
        if (isClosed()) {
            return "agenda_view-course.closed";
        }
        return edition.line().state() == EditionState.OPEN ? "agenda_view-course.full" : "agenda_view-course.not-open";
    }

    /** Whether enrolling has ended, or the edition has started. */
    public boolean isClosed() {
        Instant last = edition.enrolUntil() == null ? edition.line().startsAt() : edition.enrolUntil();
        return last.isBefore(clock.instant()) || edition.line().state().ordinal() > EditionState.OPEN.ordinal();
    }

    /** Whether there is a seat or a place on the waiting list to ask for. */
    public boolean isOpen() {
        return edition.line().state() == EditionState.OPEN
                && !isClosed()
                && edition.line().seats() != Seats.FULL;
    }

    public EditionDetail getEdition() {
        return edition;
    }

    /** What everybody may see of its course. */
    public PublicProfile getProfile() {
        return profile;
    }

    /** The registers that were asked for points and have not answered. */
    public String getPending() {
        return pending;
    }

    public List<SchemePoints> getPoints() {
        return points;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
