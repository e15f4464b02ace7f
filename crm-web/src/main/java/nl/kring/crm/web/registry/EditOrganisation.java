package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Saying;
import nl.kring.crm.registry.organisation.OrganisationCard;
import nl.kring.crm.registry.organisation.OrganisationCards;
import nl.kring.crm.registry.organisation.OrganisationCorrection;
import nl.kring.crm.registry.organisation.OrganisationField;
import nl.kring.crm.registry.organisation.OrganisationFieldCard;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Says that one field of an organisation is otherwise, seeing what the sources say. */
@Named
@ViewScoped
public class EditOrganisation implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private OrganisationCards cards;

    @Inject
    private Organisations organisations;

    @Inject
    @Param
    private String id;

    @Inject
    @Param(name = "field")
    private String fieldName;

    private OrganisationField field;
    private OrganisationCard card;
    private String value;
    private String reason;

    public void load() {
        look();
        Saying shown = getFieldCard().shown();
        value = shown == null ? null : shown.value();
    }

    private void look() {
        try {
            field = OrganisationField.of(fieldName);
        } catch (InvalidInputException unknown) {
            throw new NotFoundException();
        }
        card = cards.card(ViewPerson.uuid(id), null);
        if (!card.editable()) {
            throw new NotAllowedException();
        }
    }

    /** When somebody else was first, the new state is shown beside what was typed. */
    public void save() {
        try {
            UUID statement = organisations.correct(
                    card.uuid(), new OrganisationCorrection(field, value, reason, card.version()));
            Faces.redirect(ViewOrganisation.address(card.uuid()) + "&undo=" + statement);
        } catch (EditConflictException e) {
            look();
            Messages.addGlobalError("{0}", Texts.of(Faces.getLocale(), "refusal." + e.code()));
        }
    }

    public OrganisationField getField() {
        return field;
    }

    public OrganisationFieldCard getFieldCard() {
        return card.field(field);
    }

    public OrganisationCard getCard() {
        return card;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
