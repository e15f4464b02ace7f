package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.PersonCard;
import nl.kring.crm.registry.PersonEvent;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The card of one person: what is shown, who says what, and what happened. */
@Named
@ViewScoped
public class ViewPerson implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Persons persons;

    @Inject
    @Param
    private String id;

    @Inject
    @Param
    private String undo;

    private PersonCard card;
    private List<PersonEvent> history;

    /** The old address of somebody who was merged leads to the new one. */
    public void load() {
        UUID asked = uuid(id);
        card = persons.card(asked);
        history = persons.history(asked);
        if (!card.uuid().equals(asked)) {
            Faces.redirect(address(card.uuid()));
        }
    }

    public void withdraw(UUID statement) {
        UUID person = persons.withdraw(statement);
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "registry_view-person.withdrawn"));
        Faces.redirect(address(person));
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException notOne) {
            throw new NotFoundException();
        }
    }

    static String address(UUID person) {
        return "/registry/view-person.xhtml?id=" + person;
    }

    /** The statement that was just made, as long as it can still be taken back here. */
    public UUID getUndoable() {
        return card.fields().stream()
                .flatMap(field -> field.sayings().stream())
                .filter(saying -> saying.mine() && saying.uuid().toString().equals(undo))
                .map(saying -> saying.uuid())
                .findFirst()
                .orElse(null);
    }

    /** What nobody says anything of yet. */
    public List<PersonField> getUnsaid() {
        return Arrays.stream(PersonField.values())
                .filter(field -> card.field(field).sayings().isEmpty())
                .toList();
    }

    public PersonCard getCard() {
        return card;
    }

    public List<PersonEvent> getHistory() {
        return history;
    }
}
