package nl.kring.crm.api.registry;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import nl.kring.crm.platform.ResultPage;
import nl.kring.crm.registry.affiliation.AffiliationLine;
import nl.kring.crm.registry.affiliation.AffiliationRole;
import nl.kring.crm.registry.affiliation.Affiliations;

/** Who works at an organisation on a day; without a day, who ever did. */
@Path("/organisations/{uuid}/affiliations")
@Produces(MediaType.APPLICATION_JSON)
public class OrganisationAffiliationsResource {

    @Inject
    private Affiliations affiliations;

    /** A page of them; {@code next} is null at the end. */
    public record AffiliationPage(List<AffiliationLine> items, String next) {}

    @GET
    public AffiliationPage get(
            @PathParam("uuid") String uuid,
            @QueryParam("asOf") String asOf,
            @QueryParam("role") String role,
            @QueryParam("size") String size,
            @QueryParam("after") String after) {
        ResultPage<AffiliationLine> page = affiliations.at(
                Asked.uuid(uuid),
                Asked.date(asOf),
                Asked.choice(AffiliationRole.values(), role),
                Asked.ifGiven(after),
                Asked.size(size));
        return new AffiliationPage(page.items(), page.next());
    }
}
