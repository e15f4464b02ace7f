package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.enrolment.Demand;
import nl.kring.crm.enrolment.Interest;
import nl.kring.crm.enrolment.Interests;
import nl.kring.crm.registry.PersonLine;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Which courses people would come to, and who would come to one of them. */
@Named
@ViewScoped
public class ListInterest implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Interests interests;

    @Inject
    private Editions editions;

    @Inject
    private Persons persons;

    private String id;
    private String q;
    private String remark;
    private List<Demand> demand = List.of();
    private EditionDetail edition;
    private List<Interest> list = List.of();
    private List<PersonLine> candidates = List.of();

    public void load() {
        demand = List.copyOf(interests.list());
        if (id != null && !id.isBlank()) {
            UUID uuid = Wording.uuid(id);
            list = List.copyOf(interests.of(uuid));
            edition = editions.edition(uuid);
            candidates = Candidates.named(persons, q);
        }
    }

    public void register(UUID person) {
        interests.registerFor(edition.uuid(), person, remark);
        again("registered");
    }

    public void remove(UUID interest) {
        interests.remove(edition.uuid(), interest);
        again("removed");
    }

    private void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "enrolment_list-interest." + what));
        Faces.redirect("/enrolment/list-interest.xhtml?id=" + edition.uuid());
    }

    public boolean isListed(UUID person) {
        return list.stream().anyMatch(one -> one.person().equals(person));
    }

    public List<Demand> getDemand() {
        return demand;
    }

    public EditionDetail getEdition() {
        return edition;
    }

    public List<Interest> getList() {
        return list;
    }

    public List<PersonLine> getCandidates() {
        return candidates;
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

    public String getRemark() {
        return remark;
    }

    public void setRemark(String remark) {
        this.remark = remark;
    }
}
