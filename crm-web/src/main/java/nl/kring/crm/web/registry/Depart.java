package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import nl.kring.crm.platform.ProposalNeededException;
import nl.kring.crm.registry.affiliation.Change;
import nl.kring.crm.registry.affiliation.Choice;
import nl.kring.crm.registry.affiliation.Choices;
import nl.kring.crm.registry.affiliation.Departures;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Somebody leaves: first the day, then what ends, ticked or left. */
@Named
@ViewScoped
public class Depart implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Departures departures;

    @Inject
    private Choices choices;

    @Inject
    private transient Clock clock;

    @Inject
    @Param
    private String id;

    @Inject
    @Param(name = "lastDay")
    private String lastDayText;

    private Choice person;
    private LocalDate lastDay;
    private EndingTicks endings;
    private String reason;
    private boolean proposalNeeded;

    public void load() {
        person = choices.person(ViewPerson.uuid(id));
        lastDay = ReferenceDate.of(lastDayText, clock);
        endings = new EndingTicks(departures.proposals(person.uuid(), lastDay));
    }

    public void apply() {
        proposalNeeded = false;
        try {
            Change change = departures.apply(person.uuid(), lastDay, reason, endings.chosen());
            Faces.redirect(ViewPerson.address(person.uuid()) + "&change=" + change.uuid());
        } catch (ProposalNeededException e) {
            proposalNeeded = true;
            Problem.show(e);
        }
    }

    public Choice getPerson() {
        return person;
    }

    public LocalDate getLastDay() {
        return lastDay;
    }

    public EndingTicks getEndings() {
        return endings;
    }

    public boolean isProposalNeeded() {
        return proposalNeeded;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
