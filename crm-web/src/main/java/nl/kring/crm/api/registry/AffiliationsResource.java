package nl.kring.crm.api.registry;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.affiliation.AffiliationRole;
import nl.kring.crm.registry.affiliation.Affiliations;
import nl.kring.crm.registry.affiliation.Change;
import nl.kring.crm.registry.affiliation.NewAffiliation;

/** Begins and ends what somebody does somewhere, with the rights of the screens. */
@Path("/affiliations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class AffiliationsResource {

    @Inject
    private Affiliations affiliations;

    /** What is to begin; days as ISO 8601, role by its name. */
    public record WantedAffiliation(
            String person,
            String organisation,
            String role,
            String validFrom,
            String validTo,
            BigDecimal fte,
            Boolean main,
            String replaces,
            String reason) {}

    /** What is to end, as it was looked at. */
    public record WantedEnd(String lastDay, String reason, Long version) {}

    /** What began, or null; and the change that can be undone. */
    public record Made(UUID uuid, UUID change) {}

    @POST
    public Response begin(WantedAffiliation wanted) {
        if (wanted == null) {
            throw new NotFoundException();
        }
        Change change = affiliations.begin(new NewAffiliation(
                Asked.ifGiven(wanted.person()),
                Asked.ifGiven(wanted.organisation()),
                Asked.choice(AffiliationRole.values(), wanted.role()),
                Asked.date(wanted.validFrom()),
                Asked.date(wanted.validTo()),
                wanted.fte(),
                Boolean.TRUE.equals(wanted.main()),
                Asked.ifGiven(wanted.replaces()),
                wanted.reason()));
        UUID begun = change.begun().get(0);
        return Response.created(URI.create("affiliations/" + begun))
                .entity(new Made(begun, change.uuid()))
                .build();
    }

    @POST
    @Path("/{uuid}/end")
    public Made end(@PathParam("uuid") String uuid, WantedEnd wanted) {
        LocalDate lastDay = wanted == null ? null : Asked.date(wanted.lastDay());
        if (lastDay == null || wanted.version() == null) {
            throw new InvalidInputException("period-day-missing");
        }
        return new Made(
                null,
                affiliations
                        .end(Asked.uuid(uuid), lastDay, wanted.reason(), wanted.version())
                        .uuid());
    }
}
