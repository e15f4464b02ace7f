package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.registry.organisation.OrganisationCard;
import nl.kring.crm.registry.organisation.OrganisationCards;
import nl.kring.crm.registry.organisation.OrganisationFactKind;
import nl.kring.crm.registry.organisation.OrganisationFacts;
import nl.kring.crm.registry.organisation.OrganisationLine;
import nl.kring.crm.registry.organisation.OrganisationLists;
import nl.kring.crm.registry.organisation.OrganisationQuery;
import nl.kring.crm.registry.organisation.OrganisationRelations;
import nl.kring.crm.registry.organisation.RelationKind;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Tells what is so of an organisation from a day on, and how it stands to others. */
@Named
@ViewScoped
public class ChangeOrganisation implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int CHOICES = 50;

    @Inject
    private OrganisationCards cards;

    @Inject
    private OrganisationLists lists;

    @Inject
    private OrganisationFacts facts;

    @Inject
    private OrganisationRelations relations;

    @Inject
    @Param
    private String id;

    @Inject
    @Param
    private String q;

    @Inject
    @Param(name = "fact")
    private String factName;

    private OrganisationCard card;
    private List<OrganisationLine> others = List.of();
    private final ChangeForm form = new ChangeForm();

    /** The other organisation is looked for by name first; the answer stands in the list of the form. */
    public void load() {
        card = cards.card(ViewPerson.uuid(id), null);
        if (!card.editable()) {
            throw new NotAllowedException();
        }
        if (q != null && !q.isBlank()) {
            others = lists.find(new OrganisationQuery(q, null, null, null, null, null, CHOICES, null)).items().stream()
                    .filter(each -> !each.uuid().equals(card.uuid()))
                    .toList();
        }
    }

    public void tell() {
        facts.set(card.uuid(), getFact(), form.getValue(), Chosen.day(form.getFactFrom()));
        Faces.redirect(ViewOrganisation.address(card.uuid()));
    }

    public void relate() {
        if (form.getOther() == null) {
            throw new InvalidInputException("organisation-relation");
        }
        relations.relate(
                card.uuid(),
                form.getRelation(),
                UUID.fromString(form.getOther()),
                Chosen.day(form.getRelationFrom()),
                Chosen.day(form.getRelationTo()));
        Faces.redirect(ViewOrganisation.address(card.uuid()));
    }

    public void end() {
        if (form.getEnded() == null) {
            throw new InvalidInputException("organisation-relation");
        }
        relations.end(UUID.fromString(form.getEnded()), Chosen.day(form.getLast()));
        Faces.redirect(ViewOrganisation.address(card.uuid()));
    }

    public ChangeForm getForm() {
        return form;
    }

    public OrganisationCard getCard() {
        return card;
    }

    public List<OrganisationLine> getOthers() {
        return others;
    }

    /** The status, unless the address says otherwise. */
    public OrganisationFactKind getFact() {
        OrganisationFactKind chosen = Chosen.of(OrganisationFactKind.values(), factName);
        return chosen == null ? OrganisationFactKind.STATUS : chosen;
    }

    public OrganisationFactKind[] getFacts() {
        return OrganisationFactKind.values();
    }

    public RelationKind[] getRelations() {
        return RelationKind.values();
    }
}
