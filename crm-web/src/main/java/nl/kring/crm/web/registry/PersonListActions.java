package nl.kring.crm.web.registry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.PersonLists;
import nl.kring.crm.registry.lists.FrozenLists;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.workbench.SavedViewLine;
import nl.kring.crm.workbench.SavedViews;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What can be done with a list of persons: keep it as a view, freeze it, and confirm those that were ticked. */
@Named
@RequestScoped
public class PersonListActions {

    private static final String PAGE = "/registry/find-person.xhtml";

    @Inject
    private FindPerson list;

    @Inject
    private SavedViews views;

    @Inject
    private FrozenLists frozen;

    @Inject
    private PersonLists lists;

    private final Map<UUID, String> newNames = new HashMap<>();
    private String viewName;
    private boolean shared;
    private String frozenName;

    public void keep() {
        list.load();
        views.keep(PAGE, viewName, list.getAddress(), shared);
        back("registry_find-person.kept", viewName);
    }

    public void prefer(UUID view, boolean preferred) {
        views.prefer(view, preferred);
        again();
    }

    public void share(UUID view, boolean withTheOrganisation) {
        views.share(view, withTheOrganisation);
        again();
    }

    /** Under the name that was typed beside it. */
    public void rename(UUID view) {
        views.rename(view, newNames.get(view));
        back("registry_find-person.view-renamed", newNames.get(view));
    }

    public void remove(UUID view) {
        SavedViewLine removed = views.remove(view);
        back("registry_find-person.view-removed", removed.name());
    }

    public void freeze() {
        list.load();
        UUID made = frozen.freeze(frozenName, list.getQuery(), list.getColumns());
        Faces.redirect("/registry/view-frozen.xhtml?id=" + made);
    }

    /** "Klopt nog", of those that were ticked. */
    public void confirm() {
        String[] chosen = Faces.getRequestParameterValues("chosen");
        int confirmed = chosen == null
                ? 0
                : lists.confirm(
                        Arrays.stream(chosen).map(PersonListActions::uuid).toList());
        back("registry_find-person.confirmed", confirmed);
    }

    private static void back(String key, Object... arguments) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), key, arguments));
        again();
    }

    /** The same question again, letter by letter: what is percent-encoded in it is no placeholder. */
    private static void again() {
        String question = Faces.getRequestQueryString();
        try {
            Faces.getExternalContext().redirect(PAGE + (question == null ? "" : "?" + question));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOne) {
            throw new NotFoundException();
        }
    }

    public List<SavedViewLine> getViews() {
        return views.of(PAGE);
    }

    public Map<UUID, String> getNewNames() {
        return newNames;
    }

    public String getViewName() {
        return viewName;
    }

    public void setViewName(String viewName) {
        this.viewName = viewName;
    }

    public boolean isShared() {
        return shared;
    }

    public void setShared(boolean shared) {
        this.shared = shared;
    }

    public String getFrozenName() {
        return frozenName;
    }

    public void setFrozenName(String frozenName) {
        this.frozenName = frozenName;
    }
}
