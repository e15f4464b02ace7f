package nl.kring.crm.web.registry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.kring.crm.registry.merging.MergeLine;
import nl.kring.crm.registry.merging.OrganisationMerges;

/** The merges on the card of one organisation. */
@Named
@RequestScoped
public class OrganisationStory {

    @Inject
    private OrganisationMerges merges;

    @Inject
    private ViewOrganisation viewOrganisation;

    private List<MergeLine> lines;

    public List<MergeLine> getLines() {
        if (lines == null) {
            lines = merges.of(viewOrganisation.getCard().uuid());
        }
        return lines;
    }
}
