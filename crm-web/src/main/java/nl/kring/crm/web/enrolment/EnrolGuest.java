package nl.kring.crm.web.enrolment;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.agenda.EditionDetail;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.enrolment.GuestSeats;
import nl.kring.crm.enrolment.Question;
import nl.kring.crm.enrolment.QuestionKind;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;

/** The form for who has no account; what is typed goes to {@link TakeGuest}. */
@Named
@RequestScoped
public class EnrolGuest {

    @Inject
    private Editions editions;

    @Inject
    private GuestSeats seats;

    @Inject
    private Wording wording;

    @Inject
    private Me me;

    private String id;
    private String sent;
    private EditionDetail edition;
    private GuestSeats.Asked asked;

    public void load() {
        me.visit();
        edition = editions.edition(Wording.uuid(id));
        asked = seats.asked(edition.uuid());
    }

    /** Whether the mail is on its way, or would be. */
    public boolean isAsked() {
        return "yes".equals(sent) && getRefusal() == null;
    }

    /** Why what was typed is not taken, or null. */
    public String getRefusal() {
        BusinessException refused = Faces.getRequestAttribute(TakeGuest.REFUSAL);
        return refused == null
                ? null
                : Texts.of(
                        me.getLocale(),
                        "refusal." + refused.code(),
                        refused.arguments().toArray());
    }

    /** For whom the course is meant, or everybody. */
    public List<Profession> getProfessions() {
        return Stream.of(Profession.values())
                .filter(each ->
                        edition.audience().isEmpty() || edition.audience().contains(each))
                .toList();
    }

    /** What was typed before, when it was not taken. */
    public String typed(String field) {
        String typed = getRefusal() == null ? null : Faces.getRequestParameter(field);
        return typed == null ? "" : typed;
    }

    /** What the course asks. */
    public List<Question> getQuestions() {
        return asked.questions();
    }

    /** The registers that count the points by numbers of their own. */
    public List<GuestSeats.Register> getRegisters() {
        return asked.registers();
    }

    /** Whose points a register counts, in words. */
    public String whose(GuestSeats.Register register) {
        return register.professions().stream()
                .filter(getProfessions()::contains)
                .map(wording::profession)
                .collect(Collectors.joining(", "));
    }

    public String getPrerequisites() {
        return asked.prerequisites();
    }

    /** Whether it is a box to tick rather than a line to fill in. */
    public boolean isTicked(Question question) {
        return question.kind() == QuestionKind.CONSENT || question.kind() == QuestionKind.YES_NO;
    }

    public EditionDetail getEdition() {
        return edition;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getSent() {
        return sent;
    }

    public void setSent(String sent) {
        this.sent = sent;
    }
}
