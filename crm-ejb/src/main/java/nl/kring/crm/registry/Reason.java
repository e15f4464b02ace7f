package nl.kring.crm.registry;

/** Why something is said or done: one line, without a citizen service number. The rules are those of every statement. */
public final class Reason {

    private Reason() {}

    /**
     * The line as it is kept.
     *
     * @throws nl.kring.crm.platform.InvalidInputException it is missing, too long, unreadable, or looks like a citizen
     *     service number
     */
    public static String given(String typed) {
        return new FieldRules(null).reason(typed);
    }

    /** The same, where nobody has to say why: null when nothing was typed. */
    public static String ifGiven(String typed) {
        return typed == null || typed.isBlank() ? null : given(typed);
    }
}
