package nl.kring.crm.web.communication;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import nl.kring.crm.communication.ReplyAddresses;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Where answers to mails about courses go. */
@Named
@ViewScoped
public class EditReplyAddress implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ReplyAddresses addresses;

    @Inject
    private CurrentUser currentUser;

    private String address;

    @PostConstruct
    void load() {
        address = addresses.own();
    }

    public void save() {
        addresses.use(address);
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "communication_edit-reply-address.done"));
        Faces.redirect("/communication/edit-reply-address.xhtml");
    }

    /** Only an administrator of the organisation changes it; the others see which it is. */
    public boolean isAllowed() {
        return currentUser.has(Role.ORGANISATION_ADMIN);
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }
}
