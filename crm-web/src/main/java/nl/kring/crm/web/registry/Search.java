package nl.kring.crm.web.registry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;
import nl.kring.crm.agenda.AgendaQuery;
import nl.kring.crm.agenda.EditionLine;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.Folding;
import nl.kring.crm.registry.lists.Finder;
import nl.kring.crm.registry.lists.Findings;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** One box for everything: persons, organisations, courses, and what one can go and do. */
@Named
@RequestScoped
public class Search {

    private static final int EDITIONS = 5;

    /** Something to do: its page and the key of its text. */
    public record Action(String page, String text) {}

    private static final List<Action> ACTIONS = List.of(
            new Action("/workbench/today.xhtml", "layout.today"),
            new Action("/enrolment/phone.xhtml", "layout.phone"),
            new Action("/registry/find-person.xhtml", "layout.persons"),
            new Action("/registry/list-frozen.xhtml", "registry_list-frozen.title"),
            new Action("/registry/list-collisions.xhtml", "registry_list-collisions.title"),
            new Action("/intake/import-register.xhtml", "layout.imports"),
            new Action("/agenda/plan-course.xhtml", "workbench_today.plan"),
            new Action("/agenda/list-editions.xhtml", "layout.editions"),
            new Action("/agenda/browse-agenda.xhtml", "layout.agenda"),
            new Action("/communication/sent-mail.xhtml", "layout.sent-mail"),
            new Action("/security/manage-tokens.xhtml", "layout.tokens"));

    @Inject
    private Finder finder;

    @Inject
    private Editions editions;

    @Inject
    @Param
    private String q;

    private Findings found;
    private List<EditionLine> courses = List.of();
    private String refusal;

    public void load() {
        try {
            found = finder.find(q);
            courses = isAsked()
                    ? editions.agenda(new AgendaQuery(null, null, null, null, q, EDITIONS, null))
                            .items()
                    : List.of();
        } catch (InvalidInputException e) {
            refusal = Texts.of(
                    Faces.getLocale(), "refusal." + e.code(), e.arguments().toArray());
        }
    }

    public boolean isAsked() {
        return q != null && !q.isBlank();
    }

    public boolean isNothing() {
        return found != null
                && found.isNothing()
                && courses.isEmpty()
                && getActions().isEmpty();
    }

    /** Actions of which every typed word stands in the text; all of them when nothing is typed. */
    public List<Action> getActions() {
        List<String> words = Stream.of(Folding.fold(q).split(" ")).toList();
        return ACTIONS.stream()
                .filter(action -> {
                    String text = Folding.fold(Texts.of(Faces.getLocale(), action.text()));
                    return words.stream().allMatch(text::contains);
                })
                .toList();
    }

    public Findings getFound() {
        return found;
    }

    public List<EditionLine> getCourses() {
        return courses;
    }

    public String getRefusal() {
        return refusal;
    }

    public String getQ() {
        return q;
    }
}
