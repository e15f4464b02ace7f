package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import nl.kring.crm.registry.Period;
import nl.kring.crm.registry.affiliation.AbsenceLine;
import nl.kring.crm.registry.affiliation.Absences;
import nl.kring.crm.registry.affiliation.AffiliationLine;
import nl.kring.crm.registry.affiliation.Affiliations;
import nl.kring.crm.registry.affiliation.Changes;
import nl.kring.crm.registry.affiliation.MembershipLine;
import nl.kring.crm.registry.affiliation.Memberships;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Part of the card of a person: where he or she works, what he or she belongs to, and when he or she is away. */
@Named
@ViewScoped
public class PersonAffiliations implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Affiliations affiliations;

    @Inject
    private Memberships memberships;

    @Inject
    private Absences absences;

    @Inject
    private Changes changes;

    @Inject
    private transient Clock clock;

    @Inject
    @Param
    private String id;

    @Inject
    @Param
    private String asOf;

    @Inject
    @Param
    private String change;

    private LocalDate day;
    private List<AffiliationLine> work;
    private List<MembershipLine> belonging;
    private List<AbsenceLine> away;

    /** What was just done is taken back, all of it. */
    public void undo() {
        UUID person = changes.undo(ViewPerson.uuid(change));
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "registry_affiliations.undone"));
        Faces.redirect(ViewPerson.address(person == null ? ViewPerson.uuid(id) : person));
    }

    public boolean isUndoable() {
        return change != null && !change.isBlank();
    }

    public LocalDate getDay() {
        if (day == null) {
            day = ReferenceDate.of(asOf, clock);
        }
        return day;
    }

    public UUID getPerson() {
        return ViewPerson.uuid(id);
    }

    public List<AffiliationLine> getCurrent() {
        return now(work(), AffiliationLine::period);
    }

    /** What is over, and what has yet to begin. */
    public List<AffiliationLine> getOther() {
        return otherwise(work(), AffiliationLine::period);
    }

    public List<MembershipLine> getMemberships() {
        return now(belonging(), MembershipLine::period);
    }

    public List<MembershipLine> getOtherMemberships() {
        return otherwise(belonging(), MembershipLine::period);
    }

    /** Away on the day, or later. */
    public List<AbsenceLine> getAbsences() {
        return away().stream().filter(line -> !line.period().isOver(getDay())).toList();
    }

    private <T> List<T> now(List<T> lines, Function<T, Period> period) {
        return lines.stream()
                .filter(line -> period.apply(line).contains(getDay()))
                .toList();
    }

    private <T> List<T> otherwise(List<T> lines, Function<T, Period> period) {
        return lines.stream()
                .filter(line -> !period.apply(line).contains(getDay()))
                .toList();
    }

    private List<AffiliationLine> work() {
        if (work == null) {
            work = affiliations.ofPerson(getPerson(), null);
        }
        return work;
    }

    private List<MembershipLine> belonging() {
        if (belonging == null) {
            belonging = memberships.ofPerson(getPerson(), null);
        }
        return belonging;
    }

    private List<AbsenceLine> away() {
        if (away == null) {
            away = absences.ofPerson(getPerson(), null);
        }
        return away;
    }
}
