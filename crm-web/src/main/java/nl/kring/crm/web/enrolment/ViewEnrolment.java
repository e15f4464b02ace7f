package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.enrolment.EnrolmentCard;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.enrolment.Enrolments;
import nl.kring.crm.enrolment.SeatDecisions;
import nl.kring.crm.registry.PersonLine;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One enrolment: what happened to it, and what staff decide about it. */
@Named
@ViewScoped
public class ViewEnrolment implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private SeatDecisions decisions;

    @Inject
    private Enrolments enrolments;

    @Inject
    private Persons persons;

    private String id;
    private String q;
    private String because;
    private EnrolmentCard card;
    private List<PersonLine> colleagues = List.of();

    public void load() {
        card = decisions.card(Wording.uuid(id));
        colleagues = Candidates.named(persons, q).stream()
                .filter(each ->
                        each.profession() == card.profession() && !each.uuid().equals(card.person()))
                .toList();
    }

    public void approve() {
        decisions.approve(card.uuid());
        again(card.uuid(), "approved");
    }

    /** Staff say yes for somebody who said so by telephone. */
    public void accept() {
        enrolments.accept(card.uuid());
        again(card.uuid(), "accepted");
    }

    public void replace(UUID colleague) {
        again(decisions.replace(card.uuid(), colleague, because).uuid(), "replaced");
    }

    /** Also says no to a request. */
    public void cancel() {
        enrolments.cancel(card.uuid(), because);
        again(card.uuid(), "cancelled");
    }

    private static void again(UUID enrolment, String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "enrolment_view-enrolment." + what));
        Faces.redirect("/enrolment/view-enrolment.xhtml?id=%s", enrolment.toString());
    }

    public boolean isRequested() {
        return card.state() == EnrolmentState.REQUESTED && card.drawAt() == null;
    }

    public boolean isOffered() {
        return card.state() == EnrolmentState.OFFERED;
    }

    /** Whether somebody else can come with this seat. */
    public boolean isReplaceable() {
        return card.state() == EnrolmentState.CONFIRMED && !card.begun();
    }

    /** Whether it can end still. */
    public boolean isCancellable() {
        return !card.state().isEnded() && !card.begun();
    }

    /** Why it is cancelled, not granted, or passed on. */
    public String getBecause() {
        return because;
    }

    public void setBecause(String because) {
        this.because = because;
    }

    public EnrolmentCard getCard() {
        return card;
    }

    public List<PersonLine> getColleagues() {
        return colleagues;
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
