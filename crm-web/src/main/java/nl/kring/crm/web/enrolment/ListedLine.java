package nl.kring.crm.web.enrolment;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.enrolment.Rehearsal;
import nl.kring.crm.enrolment.desk.AppliedLine;
import nl.kring.crm.enrolment.desk.NamedLine;

/** One line of a list on the screen: who is chosen for it, and what became of it. */
public class ListedLine implements Serializable {

    private static final long serialVersionUID = 1L;

    /** Chosen in the place of a person: somebody is to be added to the register. */
    static final String NEW = "new";

    private final NamedLine line;
    private String chosen;
    private Rehearsal.Outlook outlook;
    private List<EnrolForm.Needed> numbers = List.of();
    private String outcome;
    private boolean refused;

    ListedLine(NamedLine line) {
        this.line = line;
        this.chosen = line.found() == NamedLine.Found.ONE
                ? line.candidates().get(0).person().toString()
                : "";
    }

    /** Who is to be enrolled; null when the line is left out. */
    UUID person() {
        return chosen == null || chosen.isEmpty() || isAdded() ? null : UUID.fromString(chosen);
    }

    void becomes(UUID person) {
        chosen = person.toString();
    }

    /** What would come of it; null for who is left out, and for who is to be added first. */
    void expect(Rehearsal.Outlook what) {
        if (what == null) {
            numbers = List.of();
        } else if (outlook == null || !outlook.person().equals(what.person())) {
            numbers = what.numbers().stream().map(EnrolForm.Needed::new).toList();
        }
        outlook = what;
    }

    /** @param ofStranger what somebody pays who is not in the register yet */
    AppliedLine.Chosen chosen(int ofStranger) {
        return new AppliedLine.Chosen(
                line.number(), person(), outlook == null ? ofStranger : outlook.cents(), EnrolForm.numbers(numbers));
    }

    void ended(String what, boolean no) {
        outcome = what;
        refused = no;
    }

    /** Left to be done: chosen, and not enrolled yet. */
    boolean isToDo() {
        return chosen != null && !chosen.isEmpty() && (outcome == null || refused);
    }

    /** Neither enrolled now nor before. */
    boolean isLeft() {
        return outcome == null && line.found() != NamedLine.Found.ENROLLED || refused;
    }

    public NamedLine getLine() {
        return line;
    }

    public String getChosen() {
        return chosen;
    }

    public void setChosen(String chosen) {
        this.chosen = chosen;
    }

    /** The name of who is chosen, where it is known; empty for somebody who was added. */
    public String getWho() {
        return line.candidates().stream()
                .filter(each -> each.person().toString().equals(chosen))
                .map(NamedLine.Candidate::name)
                .findFirst()
                .orElse("");
    }

    /** Registers that count the points and in which no number of who is chosen is known. */
    public List<EnrolForm.Needed> getNumbers() {
        return numbers;
    }

    /** Whether somebody is to be added to the register first. */
    public boolean isAdded() {
        return NEW.equals(chosen);
    }

    public Rehearsal.Outlook getOutlook() {
        return outlook;
    }

    /** In words; null as long as nothing was tried. */
    public String getOutcome() {
        return outcome;
    }

    public boolean isRefused() {
        return refused;
    }
}
