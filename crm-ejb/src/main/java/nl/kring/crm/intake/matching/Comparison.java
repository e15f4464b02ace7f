package nl.kring.crm.intake.matching;

import nl.kring.crm.registry.Profession;

/** Two records compared field by field. One is used again and again by one thread. */
final class Comparison {

    private static final int NONE = Codes.NONE;
    private static final int SLIP = 1;
    private static final int EXACT = 2;

    /** Professions by what they are trained for; a register seldom says more. */
    private static final int[] TRAININGS = new int[Profession.values().length];

    static {
        for (Profession profession : Profession.values()) {
            TRAININGS[profession.ordinal()] = switch (profession) {
                case GP, GP_TRAINEE, LOCUM_GP -> 0;
                case PN_SOMATIC, PN_MENTAL, PN, NURSE, NURSE_SPECIALIST, PHYSICIAN_ASSISTANT -> 1;
                case DOCTORS_ASSISTANT, TRIAGE_ASSISTANT, PRACTICE_MANAGER -> 2;
                case OTHER -> NONE;
                default -> 100 + profession.ordinal();
            };
        }
    }

    private final Records records;

    /** How they compare, by field; null where one of them says nothing. */
    final Level[] levels = new Level[Field.ALL.length];
    /** How common the value is on which they agree; 0 where that does not count. */
    final double[] shares = new double[Field.ALL.length];

    Comparison(Records records) {
        this.records = records;
    }

    void compare(int a, int b) {
        set(
                Field.BIG,
                number(
                        records.number(a, Rows.BIG),
                        records.number(b, Rows.BIG),
                        11,
                        Level.BIG_EQUAL,
                        Level.BIG_CLOSE,
                        Level.BIG_DIFFERS),
                0);
        set(
                Field.AGB,
                number(
                        records.number(a, Rows.AGB),
                        records.number(b, Rows.AGB),
                        8,
                        Level.AGB_EQUAL,
                        Level.AGB_CLOSE,
                        Level.AGB_DIFFERS),
                0);
        set(
                Field.MOBILE,
                number(
                        records.number(a, Rows.MOBILE),
                        records.number(b, Rows.MOBILE),
                        11,
                        Level.MOBILE_EQUAL,
                        Level.MOBILE_CLOSE,
                        Level.MOBILE_DIFFERS),
                0);
        otherNumber(a, b);
        givenName(a, b);
        surname(a, b);
        birthDate(records.get(a, Rows.BIRTH_DATE), records.get(b, Rows.BIRTH_DATE));
        email(records.get(a, Rows.EMAIL), records.get(b, Rows.EMAIL));
        workplace(a, b);
        gender(a, b);
        profession(records.get(a, Rows.PROFESSION), records.get(b, Rows.PROFESSION));
    }

    private void set(Field field, Level level, double share) {
        levels[field.ordinal()] = level;
        shares[field.ordinal()] = share;
    }

    private static Level number(long one, long other, int digits, Level equal, Level close, Level differs) {
        if (one == NONE || other == NONE) {
            return null;
        }
        return one == other ? equal : oneDigitOff(one, other, digits) ? close : differs;
    }

    /** One digit is another one, or two neighbours are exchanged. */
    static boolean oneDigitOff(long one, long other, int digits) {
        long x = one;
        long y = other;
        int different = 0;
        int firstAt = 0;
        long first = 0;
        long second = 0;
        for (int at = 0; at < digits; at++) {
            long d = x % 10;
            long e = y % 10;
            if (d != e) {
                different++;
                if (different == 1) {
                    firstAt = at;
                    first = d;
                    second = e;
                } else if (different > 2 || at != firstAt + 1 || d != second || e != first) {
                    return false;
                }
            }
            x /= 10;
            y /= 10;
        }
        return different > 0;
    }

    private void otherNumber(int a, int b) {
        long one = records.number(a, Rows.NUMBER);
        long other = records.number(b, Rows.NUMBER);
        Level level = null;
        if (one != NONE && other != NONE) {
            level = one == other
                    ? Level.NUMBER_EQUAL
                    : Likeness.oneEdit(
                                    records.claims.get(a).number(),
                                    records.claims.get(b).number())
                            ? Level.NUMBER_CLOSE
                            : Level.NUMBER_DIFFERS;
        }
        set(Field.NUMBER, level, 0);
    }

