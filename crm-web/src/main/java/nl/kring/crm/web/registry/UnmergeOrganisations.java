package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import nl.kring.crm.registry.merging.MergePair;
import nl.kring.crm.registry.merging.OrganisationMerges;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Takes a merge of two organisations back. */
@Named
@ViewScoped
public class UnmergeOrganisations implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private OrganisationMerges merges;

    @Inject
    @Param
    private String id;

    private UUID merge;
    private MergePair pair;
    private String reason;

    public void load() {
        merge = ViewPerson.uuid(id);
        pair = merges.pair(merge);
    }

    public void unmerge() {
        UUID back = merges.unmerge(merge, reason);
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "registry_unmerge-persons.done"));
        Faces.redirect("/registry/view-organisation.xhtml?id=%s", back.toString());
    }

    public MergePair getPair() {
        return pair;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
