package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.PersonCard;
import nl.kring.crm.registry.PersonEvent;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.registry.Saying;
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

    @Inject
    @Param
    private String asOf;

    private PersonCard card;
    private List<PersonEvent> history;

    /** The old address of somebody who was merged leads to the new one. */
    public void load() {
        UUID asked = uuid(id);
        LocalDate day = date(asOf);
        card = day == null ? persons.card(asked) : persons.card(asked, day);
        history = persons.history(asked);
        if (!card.uuid().equals(asked)) {
            Faces.redirect(address(card.uuid()));
        }
    }

    /** An address with a date that is none shows today. */
    private static LocalDate date(String iso) {
        try {
            return iso == null || iso.isBlank() ? null : LocalDate.parse(iso);
        } catch (DateTimeException notOne) {
            return null;
        }
    }

    /** Takes back everything that was just said in one go. */
    public void undo() {
        getUndoable().forEach(persons::withdraw);
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "registry_view-person.withdrawn"));
        Faces.redirect(address(card.uuid()));
    }

    /** Says that everything that is shown is right today. */
    public void confirm() {
        persons.confirm(card.uuid(), card.version());
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "registry_view-person.confirmed.done"));
        Faces.redirect(address(card.uuid()));
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

    /** The statements that were just made, as long as they can still be taken back here. */
    public List<UUID> getUndoable() {
        return undo == null
                ? List.of()
                : card.fields().stream()
                        .flatMap(field -> field.sayings().stream())
                        .filter(saying ->
                                saying.mine() && undo.contains(saying.uuid().toString()))
                        .map(Saying::uuid)
                        .toList();
    }

    /** True when the card shows another day than today. */
    public boolean isAnotherDay() {
        return date(asOf) != null;
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
