package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.registry.affiliation.AffiliationRole;
import nl.kring.crm.registry.affiliation.Affiliations;
import nl.kring.crm.registry.affiliation.Arrival;
import nl.kring.crm.registry.affiliation.Arrivals;
import nl.kring.crm.registry.affiliation.Change;
import nl.kring.crm.registry.affiliation.Choice;
import nl.kring.crm.registry.affiliation.Choices;
import nl.kring.crm.registry.affiliation.Joinable;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Somebody comes to work at a practice: the practice, then who and what goes with it, then a look at it, then all at once. */
@Named
@ViewScoped
public class Arrive implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Arrivals arrivals;

    @Inject
    private Affiliations affiliations;

    @Inject
    private Choices choices;

    @Inject
    private transient Clock clock;

    @Inject
    @Param
    private String id;

    @Inject
    @Param(name = "practice")
    private String practiceId;

    @Inject
    @Param
    private String q;

    private final ArrivalForm somebody = new ArrivalForm();
    private final AffiliationForm form = new AffiliationForm();
    private final Map<UUID, Boolean> ticked = new HashMap<>();
    private Choice known;
    private Choice practice;
    private List<Choice> practices;
    private List<Choice> colleagues;
    private List<Joinable> joinable = List.of();
    private String accountEmail;
    private String password;
    private boolean checking;

    public void load() {
        known = id == null || id.isBlank() ? null : choices.person(ViewPerson.uuid(id));
        practices = choices.organisations(q);
        form.setRole(AffiliationRole.SALARIED_GP);
        form.setFrom(ReferenceDate.today(clock));
        if (practiceId != null && !practiceId.isBlank()) {
            practice = choices.organisation(ViewPerson.uuid(practiceId));
            colleagues = choices.workersAt(practice.uuid());
            joinable = arrivals.joinable(practice.uuid(), form.getFrom());
            joinable.forEach(each -> ticked.put(each.uuid(), each.proposed()));
        }
    }

    /** Shows what is going to be done. */
    public void check() {
        checking = true;
    }

    /** Goes back to what was typed. */
    public void reconsider() {
        checking = false;
    }

    public void apply() {
        boolean account = accountEmail != null && !accountEmail.isBlank();
        Change change = arrivals.apply(new Arrival(
                known == null ? null : known.uuid(),
                known == null ? somebody.typed() : null,
                form.getFrom(),
                practice.uuid(),
                form.getRole(),
                form.getFte(),
                form.replaces(),
                getJoined().stream().map(Joinable::uuid).toList(),
                account ? new Arrival.NewAccount(accountEmail, password) : null));
        UUID person = affiliations.get(change.begun().get(0)).person();
        Faces.redirect(ViewPerson.address(person) + "&change=" + change.uuid());
    }

    public List<Joinable> getJoined() {
        return joinable.stream()
                .filter(each -> Boolean.TRUE.equals(ticked.get(each.uuid())))
                .toList();
    }

    public String getName() {
        return known == null
                ? String.join(
                        " ",
                        Stream.of(somebody.getInitials(), somebody.getPrefix(), somebody.getBirthName())
                                .filter(part -> part != null && !part.isBlank())
                                .toList())
                : known.name();
    }

    public boolean isChecking() {
        return checking;
    }

    public ArrivalForm getSomebody() {
        return somebody;
    }

    public AffiliationForm getForm() {
        return form;
    }

    public Choice getKnown() {
        return known;
    }

    public Choice getPractice() {
        return practice;
    }

    public List<Choice> getPractices() {
        return practices;
    }

    public List<Choice> getColleagues() {
        return colleagues;
    }

    public List<Joinable> getJoinable() {
        return joinable;
    }

    public Map<UUID, Boolean> getTicked() {
        return ticked;
    }

    public AffiliationRole[] getRoles() {
        return AffiliationRole.values();
    }

    public Profession[] getProfessions() {
        return Profession.values();
    }

    public String getQ() {
        return q;
    }

    public String getAccountEmail() {
        return accountEmail;
    }

    public void setAccountEmail(String accountEmail) {
        this.accountEmail = accountEmail;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
