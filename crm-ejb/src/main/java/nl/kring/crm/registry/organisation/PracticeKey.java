package nl.kring.crm.registry.organisation;

import java.util.ArrayList;
import java.util.List;
import nl.kring.crm.registry.Folding;

/** One of the ways to name a practice, folded so that all spellings are one. */
record PracticeKey(Kind kind, String key) {

    enum Kind {
        AGB,
        PLACE,
        NAME
    }

    static PracticeKey agb(String agb) {
        return agb == null ? null : new PracticeKey(Kind.AGB, agb);
    }

    static PracticeKey place(String name, String postcode) {
        return Folding.fold(name).isEmpty() || postcode == null
                ? null
                : new PracticeKey(Kind.PLACE, Folding.fold(name) + "|" + postcode);
    }

    static PracticeKey name(String name) {
        return Folding.fold(name).isEmpty() ? null : new PracticeKey(Kind.NAME, Folding.fold(name));
    }

    static List<PracticeKey> all(String agb, String name, String postcode) {
        List<PracticeKey> keys = new ArrayList<>();
        keys.add(agb(agb));
        keys.add(place(name, postcode));
        keys.add(name(name));
        keys.removeIf(key -> key == null);
        return keys;
    }
}
