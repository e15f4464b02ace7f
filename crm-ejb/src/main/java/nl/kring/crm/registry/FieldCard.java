package nl.kring.crm.registry;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/** Everything that is said in one field, what is shown first. */
public record FieldCard(PersonField field, List<Saying> sayings) implements Serializable {

    /** What is shown; null when nobody says anything that may be shown. */
    public Saying shown() {
        return sayings.stream().filter(Saying::shown).findFirst().orElse(null);
    }

    /** What is shown side by side: one in each slot that has a value. */
    public List<Saying> allShown() {
        return sayings.stream()
                .filter(saying -> saying.shown() && saying.value() != null)
                .toList();
    }

    /** What the reader's own organisation keeps to itself here, and holds. */
    public List<Saying> own() {
        return sayings.stream()
                .filter(saying -> saying.kept() && saying.hidden() == null && saying.holds() && saying.value() != null)
                .toList();
    }

    /** True when sources contradict each other about the same thing, however each spells it. */
    public boolean disputed() {
        return sayings.stream().anyMatch(saying -> saying.hidden() == Agreement.DIFFERS)
                || sayings.stream()
                        .filter(Saying::shown)
                        .anyMatch(shown -> !differing(shown).isEmpty());
    }

    /** Codes of the other organisations that say the same as what is shown. */
    public List<String> agreeing(Saying shown) {
        return others(shown)
                .filter(other -> other.hidden() == null ? other.sameAs(shown) : other.hidden() == Agreement.AGREES)
                .map(Saying::organisation)
                .distinct()
                .toList();
    }

    /** Codes of the other organisations that say something else. */
    public List<String> differing(Saying shown) {
        return others(shown)
                .filter(other -> other.hidden() == null ? !other.sameAs(shown) : other.hidden() == Agreement.DIFFERS)
                .map(Saying::organisation)
                .distinct()
                .toList();
    }

    private Stream<Saying> others(Saying shown) {
        return sayings.stream()
                .filter(other -> other != shown && other.holds())
                .filter(other -> other.hidden() != null || other.slot().equals(shown.slot()) && !other.kept());
    }
}
