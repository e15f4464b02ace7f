package nl.kring.crm.registry.organisation;

/**
 * How well two mentions go together. Two things that do not depend on each other must agree: the code of the practice with
 * its name or address, or the name with the address or the telephone. What contradicts is no fit.
 */
final class Fit {

    static final int NONE = 0;
    private static final int CODE = 10;
    private static final int EQUAL = 3;
    private static final int CLOSE = 2;

    private Fit() {}

    static int of(Mention one, Mention other) {
        if (one.agb() != null && other.agb() != null) {
            return one.agb().equals(other.agb()) ? byCode(one, other) : NONE;
        }
        return byName(one, other);
    }

    /** The code alone is enough, unless both the name and the address are of another practice. */
    private static int byCode(Mention one, Mention other) {
        boolean named = one.name() != null && other.name() != null;
        PracticeName.Likeness name = named ? one.name().like(other.name()) : null;
        Mention.Nearness near = one.near(other);
        boolean contradicted = name == PracticeName.Likeness.DIFFERS && near == Mention.Nearness.ELSEWHERE;
        return contradicted && !one.samePhone(other)
                ? NONE
                : CODE + (named ? of(name) : 0) + (near == Mention.Nearness.SAME ? EQUAL : 0);
    }

    /** Codes aside. */
    static int byName(Mention one, Mention other) {
        if (one.name() == null || other.name() == null) {
            return NONE;
        }
        PracticeName.Likeness name = one.name().like(other.name());
        Mention.Nearness near = one.near(other);
        boolean phone = one.samePhone(other);
        if (name == PracticeName.Likeness.DIFFERS || near == null && !phone) {
            return NONE;
        }
        if (near == Mention.Nearness.ELSEWHERE) {
            return phone && name == PracticeName.Likeness.EQUAL ? of(name) : NONE;
        }
        if (near == Mention.Nearness.CLOSE
                && !phone
                && (name == PracticeName.Likeness.CLOSE || one.otherPhone(other))) {
            return NONE;
        }
        int place = near == Mention.Nearness.SAME ? EQUAL : near == Mention.Nearness.CLOSE ? CLOSE : 0;
        return of(name) + place + (phone ? EQUAL : 0);
    }

    /** True when the code of the first is likely to be a slip, or pasted from elsewhere: everything else is of the other. */
    static boolean butForTheCode(Mention one, Mention other) {
        if (one.name() == null || other.name() == null || one.near(other) != Mention.Nearness.SAME) {
            return false;
        }
        PracticeName.Likeness name = one.name().like(other.name());
        return name != PracticeName.Likeness.DIFFERS
                && (Mention.oneDigitOff(one.agb(), other.agb())
                        || name == PracticeName.Likeness.EQUAL && one.samePhone(other));
    }

    private static int of(PracticeName.Likeness name) {
        return switch (name) {
            case EQUAL -> EQUAL;
            case SAME_BUT_KIND, CLOSE -> CLOSE;
            case DIFFERS -> 0;
        };
    }
}
