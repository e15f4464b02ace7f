package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.enrolment.desk.CallerPlace;
import nl.kring.crm.enrolment.desk.Callers;
import nl.kring.crm.enrolment.desk.OpenEdition;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.registry.PersonCard;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.registry.lists.Finder;
import nl.kring.crm.registry.lists.PersonHit;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;

/**
 * Somebody calls: who it is, what he or she comes to, and an enrolment in four steps of which each has an address of its own.
 * A step that leaves nothing to choose is skipped. The last step is {@link CallerSeat}.
 */
@Named
@ViewScoped
public class Phone implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/enrolment/phone.xhtml?";

    @Inject
    private Callers callers;

    @Inject
    private Persons persons;

    @Inject
    private Finder finder;

    @Inject
    private Wording wording;

    @Inject
    private Me me;

    private String q;
    private String person;
    private String e;
    private String edition;
    private String done;
    private List<PersonHit> hits = List.of();
    private PersonCard card;
    private List<CallerPlace> places = List.of();
    private List<OpenEdition> editions = List.of();
    private OpenEdition chosen;
    private CallerPlace made;
    private String refusal;

    public void load() {
        if (!me.isStaff()) {
            throw new NotAllowedException();
        }
        if (isGiven(done)) {
            made = callers.place(Wording.uuid(done));
        } else if (isGiven(person)) {
            card = persons.card(Wording.uuid(person));
            places = callers.placesOf(card.uuid());
            chooseEdition();
        } else if (isGiven(q)) {
            find();
        }
    }

    private void find() {
        try {
            hits = finder.find(q).persons();
        } catch (InvalidInputException tooLong) {
            refusal = Texts.of(
                    Faces.getLocale(),
                    "refusal." + tooLong.code(),
                    tooLong.arguments().toArray());
        }
        if (hits.size() == 1) {
            Faces.redirect(PAGE + "person=%s", hits.get(0).uuid().toString());
        }
    }

    private void chooseEdition() {
        if (isGiven(edition)) {
            chosen = callers.edition(card.uuid(), Wording.uuid(edition));
            return;
        }
        editions = callers.editions(card.uuid(), e);
        if (isGiven(e) && editions.size() == 1 && !editions.get(0).enrolled()) {
            Faces.redirect(
                    PAGE + "person=%s&edition=%s",
                    card.uuid().toString(),
                    editions.get(0).uuid().toString());
        }
    }

    /** Whether there is room, in words. */
    public String seats(OpenEdition of) {
        if (!of.full()) {
            return wording.text("enrolment_phone.free", of.free());
        }
        return wording.text(of.waitingList() ? "enrolment_phone.waiting-list" : "enrolment_phone.full");
    }

    /** What was just made, in a sentence. */
    public String getOutcome() {
        if (made.state() == EnrolmentState.REQUESTED) {
            return wording.text("enrolment_phone.asked", made.name(), made.title(), wording.moment(made.startsAt()));
        }
        return wording.text(
                made.position() == null ? "enrolment_phone.made" : "enrolment_phone.waits",
                made.name(),
                made.title(),
                wording.moment(made.startsAt()),
                made.position());
    }

    private static boolean isGiven(String parameter) {
        return parameter != null && !parameter.isBlank();
    }

    /** Whether somebody was looked for and not found. */
    public boolean isNobody() {
        return isGiven(q) && card == null && made == null && hits.isEmpty() && refusal == null;
    }

    public List<PersonHit> getHits() {
        return hits;
    }

    public PersonCard getCard() {
        return card;
    }

    public List<CallerPlace> getPlaces() {
        return places;
    }

    public List<OpenEdition> getEditions() {
        return editions;
    }

    public OpenEdition getChosen() {
        return chosen;
    }

    /** What was just made, or null. */
    public CallerPlace getMade() {
        return made;
    }

    public String getRefusal() {
        return refusal;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getPerson() {
        return person;
    }

    public void setPerson(String person) {
        this.person = person;
    }

    public String getE() {
        return e;
    }

    public void setE(String e) {
        this.e = e;
    }

    public String getEdition() {
        return edition;
    }

    public void setEdition(String edition) {
        this.edition = edition;
    }

    public String getDone() {
        return done;
    }

    public void setDone(String done) {
        this.done = done;
    }
}