    private void surname(int a, int b) {
        int[] one = records.surname[a];
        int[] other = records.surname[b];
        if (one.length == 0 || other.length == 0) {
            set(Field.SURNAME, null, 0);
            return;
        }
        double share = 1;
        double all = 1;
        int same = 0;
        for (int i = 0, j = 0; i < one.length && j < other.length; ) {
            if (one[i] == other[j]) {
                double part = records.share(records.surnames, one[i]);
                share = Math.min(share, part);
                all *= part;
                same++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        if (same > 1) {
            set(Field.SURNAME, Level.SURNAMES_EQUAL, Math.max(all, 1e-6));
        } else if (same == 1) {
            set(Field.SURNAME, Level.SURNAME_SHARED, share);
        } else if (records.mayMeet(one, other)) {
            set(Field.SURNAME, Level.SURNAME_CLOSE, 0);
        } else if (exchanged(a, b)) {
            set(Field.SURNAME, Level.SURNAME_IN_GIVEN_NAME, 0);
            set(Field.GIVEN_NAME, null, 0);
        } else {
            boolean man = records.get(a, Rows.GENDER) == 0 || records.get(b, Rows.GENDER) == 0;
            set(Field.SURNAME, man ? Level.SURNAME_DIFFERS : Level.SURNAME_OF_PARTNER_PERHAPS, 0);
        }
    }

    /** The given name of one is a surname of the other; the other way round it at least does not contradict. */
    private boolean exchanged(int a, int b) {
        if ((records.get(a, Rows.GIVEN_LETTER) & records.get(b, Rows.SURNAME_LETTERS)) == 0
                && (records.get(b, Rows.GIVEN_LETTER) & records.get(a, Rows.SURNAME_LETTERS)) == 0) {
            return false;
        }
        int there = inSurname(records.get(a, Rows.GIVEN), records.surname[b]);
        int back = inSurname(records.get(b, Rows.GIVEN), records.surname[a]);
        int both = there + back;
        return both > EXACT || both == EXACT && there != back && (inGiven(a, b) || inGiven(b, a));
    }

    private int inSurname(int given, int[] surname) {
        int best = 0;
        if (given != NONE) {
            String name = records.names.text(given);
            for (int part : surname) {
                String text = records.surnames.text(part);
                best = Math.max(best, text.equals(name) ? EXACT : Likeness.mayBeSlip(text, name) ? SLIP : 0);
            }
        }
        return best;
    }

    /** A surname of the first goes with the given name of the second, as daily names do. */
    private boolean inGiven(int a, int b) {
        if (records.get(b, Rows.GIVEN) != NONE) {
            for (int part : records.surname[a]) {
                if (GivenNames.together(
                        GivenNames.groups(records.surnames.text(part)),
                        GivenNames.groups(records.names.text(records.get(b, Rows.GIVEN))))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void givenName(int a, int b) {
        int one = records.get(a, Rows.GIVEN);
        int other = records.get(b, Rows.GIVEN);
        boolean letters = records.get(a, Rows.INITIALS) != NONE && records.get(b, Rows.INITIALS) != NONE;
        if (one != NONE && other != NONE) {
            if (one == other) {
                set(Field.GIVEN_NAME, Level.GIVEN_NAME_EQUAL, records.share(records.names, one));
                return;
            }
            String name = records.names.text(one);
            String another = records.names.text(other);
            if (GivenNames.together(records.nameGroups.get(one), records.nameGroups.get(other))) {
                set(Field.GIVEN_NAME, Level.GIVEN_NAME_GOES_WITH, 0);
            } else if (records.names.mayBeAlike(one, other) && Likeness.mayBeSlip(name, another)) {
                set(Field.GIVEN_NAME, Level.GIVEN_NAME_CLOSE, 0);
            } else {
                boolean fits = letters
                        ? (records.get(a, Rows.FIRST_LETTERS) & records.get(b, Rows.FIRST_LETTERS)) != 0
                        : (GivenNames.letters(name) & GivenNames.letters(another)) != 0;
                set(Field.GIVEN_NAME, fits ? Level.GIVEN_NAME_OTHER : Level.GIVEN_NAME_DIFFERS, 0);
            }
        } else if (letters) {
            initials(records.get(a, Rows.INITIALS), records.get(b, Rows.INITIALS));
        } else if (records.get(a, Rows.FIRST_LETTERS) != 0 && records.get(b, Rows.FIRST_LETTERS) != 0) {
            boolean fits = (records.get(a, Rows.FIRST_LETTERS) & records.get(b, Rows.FIRST_LETTERS)) != 0;
            set(Field.GIVEN_NAME, fits ? Level.INITIAL_OF_GIVEN_NAME : Level.GIVEN_NAME_DIFFERS, 0);
        } else {
            set(Field.GIVEN_NAME, null, 0);
        }
    }

    private void initials(int one, int other) {
        String letters = records.letters.text(one);
        String others = records.letters.text(other);
        if (one == other) {
            boolean many = letters.length() > 1;
            set(
                    Field.GIVEN_NAME,
                    many ? Level.INITIALS_EQUAL : Level.INITIAL_EQUAL,
                    many ? records.share(records.letters, one) : 0);
        } else if (letters.startsWith(others) || others.startsWith(letters)) {
            set(Field.GIVEN_NAME, Level.INITIAL_EQUAL, 0);
        } else if (letters.charAt(0) == others.charAt(0) || exchangedFirst(letters, others)) {
            set(Field.GIVEN_NAME, Level.INITIALS_MIXED, 0);
        } else {
            set(Field.GIVEN_NAME, Level.GIVEN_NAME_DIFFERS, 0);
        }
    }

    private static boolean exchangedFirst(String letters, String others) {
        return letters.length() > 1
                && others.length() > 1
                && letters.charAt(0) == others.charAt(1)
                && letters.charAt(1) == others.charAt(0);
    }

    private void birthDate(int one, int other) {
        set(Field.BIRTH_DATE, one == 0 || other == 0 ? null : dates(one, other), 0);
    }

    private static Level dates(int one, int other) {
        if (one == other) {
            return Level.BIRTH_DATE_EQUAL;
        }
        int year = one / 10_000;
        int otherYear = other / 10_000;
        int month = one / 100 % 100;
        int otherMonth = other / 100 % 100;
        int day = one % 100;
        int otherDay = other % 100;
        if (year == otherYear && (one % 10_000 == 101 || other % 10_000 == 101)) {
            return Level.BIRTH_DATE_YEAR_ONLY;
        }
        if (year == otherYear && month == otherDay && day == otherMonth) {
            return Level.BIRTH_DATE_EXCHANGED;
        }
        int same = (year == otherYear ? 1 : 0) + (month == otherMonth ? 1 : 0) + (day == otherDay ? 1 : 0);
        if (same < 2) {
            return Level.BIRTH_DATE_DIFFERS;
        }
        boolean slip = year != otherYear
                ? slip(year, otherYear)
                : month == otherMonth ? slip(day, otherDay) : slip(month, otherMonth);
        return slip
                ? Level.BIRTH_DATE_ONE_SLIP
                : year == otherYear ? Level.BIRTH_DATE_TWO_OF_THREE : Level.BIRTH_DATE_DIFFERS;
    }

    /** Numbers of which one digit differs, or that are one or ten apart, or whose last two digits are exchanged. */
    private static boolean slip(int one, int other) {
        int apart = Math.abs(one - other);
        return apart == 1 || apart == 10 || oneDigitOff(one, other, 4);
    }

    private void email(int one, int other) {
        if (one == NONE || other == NONE) {
            set(Field.EMAIL, null, 0);
        } else if (one == other) {
            set(Field.EMAIL, Level.EMAIL_EQUAL, 0);
        } else {
            boolean close = records.emails.mayBeAlike(one, other)
                    && Likeness.oneEdit(records.emails.text(one), records.emails.text(other));
            set(Field.EMAIL, close ? Level.EMAIL_CLOSE : Level.EMAIL_DIFFERS, 0);
        }
    }

    /** The rarest thing about the place of work in which they agree counts, and nothing beside it. */
    private void workplace(int a, int b) {
        double share = 1;
        boolean comparable = false;
        for (int kind = Rows.WORKPLACE; kind < Rows.WORKPLACE + Rows.KINDS_OF_WORKPLACE; kind++) {
            int one = records.get(a, kind);
            int other = records.get(b, kind);
            if (one != NONE && other != NONE) {
                comparable |= kind != Rows.WORKPLACE + 4;
                if (one == other) {
                    share = Math.min(share, records.share(records.workplaces, one));
                }
            }
        }
        if (share < 1) {
            set(Field.WORKPLACE, Level.WORKPLACE_EQUAL, share);
        } else if (records.get(a, Rows.PLACE) != NONE && records.get(a, Rows.PLACE) == records.get(b, Rows.PLACE)) {
            set(
                    Field.WORKPLACE,
                    Level.WORKPLACE_IN_ONE_PLACE,
                    records.share(records.places, records.get(a, Rows.PLACE)));
        } else {
            set(Field.WORKPLACE, comparable ? Level.WORKPLACE_DIFFERS : null, 0);
        }
    }

    private void gender(int a, int b) {
        boolean known = records.get(a, Rows.GENDER) != NONE && records.get(b, Rows.GENDER) != NONE;
        set(
                Field.GENDER,
                !known
                        ? null
                        : records.get(a, Rows.GENDER) == records.get(b, Rows.GENDER)
                                ? Level.GENDER_EQUAL
                                : Level.GENDER_DIFFERS,
                0);
    }

    private void profession(int one, int other) {
        if (one == NONE || other == NONE) {
            set(Field.PROFESSION, null, 0);
        } else if (one == other) {
            set(Field.PROFESSION, Level.PROFESSION_EQUAL, records.shareOfProfession(one));
        } else {
            boolean related = TRAININGS[one] == TRAININGS[other] && TRAININGS[one] != NONE;
            set(Field.PROFESSION, related ? Level.PROFESSION_RELATED : Level.PROFESSION_DIFFERS, 0);
        }
    }
}
