package nl.kring.crm.enrolment.desk;

import java.io.Serializable;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.NewPerson;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.Profession;

/**
 * What a guest types. A number, a name and a workplace are said to everybody who may read the register, as they would be by
 * who adds somebody; the address stays with the organiser.
 *
 * @param workplace the practice, or null
 * @param big the number in the BIG register, or null
 * @param language in which the mails are wanted, {@code nl} or {@code en}
 * @param consent whether the guest agrees to how this is kept
 * @param answers to the questions of the course, by question
 * @param meetsPrerequisites whether the guest says so; not looked at where a course does not ask it
 * @param numbers in quality registers with numbers of their own, by the code of the scheme
 */
public record GuestForm(
        String givenName,
        String prefix,
        String birthName,
        Profession profession,
        String email,
        String workplace,
        String big,
        String language,
        boolean consent,
        Map<UUID, String> answers,
        boolean meetsPrerequisites,
        Map<String, String> numbers)
        implements Serializable {

    /** Of whom the course asks nothing. */
    public GuestForm(
            String givenName,
            String prefix,
            String birthName,
            Profession profession,
            String email,
            String workplace,
            String big,
            String language,
            boolean consent) {
        this(
                givenName,
                prefix,
                birthName,
                profession,
                email,
                workplace,
                big,
                language,
                consent,
                Map.of(),
                false,
                Map.of());
    }

    /** As a person to be; the address with what the organisation keeps to itself. */
    NewPerson person() {
        if (email == null || email.isBlank()) {
            throw new InvalidInputException("guest-email");
        }
        if (profession == null) {
            throw new InvalidInputException("guest-profession");
        }
        NewPerson person = new NewPerson(null)
                .with(PersonField.BIRTH_NAME, birthName, prefix)
                .with(PersonField.GIVEN_NAME, givenName)
                .with(PersonField.PROFESSION, profession.name())
                .with(PersonField.WORKPLACE, workplace)
                .with(PersonField.BIG, big)
                .qualified(PersonField.EMAIL, PersonField.PRIVATE, address());
        numbers.forEach((register, number) -> person.qualified(PersonField.REGISTER_NUMBER, register, number));
        return person;
    }

    /** The address as it is written everywhere. */
    String address() {
        return email.strip().toLowerCase(java.util.Locale.ROOT);
    }

    String tongue() {
        return "en".equals(language) ? "en" : "nl";
    }
}
