package nl.kring.crm.web.enrolment;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import nl.kring.crm.enrolment.Participant;
import nl.kring.crm.enrolment.ParticipantDetails;
import nl.kring.crm.enrolment.Payer;
import nl.kring.crm.enrolment.PayerKind;
import nl.kring.crm.enrolment.desk.SheetDetails;

/** One row of the sheet: what stood there when the page was opened, and what is typed in it now. */
public class SheetRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Participant participant;
    private SheetDetails seen;
    private String payer;
    private String reference;
    private String diet;
    private String note;
    private String present;
    private String problem;

    SheetRow(Participant participant, SheetDetails details, String present) {
        this.participant = participant;
        this.present = present;
        show(details);
    }

    private void show(SheetDetails details) {
        seen = details;
        payer = coded(details);
        reference = details.reference();
        diet = details.diet();
        note = details.note();
    }

    /** How a payer stands in the list to choose from. */
    private static String coded(SheetDetails details) {
        if (details.payer() == null) {
            return "";
        }
        return details.payerOrganisation() == null
                ? details.payer().name()
                : details.payer() + " " + details.payerOrganisation();
    }

    static Payer payer(String coded, String reference) {
        if (isBlank(coded) && isBlank(reference)) {
            return null;
        }
        String[] parts = isBlank(coded) ? new String[] {PayerKind.SELF.name()} : coded.split(" ");
        return new Payer(PayerKind.valueOf(parts[0]), parts.length == 1 ? null : UUID.fromString(parts[1]), reference);
    }

    boolean isChanged() {
        return !same(payer, coded(seen))
                || !same(reference, seen.reference())
                || !same(diet, seen.diet())
                || !same(note, seen.note());
    }

    private static boolean same(String typed, String kept) {
        return Objects.equals(isBlank(typed) ? null : typed.strip(), isBlank(kept) ? null : kept);
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    ParticipantDetails.Edit edit() {
        return new ParticipantDetails.Edit(participant.uuid(), seen.version(), payer(payer, reference), diet, note);
    }

    /** It is kept, or somebody else changed the row: what was typed here stays, of the rest it shows what stands there now. */
    void meet(SheetDetails current, String why) {
        problem = why;
        if (why == null) {
            show(current);
            return;
        }
        boolean samePayer = same(payer, coded(seen)) && same(reference, seen.reference());
        payer = samePayer ? coded(current) : payer;
        reference = samePayer ? current.reference() : reference;
        diet = same(diet, seen.diet()) ? current.diet() : diet;
        note = same(note, seen.note()) ? current.note() : note;
        seen = current;
    }

    void refuse(String why) {
        problem = why;
    }

    public Participant getParticipant() {
        return participant;
    }

    public SheetDetails getSeen() {
        return seen;
    }

    /** Why it was not kept, or null. */
    public String getProblem() {
        return problem;
    }

    /** At how many of the sessions he or she was; null before it starts. */
    public String getPresent() {
        return present;
    }

    public String getPayer() {
        return payer;
    }

    public void setPayer(String payer) {
        this.payer = payer;
    }

    public String getReference() {
        return reference;
    }

    public void setReference(String reference) {
        this.reference = reference;
    }

    public String getDiet() {
        return diet;
    }

    public void setDiet(String diet) {
        this.diet = diet;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
