package nl.kring.crm.api.workbench;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.columns.Cell;
import nl.kring.crm.registry.columns.OwnColumns;
import nl.kring.crm.workbench.OwnFields;
import nl.kring.crm.workbench.OwnSubject;

/** What stands in the caller's organisation's own columns of one person. */
@Path("/persons/{uuid}/own-values")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PersonOwnValuesResource {

    @Inject
    private OwnColumns columns;

    @Inject
    private OwnFields fields;

    /** A cell: a date as 2026-12-31, yes and no as YES and NO; null or nothing empties it. */
    public record Value(UUID field, String value) {}

    /** The cells that hold something, in the order of the columns. */
    public record Values(List<Value> values) {}

    @GET
    public Values get(@PathParam("uuid") String uuid) {
        Map<UUID, String> kept = columns.valuesOf(OwnSubject.PERSON, known(uuid));
        return new Values(fields.list(OwnSubject.PERSON).stream()
                .filter(field -> kept.containsKey(field.uuid()))
                .map(field -> new Value(field.uuid(), kept.get(field.uuid())))
                .toList());
    }

    /** Writes the cells that are named and leaves the others. */
    @PUT
    public Values put(@PathParam("uuid") String uuid, Values wanted) {
        UUID person = known(uuid);
        if (wanted == null
                || wanted.values() == null
                || wanted.values().stream().anyMatch(each -> each == null || each.field() == null)) {
            throw new InvalidInputException("unreadable");
        }
        Map<UUID, String> kept = columns.valuesOf(OwnSubject.PERSON, person);
        columns.write(
                OwnSubject.PERSON,
                wanted.values().stream()
                        .map(each -> new Cell(person, each.field(), each.value(), kept.get(each.field())))
                        .toList());
        return get(uuid);
    }

    private static UUID known(String uuid) {
        try {
            return UUID.fromString(uuid);
        } catch (IllegalArgumentException notOne) {
            throw new NotFoundException();
        }
    }
}
