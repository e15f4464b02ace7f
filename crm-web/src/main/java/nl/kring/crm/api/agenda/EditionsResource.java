package nl.kring.crm.api.agenda;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.accreditation.Accreditations;
import nl.kring.crm.accreditation.SchemePoints;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.agenda.AgendaQuery;
import nl.kring.crm.agenda.CourseKind;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.EditionLine;
import nl.kring.crm.agenda.EditionState;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.agenda.PlannedCourse;
import nl.kring.crm.agenda.PlannedSession;
import nl.kring.crm.agenda.Seats;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.ResultPage;
import nl.kring.crm.registry.Profession;

/** The public agenda: read by anybody, written by the staff of the organisers. */
@Path("/editions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EditionsResource {

    @Inject
    private Editions editions;

    @Inject
    private Courses courses;

    @Inject
    private Accreditations accreditations;

    /** Points in the unit of one quality register. */
    public record Points(String scheme, SchemeUnit unit, BigDecimal points) {}

    /** An edition in the list; the price is in cents. */
    public record Item(
            UUID uuid,
            String title,
            CourseKind kind,
            String organisation,
            String organiserName,
            Instant startsAt,
            Instant endsAt,
            String location,
            String place,
            int priceCents,
            int capacity,
            int free,
            Seats seats,
            boolean waitingList,
            EditionState state,
            List<Points> points) {}

    /** A page of the list; next is the cursor for {@code after}, null at the end. */
    public record Items(List<Item> items, String next) {}

    /** One meeting. */
    public record Meeting(UUID uuid, int position, String title, Instant startsAt, Instant endsAt) {}

    /** All of one edition. An empty audience means everybody. */
    public record Detail(
            Item edition, String summary, Set<Profession> audience, Instant enrolUntil, List<Meeting> sessions) {}

    /** A course with one edition and one session; times as ISO 8601. A waiting list unless it says not. */
    public record NewEdition(
            String title, String organisation, String startsAt, String endsAt, Integer capacity, Boolean waitingList) {}

    /** What was made. */
    public record Created(UUID uuid) {}

    /** The published editions by start, from now on unless {@code from} says otherwise; dates or moments. */
    @GET
    public Items agenda(
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("organisation") String organisation,
            @QueryParam("audience") String audience,
            @QueryParam("q") String q,
            @QueryParam("size") String size,
            @QueryParam("after") String after) {
        ResultPage<EditionLine> page = editions.agenda(new AgendaQuery(
                Given.moment("from", from),
                Given.moment("to", to),
                organisation,
                Given.profession("audience", audience),
                q,
                Given.number("size", size),
                after));
        Map<UUID, List<SchemePoints>> points = accreditations.pointsOf(
                page.items().stream().map(EditionLine::uuid).toList());
        return new Items(
                page.items().stream()
                        .map(line -> item(line, points.get(line.uuid())))
                        .toList(),
                page.next());
    }

    @GET
    @Path("/{uuid}")
    public Detail edition(@PathParam("uuid") UUID uuid) {
        EditionDetail detail = editions.edition(uuid);
        return new Detail(
                item(detail.line(), accreditations.pointsOf(List.of(uuid)).get(uuid)),
                detail.summary(),
                detail.audience(),
                detail.enrolUntil(),
                detail.sessions().stream()
                        .map(s -> new Meeting(s.uuid(), s.position(), s.title(), s.startsAt(), s.endsAt()))
                        .toList());
    }

    /** Makes a course with one edition and one session, published and open for enrolling. For the organiser's staff. */
    @POST
    public Response announce(NewEdition wish) {
        if (wish == null) {
            throw new InvalidInputException("unreadable");
        }
        Instant start = Given.moment("startsAt", wish.startsAt());
        Instant end = Given.moment("endsAt", wish.endsAt());
        UUID uuid = courses.announce(new PlannedCourse(
                wish.organisation(),
                wish.title(),
                null,
                CourseKind.TRAINING,
                Set.of(),
                List.of(new PlannedSession(null, null, start, end)),
                null,
                null,
                null,
                wish.capacity() == null ? 0 : wish.capacity(),
                null,
                0,
                wish.waitingList() == null || wish.waitingList(),
                null));
        return Response.created(URI.create("editions/" + uuid))
                .entity(new Created(uuid))
                .build();
    }

    private static Item item(EditionLine line, List<SchemePoints> points) {
        return new Item(
                line.uuid(),
                line.title(),
                line.kind(),
                line.organisation(),
                line.organiserName(),
                line.startsAt(),
                line.endsAt(),
                line.location(),
                line.place(),
                line.priceCents(),
                line.capacity(),
                line.free(),
                line.seats(),
                line.waitingList(),
                line.state(),
                points == null
                        ? List.of()
                        : points.stream()
                                .map(p -> new Points(p.scheme(), p.unit(), p.points()))
                                .toList());
    }
}
