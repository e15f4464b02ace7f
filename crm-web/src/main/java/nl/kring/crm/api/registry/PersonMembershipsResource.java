package nl.kring.crm.api.registry;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.kring.crm.registry.affiliation.MembershipLine;
import nl.kring.crm.registry.affiliation.Memberships;

/** What somebody belongs to on a day; without a day, what he or she ever belonged to. */
@Path("/persons/{uuid}/memberships")
@Produces(MediaType.APPLICATION_JSON)
public class PersonMembershipsResource {

    @Inject
    private Memberships memberships;

    /** One person's. */
    public record MembershipList(List<MembershipLine> items) {}

    @GET
    public MembershipList get(@PathParam("uuid") String uuid, @QueryParam("asOf") String asOf) {
        return new MembershipList(memberships.ofPerson(Asked.uuid(uuid), Asked.date(asOf)));
    }
}
