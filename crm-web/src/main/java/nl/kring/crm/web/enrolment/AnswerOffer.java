package nl.kring.crm.web.enrolment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import nl.kring.crm.enrolment.EnrolmentLinks;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;

/** What somebody who waits is asked, for whoever has the link; the answer goes to {@link TakeOfferAnswer}. */
@Named
@RequestScoped
public class AnswerOffer {

    @Inject
    private EnrolmentLinks links;

    @Inject
    private Wording wording;

    private String token;
    private String no;
    private EnrolmentLinks.Asked asked;

    public void load() {
        asked = links.shown(token);
    }

    public boolean isOffered() {
        return asked.state() == EnrolmentState.OFFERED;
    }

    public boolean isLeavable() {
        return isOffered() || asked.state() == EnrolmentState.WAITLISTED;
    }

    /** How it stands, in a sentence. */
    public String getStanding() {
        return switch (asked.state()) {
            case OFFERED -> wording.text("enrolment_answer-offer.offered", wording.moment(asked.offerUntil()));
            case WAITLISTED -> wording.text("enrolment_answer-offer.waiting", asked.position());
            case CANCELLED, REPLACED -> wording.text("enrolment_answer-offer.ended");
            default -> wording.text("enrolment_answer-offer.sure");
        };
    }

    /** Why an answer was not taken, or nothing. */
    public String getRefusal() {
        return no != null && TakeOfferAnswer.REFUSALS.contains(no) ? Texts.of(Faces.getLocale(), "refusal." + no) : "";
    }

    public EnrolmentLinks.Asked getAsked() {
        return asked;
    }

    public String getToken() {
        return token;
    }

    public void setToken(String token) {
        this.token = token;
    }

    public String getNo() {
        return no;
    }

    public void setNo(String no) {
        this.no = no;
    }
}
