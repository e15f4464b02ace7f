package nl.kring.crm.web.accreditation;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.accreditation.request.AccreditationDossiers;
import nl.kring.crm.accreditation.request.AccreditationPage;
import nl.kring.crm.accreditation.request.AccreditationRequests;
import nl.kring.crm.accreditation.request.EditionAnnouncements;
import nl.kring.crm.accreditation.request.RequestLine;
import nl.kring.crm.accreditation.request.RequestState;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The accreditation of the course of an edition: requests, texts to copy, and at which registers the edition was announced. */
@Named
@ViewScoped
public class ViewAccreditation implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private AccreditationRequests requests;

    @Inject
    private EditionAnnouncements announcing;

    @Inject
    private AccreditationDossiers dossiers;

    @Inject
    private Me me;

    private String id;
    private AccreditationPage page;
    private List<AnnouncedRow> announcements;
    private List<DossierText> said;
    private String missing;
    private TextsForm texts;
    private String[] chosen = {};

    public void load() {
        page = requests.page(uuid(id));
        announcements = page.announcements().stream()
                .map(line -> new AnnouncedRow(line, page.meetings()))
                .toList();
        texts = new TextsForm(page.texts());
        List<DossierText> all = DossierText.of(page, me.getLocale());
        said = all.stream().filter(DossierText::isSaid).toList();
        missing = all.stream()
                .filter(text -> !text.isSaid())
                .map(text -> Texts.of(me.getLocale(), "accreditation.dossier." + text.key()))
                .collect(Collectors.joining(", "));
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException();
        }
    }

    public void begin() {
        requests.begin(page.edition(), List.of(chosen));
        again("begun");
    }

    public void submit(RequestLine one) {
        requests.submit(page.edition(), one.uuid(), one.version());
        again("submitted");
    }

    public void takeBack(RequestLine one) {
        requests.takeBack(page.edition(), one.uuid(), one.version());
        again("taken-back");
    }

    public void renew(RequestLine one) {
        requests.renew(page.edition(), one.uuid(), one.version());
        again("begun");
    }

    public void announce(AnnouncedRow row) {
        announcing.announce(page.edition(), row.getLine().scheme(), row.getNumber());
        row.getMeetings()
                .forEach(meeting -> announcing.name(
                        page.edition(), meeting.getSession(), row.getLine().scheme(), meeting.getNumber()));
        again("announced.done");
    }

    public void withdraw(AnnouncedRow row) {
        announcing.withdraw(page.edition(), row.getLine().scheme());
        again("withdrawn.done");
    }

    public void keep() {
        dossiers.keep(page.edition(), texts.texts());
        again("kept");
    }

    private void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "accreditation_view-accreditation." + what));
        Faces.redirect("/accreditation/view-accreditation.xhtml?id=%s", page.edition());
    }

    public AccreditationPage getPage() {
        return page;
    }

    public List<AnnouncedRow> getAnnouncements() {
        return announcements;
    }

    /** What can be done with one that is open: its holder alone decides one in-house, and documents can follow until then. */
    public String wordFor(RequestLine one) {
        String what = one.decidable() ? "decide" : one.state() == RequestState.DRAFT ? "edit" : "documents";
        return "accreditation_view-accreditation." + what;
    }

    /** The last that was granted at a register, as long as nothing is open there. */
    public boolean isRenewable(RequestLine one) {
        return page.choices().stream().anyMatch(choice -> choice.scheme().equals(one.scheme()))
                && page.requests().stream()
                        .filter(each -> each.state() == RequestState.GRANTED
                                && each.scheme().equals(one.scheme()))
                        .findFirst()
                        .filter(one::equals)
                        .isPresent();
    }

    /** What can be copied into the forms of the bodies. */
    public List<DossierText> getSaid() {
        return said;
    }

    /** What bodies ask and nobody said yet. */
    public String getMissing() {
        return missing;
    }

    public TextsForm getTexts() {
        return texts;
    }

    public String[] getChosen() {
        return chosen.clone();
    }

    public void setChosen(String[] chosen) {
        this.chosen = chosen == null ? new String[0] : chosen.clone();
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
