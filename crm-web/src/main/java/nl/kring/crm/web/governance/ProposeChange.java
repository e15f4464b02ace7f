package nl.kring.crm.web.governance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.governance.ChangeProposals;
import nl.kring.crm.governance.EndProposal;
import nl.kring.crm.governance.IdentifierProposal;
import nl.kring.crm.governance.ProposalKind;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.PersonCard;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.registry.QualityRegisters;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/**
 * Proposes to the steward what the caller may not do at once: another number, or the end of an affiliation or a membership.
 */
@Named
@ViewScoped
public class ProposeChange implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ChangeProposals proposals;

    @Inject
    private Persons persons;

    @Inject
    private QualityRegisters qualityRegisters;

    @Inject
    @Param
    private String id;

    @Inject
    @Param(name = "field")
    private String fieldName;

    @Inject
    @Param(name = "kind")
    private String kindName;

    @Inject
    @Param(name = "subject")
    private String subjectName;

    @Inject
    @Param
    private String qualifier;

    private PersonCard card;
    private ProposalKind kind;
    private PersonField field;
    private List<String> registers = List.of();
    private UUID subject;
    private String value;
    private LocalDate day;
    private String overrideReason;
    private String reason;

    /** What was typed on the page that could not save it comes along. */
    public void load() {
        kind = kindName == null
                ? ProposalKind.IDENTIFIER
                : Arrays.stream(ProposalKind.values())
                        .filter(each -> each.name().equals(kindName))
                        .findFirst()
                        .orElseThrow(NotFoundException::new);
        card = persons.card(uuid(id));
        if (kind == ProposalKind.IDENTIFIER) {
            field = Arrays.stream(PersonField.values())
                    .filter(each -> each.isIdentifier() && each.code().equals(fieldName))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            registers = field == PersonField.REGISTER_NUMBER ? List.copyOf(qualityRegisters.codes()) : List.of();
        } else {
            subject = uuid(subjectName);
        }
        String[] typed = Faces.getFlashAttribute("proposed");
        if (typed != null) {
            value = typed[0];
            reason = typed[1];
            overrideReason = typed[2];
        }
    }

    public void propose() {
        if (kind == ProposalKind.IDENTIFIER) {
            String register = qualifier == null || qualifier.isBlank() ? null : qualifier;
            proposals.proposeIdentifier(
                    new IdentifierProposal(card.uuid(), field, register, value, day, overrideReason, reason));
        } else {
            proposals.proposeEnd(new EndProposal(kind, subject, day, reason));
        }
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "governance_propose-change.done"));
        Faces.redirect("/governance/list-proposals.xhtml");
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException notOne) {
            throw new NotFoundException();
        }
    }

    public List<String> getRegisters() {
        return registers;
    }

    public PersonCard getCard() {
        return card;
    }

    public ProposalKind getKind() {
        return kind;
    }

    public boolean isIdentifier() {
        return kind == ProposalKind.IDENTIFIER;
    }

    public PersonField getField() {
        return field;
    }

    public String getQualifier() {
        return qualifier;
    }

    public void setQualifier(String qualifier) {
        this.qualifier = qualifier;
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public LocalDate getDay() {
        return day;
    }

    public void setDay(LocalDate day) {
        this.day = day;
    }

    public String getOverrideReason() {
        return overrideReason;
    }

    public void setOverrideReason(String overrideReason) {
        this.overrideReason = overrideReason;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
