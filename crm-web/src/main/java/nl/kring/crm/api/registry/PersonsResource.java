package nl.kring.crm.api.registry;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import nl.kring.crm.registry.PersonAddress;
import nl.kring.crm.registry.PersonCard;
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
        return PersonDetail.of(card(uuid, asOf));
    }

    @GET
    @Path("/{uuid}/history")
    public PersonHistory history(@PathParam("uuid") String uuid) {
        return PersonHistory.of(persons.history(Asked.uuid(uuid)));
    }

    /** Who says what; of another day, what was said to hold then. */
    @GET
    @Path("/{uuid}/provenance")
    public PersonProvenance provenance(@PathParam("uuid") String uuid, @QueryParam("asOf") String asOf) {
        return PersonProvenance.of(card(uuid, asOf).fields());
    }

    private PersonCard card(String uuid, String asOf) {
        LocalDate day = Asked.date(asOf);
        return day == null ? persons.card(Asked.uuid(uuid)) : persons.card(Asked.uuid(uuid), day);
    }
}
