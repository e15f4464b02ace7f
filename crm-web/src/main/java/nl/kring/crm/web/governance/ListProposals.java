package nl.kring.crm.web.governance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.governance.ChangeNotices;
import nl.kring.crm.governance.ChangeProposals;
import nl.kring.crm.governance.NoticeLine;
import nl.kring.crm.governance.ProposalLine;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** What waits for one's organisation, what others changed, and what became of one's own proposals. */
@Named
@ViewScoped
public class ListProposals implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ChangeProposals proposals;

    @Inject
    private ChangeNotices notices;

    private List<ProposalLine> waiting;
    private List<ProposalLine> proposed;
    private List<NoticeLine> unseen;
    private final Map<UUID, String> answers = new HashMap<>();

    public void load() {
        waiting = proposals.waiting();
        proposed = proposals.proposed();
        unseen = notices.unseen();
    }

    public void accept(UUID proposal) {
        proposals.accept(proposal, answers.get(proposal));
        done("governance_list-proposals.accepted");
    }

    public void reject(UUID proposal) {
        proposals.reject(proposal, answers.get(proposal));
        done("governance_list-proposals.rejected");
    }

    public void withdraw(UUID proposal) {
        proposals.withdraw(proposal);
        done("governance_list-proposals.withdrawn");
    }

    public void see(UUID notice) {
        notices.see(notice);
        done("governance_list-proposals.seen");
    }

    public void revert(UUID notice) {
        notices.revert(notice);
        done("governance_list-proposals.reverted");
    }

    private static void done(String text) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), text));
        Faces.redirect("/governance/list-proposals.xhtml");
    }

    public List<ProposalLine> getWaiting() {
        return waiting;
    }

    public List<ProposalLine> getProposed() {
        return proposed;
    }

    public List<NoticeLine> getUnseen() {
        return unseen;
    }

    public Map<UUID, String> getAnswers() {
        return answers;
    }
}
