package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.enrolment.Interests;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** A professional says that he or she would come to a course when it is held again, or takes that back. */
@Named
@ViewScoped
public class ShowInterest implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Interests interests;

    @Inject
    private Editions editions;

    @Inject
    private Me me;

    private String id;
    private EditionDetail edition;
    private boolean mine;
    private String remark;

    public void load() {
        if (!me.isProfessional()) {
            throw new NotAllowedException();
        }
        edition = editions.edition(Wording.uuid(id));
        mine = interests.isMine(edition.uuid());
    }

    public void register() {
        interests.register(edition.uuid(), remark);
        again("registered");
    }

    public void withdraw() {
        interests.withdraw(edition.uuid());
        again("withdrawn");
    }

    private void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "enrolment_show-interest." + what));
        Faces.redirect("/enrolment/show-interest.xhtml?id=" + edition.uuid());
    }

    public EditionDetail getEdition() {
        return edition;
    }

    public boolean isMine() {
        return mine;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getRemark() {
        return remark;
    }

    public void setRemark(String remark) {
        this.remark = remark;
    }
}
