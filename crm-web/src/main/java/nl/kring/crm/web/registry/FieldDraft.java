package nl.kring.crm.web.registry;

import java.io.Serializable;
import java.util.Objects;
import nl.kring.crm.registry.FieldCard;
import nl.kring.crm.registry.PersonEdit;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.Saying;

/** One field as somebody types it, beside what stood there when the page was opened and what stands there now. */
public class FieldDraft implements Serializable {

    private static final long serialVersionUID = 1L;

    private final PersonField field;
    private final String slot;
    private String value;
    private String prefix;
    private String openedValue;
    private String openedPrefix;
    private String nowValue;
    private String nowPrefix;
    private boolean keepTheirs;

    /** Of what is shown in that slot of a field: a register for a number, else empty. */
    FieldDraft(FieldCard card, String slot) {
        field = card.field();
        this.slot = slot;
        look(card);
        openedValue = nowValue;
        openedPrefix = nowPrefix;
        value = nowValue;
        prefix = nowPrefix;
    }

    /** Looks again at what stands there. */
    void look(FieldCard card) {
        Saying shown = card.sayings().stream()
                .filter(saying ->
                        saying.slot().equals(slot) && (saying.shown() || saying.kept() && saying.hidden() == null))
                .findFirst()
                .orElse(null);
        nowValue = shown == null ? null : typed(shown.value());
        nowPrefix = shown == null ? null : shown.prefix();
    }

    /** Dates are typed the Dutch way. */
    private String typed(String stored) {
        return field == PersonField.BIRTH_DATE && stored != null ? new SaidTexts().value(field, stored, null) : stored;
    }

    boolean isTyped() {
        return !same(value, openedValue) || !same(prefix, openedPrefix);
    }

    void into(PersonEdit edit, String qualifier) {
        edit.with(field, qualifier, value, prefix);
    }

    private static boolean same(String one, String other) {
        return Objects.equals(one == null ? "" : one.strip(), other == null ? "" : other.strip());
    }

    public PersonField getField() {
        return field;
    }

    public String getMine() {
        return prefix == null || prefix.isBlank() ? value : prefix + " " + value;
    }

    public String getTheirs() {
        return nowPrefix == null || nowPrefix.isBlank() ? nowValue : nowPrefix + " " + nowValue;
    }

    /** True when somebody else changed it since the page was opened. */
    public boolean isOvertaken() {
        return !same(nowValue, openedValue) || !same(nowPrefix, openedPrefix);
    }

    public String getValue() {
        return value;
    }

    public void setValue(String value) {
        this.value = value;
    }

    public String getPrefix() {
        return prefix;
    }

    public void setPrefix(String prefix) {
        this.prefix = prefix;
    }

    public boolean isKeepTheirs() {
        return keepTheirs;
    }

    public void setKeepTheirs(boolean keepTheirs) {
        this.keepTheirs = keepTheirs;
    }
}
