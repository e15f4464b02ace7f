package nl.kring.crm.api.registry;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import nl.kring.crm.registry.organisation.OrganisationCards;
import nl.kring.crm.registry.organisation.OrganisationKind;
import nl.kring.crm.registry.organisation.OrganisationLists;
import nl.kring.crm.registry.organisation.OrganisationQuery;
import nl.kring.crm.registry.organisation.PracticeStatus;

/** Finds and shows the organisations that were there on a day, with the rights of the screens. */
@Path("/organisations")
@Produces(MediaType.APPLICATION_JSON)
public class OrganisationsResource {

    @Inject
    private OrganisationLists lists;

    @Inject
    private OrganisationCards cards;

    @GET
    public OrganisationList find(
            @QueryParam("q") String q,
            @QueryParam("kind") String kind,
            @QueryParam("municipality") String municipality,
            @QueryParam("status") String status,
            @QueryParam("asOf") String asOf,
            @QueryParam("sort") String sort,
            @QueryParam("size") String size,
            @QueryParam("after") String after) {
        return OrganisationList.of(lists.find(new OrganisationQuery(
                q,
                Asked.choice(OrganisationKind.values(), kind),
                municipality,
                Asked.choice(PracticeStatus.values(), status),
                Asked.date(asOf),
                sort,
                Asked.size(size),
                after)));
    }

    @GET
    @Path("/{uuid}")
    public OrganisationDetail get(@PathParam("uuid") String uuid, @QueryParam("asOf") String asOf) {
        return OrganisationDetail.of(cards.card(Asked.uuid(uuid), Asked.date(asOf)));
    }
}
