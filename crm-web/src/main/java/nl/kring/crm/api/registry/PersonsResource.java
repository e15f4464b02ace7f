package nl.kring.crm.api.registry;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.PersonAddress;
import nl.kring.crm.registry.Persons;

/** Finds and shows persons of the register, with the rights of the screens. */
@Path("/persons")
@Produces(MediaType.APPLICATION_JSON)
public class PersonsResource {

    @Inject
    private Persons persons;

    @GET
    public PersonList find(@BeanParam PersonParameters asked) {
        return PersonList.of(persons.find(PersonAddress.read(asked::get)));
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
}
