package nl.kring.crm.web.governance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import nl.kring.crm.registry.PersonCard;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What the register says of the professional who is signed in, and what he or she says of that. */
@Named
@ViewScoped
public class OwnData implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private nl.kring.crm.governance.OwnData ownData;

    private PersonCard card;
    private String what;

    public void load() {
        card = ownData.mine();
    }

    public void report() {
        ownData.report(what);
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "governance_own-data.done", card.steward()));
        Faces.redirect("/governance/own-data.xhtml");
    }

    public int getLongest() {
        return nl.kring.crm.governance.OwnData.LONGEST;
    }

    public PersonCard getCard() {
        return card;
    }

    public String getWhat() {
        return what;
    }

    public void setWhat(String what) {
        this.what = what;
    }
}
