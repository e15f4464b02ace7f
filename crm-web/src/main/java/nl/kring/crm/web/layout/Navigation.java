package nl.kring.crm.web.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which item of the main menu the open page belongs to. */
@Named
@RequestScoped
public class Navigation {

    /** The first line that fits says where a page belongs. */
    private static final Map<String, String> ITEMS = new LinkedHashMap<>();

    static {
        ITEMS.put("/agenda/(browse-agenda|view-course)", "/agenda/browse-agenda.xhtml");
        ITEMS.put("/agenda/(calendar|year-planner)", "/agenda/calendar.xhtml");
        ITEMS.put("/workbench/(manage-own-fields|paste-values)", "/workbench/my-list.xhtml");
        ITEMS.put("(/governance/own-data|/communication/my-settings)", "/enrolment/my-enrolments.xhtml");
        ITEMS.put("/registry/.*(organisation|succession)", "/registry/find-organisation.xhtml");
        ITEMS.put("/registry/quality.*", "/registry/quality.xhtml");
        ITEMS.put("/registry/.*", "/registry/find-person.xhtml");
        ITEMS.put("/communication/(edit-mail-text|list-mail-texts)", "/communication/list-mail-texts.xhtml");
        ITEMS.put("/communication/(write|view)-mailing", "/communication/list-mailings.xhtml");
        ITEMS.put("/communication/.*", "/communication/sent-mail.xhtml");
        ITEMS.put("/governance/.*", "/governance/list-proposals.xhtml");
        ITEMS.put("/intake/.*", "/intake/list-imports.xhtml");
        ITEMS.put(
                "(/(agenda|attendance)/.*|/enrolment/(list-interest|list-policies|edit-policy|edit-prices|edit-seats|list-participants|view-enrolment))",
                "/agenda/list-editions.xhtml");
        ITEMS.put("/enrolment/(my|enrol)-team", "/enrolment/my-team.xhtml");
        ITEMS.put("/enrolment/(phone|add-caller)", "/enrolment/phone.xhtml");
        ITEMS.put("/enrolment/.*", "/enrolment/my-enrolments.xhtml");
    }

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
        return ITEMS.entrySet().stream()
                .filter(each -> open.matches(each.getKey() + "[.]xhtml"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
