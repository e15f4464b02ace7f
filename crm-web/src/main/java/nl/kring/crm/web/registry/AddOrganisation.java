package nl.kring.crm.web.registry;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.registry.organisation.NewOrganisation;
import nl.kring.crm.registry.organisation.OrganisationField;
import nl.kring.crm.registry.organisation.OrganisationKind;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;

/** Writes down an organisation that is not in the register yet. */
@Named
@ViewScoped
public class AddOrganisation implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Organisations organisations;

    @Inject
    private Me me;

    private final Map<OrganisationField, String> values = new EnumMap<>(OrganisationField.class);
    private OrganisationKind kind;
    private String from;

    @PostConstruct
    void begin() {
        if (!me.isStaff() && !me.isPlatformAdmin()) {
            throw new NotAllowedException();
        }
    }

    public void save() {
        UUID made = organisations.create(new NewOrganisation(kind, null, Chosen.day(from), null, values));
        Faces.redirect(ViewOrganisation.address(made));
    }

    public OrganisationKind[] getKinds() {
        return OrganisationKind.values();
    }

    public OrganisationField[] getFields() {
        return OrganisationField.values();
    }

    public Map<OrganisationField, String> getValues() {
        return values;
    }

    public OrganisationKind getKind() {
        return kind;
    }

    public void setKind(OrganisationKind kind) {
        this.kind = kind;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }
}
