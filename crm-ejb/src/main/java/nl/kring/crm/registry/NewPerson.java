package nl.kring.crm.registry;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** Somebody who is not in the register yet, as an organisation types him or her in. */
public final class NewPerson {

    private final String organisation;
    private final Map<PersonField, FieldValue> values = new EnumMap<>(PersonField.class);

    /** Said by the organisation with that code; null is the one that the caller acts for. */
    public NewPerson(String organisation) {
        this.organisation = organisation;
    }

    public NewPerson with(PersonField field, String value) {
        return with(field, value, null);
    }

    /** The prefix is for surnames. */
    public NewPerson with(PersonField field, String value, String prefix) {
        if (value != null) {
            values.put(field, new FieldValue(value, prefix));
        }
        return this;
    }

    public String organisation() {
        return organisation;
    }

    public Map<PersonField, FieldValue> values() {
        return Collections.unmodifiableMap(values);
    }
}
