package nl.kring.crm.intake;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import nl.kring.crm.intake.Matcher.Claim;

/** Whether two records that share an identifier agree on the rest. */
final class Agreement {

    private Agreement() {}

    /**
     * How sure it is that they are the same person; 0 for not sure enough to link.
     *
     * @param big true when they share a BIG number, which has a check digit; an AGB code needs more beside it
     */
    static int sureness(Claim one, Claim other, boolean big) {
        boolean surname = !Collections.disjoint(one.surnames(), other.surnames());
        boolean birthDate = one.birthDate() != null && one.birthDate().equals(other.birthDate());
        boolean given = sameGivenOrInitials(one, other);
        boolean agrees = birthDate && (surname || given || big) || surname && (given || big);
        if (!agrees || contradicts(one, other)) {
            return 0;
        }
        return 1 + (big ? 4 : 0) + (birthDate ? 3 : 0) + (surname ? 2 : 0) + (given ? 1 : 0);
    }

    /** Things that one person cannot both be, whatever else is equal. */
    static boolean contradicts(Claim one, Claim other) {
        boolean gender = one.gender() != null && other.gender() != null && one.gender() != other.gender();
        boolean big = one.big() != null && other.big() != null && !one.big().equals(other.big());
        return gender || big || farApart(one.birthDate(), other.birthDate()) || differentFirstNames(one, other);
    }

    /** Initials as bare letters: "J.A." becomes "ja". */
    static String letters(String initials) {
        return initials == null
                ? ""
                : Folded.of(initials.toLowerCase(Locale.ROOT)).replace(" ", "");
    }

    private static boolean sameGivenOrInitials(Claim one, Claim other) {
        if (!one.initials().isEmpty() && !other.initials().isEmpty()) {
            return one.initials().charAt(0) == other.initials().charAt(0);
        }
        String first = one.givenName().isEmpty() ? one.initials() : one.givenName();
        String second = other.givenName().isEmpty() ? other.initials() : other.givenName();
        return !first.isEmpty() && !second.isEmpty() && first.charAt(0) == second.charAt(0);
    }

    /** Initials that begin otherwise, unless only their order differs; without initials, given names. */
    private static boolean differentFirstNames(Claim one, Claim other) {
        if (!one.initials().isEmpty() && !other.initials().isEmpty()) {
            return one.initials().charAt(0) != other.initials().charAt(0)
                    && !sorted(one.initials()).equals(sorted(other.initials()));
        }
        boolean bothGiven = !one.givenName().isEmpty() && !other.givenName().isEmpty();
        return bothGiven && one.givenName().charAt(0) != other.givenName().charAt(0);
    }

    /** True for dates that differ in more than a slip of the pen: day and month exchanged, or one of the three. */
    private static boolean farApart(LocalDate one, LocalDate other) {
        if (one == null || other == null || one.equals(other)) {
            return false;
        }
        boolean swapped = one.getYear() == other.getYear()
                && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue();
        int same = (one.getYear() == other.getYear() ? 1 : 0)
                + (one.getMonthValue() == other.getMonthValue() ? 1 : 0)
                + (one.getDayOfMonth() == other.getDayOfMonth() ? 1 : 0);
        return !swapped && same < 2;
    }

    private static String sorted(String letters) {
        char[] each = letters.toCharArray();
        Arrays.sort(each);
        return new String(each);
    }
}
