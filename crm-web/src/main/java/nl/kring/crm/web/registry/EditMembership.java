package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.ProposalNeededException;
import nl.kring.crm.registry.affiliation.Change;
import nl.kring.crm.registry.affiliation.Choice;
import nl.kring.crm.registry.affiliation.Choices;
import nl.kring.crm.registry.affiliation.MembershipKind;
import nl.kring.crm.registry.affiliation.MembershipLine;
import nl.kring.crm.registry.affiliation.Memberships;
import nl.kring.crm.registry.affiliation.NewMembership;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Begins, ends, changes or corrects a membership of a person or an organisation; the address says which. */
@Named
@ViewScoped
public class EditMembership implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Set<String> ACTS = Set.of("begin", "end", "change", "correct");

    @Inject
    private Memberships memberships;

    @Inject
    private Choices choices;

    @Inject
    private transient Clock clock;

    @Inject
    @Param
    private String act;

    @Inject
    @Param
    private String id;

    @Inject
    @Param
    private String holder;

    @Inject
    @Param
    private String membership;

    @Inject
    @Param
    private String q;

    private MembershipLine line;
    private Choice who;
    private boolean person;
    private List<Choice> organisations;
    private String organisation;
    private MembershipKind kind = MembershipKind.MEMBER;
    private String number;
    private LocalDate from;
    private LocalDate to;
    private String reason;
    private boolean proposalNeeded;

    public void load() {
        if (!ACTS.contains(String.valueOf(act))) {
            throw new NotFoundException();
        }
        from = ReferenceDate.today(clock);
        if (is("begin")) {
            person = holder == null;
            who = person ? choices.person(ViewPerson.uuid(id)) : choices.organisation(ViewPerson.uuid(holder));
        } else {
            look();
            person = line.heldByPerson();
            who = new Choice(line.holder(), line.holderName());
            kind = line.kind();
            to = is("correct") ? line.validTo() : from;
            from = is("correct") ? line.validFrom() : from;
        }
        organisations = choices.organisations(q);
    }

    private void look() {
        line = memberships.get(ViewPerson.uuid(membership));
    }

    /** Does it; whoever was second sees the new state, and who has no say is told whose it is. */
    public void save() {
        proposalNeeded = false;
        try {
            leave(done());
        } catch (EditConflictException e) {
            look();
            Problem.show(e);
        } catch (ProposalNeededException e) {
            proposalNeeded = true;
            Problem.show(e);
        }
    }

    private Change done() {
        return switch (act) {
            case "begin" ->
                memberships.begin(new NewMembership(
                        person ? who.uuid() : null,
                        person ? null : who.uuid(),
                        Chosen.organisation(organisation),
                        kind,
                        number,
                        from,
                        to));
            case "end" -> memberships.end(line.uuid(), to, reason, line.version());
            case "change" -> memberships.changeFrom(line.uuid(), from, kind, reason, line.version());
            default -> memberships.correctPeriod(line.uuid(), from, to, line.version());
        };
    }

    /** It was never true. */
    public void withdraw() {
        try {
            leave(memberships.withdraw(line.uuid(), line.version()));
        } catch (ProposalNeededException e) {
            proposalNeeded = true;
            Problem.show(e);
        }
    }

    private void leave(Change change) {
        String card = person ? ViewPerson.address(who.uuid()) : "/registry/view-organisation.xhtml?id=" + who.uuid();
        Faces.redirect(card + "&change=" + change.uuid());
    }

    public boolean is(String which) {
        return which.equals(act);
    }

    public String getAct() {
        return act;
    }

    public MembershipLine getLine() {
        return line;
    }

    public UUID getMembership() {
        return line == null ? null : line.uuid();
    }

    public Choice getWho() {
        return who;
    }

    public boolean isPerson() {
        return person;
    }

    public MembershipKind[] getKinds() {
        return MembershipKind.values();
    }

    public List<Choice> getOrganisations() {
        return organisations;
    }

    public boolean isProposalNeeded() {
        return proposalNeeded;
    }

    public String getQ() {
        return q;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public MembershipKind getKind() {
        return kind;
    }

    public void setKind(MembershipKind kind) {
        this.kind = kind;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
