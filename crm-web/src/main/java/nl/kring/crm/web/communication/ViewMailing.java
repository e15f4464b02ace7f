package nl.kring.crm.web.communication;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.communication.mailing.MailingLine;
import nl.kring.crm.communication.mailing.Mailings;
import nl.kring.crm.communication.mailing.Outcome;
import nl.kring.crm.communication.mailing.Recipient;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;

/** A letter to many: how far it is, and who got none and why. */
@Named
@ViewScoped
public class ViewMailing implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Mailings mailings;

    private String id;
    private MailingLine line;
    private ArrayList<String> others;

    public void load() {
        UUID uuid = SelectionFields.uuid(id);
        if (uuid == null) {
            throw new NotFoundException();
        }
        line = mailings.get(uuid);
        if (others == null) {
            List<Recipient> all = mailings.recipients(uuid);
            others = new ArrayList<>(Arrays.stream(Outcome.values())
                    .filter(outcome -> outcome != Outcome.MAIL)
                    .filter(outcome -> all.stream().anyMatch(each -> each.outcome() == outcome))
                    .map(outcome -> Texts.of(Faces.getLocale(), "communication.outcome." + outcome) + ": "
                            + all.stream()
                                    .filter(each -> each.outcome() == outcome)
                                    .count())
                    .toList());
        }
    }

    public void stop() {
        mailings.stop(line.uuid());
        Faces.redirect("/communication/view-mailing.xhtml?id=%s", id);
    }

    /** The end of the text's key for how far it is. */
    public String getState() {
        return line.stoppedAt() != null ? "stopped" : line.finishedAt() != null ? "done" : "under-way";
    }

    /** The text, with the words of staff in the places. */
    public String getBody() {
        return withWords(line.body());
    }

    /** The same for who chose English. */
    public String getEnglishBody() {
        return withWords(line.englishBody());
    }

    private static String withWords(String text) {
        return text.replace("{name}", "{naam}").replace("{unsubscribe}", "{uitschrijven}");
    }

    public MailingLine getLine() {
        return line;
    }

    public List<String> getOthers() {
        return others;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
