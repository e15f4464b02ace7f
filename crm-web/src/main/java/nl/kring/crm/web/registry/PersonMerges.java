package nl.kring.crm.web.registry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.kring.crm.registry.merging.MergeLine;
import nl.kring.crm.registry.merging.Merges;

/** The merges on the card of one person. */
@Named
@RequestScoped
public class PersonMerges {

    @Inject
    private Merges merges;

    @Inject
    private ViewPerson viewPerson;

    private List<MergeLine> lines;

    public List<MergeLine> getLines() {
        if (lines == null) {
            lines = merges.of(viewPerson.getCard().uuid());
        }
        return lines;
    }
}
