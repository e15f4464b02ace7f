package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import nl.kring.crm.agenda.calendar.AgendaSites;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The agenda of one's own organisation on its own website: the line to put there, its colour, and on which sites. */
@Named
@ViewScoped
public class ShareAgenda implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/agenda/share-agenda.xhtml";

    @Inject
    private AgendaSites sites;

    @Inject
    private Organisations organisations;

    @Inject
    private CurrentUser currentUser;

    private String code;
    private String website;
    private String colour;
    private String addresses;

    public void load() {
        addresses = String.join("\n", sites.mine());
        Organisation own = organisations.get(currentUser.requireOrganisation());
        code = own.getCode();
        website = own.getWebsite();
        colour = own.getAccent();
    }

    public void saveColour() {
        organisations.useAccent(colour);
        done("agenda_share-agenda.colour.done");
    }

    public void saveSites() {
        sites.showOn(addresses == null ? List.of() : addresses.lines().toList());
        done("agenda_share-agenda.sites.done");
    }

    private static void done(String key) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), key));
        Faces.redirect(PAGE);
    }

    /** The one line for a website. */
    public String getFrame() {
        return "<iframe src=\"" + Settings.baseUrl() + "/agenda/embed-agenda.xhtml?organisation=" + code
                + "\" title=\"" + Texts.of(Faces.getLocale(), "agenda_browse-agenda.title")
                + "\" width=\"100%\" height=\"900\" loading=\"lazy\"></iframe>";
    }

    public String getNews() {
        return Settings.baseUrl() + "/agenda/agenda.rss?organisation=" + code;
    }

    public String getCalendar() {
        return Settings.baseUrl() + "/agenda/agenda.ics?organisation=" + code;
    }

    public String getPreview() {
        return "/agenda/embed-agenda.xhtml?organisation=" + code;
    }

    public String getSwatch() {
        return "k-swatch k-of " + AgendaCard.colourOf(code);
    }

    public String getWebsite() {
        return website;
    }

    public String getColour() {
        return colour;
    }

    public void setColour(String colour) {
        this.colour = colour;
    }

    public String getAddresses() {
        return addresses;
    }

    public void setAddresses(String addresses) {
        this.addresses = addresses;
    }
}
