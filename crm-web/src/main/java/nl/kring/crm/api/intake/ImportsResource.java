package nl.kring.crm.api.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.intake.ImportMode;
import nl.kring.crm.intake.Imports;
import nl.kring.crm.platform.InvalidInputException;

/** Runs that bring a register's file in. */
@Path("/imports")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ImportsResource {

    private static final int MOST_PROBLEMS = 1000;

    @Inject
    private Imports imports;

    /** The run that was queued. */
    public record Started(UUID id) {}

    /** Queues a file; parts: register, file, mode (auto or rehearse). */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response start(List<EntityPart> parts) throws IOException {
        EntityPart file = part(parts, "file");
        UUID run;
        try (InputStream content = file.getContent()) {
            run = imports.start(
                    text(part(parts, "register")),
                    file.getFileName().orElse("file"),
                    content.readAllBytes(),
                    mode(parts));
        }
        return Response.accepted(new Started(run)).build();
    }

    /** How far a run is, and what came of it. */
    @GET
    @Path("/{id}")
    public ImportReport get(@PathParam("id") UUID id) {
        return ImportReport.of(
                imports.find(id),
                Stream.concat(
                                imports.problems(id, true, 0, MOST_PROBLEMS).stream(),
                                imports.problems(id, false, 0, MOST_PROBLEMS).stream())
                        .toList());
    }

    /** Brings the very same file in that was rehearsed. */
    @POST
    @Path("/{id}/apply")
    @Consumes(MediaType.WILDCARD)
    public Response apply(@PathParam("id") UUID id) {
        return Response.accepted(new Started(imports.apply(id))).build();
    }

    private static ImportMode mode(List<EntityPart> parts) throws IOException {
        String mode = text(part(parts, "mode")).toLowerCase(Locale.ROOT);
        return switch (mode) {
            case "auto" -> ImportMode.AUTO;
            case "rehearse" -> ImportMode.REHEARSE;
            default -> throw new InvalidInputException("import-mode", mode);
        };
    }

    private static EntityPart part(List<EntityPart> parts, String name) {
        return parts.stream()
                .filter(part -> part.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("import-part", name));
    }

    private static String text(EntityPart part) throws IOException {
        try (InputStream content = part.getContent()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
