package nl.kring.crm.web.workbench;

import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import nl.kring.crm.registry.columns.Cell;
import nl.kring.crm.workbench.OwnFieldKind;
import nl.kring.crm.workbench.OwnFieldLine;

/** One cell on a screen: what stood there when the page was opened, and what is typed in it now. */
public class OwnCell implements Serializable {

    private static final long serialVersionUID = 1L;

    private final OwnFieldLine field;
    private final UUID subject;
    private final String label;
    private String seen;
    private String typed;
    private boolean overtaken;

    OwnCell(OwnFieldLine field, UUID subject, String subjectName, String kept) {
        this.field = field;
        this.subject = subject;
        this.label = subjectName == null ? field.name() : subjectName + ", " + field.name();
        this.seen = kept;
        this.typed = field.shown(kept);
    }

    /** What somebody else wrote meanwhile is shown beside what was typed here. */
    void meet(String current) {
        overtaken = isChanged() && !Objects.equals(current, seen);
        if (!isChanged()) {
            typed = field.shown(current);
        }
        seen = current;
    }

    boolean isChanged() {
        return !shown().equals(typed == null ? "" : typed.strip());
    }

    Cell edit() {
        return new Cell(subject, field.uuid(), typed, seen);
    }

    private String shown() {
        return field.shown(seen);
    }

    public OwnFieldLine getField() {
        return field;
    }

    public UUID getSubject() {
        return subject;
    }

    /** For those who hear the page: whose cell, in which column. */
    public String getLabel() {
        return label;
    }

    /** The id of the input that this kind of column has. */
    public String getInput() {
        return switch (field.kind()) {
            case CHOICE -> "choice";
            case YES_NO -> "answer";
            case TEXT, DATE -> "text";
        };
    }

    public boolean isDay() {
        return field.kind() == OwnFieldKind.DATE;
    }

    public String getTyped() {
        return typed;
    }

    public void setTyped(String typed) {
        this.typed = typed;
    }

    /** What stands there now, when somebody else was first; else null. */
    public String getOther() {
        return overtaken ? shown() : null;
    }
}
