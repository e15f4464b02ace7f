package nl.kring.crm.web.enrolment;

import jakarta.faces.application.FacesMessage;
import java.util.List;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.PersonLine;
import nl.kring.crm.registry.PersonQuery;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;

/** Who of the register may be meant by a name that stands in the address of a page. */
public final class Candidates {

    private Candidates() {}

    /** Nobody for no name; a name that cannot be looked for is said on the page, which stays as it is. */
    public static List<PersonLine> named(Persons persons, String name) {
        if (name == null || name.isBlank()) {
            return List.of();
        }
        try {
            return persons.find(PersonQuery.named(name)).items();
        } catch (InvalidInputException refusal) {
            String text = Texts.of(
                    Faces.getLocale(),
                    "refusal." + refusal.code(),
                    refusal.arguments().toArray());
            Faces.getContext().addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
            return List.of();
        }
    }
}
