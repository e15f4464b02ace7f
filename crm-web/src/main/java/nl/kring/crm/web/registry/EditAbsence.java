package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.affiliation.AbsenceLine;
import nl.kring.crm.registry.affiliation.Absences;
import nl.kring.crm.registry.affiliation.Change;
import nl.kring.crm.registry.affiliation.Choice;
import nl.kring.crm.registry.affiliation.Choices;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Says that somebody is away and who stands in, or says it otherwise; never why. */
@Named
@ViewScoped
public class EditAbsence implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Absences absences;

    @Inject
    private Choices choices;

    @Inject
    private transient Clock clock;

    @Inject
    @Param
    private String id;

    @Inject
    @Param
    private String absence;

    private AbsenceLine line;
    private Choice person;
    private List<Choice> colleagues;
    private LocalDate from;
    private LocalDate to;
    private String coveredBy;

    public void load() {
        person = choices.person(ViewPerson.uuid(id));
        colleagues = choices.colleagues(person.uuid());
        from = ReferenceDate.today(clock);
        if (absence != null) {
            UUID wanted = ViewPerson.uuid(absence);
            line = absences.ofPerson(person.uuid(), null).stream()
                    .filter(each -> each.uuid().equals(wanted))
                    .findFirst()
                    .orElseThrow(NotFoundException::new);
            from = line.validFrom();
            to = line.validTo();
            coveredBy = line.coveredBy() == null ? null : line.coveredBy().toString();
        }
    }

    public void save() {
        UUID cover = coveredBy == null || coveredBy.isBlank() ? null : ViewPerson.uuid(coveredBy);
        leave(
                line == null
                        ? absences.register(person.uuid(), from, to, cover)
                        : absences.replace(line.uuid(), from, to, cover, line.version()));
    }

    /** It did not happen. */
    public void withdraw() {
        leave(absences.withdraw(line.uuid(), line.version()));
    }

    private void leave(Change change) {
        Faces.redirect(ViewPerson.address(person.uuid()) + "&change=" + change.uuid());
    }

    public AbsenceLine getLine() {
        return line;
    }

    public Choice getPerson() {
        return person;
    }

    public List<Choice> getColleagues() {
        return colleagues;
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

    public String getCoveredBy() {
        return coveredBy;
    }

    public void setCoveredBy(String coveredBy) {
        this.coveredBy = coveredBy;
    }
}
