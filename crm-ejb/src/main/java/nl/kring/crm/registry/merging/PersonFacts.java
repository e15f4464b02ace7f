package nl.kring.crm.registry.merging;

import java.util.ArrayList;
import java.util.List;

/** Somebody wants to know what belongs to persons; who owns rows of theirs tells. */
public final class PersonFacts {

    private final List<PersonRows> tables = new ArrayList<>();

    /** Tells of which rows it is. */
    public void tell(PersonRows... all) {
        tables.addAll(List.of(all));
    }

    List<PersonRows> tables() {
        return tables;
    }
}
