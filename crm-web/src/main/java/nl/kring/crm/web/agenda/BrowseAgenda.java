package nl.kring.crm.web.agenda;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.kring.crm.accreditation.AccreditedAgenda;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;

/** The public agenda; its filters stand in the address, so that a list can be passed on. */
@Named
@RequestScoped
public class BrowseAgenda {

    private static final int SIZE = 24;
    private static final String FRAMED = "/agenda/embed-agenda.xhtml";

    @Inject
    private AccreditedAgenda agenda;

    @Inject
    private AgendaWords words;

    @Inject
    private AgendaChoices choices;

    @Inject
    private Me me;

    private AgendaFilter filter;
    private List<AgendaCard> cards = List.of();
    private AgendaChoices.Lists lists;
    private String next;

    public void load() {
        me.visit();
        filter = AgendaFilter.of(Faces.getRequest());
        lists = choices.in(me.getLocale());
        AccreditedAgenda.Page page = agenda.page(filter.search(), filter.getPoints(), SIZE, filter.getAfter());
        String target = FRAMED.equals(Faces.getViewId()) ? "_blank" : "";
        cards = page.lines().items().stream()
                .map(line -> new AgendaCard(line, page.points().get(line.uuid()), words, target))
                .toList();
        next = page.lines().next() == null ? null : filter.at(page.lines().next());
    }

    public List<AgendaCard> getCards() {
        return cards;
    }

    /** The address of the next page, from its question mark on; null on the last. */
    public String getNext() {
        return next;
    }

    public AgendaChoices.Lists getChoices() {
        return lists;
    }

    /** The one address of the agenda, whatever somebody looks for in it. */
    public String getCanonical() {
        return Settings.baseUrl() + "/agenda/browse-agenda.xhtml";
    }

    /** The same list in its own window. */
    public String getWhole() {
        return getCanonical() + filter.getQuestion();
    }

    /** Of whom a framed agenda is; null for that of all. */
    public String getOrganiserName() {
        String code = filter.getOrganisation();
        return code == null || code.isBlank() ? null : choices.nameOf(code);
    }

    public AgendaFilter getFilter() {
        return filter;
    }
}
