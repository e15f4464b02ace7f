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
import java.util.UUID;
import nl.kring.crm.enrolment.EnrolmentAnswer;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.enrolment.Enrolments;

/** The enrolments of one edition. */
@Path("/editions/{edition}/enrolments")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class EditionEnrolmentsResource {

    @Inject
    private Enrolments enrolments;

    /** Who is enrolled; the caller when it is left out. */
    public record NewEnrolment(UUID person) {}

    /** The enrolment; {@code position} is its rank on the waiting list, null for who has a seat. */
    public record MadeEnrolment(UUID uuid, EnrolmentState state, Integer position) {}

    @POST
    public Response enrol(
            @PathParam("edition") UUID edition, @HeaderParam("Idempotency-Key") String key, NewEnrolment wanted) {
        EnrolmentAnswer answer = enrolments.enrol(edition, wanted == null ? null : wanted.person(), key);
        return Response.created(URI.create("enrolments/" + answer.uuid()))
                .entity(new MadeEnrolment(answer.uuid(), answer.state(), answer.position()))
                .build();
    }
}
