package nl.kring.crm.web.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Set;

/** Which item of the main menu the open page belongs to. */
@Named
@RequestScoped
public class Navigation {

    private static final String AGENDA = "/agenda/browse-agenda.xhtml";
    private static final Set<String> PUBLIC_AGENDA = Set.of(AGENDA, "/agenda/view-course.xhtml");
    private static final String LIST = "/workbench/my-list.xhtml";
    private static final Set<String> MY_LIST =
            Set.of("/workbench/manage-own-fields.xhtml", "/workbench/paste-values.xhtml");
    private static final Map<String, String> ITEM_OF_COMPONENT = Map.of(
            "registry", "/registry/find-person.xhtml",
            "intake", "/intake/list-imports.xhtml",
            "agenda", "/agenda/list-editions.xhtml",
            "attendance", "/agenda/list-editions.xhtml",
            "enrolment", "/enrolment/my-enrolments.xhtml");

    /** The value for {@code aria-current}: {@code page} on the page itself, {@code true} further on, else null. */
    public String current(String item) {
        return current(item, FacesContext.getCurrentInstance().getViewRoot().getViewId());
    }

    static String current(String item, String open) {
        if (item.equals(open)) {
            return "page";
        }
        return item.equals(itemOf(open)) ? "true" : null;
    }

    private static String itemOf(String open) {
        if (MY_LIST.contains(open)) {
            return LIST;
        }
        if (open.matches("/registry/.*(organisation|succession)[.]xhtml")) {
            return "/registry/find-organisation.xhtml";
        }
        if (open.startsWith("/registry/quality")) {
            return "/registry/quality.xhtml";
        }
        return PUBLIC_AGENDA.contains(open) ? AGENDA : ITEM_OF_COMPONENT.get(open.split("/")[1]);
    }
}
