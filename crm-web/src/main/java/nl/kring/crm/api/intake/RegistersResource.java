package nl.kring.crm.api.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.intake.RegisterDefinition;
import nl.kring.crm.intake.Registers;
import nl.kring.crm.intake.SourceRegister;
import nl.kring.crm.platform.InvalidInputException;

/** Source registers and the meaning of their columns. */
@Path("/registers")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RegistersResource {

    @Inject
    private Registers registers;

    /**
     * A register to be made.
     *
     * @param key header of the column with the register's own key
     * @param columns header to field; a header that is left out is understood when it says by itself what it is
     */
    public record NewRegister(
            String code, String name, String organisation, Format format, String key, Map<String, String> columns) {}

    /** What is known of the files; what is left out is found out. */
    public record Format(String sheet, Integer headerRow, String separator, String encoding) {}

    /** The register that was made. */
    public record Created(UUID uuid, String code) {}

    /** Makes a register. */
    @POST
    public Response create(NewRegister wanted) {
        if (wanted == null) {
            throw new InvalidInputException("unreadable");
        }
        Format format = wanted.format() == null ? new Format(null, null, null, null) : wanted.format();
        List<RegisterDefinition.Column> columns = wanted.columns() == null
                ? List.of()
                : wanted.columns().entrySet().stream()
                        .map(column ->
                                new RegisterDefinition.Column(column.getKey(), column.getValue(), null, Map.of()))
                        .toList();
        SourceRegister register = registers.create(new RegisterDefinition(
                wanted.code(),
                wanted.name(),
                wanted.organisation(),
                null,
                format.sheet(),
                format.headerRow(),
                format.separator(),
                format.encoding(),
                wanted.key(),
                columns));
        return Response.status(Response.Status.CREATED)
                .entity(new Created(register.getUuid(), register.getCode()))
                .build();
    }
}
