package nl.kring.crm.registry;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parts of a Dutch name, and how they read together: as it is shown and as it is sorted. */
record PersonName(
        String birthName,
        String birthPrefix,
        String partnerName,
        String partnerPrefix,
        NameUsage usage,
        String initials,
        String givenName) {

    /** As on a list of participants: {@code J.P. (Jan) van der Berg-Jansen}. */
    String display() {
        String given = initials == null ? givenName : givenName == null ? initials : initials + " (" + givenName + ")";
        return joined(" ", given, surname());
    }

    /** As in an index, under the main part of the first surname: {@code Berg-Jansen, van der, J.P.}. */
    String sort() {
        String first = partnerFirst() ? partnerName : birthName;
        String prefix = partnerFirst() ? partnerPrefix : birthPrefix;
        return joined(", ", joined("-", first, second()), prefix, initials == null ? givenName : initials);
    }

    /** The same folded, with a wider gap where the comma stands, so that all of one surname come before its doubles. */
    String sortKey() {
        return Stream.of(sort().split(", ")).map(Folding::fold).collect(Collectors.joining("  "));
    }

    private String surname() {
        String first = partnerFirst() ? joined(" ", partnerPrefix, partnerName) : joined(" ", birthPrefix, birthName);
        return joined("-", first, second());
    }

    /** The surname after the hyphen with its prefix, if there are two. */
    private String second() {
        return switch (effectiveUsage()) {
            case PARTNER_OWN -> joined(" ", birthPrefix, birthName);
            case OWN_PARTNER -> joined(" ", partnerPrefix, partnerName);
            default -> "";
        };
    }

    private boolean partnerFirst() {
        return effectiveUsage() == NameUsage.PARTNER || effectiveUsage() == NameUsage.PARTNER_OWN;
    }

    /** The wish as far as the names for it are known. */
    private NameUsage effectiveUsage() {
        if (partnerName == null) {
            return NameUsage.OWN;
        }
        if (birthName == null) {
            return NameUsage.PARTNER;
        }
        return usage == null ? NameUsage.OWN : usage;
    }

    private static String joined(String between, String... parts) {
        return Stream.of(parts).filter(part -> part != null && !part.isEmpty()).collect(Collectors.joining(between));
    }
}
