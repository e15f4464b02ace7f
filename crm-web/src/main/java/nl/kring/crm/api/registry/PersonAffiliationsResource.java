package nl.kring.crm.api.registry;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.kring.crm.registry.affiliation.AffiliationLine;
import nl.kring.crm.registry.affiliation.Affiliations;

/** Where somebody works on a day; without a day, where he or she ever worked. */
@Path("/persons/{uuid}/affiliations")
@Produces(MediaType.APPLICATION_JSON)
public class PersonAffiliationsResource {

    @Inject
    private Affiliations affiliations;

    /** One person's. */
    public record AffiliationList(List<AffiliationLine> items) {}

    @GET
    public AffiliationList get(@PathParam("uuid") String uuid, @QueryParam("asOf") String asOf) {
        return new AffiliationList(affiliations.ofPerson(Asked.uuid(uuid), Asked.date(asOf)));
    }
}
