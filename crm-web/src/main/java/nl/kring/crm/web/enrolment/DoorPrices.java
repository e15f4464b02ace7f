package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.enrolment.Rehearsals;
import nl.kring.crm.registry.PersonLine;

/** What each who may be meant at the door would pay, as it was shown. */
@Named
@ViewScoped
public class DoorPrices implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Rehearsals rehearsals;

    private final Map<UUID, Integer> cents = new HashMap<>();

    public void load(UUID edition, List<PersonLine> candidates) {
        if (!candidates.isEmpty()) {
            List<UUID> persons = candidates.stream().map(PersonLine::uuid).toList();
            rehearsals.ofEach(edition, persons, null).forEach(each -> cents.put(each.person(), each.cents()));
        }
    }

    public int of(UUID person) {
        return cents.getOrDefault(person, 0);
    }
}
