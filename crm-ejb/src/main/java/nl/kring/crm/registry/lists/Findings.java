package nl.kring.crm.registry.lists;

import java.io.Serializable;
import java.util.List;

/** What was found, in groups, the best first. */
public record Findings(List<PersonHit> persons, List<OrganisationHit> organisations) implements Serializable {

    static final Findings NONE = new Findings(List.of(), List.of());

    public boolean isNothing() {
        return persons.isEmpty() && organisations.isEmpty();
    }
}
