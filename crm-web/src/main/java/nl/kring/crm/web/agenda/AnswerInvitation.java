package nl.kring.crm.web.agenda;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import nl.kring.crm.agenda.resource.Invitation;
import nl.kring.crm.agenda.resource.InvitationState;
import nl.kring.crm.agenda.resource.Invitations;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;

/** What a teacher is asked, for whoever has the link; the answer goes to {@link TakeAnswer}. */
@Named
@RequestScoped
public class AnswerInvitation {

    private static final Set<String> REFUSALS = Set.of(
            "invitation-changed",
            "invitation-expired",
            "invitation-answered",
            "invitation-withdrawn",
            "text-too-long",
            "text-unreadable",
            "text-looks-like-bsn");

    @Inject
    private Invitations invitations;

    private String token;
    private String no;
    private Invitation invitation;

    public void load() {
        invitation = invitations.shown(token);
    }

    public boolean isOpen() {
        return invitation.state() == InvitationState.ASKED;
    }

    /** What became of it, in a sentence. */
    public String getOutcome() {
        return Texts.of(Faces.getLocale(), "agenda_answer-invitation." + invitation.state());
    }

    /** Why an answer was not taken, or nothing. */
    public String getRefusal() {
        return no != null && REFUSALS.contains(no)
                ? Texts.of(Faces.getLocale(), "refusal." + no, TakeAnswer.LONGEST_REASON)
                : "";
    }

    public Invitation getInvitation() {
        return invitation;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public String getNo() {
        return no;
    }

    public void setNo(String no) {
        this.no = no;
    }
}
