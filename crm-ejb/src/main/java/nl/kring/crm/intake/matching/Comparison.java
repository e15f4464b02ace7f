package nl.kring.crm.intake.matching;

import nl.kring.crm.registry.Profession;

/** Two records compared field by field. One is used again and again by one thread. */
final class Comparison {

    private static final int NONE = Codes.NONE;

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
                number(records.big[a], records.big[b], 11, Level.BIG_EQUAL, Level.BIG_CLOSE, Level.BIG_DIFFERS),
                0);
        set(
                Field.AGB,
                number(records.agb[a], records.agb[b], 8, Level.AGB_EQUAL, Level.AGB_CLOSE, Level.AGB_DIFFERS),
                0);
        set(
                Field.MOBILE,
                number(
                        records.mobile[a],
                        records.mobile[b],
                        11,
                        Level.MOBILE_EQUAL,
                        Level.MOBILE_CLOSE,
                        Level.MOBILE_DIFFERS),
                0);
        otherNumber(a, b);
        givenName(a, b);
        surname(a, b);
        birthDate(records.birthDate[a], records.birthDate[b]);
        email(records.email[a], records.email[b]);
        workplace(a, b);
        gender(a, b);
        profession(records.profession[a], records.profession[b]);
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
        int one = records.number[a];
        int other = records.number[b];
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
            boolean man = records.gender[a] == 0 || records.gender[b] == 0;
            set(Field.SURNAME, man ? Level.SURNAME_DIFFERS : Level.SURNAME_OF_PARTNER_PERHAPS, 0);
        }
    }

    /** The given name of one is a surname of the other; the other way round it at least does not contradict. */
    private boolean exchanged(int a, int b) {
        if ((records.givenLetter[a] & records.surnameLetters[b]) == 0
                && (records.givenLetter[b] & records.surnameLetters[a]) == 0) {
            return false;
        }
        int there = inSurname(records.given[a], records.surname[b]);
        int back = inSurname(records.given[b], records.surname[a]);
        return there + back >= EXACT
                && (there + back >= EXACT + SLIP
                        || there + back == EXACT && (there == 0 || back == 0) && (inGiven(a, b) || inGiven(b, a)));
    }

    private static final int SLIP = 1;
    private static final int EXACT = 2;

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
        if (records.given[b] != NONE) {
            for (int part : records.surname[a]) {
                if (GivenNames.together(
                        GivenNames.groups(records.surnames.text(part)),
                        GivenNames.groups(records.names.text(records.given[b])))) {
                    return true;
                }
            }
        }
        return false;
    }

    private void givenName(int a, int b) {
        int one = records.given[a];
        int other = records.given[b];
        boolean letters = records.initials[a] != NONE && records.initials[b] != NONE;
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
                        ? (records.firstLetters[a] & records.firstLetters[b]) != 0
                        : (GivenNames.letters(name) & GivenNames.letters(another)) != 0;
                set(Field.GIVEN_NAME, fits ? Level.GIVEN_NAME_OTHER : Level.GIVEN_NAME_DIFFERS, 0);
            }
        } else if (letters) {
            initials(records.initials[a], records.initials[b]);
        } else if (records.firstLetters[a] != 0 && records.firstLetters[b] != 0) {
            boolean fits = (records.firstLetters[a] & records.firstLetters[b]) != 0;
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
        int[] one = records.workplace[a];
        int[] other = records.workplace[b];
        double share = 1;
        boolean comparable = false;
        for (int kind = 0; kind < one.length; kind++) {
            if (one[kind] != NONE && other[kind] != NONE) {
                comparable |= kind != 4;
                if (one[kind] == other[kind]) {
                    share = Math.min(share, records.share(records.workplaces, one[kind]));
                }
            }
        }
        if (share < 1) {
            set(Field.WORKPLACE, Level.WORKPLACE_EQUAL, share);
        } else if (records.place[a] != NONE && records.place[a] == records.place[b]) {
            set(Field.WORKPLACE, Level.WORKPLACE_IN_ONE_PLACE, records.share(records.places, records.place[a]));
        } else {
            set(Field.WORKPLACE, comparable ? Level.WORKPLACE_DIFFERS : null, 0);
        }
    }

    private void gender(int a, int b) {
        boolean known = records.gender[a] != NONE && records.gender[b] != NONE;
        set(
                Field.GENDER,
                !known ? null : records.gender[a] == records.gender[b] ? Level.GENDER_EQUAL : Level.GENDER_DIFFERS,
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
