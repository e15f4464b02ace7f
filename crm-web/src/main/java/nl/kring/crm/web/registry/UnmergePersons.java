package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.registry.merging.FactKey;
import nl.kring.crm.registry.merging.LaterFact;
import nl.kring.crm.registry.merging.MergePair;
import nl.kring.crm.registry.merging.Merges;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Takes a merge back: of each fact that was added since, whose it is. */
@Named
@ViewScoped
public class UnmergePersons implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Merges merges;

    @Inject
    @Param
    private String id;

    private UUID merge;
    private MergePair pair;
    private List<LaterFact> later;
    private String reason;
    private final Map<String, Boolean> given = new HashMap<>();

    public void load() {
        merge = ViewPerson.uuid(id);
        pair = merges.pair(merge);
        later = pair.undone() ? List.of() : merges.laterFacts(merge);
    }

    public void unmerge() {
        List<FactKey> theirs = given.entrySet().stream()
                .filter(each -> Boolean.TRUE.equals(each.getValue()))
                .map(each -> FactKey.of(each.getKey()))
                .toList();
        UUID back = merges.unmerge(merge, theirs, reason);
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "registry_unmerge-persons.done"));
        Faces.redirect(ViewPerson.address(back));
    }

    public MergePair getPair() {
        return pair;
    }

    public List<LaterFact> getLater() {
        return later;
    }

    public Map<String, Boolean> getGiven() {
        return given;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
