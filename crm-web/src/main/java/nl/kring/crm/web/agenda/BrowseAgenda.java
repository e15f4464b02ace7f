package nl.kring.crm.web.agenda;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.kring.crm.accreditation.AccreditedAgenda;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.web.layout.Me;

/** The public agenda; its filters stand in the address, so that a list can be passed on. */
@Named
@RequestScoped
public class BrowseAgenda {

    private static final int SIZE = 24;

    @Inject
    private AccreditedAgenda agenda;

    @Inject
    private AgendaWords words;

    @Inject
    private AgendaChoices choices;

    @Inject
    private Me me;

    private final AgendaFilter filter = new AgendaFilter();
    private List<AgendaCard> cards = List.of();
    private String next;

    public void load() {
        me.visit();
        AccreditedAgenda.Page page = agenda.page(filter.search(), filter.getPoints(), SIZE, filter.getAfter());
        cards = page.lines().items().stream()
                .map(line -> new AgendaCard(line, words.points(page.points().get(line.uuid())), words))
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
        return choices.in(FacesContext.getCurrentInstance().getViewRoot().getLocale());
    }

    /** The one address of this list, whatever page of it is open. */
    public String getCanonical() {
        return Settings.baseUrl() + "/agenda/browse-agenda.xhtml" + filter.getQuestion();
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
