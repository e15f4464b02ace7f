package nl.kring.crm.api.registry;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.merging.MergeLine;
import nl.kring.crm.registry.merging.MergeReason;
import nl.kring.crm.registry.merging.Merges;

/** The merges of a person, and one more, with the rights of the screens. */
@Path("/persons/{uuid}/merges")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PersonMergesResource {

    @Inject
    private Merges merges;

    /** Who goes into the person of the address, why, and whether that lifts what somebody said before. */
    public record WantedMerge(String other, String reason, Boolean lifting) {}

    /** The merge, to take it back with; and who stays. */
    public record Made(UUID merge, UUID person) {}

    public record Story(List<MergeLine> items) {}

    @GET
    public Story merges(@PathParam("uuid") String uuid) {
        return new Story(merges.of(Asked.uuid(uuid)));
    }

    @POST
    public Response merge(@PathParam("uuid") String uuid, WantedMerge wanted) {
        WantedMerge asked = given(wanted);
        MergeReason reason = MergeReason.byHand(asked.reason());
        UUID merge = merges.merge(
                Asked.uuid(uuid),
                Asked.ifGiven(asked.other()),
                Boolean.TRUE.equals(asked.lifting()) ? reason.lifting(asked.reason()) : reason);
        return Response.created(URI.create("merges/" + merge))
                .entity(new Made(merge, merges.pair(merge).survivor()))
                .build();
    }

    private static WantedMerge given(WantedMerge wanted) {
        if (wanted == null) {
            throw new InvalidInputException("reason-missing");
        }
        return wanted;
    }
}
