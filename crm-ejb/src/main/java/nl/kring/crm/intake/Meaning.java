package nl.kring.crm.intake;

import java.util.Arrays;
import java.util.Optional;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.registry.affiliation.AffiliationRole;

/**
 * What a code of a register stands for, written as GP or, where it also says in what capacity, as GP/PRACTICE_OWNER.
 *
 * @param role null when it does not say
 */
record Meaning(Profession profession, AffiliationRole role) {

    static Optional<Meaning> of(String text) {
        String[] parts = String.valueOf(text).split("/", 2);
        Optional<Profession> profession = named(Profession.values(), parts[0]);
        Optional<AffiliationRole> role =
                parts.length == 1 ? Optional.empty() : named(AffiliationRole.values(), parts[1]);
        return parts.length == 2 && role.isEmpty()
                ? Optional.empty()
                : profession.map(known -> new Meaning(known, role.orElse(null)));
    }

    private static <E extends Enum<E>> Optional<E> named(E[] values, String name) {
        return Arrays.stream(values).filter(each -> each.name().equals(name)).findFirst();
    }
}
