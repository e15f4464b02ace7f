package nl.kring.crm.web.registry;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.registry.affiliation.ProposedEnding;

/** What may end with something, ticked or left by staff. */
public class EndingTicks implements Serializable {

    private static final long serialVersionUID = 1L;

    private final List<ProposedEnding> proposed;
    private final Map<UUID, Boolean> ticked = new HashMap<>();

    EndingTicks(List<ProposedEnding> proposed) {
        this.proposed = List.copyOf(proposed);
        proposed.forEach(each -> ticked.put(each.uuid(), each.proposed()));
    }

    List<ProposedEnding.Ending> chosen() {
        return proposed.stream()
                .filter(each -> each.allowed() && Boolean.TRUE.equals(ticked.get(each.uuid())))
                .map(ProposedEnding::ending)
                .toList();
    }

    public List<ProposedEnding> getProposed() {
        return proposed;
    }

    public Map<UUID, Boolean> getTicked() {
        return ticked;
    }
}
