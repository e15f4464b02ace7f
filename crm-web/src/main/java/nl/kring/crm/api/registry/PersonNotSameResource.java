package nl.kring.crm.api.registry;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.merging.Merges;

/** Keeps two persons apart that look alike, with the rights of the screens. */
@Path("/persons/{uuid}/not-same")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PersonNotSameResource {

    @Inject
    private Merges merges;

    /** Who is somebody else, and why that is known. */
    public record Divided(String other, String reason) {}

    @POST
    public Response say(@PathParam("uuid") String uuid, Divided divided) {
        if (divided == null) {
            throw new InvalidInputException("reason-missing");
        }
        merges.notTheSame(Asked.uuid(uuid), Asked.ifGiven(divided.other()), divided.reason());
        return Response.noContent().build();
    }
}
