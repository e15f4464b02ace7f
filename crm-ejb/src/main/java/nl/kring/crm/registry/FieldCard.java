package nl.kring.crm.registry;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/** Everything that is said in one field, what is shown first. */
public record FieldCard(PersonField field, List<Saying> sayings) implements Serializable {

    /** What is shown; null when nobody says anything that may be shown. */
    public Saying shown() {
        return sayings.stream().filter(Saying::shown).findFirst().orElse(null);
    }

    /** True when sources contradict each other, however each spells it. */
    public boolean disputed() {
        return sayings.stream().anyMatch(saying -> saying.hidden() == Agreement.DIFFERS)
                || sayings.stream()
                                .filter(saying -> saying.hidden() == null)
                                .map(saying -> Folding.fold(saying.prefix()) + "|" + Folding.fold(saying.value()))
                                .collect(Collectors.toSet())
                                .size()
                        > 1;
    }
}
