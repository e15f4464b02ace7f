package nl.kring.crm.api.intake;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.intake.review.ReviewLine;
import nl.kring.crm.intake.review.ReviewQuery;
import nl.kring.crm.intake.review.Reviews;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;

/** Pairs of persons that may be one, with the rights of the screens. */
@Path("/reviews")
@Produces(MediaType.APPLICATION_JSON)
public class ReviewsResource {

    @Inject
    private Reviews reviews;

    /** How many there are, and the first 200 of them. */
    public record ReviewList(long total, List<ReviewLine> items) {}

    /**
     * What somebody decides.
     *
     * @param decision SAME, NOT_THE_SAME or LATER
     * @param reason required with NOT_THE_SAME
     */
    public record Decision(String decision, String reason) {}

    @GET
    public ReviewList list(
            @QueryParam("own") boolean own,
            @QueryParam("register") String register,
            @QueryParam("other") String other) {
        ReviewQuery query = new ReviewQuery(own, register, other, null);
        return new ReviewList(reviews.count(query), reviews.first(query));
    }

    @POST
    @Path("/{uuid}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public void decide(@PathParam("uuid") String uuid, Decision given) {
        UUID item = known(uuid);
        String decision = given == null ? null : given.decision();
        if ("SAME".equals(decision)) {
            reviews.same(item);
        } else if ("NOT_THE_SAME".equals(decision)) {
            reviews.notTheSame(item, given.reason());
        } else if ("LATER".equals(decision)) {
            reviews.later(item);
        } else {
            throw new InvalidInputException("review-decision");
        }
    }

    private static UUID known(String uuid) {
        try {
            return UUID.fromString(uuid);
        } catch (IllegalArgumentException notOne) {
            throw new NotFoundException();
        }
    }
}
