package nl.kring.crm.api.enrolment;

import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.UUID;
import nl.kring.crm.enrolment.Cancellation;
import nl.kring.crm.enrolment.EnrolmentAnswer;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.enrolment.Enrolments;

/** One enrolment. */
@Path("/enrolments/{uuid}")
@Produces(MediaType.APPLICATION_JSON)
public class EnrolmentsResource {

    @Inject
    private Enrolments enrolments;

    /** How it stands; {@code position} is the rank on the waiting list, null for who does not wait. */
    public record StandingEnrolment(UUID uuid, EnrolmentState state, Integer position) {}

    /** The end of it; {@code fee} is what is owed for cancelling. */
    public record CancelledEnrolment(UUID uuid, EnrolmentState state, BigDecimal fee, String currency) {}

    @GET
    public StandingEnrolment get(@PathParam("uuid") UUID uuid) {
        EnrolmentAnswer answer = enrolments.get(uuid);
        return new StandingEnrolment(answer.uuid(), answer.state(), answer.position());
    }

    @DELETE
    public CancelledEnrolment cancel(@PathParam("uuid") UUID uuid) {
        Cancellation cancelled = enrolments.cancel(uuid);
        return new CancelledEnrolment(
                cancelled.uuid(), EnrolmentState.CANCELLED, BigDecimal.valueOf(cancelled.feeCents(), 2), "EUR");
    }
}
