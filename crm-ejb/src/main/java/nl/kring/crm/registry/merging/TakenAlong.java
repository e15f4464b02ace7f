package nl.kring.crm.registry.merging;

import java.util.ArrayList;
import java.util.List;

/** What the components tell of their rows: all of it is then written together, in a few statements. */
abstract class TakenAlong {

    private final List<PersonRows> tables = new ArrayList<>();
    private final List<String> followers = new ArrayList<>();

    /**
     * Lets rows follow what they hang on, when all has found its place.
     *
     * @param update SQL that writes nothing else than whose they are, of the persons in {@code :persons}
     */
    public void follow(String update) {
        followers.add(update);
    }

    void add(PersonRows... all) {
        tables.addAll(List.of(all));
    }

    List<PersonRows> tables() {
        return tables;
    }

    List<String> followers() {
        return followers;
    }
}
