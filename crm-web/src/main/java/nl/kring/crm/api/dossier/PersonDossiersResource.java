package nl.kring.crm.api.dossier;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.dossier.Dossiers;

/**
 * What a professional has in the registers that are his or hers, with the rights of the screen: it is read with the professional's own
 * key and by nobody else. The official dossier is the register's own.
 */
@Path("/persons/{uuid}/dossiers")
@Produces(MediaType.APPLICATION_JSON)
public class PersonDossiersResource {

    @Inject
    private Dossiers dossiers;

    /** By register, those of the profession and those that the professional says to be in. */
    public record DossierList(List<DossierItem> items) {}

    @GET
    public DossierList get(@PathParam("uuid") UUID uuid) {
        return new DossierList(dossiers.of(uuid).stream().map(DossierItem::of).toList());
    }
}
