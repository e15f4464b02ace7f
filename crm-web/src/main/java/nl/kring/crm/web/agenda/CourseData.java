package nl.kring.crm.web.agenda;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.EditionLine;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.Seats;
import nl.kring.crm.agenda.SessionLine;
import nl.kring.crm.platform.SystemClock;

/**
 * An edition in the words of schema.org ({@code Event} and {@code CourseInstance}), for search engines. It stands in the page
 * as data within a script element, where nothing is escaped: so every character that could end the element is written as
 * JSON writes it by number.
 */
final class CourseData {

    private static final String SCHEMA = "https://schema.org/";

    private CourseData() {}

    static String of(EditionDetail edition, String address) {
        EditionLine line = edition.line();
        boolean online = edition.isOnline()
                || line.kind() == CourseKind.WEBINAR
                || line.kind() == CourseKind.E_LEARNING
                || edition.sessions().stream().anyMatch(SessionLine::isOnline);
        boolean onSite = !online || line.place() != null || line.location() != null;
        JsonObjectBuilder event = Json.createObjectBuilder()
                .add("@context", "https://schema.org")
                .add("@type", Json.createArrayBuilder().add("Event").add("CourseInstance"))
                .add("@id", address)
                .add("url", address)
                .add("name", line.title());
        if (edition.summary() != null) {
            event.add("description", edition.summary());
        }
        event.add("startDate", moment(line.startsAt()))
                .add("endDate", moment(line.endsAt()))
                .add(
                        "eventStatus",
                        SCHEMA + (line.state() == EditionState.CANCELLED ? "EventCancelled" : "EventScheduled"))
                .add(
                        "eventAttendanceMode",
                        SCHEMA + (!online ? "Offline" : onSite ? "Mixed" : "Online") + "EventAttendanceMode")
                .add("courseMode", !online ? "onsite" : onSite ? "blended" : "online")
                .add("inLanguage", "nl")
                .add("maximumAttendeeCapacity", line.capacity())
                .add("remainingAttendeeCapacity", Math.max(0, line.free()))
                .add(
                        "organizer",
                        Json.createObjectBuilder().add("@type", "Organization").add("name", line.organiserName()))
                .add("location", place(line, onSite, address))
                .add("offers", offer(edition, address));
        if (edition.sessions().size() > 1) {
            event.add("subEvent", sessions(edition));
        }
        return inScript(event.build().toString());
    }

    private static JsonObjectBuilder place(EditionLine line, boolean onSite, String address) {
        if (!onSite) {
            return Json.createObjectBuilder().add("@type", "VirtualLocation").add("url", address);
        }
        JsonObjectBuilder postal =
                Json.createObjectBuilder().add("@type", "PostalAddress").add("addressCountry", "NL");
        if (line.place() != null) {
            postal.add("addressLocality", line.place());
        }
        JsonObjectBuilder place = Json.createObjectBuilder().add("@type", "Place");
        if (line.location() != null) {
            place.add("name", line.location());
        }
        return place.add("address", postal);
    }

    private static JsonObjectBuilder offer(EditionDetail edition, String address) {
        EditionLine line = edition.line();
        JsonObjectBuilder offer = Json.createObjectBuilder()
                .add("@type", "Offer")
                .add("price", BigDecimal.valueOf(line.priceCents(), 2).toPlainString())
                .add("priceCurrency", "EUR")
                .add("url", address)
                .add("availability", SCHEMA + (line.seats() == Seats.FREE ? "InStock" : "SoldOut"));
        return edition.enrolUntil() == null ? offer : offer.add("validThrough", moment(edition.enrolUntil()));
    }

    private static JsonArrayBuilder sessions(EditionDetail edition) {
        JsonArrayBuilder sessions = Json.createArrayBuilder();
        for (SessionLine session : edition.sessions()) {
            sessions.add(Json.createObjectBuilder()
                    .add("@type", "Event")
                    .add("name", session.title() == null ? edition.line().title() : session.title())
                    .add("startDate", moment(session.startsAt()))
                    .add("endDate", moment(session.endsAt())));
        }
        return sessions;
    }

    private static String moment(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(SystemClock.AMSTERDAM));
    }

    static String inScript(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
