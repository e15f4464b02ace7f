package nl.kring.crm.api.workbench;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.workbench.OwnFieldKind;
import nl.kring.crm.workbench.OwnFields;
import nl.kring.crm.workbench.OwnSubject;

/** The columns that the caller's organisation keeps beside the register. */
@Path("/own-fields")
@Produces(MediaType.APPLICATION_JSON)
public class OwnFieldsResource {

    @Inject
    private OwnFields fields;

    /** A column; {@code choices} is empty for other kinds than CHOICE. */
    public record Item(UUID uuid, OwnSubject subject, String name, OwnFieldKind kind, List<String> choices) {}

    /** All columns in their order. */
    public record Items(List<Item> items, String next) {}

    /** Of persons, or with {@code subject=ORGANISATION} of organisations. */
    @GET
    public Items list(@QueryParam("subject") String subject) {
        return new Items(
                fields.list(subject(subject)).stream()
                        .map(field ->
                                new Item(field.uuid(), field.subject(), field.name(), field.kind(), field.choices()))
                        .toList(),
                null);
    }

    private static OwnSubject subject(String name) {
        if (name == null || name.isBlank()) {
            return OwnSubject.PERSON;
        }
        return Arrays.stream(OwnSubject.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("own-field-kind"));
    }
}
