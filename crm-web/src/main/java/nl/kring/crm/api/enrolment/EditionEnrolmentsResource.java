package nl.kring.crm.api.enrolment;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.enrolment.EnrolmentAnswer;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.enrolment.EnrolmentWish;
import nl.kring.crm.enrolment.Enrolments;
import nl.kring.crm.enrolment.price.PriceWish;

/** The enrolments of one edition. */
@Path("/editions/{edition}/enrolments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EditionEnrolmentsResource {

    @Inject
    private Enrolments enrolments;

    /** Who is enrolled, the caller when it is left out; and whether the caller says to meet what the course asks for. */
    public record NewEnrolment(UUID person, boolean meetsPrerequisites) {}

    /** The enrolment; {@code position} is its rank on the waiting list, null for who has a seat. */
    public record MadeEnrolment(UUID uuid, EnrolmentState state, Integer position) {}

    @POST
    public Response enrol(
            @PathParam("edition") UUID edition, @HeaderParam("Idempotency-Key") String key, NewEnrolment wanted) {
        NewEnrolment asked = wanted == null ? new NewEnrolment(null, false) : wanted;
        EnrolmentAnswer answer = enrolments.enrol(
                edition,
                new EnrolmentWish(
                        asked.person(),
                        key,
                        null,
                        Map.of(),
                        Map.of(),
                        null,
                        null,
                        PriceWish.NONE,
                        asked.meetsPrerequisites()));
        return Response.created(URI.create("enrolments/" + answer.uuid()))
                .entity(new MadeEnrolment(answer.uuid(), answer.state(), answer.position()))
                .build();
    }
}
