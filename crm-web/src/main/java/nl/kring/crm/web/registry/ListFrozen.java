package nl.kring.crm.web.registry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.kring.crm.registry.lists.FrozenListLine;
import nl.kring.crm.registry.lists.FrozenLists;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** The lists that the organisation froze. */
@Named
@RequestScoped
public class ListFrozen {

    @Inject
    private FrozenLists frozen;

    @Inject
    @Param
    private String removed;

    private List<FrozenListLine> lists;

    public void load() {
        lists = frozen.mine();
    }

    public void restore() {
        frozen.restore(ViewPerson.uuid(removed));
        Faces.redirect("/registry/list-frozen.xhtml");
    }

    public List<FrozenListLine> getLists() {
        if (lists == null) {
            load();
        }
        return lists;
    }

    public String getRemoved() {
        return removed;
    }
}
