package nl.kring.crm.intake.matching;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What speaks for and against two clusters being one person: in each field the best of what their records say.
 *
 * @param bits logarithm of the odds, the rarity of any two records being one person included
 * @param levels by field, null where nothing can be compared
 * @param weights by field, in bits
 * @param shares by field, how common the value is on which they agree; 0 where that is not looked at
 * @param oneRegister true when some register names both
 * @param worst bits of the two records that fit together least
 */
public record Verdict(
        double bits, Level[] levels, double[] weights, double[] shares, boolean oneRegister, double worst) {

    private static final double SURE = 7;
    private static final double SURE_WITHOUT_SURNAME = 14;
    private static final double SURE_BY_BIRTH_DATE = 8;
    private static final double SURE_BY_GIVEN_NAME = 10;
    private static final double SURE_BY_TWO_SURNAMES = 12;
    private static final double SURE_ALL_THE_SAME = 14;
    private static final double DOUBTFUL = -3;
    private static final double NO_WAY = -18;

    private static final Set<Level> OF_ONE_PERSON =
            EnumSet.of(Level.BIG_EQUAL, Level.AGB_EQUAL, Level.NUMBER_EQUAL, Level.MOBILE_EQUAL, Level.EMAIL_EQUAL);
    private static final Set<Level> CALLED_SO =
            EnumSet.of(Level.GIVEN_NAME_EQUAL, Level.GIVEN_NAME_GOES_WITH, Level.GIVEN_NAME_CLOSE);

    private static final Set<Level> NEVER_ONE = EnumSet.of(Level.BIG_DIFFERS, Level.GENDER_DIFFERS);
    private static final Set<Level> NAMED_SO =
            EnumSet.of(Level.SURNAMES_EQUAL, Level.SURNAME_SHARED, Level.SURNAME_CLOSE);

    /** True when no person needs to look at it. */
    public boolean sure() {
        if (worst <= NO_WAY || bits < SURE) {
            return false;
        }
        int conflicts = conflicts();
        int identifiers = identifiers();
        boolean born = at(Field.BIRTH_DATE) == Level.BIRTH_DATE_EQUAL;
        boolean called = is(Field.GIVEN_NAME, CALLED_SO);
        boolean named = is(Field.SURNAME, NAMED_SO);
        if (conflicts == 0) {
            if (at(Field.SURNAME) == Level.SURNAME_OF_PARTNER_PERHAPS && bits < SURE_WITHOUT_SURNAME) {
                return false;
            }
            return identifiers > 0 || born && called || !oneRegister && named && sureByName(born, called);
        }
        return conflicts == 1
                && !is(Field.BIG, NEVER_ONE)
                && !is(Field.GENDER, NEVER_ONE)
                && identifiers > 0
                && identifiers + (born ? 1 : 0) > 1
                && bits >= SURE_ALL_THE_SAME;
    }

    /** Without any number or address: the name, and what else tells people of one name apart. */
    private boolean sureByName(boolean born, boolean called) {
        boolean twoSurnames = at(Field.SURNAME) == Level.SURNAMES_EQUAL;
        return born && bits >= SURE_BY_BIRTH_DATE
                || called && bits >= SURE_BY_GIVEN_NAME
                || twoSurnames && bits >= SURE_BY_TWO_SURNAMES;
    }

    /** True when somebody should look. */
    public boolean doubtful() {
        return bits >= DOUBTFUL;
    }

    /** How many things agree that belong to one person alone. */
    int identifiers() {
        int identifiers = 0;
        for (Level level : levels) {
            if (level != null && OF_ONE_PERSON.contains(level)) {
                identifiers++;
            }
        }
        return identifiers;
    }

    /** In what they are alike. */
    public List<Field> agreeing() {
        return those(Level::agrees);
    }

    /** In what they may be alike. */
    public List<Field> resembling() {
        return those(Level::leans);
    }

    /** In what they are not alike. */
    public List<Field> differing() {
        return those(Level::differs);
    }

    private List<Field> those(Predicate<Level> which) {
        return Arrays.stream(levels)
                .filter(level -> level != null && which.test(level))
                .map(Level::field)
                .toList();
    }

    private boolean is(Field field, Set<Level> one) {
        return at(field) != null && one.contains(at(field));
    }

    int conflicts() {
        int conflicts = 0;
        for (Level level : levels) {
            conflicts += level != null && level.conflicts() ? 1 : 0;
        }
        return conflicts;
    }

    Level at(Field field) {
        return levels[field.ordinal()];
    }
}
