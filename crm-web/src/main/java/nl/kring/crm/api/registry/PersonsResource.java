package nl.kring.crm.api.registry;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.PersonQuery;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.registry.Profession;

/** Finds and shows persons of the register, with the rights of the screens. */
@Path("/persons")
@Produces(MediaType.APPLICATION_JSON)
public class PersonsResource {

    @Inject
    private Persons persons;

    @GET
    public PersonList find(
            @QueryParam("q") String q,
            @QueryParam("organisation") String organisation,
            @QueryParam("profession") String profession,
            @QueryParam("municipality") String municipality,
            @QueryParam("asOf") String asOf,
            @QueryParam("sort") String sort,
            @QueryParam("size") String size,
            @QueryParam("after") String after) {
        return PersonList.of(persons.find(new PersonQuery(
                q, organisation, profession(profession), municipality, date(asOf), sort, number(size), after)));
    }

    @GET
    @Path("/{uuid}")
    public PersonDetail get(@PathParam("uuid") String uuid, @QueryParam("asOf") String asOf) {
        LocalDate day = date(asOf);
        return PersonDetail.of(day == null ? persons.card(known(uuid)) : persons.card(known(uuid), day));
    }

    @GET
    @Path("/{uuid}/history")
    public PersonHistory history(@PathParam("uuid") String uuid) {
        return PersonHistory.of(persons.history(known(uuid)));
    }

    @GET
    @Path("/{uuid}/provenance")
    public PersonProvenance provenance(@PathParam("uuid") String uuid) {
        return PersonProvenance.of(persons.provenance(known(uuid)));
    }

    private static UUID known(String uuid) {
        try {
            return UUID.fromString(uuid);
        } catch (IllegalArgumentException notOne) {
            throw new NotFoundException();
        }
    }

    private static Profession profession(String name) {
        if (name == null || name.isBlank()) {
            return null;
        }
        return Arrays.stream(Profession.values())
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("person-choice"));
    }

    private static LocalDate date(String iso) {
        try {
            return iso == null || iso.isBlank() ? null : LocalDate.parse(iso);
        } catch (DateTimeException notOne) {
            throw new InvalidInputException("reference-date");
        }
    }

    private static Integer number(String digits) {
        if (digits == null || digits.isBlank()) {
            return null;
        }
        if (!digits.matches("\\d{1,6}")) {
            throw new InvalidInputException("page-size", 200);
        }
        return Integer.valueOf(digits);
    }
}
