package nl.kring.crm.web.agenda;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.kring.crm.accreditation.SchemePoints;
import nl.kring.crm.agenda.Seats;
import nl.kring.crm.agenda.calendar.AgendaLine;
import nl.kring.crm.platform.TextParts;

/** An edition of the public agenda in words, ready to be written down: a page of them asks nothing more. */
public final class AgendaCard {

    private final UUID uuid;
    private final String title;
    private final String when;
    private final String organiser;
    private final String where;
    private final String about;
    private final String points;
    private final String seats;
    private final String badge;
    private final String colour;
    private final String target;

    /** @param target where its page opens: a window of its own from within a frame, else empty */
    AgendaCard(AgendaLine line, List<SchemePoints> points, AgendaWords words, String target) {
        this.target = target;
        uuid = line.uuid();
        title = line.title();
        when = words.period(line.startsAt(), line.endsAt());
        organiser = line.organiserName();
        where = TextParts.joined(", ", line.location(), line.place(), line.online() ? words.online() : null);
        about = words.kind(line.kind()) + " · " + words.price(line.priceCents());
        this.points = points == null ? "" : words.earned(points);
        seats = words.seats(line);
        badge = line.seats() == Seats.FREE ? "k-badge k-ok" : "k-badge k-warn";
        colour = "k-card k-link k-of " + colourOf(line.organisation());
    }

    /** The class that the organisation's colour has in its style sheet. */
    static String colourOf(String organisation) {
        return "k-of-" + organisation.toLowerCase(Locale.ROOT);
    }

    public UUID getUuid() {
        return uuid;
    }

    public String getTitle() {
        return title;
    }

    public String getWhen() {
        return when;
    }

    public String getOrganiser() {
        return organiser;
    }

    public String getWhere() {
        return where;
    }

    public String getAbout() {
        return about;
    }

    public String getPoints() {
        return points;
    }

    public String getSeats() {
        return seats;
    }

    public String getBadge() {
        return badge;
    }

    public String getTarget() {
        return target;
    }

    public String getColour() {
        return colour;
    }
}
