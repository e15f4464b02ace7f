package nl.kring.crm.web.enrolment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Set;
import nl.kring.crm.enrolment.desk.GuestAnswer;
import nl.kring.crm.enrolment.desk.GuestEnrolments;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;

/** What a guest's link is about, and what came of it; the answer goes to {@link TakeGuestConfirmation}. */
@Named
@RequestScoped
public class ConfirmGuest {

    private static final Set<String> REFUSALS = Set.of(
            "guest-link-expired",
            "guest-seat-in-repeat",
            "enrolment-full",
            "enrolment-closed",
            "enrolment-audience",
            "enrolment-not-published",
            "enrolment-not-open-yet");

    @Inject
    private GuestEnrolments guests;

    @Inject
    private Me me;

    private String token;
    private String no;
    private GuestAnswer answer;

    public void load() {
        me.visit();
        answer = guests.shown(token);
    }

    /** Why it was not taken, or nothing. */
    public String getRefusal() {
        return no != null && REFUSALS.contains(no) ? Texts.of(me.getLocale(), "refusal." + no) : "";
    }

    public GuestAnswer getAnswer() {
        return answer;
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
