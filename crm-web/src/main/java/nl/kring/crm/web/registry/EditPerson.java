package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Correction;
import nl.kring.crm.registry.FieldCard;
import nl.kring.crm.registry.PersonCard;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.registry.Saying;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Says that one field of a person is otherwise, seeing what the sources say. */
@Named
@ViewScoped
public class EditPerson implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Persons persons;

    @Inject
    @Param
    private String id;

    @Inject
    @Param(name = "field")
    private String fieldName;

    private PersonField field;
    private PersonCard card;
    private String value;
    private String prefix;
    private String reason;

    public void load() {
        look();
        Saying shown = getFieldCard().shown();
        if (shown != null) {
            value = field == PersonField.BIRTH_DATE && shown.value() != null
                    ? new SaidTexts().value(field, shown.value(), null)
                    : shown.value();
            prefix = shown.prefix();
        }
    }

    private void look() {
        try {
            field = PersonField.of(fieldName);
        } catch (InvalidInputException unknown) {
            throw new NotFoundException();
        }
        card = persons.card(ViewPerson.uuid(id));
    }

    /** When somebody else was first, the new state is shown beside what was typed. */
    public void save() {
        try {
            UUID statement =
                    persons.correct(card.uuid(), new Correction(null, field, value, prefix, reason, card.version()));
            Faces.redirect(ViewPerson.address(card.uuid()) + "&undo=" + statement);
        } catch (EditConflictException e) {
            look();
            Messages.addGlobalError("{0}", Texts.of(Faces.getLocale(), "refusal." + e.code()));
        }
    }

    public PersonField getField() {
        return field;
    }

    public FieldCard getFieldCard() {
        return card.field(field);
    }

    public PersonCard getCard() {
        return card;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getPrefix() {
        return prefix;
    }

    public void setPrefix(String prefix) {
        this.prefix = prefix;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
