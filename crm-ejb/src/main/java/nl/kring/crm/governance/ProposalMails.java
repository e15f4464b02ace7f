package nl.kring.crm.governance;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.communication.OutgoingMail;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.registry.Person;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.security.Account;

/**
 * Tells the steward of a proposal, and whoever made it of the decision. A mail names the person and links to the list; what
 * is proposed is read there.
 */
@Dependent
class ProposalMails {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Organisations organisations;

    @Inject
    private Messages messages;

    /** To the steward's own address; an organisation without one sees it on its start page. */
    void proposed(ChangeProposal proposal, Person person) {
        Organisation steward = organisations.get(proposal.getStewardId());
        if (steward.getEmail() != null) {
            send(proposal, person, "proposal-made", steward.getId(), steward.getEmail(), "nl");
        }
    }

    /** To the colleague who made it; of what was taken back, to the steward. */
    void decided(ChangeProposal proposal, Person person) {
        String kind = "proposal-" + proposal.getState().name().toLowerCase(Locale.ROOT);
        if (proposal.getState() == ProposalState.WITHDRAWN) {
            Organisation steward = organisations.get(proposal.getStewardId());
            if (steward.getEmail() != null) {
                send(proposal, person, kind, steward.getId(), steward.getEmail(), "nl");
            }
            return;
        }
        Account account = proposal.getProposedBy() == null ? null : em.find(Account.class, proposal.getProposedBy());
        if (account != null) {
            send(proposal, person, kind, proposal.getProposerId(), account.getEmail(), account.getLanguage());
        }
    }

    private void send(
            ChangeProposal proposal, Person person, String kind, Long organisationId, String address, String language) {
        ResourceBundle texts = ResourceBundle.getBundle(
                "nl.kring.crm.governance.mail",
                Locale.forLanguageTag(language),
                ProposalMails.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Object[] facts = {
            organisations.get(proposal.getProposerId()).getName(),
            organisations.get(proposal.getStewardId()).getName(),
            person.getDisplayName(),
            texts.getString("kind." + proposal.getKind()),
            proposal.getReason(),
            proposal.getAnswer() == null ? texts.getString("no-answer") : proposal.getAnswer(),
            Settings.baseUrl() + "/governance/list-proposals.xhtml"
        };
        messages.send(new OutgoingMail(
                        organisationId,
                        person.getId(),
                        kind,
                        address,
                        MessageFormat.format(texts.getString(kind + ".subject"), facts),
                        MessageFormat.format(texts.getString(kind + ".body"), facts),
                        null,
                        null)
                .answeredToSender());
    }
}
