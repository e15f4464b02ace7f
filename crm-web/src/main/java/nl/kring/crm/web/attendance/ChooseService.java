package nl.kring.crm.web.attendance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import nl.kring.crm.attendance.delivery.DeliveryAccounts;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The address at which PE-online is asked, one for all organisations. */
@Named
@ViewScoped
public class ChooseService implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private DeliveryAccounts accounts;

    @Inject
    private Me me;

    private DeliveryAccounts.Address address;
    private String typed;

    public void load() {
        if (!me.isPlatformAdmin()) {
            throw new NotAllowedException();
        }
        address = accounts.address();
        typed = address.text();
    }

    public void choose() {
        accounts.choose(typed);
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "attendance_connect-registers.saved"));
        Faces.redirect("/attendance/choose-service.xhtml");
    }

    public DeliveryAccounts.Address getAddress() {
        return address;
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }
}
