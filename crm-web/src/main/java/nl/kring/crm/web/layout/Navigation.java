package nl.kring.crm.web.layout;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Which item of the main menu the open page belongs to. */
@Named
@RequestScoped
public class Navigation {

    /** The first line that fits says where a page belongs. */
    private static final Map<Pattern, String> ITEMS = new LinkedHashMap<>();

    private static final Map<String, String> ITEM_OF = new ConcurrentHashMap<>();

    static {
        belongs("/agenda/(browse-agenda|view-course)", "/agenda/browse-agenda.xhtml");
        belongs("/agenda/(calendar|year-planner)", "/agenda/calendar.xhtml");
        belongs("/workbench/(manage-own-fields|paste-values)", "/workbench/my-list.xhtml");
        belongs("(/governance/own-data|/communication/my-settings)", "/enrolment/my-enrolments.xhtml");
        belongs("/registry/.*(organisation|succession)", "/registry/find-organisation.xhtml");
        belongs("/registry/quality.*", "/registry/quality.xhtml");
        belongs("/registry/.*", "/registry/find-person.xhtml");
        belongs("/communication/(edit-mail-text|list-mail-texts)", "/communication/list-mail-texts.xhtml");
        belongs("/communication/(write|view)-mailing", "/communication/list-mailings.xhtml");
        belongs("/communication/.*", "/communication/sent-mail.xhtml");
        belongs("/governance/.*", "/governance/list-proposals.xhtml");
        belongs("/intake/.*", "/intake/list-imports.xhtml");
        belongs(
                "(/(agenda|attendance)/.*|/enrolment/(list-interest|list-policies|edit-policy|edit-prices|edit-seats|list-participants|view-enrolment))",
                "/agenda/list-editions.xhtml");
        belongs("/enrolment/(my|enrol)-team", "/enrolment/my-team.xhtml");
        belongs("/enrolment/(phone|add-caller)", "/enrolment/phone.xhtml");
        belongs("/enrolment/.*", "/enrolment/my-enrolments.xhtml");
    }

    private static void belongs(String pages, String item) {
        ITEMS.put(Pattern.compile(pages + "[.]xhtml"), item);
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

    /** Each item of the menu asks on each page; a page belongs to the same one for good. */
    private static String itemOf(String open) {
        return ITEM_OF.computeIfAbsent(
                open,
                page -> ITEMS.entrySet().stream()
                        .filter(each -> each.getKey().matcher(page).matches())
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(""));
    }
}
