package nl.kring.crm.api.registry;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.merging.FactKey;
import nl.kring.crm.registry.merging.Merges;

/** Takes merges back, with the rights of the screens. */
@Path("/merges")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MergesResource {

    @Inject
    private Merges merges;

    /** Why, and the keys of the later facts that are the second person's. */
    public record WantedUndo(String reason, List<String> given) {}

    /** Who is a person again. */
    public record Undone(UUID person) {}

    public record Later(String key, String kind, String told, Instant since) {}

    public record LaterList(List<Later> items) {}

    /** What was added since, of which somebody has to say whose it is. */
    @GET
    @Path("/{uuid}/later-facts")
    public LaterList laterFacts(@PathParam("uuid") String uuid) {
        return new LaterList(merges.laterFacts(Asked.uuid(uuid)).stream()
                .map(fact -> new Later(fact.key().toString(), fact.key().kind(), fact.told(), fact.since()))
                .toList());
    }

    @POST
    @Path("/{uuid}/undo")
    public Undone undo(@PathParam("uuid") String uuid, WantedUndo wanted) {
        if (wanted == null) {
            throw new InvalidInputException("reason-missing");
        }
        List<FactKey> given = wanted.given() == null
                ? List.of()
                : wanted.given().stream().map(FactKey::of).toList();
        return new Undone(merges.unmerge(Asked.uuid(uuid), given, wanted.reason()));
    }
}
