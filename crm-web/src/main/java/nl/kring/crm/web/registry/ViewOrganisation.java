package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.organisation.OrganisationCard;
import nl.kring.crm.registry.organisation.OrganisationCards;
import nl.kring.crm.registry.organisation.OrganisationEvent;
import nl.kring.crm.registry.organisation.OrganisationFacts;
import nl.kring.crm.registry.organisation.OrganisationField;
import nl.kring.crm.registry.organisation.OrganisationRelations;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The card of one organisation on a day: what is shown, how it stands to others, who says what, and what happened. */
@Named
@ViewScoped
public class ViewOrganisation implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private OrganisationCards cards;

    @Inject
    private Organisations organisations;

    @Inject
    private OrganisationFacts facts;

    @Inject
    private OrganisationRelations relations;

    @Inject
    @Param
    private String id;

    @Inject
    @Param
    private String asOf;

    @Inject
    @Param
    private String undo;

    private OrganisationCard card;
    private List<OrganisationEvent> history;

    /** The old address of an organisation that was merged leads to the new one. */
    public void load() {
        UUID asked = ViewPerson.uuid(id);
        card = cards.card(asked, shownDay());
        history = cards.history(asked);
        if (!card.uuid().equals(asked)) {
            Faces.redirect(address(card.uuid()));
        }
    }

    /** A day that cannot be read is said, and today is shown. */
    private LocalDate shownDay() {
        try {
            return Chosen.day(asOf);
        } catch (InvalidInputException unreadable) {
            Messages.addGlobalError("{0}", Texts.of(Faces.getLocale(), "refusal." + unreadable.code()));
            return null;
        }
    }

    public void withdraw(UUID statement) {
        organisations.withdraw(statement);
        said("registry_view-organisation.withdrawn");
    }

    public void withdrawFact(UUID fact) {
        facts.withdraw(fact);
        said("registry_view-organisation.withdrawn");
    }

    public void withdrawRelation(UUID relation) {
        relations.withdraw(relation);
        said("registry_view-organisation.withdrawn");
    }

    private void said(String key) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), key));
        Faces.redirect(address(card.uuid()));
    }

    static String address(UUID organisation) {
        return "/registry/view-organisation.xhtml?id=" + organisation;
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
    public List<OrganisationField> getUnsaid() {
        return Arrays.stream(OrganisationField.values())
                .filter(field -> card.field(field).sayings().isEmpty())
                .toList();
    }

    public OrganisationCard getCard() {
        return card;
    }

    public List<OrganisationEvent> getHistory() {
        return history;
    }
}
