package nl.kring.crm.web.communication;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.communication.NotificationChoices;
import nl.kring.crm.communication.mailing.OptOuts;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.MyAccount;
import nl.kring.crm.security.SignInLinks;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What a professional wants to be told, in which language, and whether a link may sign him or her in. */
@Named
@ViewScoped
public class MySettings implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private NotificationChoices choices;

    @Inject
    private OptOuts optOuts;

    @Inject
    private SignInLinks links;

    @Inject
    private MyAccount account;

    @Inject
    private CurrentUser currentUser;

    private List<OptOuts.InvitedBy> organisations = List.of();
    private List<String> invitations = new ArrayList<>();
    private boolean reminders;
    private String language;
    private String email;
    private Instant confirmedSince;

    public void load() {
        reminders = choices.reminders();
        organisations = optOuts.invitations();
        invitations = organisations.stream()
                .filter(OptOuts.InvitedBy::wanted)
                .map(each -> each.organisation().toString())
                .collect(Collectors.toCollection(ArrayList::new));
        confirmedSince = links.confirmedSince().orElse(null);
        Identity me = currentUser.identity().orElseThrow();
        language = me.language();
        email = me.email();
    }

    public void save() {
        choices.remind(reminders);
        optOuts.inviteMe(invitations.stream().map(UUID::fromString).collect(Collectors.toSet()));
        account.useLanguage("en".equals(language) ? "en" : "nl");
        done("saved");
    }

    public void askToConfirm() {
        HttpServletRequest request = Faces.getRequest();
        links.askToConfirm(request.getRemoteAddr());
        done("asked");
    }

    public void withdraw() {
        links.withdraw();
        done("withdrawn");
    }

    private void done(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "communication_my-settings." + what));
        Faces.redirect("/communication/my-settings.xhtml");
    }

    public String getEmail() {
        return email;
    }

    /** Since when links may be sent; null when they may not. */
    public Instant getConfirmedSince() {
        return confirmedSince;
    }

    public List<OptOuts.InvitedBy> getOrganisations() {
        return organisations;
    }

    /** The organisations whose invitations are wanted. */
    public List<String> getInvitations() {
        return invitations;
    }

    public void setInvitations(List<String> invitations) {
        this.invitations = invitations;
    }

    public boolean isReminders() {
        return reminders;
    }

    public void setReminders(boolean reminders) {
        this.reminders = reminders;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
