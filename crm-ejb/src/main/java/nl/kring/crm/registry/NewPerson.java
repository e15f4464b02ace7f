package nl.kring.crm.registry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Somebody who is not in the register yet, as an organisation types him or her in. */
public final class NewPerson {

    private final String organisation;
    private final List<PersonEdit.Line> lines = new ArrayList<>();

    /** Said by the organisation with that code; null is the one that the caller acts for. */
    public NewPerson(String organisation) {
        this.organisation = organisation;
    }

    public NewPerson with(PersonField field, String value) {
        return with(field, value, null);
    }

    /** The prefix is for surnames. */
    public NewPerson with(PersonField field, String value, String prefix) {
        return add(field, null, new FieldValue(value, prefix));
    }

    /** Said more precisely, with one of {@link PersonField#qualifiers}. */
    public NewPerson qualified(PersonField field, String qualifier, String value) {
        return add(field, qualifier, new FieldValue(value, null));
    }

    private NewPerson add(PersonField field, String qualifier, FieldValue value) {
        if (value.value() != null) {
            lines.add(new PersonEdit.Line(field, qualifier, value));
        }
        return this;
    }

    /** All that is said, part by part; a missing part is null. */
    public List<String> parts() {
        List<String> parts = new ArrayList<>();
        parts.add(organisation);
        lines.forEach(line -> parts.addAll(Arrays.asList(
                line.field().code(),
                line.qualifier(),
                line.value().value(),
                line.value().prefix())));
        return parts;
    }

    String organisation() {
        return organisation;
    }

    List<PersonEdit.Line> lines() {
        return lines;
    }
}
