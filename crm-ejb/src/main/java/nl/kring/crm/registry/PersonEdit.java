package nl.kring.crm.registry;

import java.util.ArrayList;
import java.util.List;

/** What somebody types about a person in one go, and why: all of it is said, or nothing. */
public final class PersonEdit {

    /** One field of it. A value that is null or empty says that there is nothing. */
    record Line(PersonField field, String qualifier, FieldValue value) {}

    private final String reason;
    private final long expectedVersion;
    private final List<Line> lines = new ArrayList<>();
    private String organisation;
    private String overrideReason;
    private Period period;

    /**
     * Said by the organisation that the caller acts for.
     *
     * @param expectedVersion of the card that the caller looked at
     */
    public PersonEdit(String reason, long expectedVersion) {
        this.reason = reason;
        this.expectedVersion = expectedVersion;
    }

    public PersonEdit with(PersonField field, String value) {
        return with(field, null, value, null);
    }

    /**
     * The same, more precisely.
     *
     * @param qualifier one of {@link PersonField#qualifiers}, or null
     * @param prefix of a surname
     */
    public PersonEdit with(PersonField field, String qualifier, String value, String prefix) {
        lines.add(new Line(field, qualifier, new FieldValue(value, prefix)));
        return this;
    }

    /** Said by the organisation with that code; null is the one that the caller acts for. */
    public PersonEdit by(String organisationCode) {
        organisation = organisationCode;
        return this;
    }

    /** Keeps a number though it fails its check, for this reason; null or empty for none. */
    public PersonEdit overriding(String why) {
        overrideReason = why == null || why.isBlank() ? null : why;
        return this;
    }

    /** Holds in this period, instead of that of the statement that is corrected. */
    public PersonEdit during(Period held) {
        period = held;
        return this;
    }

    String reason() {
        return reason;
    }

    long expectedVersion() {
        return expectedVersion;
    }

    List<Line> lines() {
        return lines;
    }

    String organisation() {
        return organisation;
    }

    String overrideReason() {
        return overrideReason;
    }

    Period period() {
        return period;
    }
}
