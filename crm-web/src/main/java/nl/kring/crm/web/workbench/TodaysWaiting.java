package nl.kring.crm.web.workbench;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.kring.crm.agenda.checklist.RequestLine;
import nl.kring.crm.agenda.checklist.Requests;
import nl.kring.crm.governance.ChangeProposals;
import nl.kring.crm.governance.ProposalLine;
import nl.kring.crm.governance.ProposalState;

/** What waits for others: what editions asked for, and proposals that another organisation has to decide on. */
@Named
@RequestScoped
public class TodaysWaiting {

    @Inject
    private Requests requests;

    @Inject
    private ChangeProposals proposals;

    private List<RequestLine> asked;
    private List<ProposalLine> proposed;

    @PostConstruct
    void load() {
        asked = requests.waiting();
        proposed = proposals.proposed().stream()
                .filter(line -> line.state() == ProposalState.OPEN)
                .toList();
    }

    public List<RequestLine> getAsked() {
        return asked;
    }

    public List<ProposalLine> getProposed() {
        return proposed;
    }

    public boolean isNothing() {
        return asked.isEmpty() && proposed.isEmpty();
    }
}
