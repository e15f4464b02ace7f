package nl.kring.crm.api.intake;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.intake.Lookalike;
import nl.kring.crm.intake.Newcomer;
import nl.kring.crm.intake.Newcomers;
import nl.kring.crm.intake.matching.Field;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.NewPerson;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.texts.Texts;

/** Adds one person, matched with the register as an import would. */
@Path("/persons")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class NewcomersResource {

    private static final String LOOKS_KNOWN = "person-looks-known";

    @Inject
    private Newcomers newcomers;

    /** Somebody as the fields of a person are called; the organisation that says it is the caller's own when left out. */
    public record WantedPerson(
            String organisation,
            String birthName,
            String birthPrefix,
            String partnerName,
            String partnerPrefix,
            String nameUsage,
            String initials,
            String givenName,
            String gender,
            String birthDate,
            String profession,
            String big,
            String agb,
            String workplace,
            String address,
            String phone,
            String mobile,
            String email) {

        private Map<String, String> values() {
            Map<String, String> values = new HashMap<>();
            put(values, PersonField.BIRTH_NAME, birthName);
            put(values, PersonField.PARTNER_NAME, partnerName);
            put(values, PersonField.NAME_USAGE, nameUsage);
            put(values, PersonField.INITIALS, initials);
            put(values, PersonField.GIVEN_NAME, givenName);
            put(values, PersonField.GENDER, gender);
            put(values, PersonField.BIRTH_DATE, birthDate);
            put(values, PersonField.PROFESSION, profession);
            put(values, PersonField.BIG, big);
            put(values, PersonField.AGB, agb);
            put(values, PersonField.WORKPLACE, workplace);
            put(values, PersonField.ADDRESS, address);
            put(values, PersonField.PHONE, phone);
            put(values, PersonField.MOBILE, mobile);
            put(values, PersonField.EMAIL, email);
            return values;
        }

        private static void put(Map<String, String> values, PersonField field, String value) {
            if (value != null && !value.isBlank()) {
                values.put(field.code(), value);
            }
        }

        private NewPerson person() {
            NewPerson person = new NewPerson(organisation);
            values().forEach((code, value) -> {
                PersonField field = PersonField.of(code);
                person.with(
                        field,
                        value,
                        field == PersonField.BIRTH_NAME
                                ? birthPrefix
                                : field == PersonField.PARTNER_NAME ? partnerPrefix : null);
            });
            return person;
        }
    }

    /** Who was added. */
    public record Added(UUID uuid) {}

    /** Somebody who may be meant, and in what: a value of another organisation only agrees or differs. */
    public record Candidate(
            UUID uuid,
            String displayName,
            String workplace,
            String place,
            boolean sure,
            List<Field> agreeing,
            List<Field> resembling,
            List<Field> differing) {

        private static Candidate of(Lookalike line) {
            return new Candidate(
                    line.uuid(),
                    line.displayName(),
                    line.workplace(),
                    line.place(),
                    line.sure(),
                    line.agreeing(),
                    line.resembling(),
                    line.differing());
        }
    }

    /** Why nobody was added (RFC 9457), and who may be meant. */
    public record LooksKnown(
            String type,
            int status,
            String title,
            Map<String, String> titles,
            String code,
            List<Candidate> candidates) {}

    /** Adds somebody; 409 with who may be meant, unless {@code anyway} is true. */
    @POST
    public Response add(
            @HeaderParam("Idempotency-Key") String key, @QueryParam("anyway") String anyway, WantedPerson wanted) {
        if (wanted == null) {
            throw new InvalidInputException("unreadable");
        }
        Newcomers.Answer answer =
                newcomers.add(wanted.person(), new Newcomer(wanted.values()), "true".equals(anyway), key);
        return answer.person() == null
                ? looksKnown(answer.alike())
                : Response.created(URI.create("persons/" + answer.person()))
                        .entity(new Added(answer.person()))
                        .build();
    }

    private static Response looksKnown(List<Lookalike> alike) {
        String dutch = Texts.of(Locale.forLanguageTag("nl"), "refusal." + LOOKS_KNOWN);
        String english = Texts.of(Locale.ENGLISH, "refusal." + LOOKS_KNOWN);
        return Response.status(Response.Status.CONFLICT)
                .type(new MediaType("application", "problem+json", "UTF-8"))
                .entity(new LooksKnown(
                        "about:blank",
                        Response.Status.CONFLICT.getStatusCode(),
                        dutch,
                        Map.of("nl", dutch, "en", english),
                        LOOKS_KNOWN,
                        alike.stream().map(Candidate::of).toList()))
                .build();
    }
}
