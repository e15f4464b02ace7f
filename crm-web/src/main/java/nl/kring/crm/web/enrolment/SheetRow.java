package nl.kring.crm.web.enrolment;

import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.kring.crm.attendance.AttendanceMark;
import nl.kring.crm.enrolment.Participant;
import nl.kring.crm.enrolment.ParticipantDetails;
import nl.kring.crm.enrolment.Payer;
import nl.kring.crm.enrolment.PayerKind;
import nl.kring.crm.enrolment.desk.SheetDetails;

/** One row of the sheet: what stood there when the page was opened, and what is typed in it now. */
public class SheetRow implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Whether somebody was at a session: yes, no, or nothing said yet. */
    public static class Presence implements Serializable {

        private static final long serialVersionUID = 1L;

        private final UUID session;
        private final String label;
        private String seen;
        private String value;

        Presence(UUID session, String label, Boolean present) {
            this.session = session;
            this.label = label;
            this.seen = present == null ? "" : present.toString();
            this.value = seen;
        }

        private boolean isChanged() {
            return !isBlank(value) && !value.equals(seen);
        }

        public String getLabel() {
            return label;
        }

        public String getValue() {
            return value;
        }

        public void setValue(String value) {
            this.value = value;
        }
    }

    private final Participant participant;
    private final List<Presence> presence;
    private SheetDetails seen;
    private String payer;
    private String reference;
    private String diet;
    private String note;
    private String number;
    private String because;
    private String problem;

    SheetRow(Participant participant, SheetDetails details, List<Presence> presence) {
        this.participant = participant;
        this.presence = presence;
        show(details);
    }

    private void show(SheetDetails details) {
        seen = details;
        payer = coded(details);
        reference = details.reference();
        diet = details.diet();
        note = details.note();
        number = null;
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
        return isWritten() || isNumbered() || !marks().isEmpty();
    }

    /** Whether a number that was missing was typed. */
    boolean isNumbered() {
        return seen.needed() != null && !isBlank(number);
    }

    /** Whether something else than who was present was typed. */
    boolean isWritten() {
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

    /** Who was present where, as far as it is said otherwise than it stood. */
    List<AttendanceMark> marks() {
        return presence.stream()
                .filter(Presence::isChanged)
                .map(each -> new AttendanceMark(participant.uuid(), each.session, Boolean.parseBoolean(each.value)))
                .toList();
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

    /** By session that can be taken down already; empty before it starts, and for who has no seat. */
    public List<Presence> getPresence() {
        return presence;
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

    /** The number in the register that needs one. */
    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    /** Why it is cancelled, or is not granted. */
    public String getBecause() {
        return because;
    }

    public void setBecause(String because) {
        this.because = because;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }
}
