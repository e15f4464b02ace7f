package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.enrolment.Enrolments;
import nl.kring.crm.enrolment.Participant;
import nl.kring.crm.enrolment.ParticipantList;
import nl.kring.crm.registry.PersonLine;
import nl.kring.crm.registry.PersonQuery;
import nl.kring.crm.registry.Persons;
import org.omnifaces.util.Faces;

/** Who comes to an edition and who waits; enrolling and cancelling for somebody. */
@Named
@ViewScoped
public class ListParticipants implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Enrolments enrolments;

    @Inject
    private Persons persons;

    private final String key = UUID.randomUUID().toString();
    private String id;
    private String q;
    private String done;
    private ParticipantList list;
    private List<PersonLine> candidates = List.of();

    public void open() {
        list = enrolments.participantsOf(Wording.uuid(id));
        candidates = q == null || q.isBlank()
                ? List.of()
                : persons.find(PersonQuery.named(q)).items();
    }

    public void enrol(UUID person) {
        enrolments.enrol(list.editionUuid(), person, key + person);
        show("enrolled");
    }

    public void cancel(UUID enrolment) {
        enrolments.cancel(enrolment);
        show("cancelled");
    }

    private void show(String what) {
        Faces.redirect(
                "/enrolment/list-participants.xhtml?id=%s&done=%s",
                list.editionUuid().toString(), what);
    }

    public ParticipantList getList() {
        return list;
    }

    public List<Participant> getConfirmed() {
        return list.confirmed();
    }

    public List<Participant> getWaiting() {
        return Stream.of(list.offered(), list.waiting(), list.requested())
                .flatMap(List::stream)
                .toList();
    }

    public List<PersonLine> getCandidates() {
        return candidates;
    }

    public boolean isEnrolled(UUID person) {
        return Stream.concat(list.confirmed().stream(), getWaiting().stream())
                .anyMatch(participant -> participant.personUuid().equals(person));
    }

    /** What was just done: {@code enrolled}, {@code cancelled} or nothing. */
    public String getDone() {
        return List.of("enrolled", "cancelled").contains(done == null ? "" : done) ? done : null;
    }

    public void setDone(String done) {
        this.done = done;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }
}
