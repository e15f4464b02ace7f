package nl.kring.crm.registry.merging;

import java.util.Collection;
import java.util.List;

/** Of some persons it was settled whether they are one: they became one, are two again, are kept apart, or no longer are. */
public final class PersonsSettled {

    private final List<Long> persons;

    PersonsSettled(Collection<Long> persons) {
        this.persons = List.copyOf(persons);
    }

    /** Whom it is about, by number; also who was merged. */
    public List<Long> persons() {
        return persons;
    }
}
