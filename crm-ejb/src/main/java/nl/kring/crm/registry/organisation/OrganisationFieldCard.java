package nl.kring.crm.registry.organisation;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import nl.kring.crm.registry.Agreement;
import nl.kring.crm.registry.Folding;
import nl.kring.crm.registry.Saying;

/** Everything that is said in one field of an organisation, each register once a value, what is shown first. */
public record OrganisationFieldCard(OrganisationField field, List<Saying> sayings) implements Serializable {

    /** What is shown; null when nobody says anything that may be shown. */
    public Saying shown() {
        return sayings.stream().filter(Saying::shown).findFirst().orElse(null);
    }

    /** Those who say the same as what is shown, without who is shown. */
    public List<Saying> agreeing() {
        return sayings.stream()
                .filter(each -> !each.shown()
                        && (each.hidden() == Agreement.AGREES || each.hidden() == null && isShown(each.value())))
                .toList();
    }

    /** True when sources contradict each other, however each spells it. */
    public boolean disputed() {
        return sayings.stream().anyMatch(saying -> saying.hidden() == Agreement.DIFFERS)
                || sayings.stream()
                                .filter(saying -> saying.hidden() == null)
                                .map(saying -> Folding.fold(saying.value()))
                                .collect(Collectors.toSet())
                                .size()
                        > 1;
    }

    private boolean isShown(String value) {
        return shown() != null && Folding.fold(value).equals(Folding.fold(shown().value()));
    }
}
