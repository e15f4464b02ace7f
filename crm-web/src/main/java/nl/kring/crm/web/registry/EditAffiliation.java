package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.ProposalNeededException;
import nl.kring.crm.registry.affiliation.AffiliationLine;
import nl.kring.crm.registry.affiliation.AffiliationRole;
import nl.kring.crm.registry.affiliation.Affiliations;
import nl.kring.crm.registry.affiliation.Change;
import nl.kring.crm.registry.affiliation.Choice;
import nl.kring.crm.registry.affiliation.Choices;
import nl.kring.crm.registry.affiliation.Departures;
import nl.kring.crm.registry.affiliation.NewAffiliation;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Begins, ends, changes, moves or corrects what somebody does somewhere; the address says which. */
@Named
@ViewScoped
public class EditAffiliation implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Set<String> ACTS = Set.of("begin", "end", "change", "move", "correct");

    @Inject
    private Affiliations affiliations;

    @Inject
    private Departures departures;

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
    private String affiliation;

    @Inject
    @Param
    private String q;

    private final AffiliationForm form = new AffiliationForm();
    private AffiliationLine line;
    private Choice person;
    private String organisation;
    private List<Choice> organisations;
    private List<Choice> colleagues;
    private EndingTicks endings;
    private boolean proposalNeeded;

    /** Reads what is to be changed; an act that is none names nothing. */
    public void load() {
        if (!ACTS.contains(String.valueOf(act))) {
            throw new NotFoundException();
        }
        if (act.equals("begin")) {
            person = choices.person(ViewPerson.uuid(id));
            form.setFrom(ReferenceDate.today(clock));
        } else {
            look();
            form.fill(line);
            if (!act.equals("correct")) {
                form.setFrom(ReferenceDate.today(clock));
                form.setTo(ReferenceDate.today(clock));
            }
            person = new Choice(line.person(), line.personName());
        }
        organisations = choices.organisations(q);
        colleagues = choices.colleagues(person.uuid());
        if (act.equals("end")) {
            endings = new EndingTicks(departures.proposalsWith(line.uuid(), form.getTo()));
        }
    }

    private void look() {
        line = affiliations.get(ViewPerson.uuid(affiliation));
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
                affiliations.begin(new NewAffiliation(
                        person.uuid(),
                        Chosen.organisation(organisation),
                        form.getRole(),
                        form.getFrom(),
                        form.getTo(),
                        form.getFte(),
                        form.isMain(),
                        form.replaces(),
                        form.getReason()));
            case "end" -> departures.end(line.uuid(), form.getTo(), form.getReason(), line.version(), endings.chosen());
            case "change" -> affiliations.changeFrom(line.uuid(), form.getFrom(), form.terms(), line.version());
            case "move" ->
                affiliations.move(
                        line.uuid(),
                        Chosen.organisation(organisation),
                        form.getFrom(),
                        form.getReason(),
                        line.version());
            default -> affiliations.correctPeriod(line.uuid(), form.getFrom(), form.getTo(), line.version());
        };
    }

    /** It was never true. */
    public void withdraw() {
        try {
            leave(affiliations.withdraw(line.uuid(), line.version()));
        } catch (ProposalNeededException e) {
            proposalNeeded = true;
            Problem.show(e);
        }
    }

    private void leave(Change change) {
        Faces.redirect(ViewPerson.address(person.uuid()) + "&change=" + change.uuid());
    }

    public boolean is(String which) {
        return which.equals(act);
    }

    public String getAct() {
        return act;
    }

    public AffiliationForm getForm() {
        return form;
    }

    public AffiliationLine getLine() {
        return line;
    }

    public Choice getPerson() {
        return person;
    }

    public AffiliationRole[] getRoles() {
        return AffiliationRole.values();
    }

    public List<Choice> getOrganisations() {
        return organisations;
    }

    public List<Choice> getColleagues() {
        return colleagues;
    }

    public EndingTicks getEndings() {
        return endings;
    }

    public boolean isProposalNeeded() {
        return proposalNeeded;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public String getQ() {
        return q;
    }

    public UUID getAffiliation() {
        return line == null ? null : line.uuid();
    }
}
