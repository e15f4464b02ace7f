package nl.kring.crm.api.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.CsvExport;
import nl.kring.crm.registry.provenance.PersonLink;
import nl.kring.crm.registry.provenance.SourceRecords;

/** Which person every current source record belongs to. */
@Path("/links")
@RequestScoped
public class LinksResource {

    @Inject
    private SourceRecords records;

    /** One link. */
    public record Link(String register, String sourceKey, UUID personUuid, String how) {}

    /** All links; as text/csv with {@code format=csv}, else as JSON. */
    @GET
    public Response all(@QueryParam("format") String format) {
        List<PersonLink> links = records.links();
        if ("csv".equalsIgnoreCase(format)) {
            String text = CsvExport.text(
                    ',',
                    List.of("register", "source_key", "person_uuid", "how"),
                    links.stream()
                            .map(link -> List.of(
                                    link.register(),
                                    link.sourceKey(),
                                    link.personUuid().toString(),
                                    link.how()))
                            .toList());
            return Response.ok(text, new MediaType("text", "csv", "UTF-8")).build();
        }
        List<Link> items = links.stream()
                .map(link -> new Link(link.register(), link.sourceKey(), link.personUuid(), link.how()))
                .toList();
        return Response.ok(items, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
