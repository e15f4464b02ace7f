package nl.kring.crm.intake.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.IntToLongFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.kring.crm.registry.Gender;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.registry.SharedMailboxes;

/**
 * Claims as columns of numbers, sorted by register and key, so that a record's place is also its rank when all else is equal.
 * A value that more than two families use is nobody's: it is left out.
 */
final class Records {

    static final int NONE = Codes.NONE;
    private static final int MOST_FAMILIES = 2;
    private static final int MOST_DIGITS = 11;
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
    private static final Pattern FUNCTION_MAILBOX = Pattern.compile(SharedMailboxes.OF_A_FUNCTION + ".*");

    final List<Claim> claims;
    final int size;
    final Codes surnames = new Codes();
    final Codes names = new Codes();
    final List<int[]> nameGroups = new ArrayList<>();
    final Codes letters = new Codes();
    final Codes emails = new Codes();
    final Codes places = new Codes();
    final Codes workplaces = new Codes();

    final int[] register;
    final int[][] surname;
    final String[] postcode;
    private final Rows rows;
    private final int[] professions = new int[Profession.values().length];
    private int withProfession;

    /** How many records there are, also those that are not here. */
    private int population;

    Records(Collection<Claim> unsorted) {
        this(unsorted, Set.of());
        population = size;
    }

    /** One record that is nowhere yet and some that are, of a register of which is known how common everything is. */
    Records(Collection<Claim> some, Claim fresh, Shares shares) {
        this(Stream.concat(some.stream(), Stream.of(fresh)).toList(), shares.practiceCodes());
        Records one = new Records(List.of(fresh));
        population = shares.size() + 1;
        surnames.count(Shares.SURNAME, shares, one.surnames);
        names.count(Shares.GIVEN_NAME, shares, one.names);
        letters.count(Shares.INITIALS, shares, one.letters);
        workplaces.count(Shares.WORKPLACE, shares, one.workplaces);
        places.count(Shares.PLACE, shares, one.places);
        withProfession = 0;
        for (Profession each : Profession.values()) {
            professions[each.ordinal()] =
                    shares.seen().getOrDefault(new Shares.Value(Shares.PROFESSION, each.name()), 0)
                            + (each == fresh.profession() ? 1 : 0);
            withProfession += professions[each.ordinal()];
        }
    }

    private Records(Collection<Claim> unsorted, Set<String> knownPracticeCodes) {
        claims = new ArrayList<>(unsorted);
        claims.sort(Comparator.comparing(Claim::register).thenComparing(Claim::key));
        size = claims.size();
        register = new int[size];
        surname = new int[size][];
        postcode = new String[size];
        rows = new Rows(size);
        Codes registers = new Codes();
        Codes numbers = new Codes();
        Set<Long> practiceCodes = new HashSet<>();
        claims.forEach(claim -> practiceCodes.add(digits(claim.practiceAgb())));
        knownPracticeCodes.forEach(code -> practiceCodes.add(digits(code)));
        for (int at = 0; at < size; at++) {
            Claim claim = claims.get(at);
            register[at] = registers.add(claim.register());
            name(at, claim);
            rows.set(at, Rows.BIRTH_DATE, claim.birthDate() == null ? 0 : day(claim.birthDate()));
            rows.setNumber(at, Rows.BIG, digits(claim.big()));
            long code = digits(claim.agb());
            rows.setNumber(at, Rows.AGB, practiceCodes.contains(code) ? NONE : code);
            rows.setNumber(at, Rows.NUMBER, numbers.add(claim.number()));
            rows.setNumber(at, Rows.MOBILE, digits(claim.mobile()));
            rows.set(
                    at,
                    Rows.EMAIL,
                    claim.email() == null
                                    || FUNCTION_MAILBOX.matcher(claim.email()).matches()
                            ? NONE
                            : emails.add(claim.email()));
            place(at, claim);
            rows.set(
                    at,
                    Rows.GENDER,
                    claim.gender() == null || claim.gender() == Gender.OTHER
                            ? NONE
                            : claim.gender().ordinal());
            rows.set(
                    at,
                    Rows.PROFESSION,
                    claim.profession() == null ? NONE : claim.profession().ordinal());
            if (claim.profession() != null) {
                professions[claim.profession().ordinal()]++;
                withProfession++;
            }
        }
        for (int name = 0; name < names.size(); name++) {
            nameGroups.add(GivenNames.groups(names.text(name)));
        }
        withoutShared(at -> rows.number(at, Rows.BIG), at -> rows.setNumber(at, Rows.BIG, NONE));
        withoutShared(at -> rows.number(at, Rows.AGB), at -> rows.setNumber(at, Rows.AGB, NONE));
        withoutShared(at -> rows.number(at, Rows.MOBILE), at -> rows.setNumber(at, Rows.MOBILE, NONE));
        withoutShared(at -> rows.get(at, Rows.EMAIL), at -> rows.set(at, Rows.EMAIL, NONE));
    }

    private void name(int at, Claim claim) {
        Set<String> parts = NameParts.telling(claim.birthName(), claim.partnerName());
        String other =
                NameParts.surnameInAddress(claim.email(), claim.givenName(), NameParts.letters(claim.initials()));
        if (!other.isEmpty() && parts.stream().noneMatch(part -> Likeness.mayBeSlip(part, other))) {
            parts.add(other);
        }
        rows.set(
                at,
                Rows.SURNAME_LETTERS,
                parts.stream().mapToInt(GivenNames::bit).reduce(0, (some, more) -> some | more));
        surname[at] = parts.stream().mapToInt(surnames::add).sorted().toArray();
        String bare = NameParts.letters(claim.initials());
        String first = NameParts.first(claim.givenName());
        if (first.isEmpty()) {
            first = NameParts.inAddress(claim.email(), parts, bare);
        }
        int given = names.add(first.length() > 1 ? first : null);
        rows.set(at, Rows.GIVEN, given);
        rows.set(at, Rows.GIVEN_LETTER, given == NONE ? 0 : GivenNames.bit(first));
        rows.set(at, Rows.INITIALS, letters.add(bare));
        rows.set(at, Rows.FIRST_LETTERS, GivenNames.bit(bare) | (bare.isEmpty() ? GivenNames.letters(first) : 0));
    }

    private void place(int at, Claim claim) {
        postcode[at] = claim.postcode() == null ? null : claim.postcode().replace(" ", "");
        rows.set(at, Rows.PLACE, places.add(NameParts.folded(claim.place())));
        String domain = claim.email() == null
                ? null
                : claim.email().substring(claim.email().indexOf('@') + 1);
        String name = NameParts.folded(claim.practiceName());
        int[] workplace = {
            workplaces.add(prefixed("a", claim.practiceAgb())),
            workplaces.add(prefixed("n", name)),
            workplaces.add(prefixed("t", claim.phone())),
            workplaces.add(prefixed("p", postcode[at])),
            workplaces.add(prefixed("d", domain)),
            workplaces.add(address(claim))
        };
        for (int kind = 0; kind < Rows.KINDS_OF_WORKPLACE; kind++) {
            rows.set(at, Rows.WORKPLACE + kind, workplace[kind]);
        }
    }

    private String address(Claim claim) {
        String street = NameParts.folded(claim.street());
        return street.isEmpty() || claim.houseNumber() == null
                ? null
                : "h" + street + claim.houseNumber() + NameParts.folded(claim.place());
    }

    private static String prefixed(String kind, String text) {
        return text == null || text.isEmpty() ? null : kind + text;
    }

    /** A value under which more families stand than can be of one person. */
    private void withoutShared(IntToLongFunction values, IntConsumer leave) {
        Longs used = new Longs();
        for (int at = 0; at < size; at++) {
            if (values.applyAsLong(at) != NONE) {
                used.add(values.applyAsLong(at) << Blocks.ROW_BITS | at);
            }
        }
        used.runs(Blocks.ROW_BITS, (from, until) -> {
            if (until - from > MOST_FAMILIES && isShared(used, from, until)) {
                for (int at = from; at < until; at++) {
                    leave.accept((int) (used.get(at) & Blocks.ROW));
                }
            }
        });
    }

    private boolean isShared(Longs used, int from, int until) {
        List<int[]> families = new ArrayList<>();
        for (int at = from; at < until; at++) {
            int[] family = surname[(int) (used.get(at) & Blocks.ROW)];
            if (families.stream().noneMatch(seen -> NameParts.meet(seen, family) || mayMeet(seen, family))) {
                families.add(family);
            }
        }
        return families.size() > MOST_FAMILIES;
    }

    /** True when a part of one may be a part of the other written wrongly. */
    boolean mayMeet(int[] one, int[] other) {
        for (int part : one) {
            for (int another : other) {
                if (surnames.mayBeAlike(part, another)
                        && Likeness.mayBeSlip(surnames.text(part), surnames.text(another))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What is known of a record; NONE, or 0 for letters and dates, when it is not. */
    int get(int row, int what) {
        return rows.get(row, what);
    }

    long number(int row, int which) {
        return rows.number(row, which);
    }

    /** How much of the records have this profession. */
    double shareOfProfession(int which) {
        return (double) professions[which] / withProfession;
    }

    double share(Codes codes, int code) {
        return Math.max(2.0, codes.seen(code)) / Math.max(population, 2);
    }

    /** How common everything is here. */
    Shares shares() {
        Map<Shares.Value, Integer> seen = new HashMap<>();
        surnames.tell(Shares.SURNAME, seen);
        names.tell(Shares.GIVEN_NAME, seen);
        letters.tell(Shares.INITIALS, seen);
        workplaces.tell(Shares.WORKPLACE, seen);
        places.tell(Shares.PLACE, seen);
        for (Profession each : Profession.values()) {
            if (professions[each.ordinal()] > 0) {
                seen.put(new Shares.Value(Shares.PROFESSION, each.name()), professions[each.ordinal()]);
            }
        }
        return new Shares(size, seen, Set.of());
    }

    /** The last eleven digits, which are all of a Dutch number; whatever has none says nothing. */
    private static long digits(String text) {
        String digits = text == null ? "" : NO_DIGIT.matcher(text).replaceAll("");
        return digits.isEmpty() ? NONE : Long.parseLong(digits.substring(Math.max(0, digits.length() - MOST_DIGITS)));
    }

    private static int day(LocalDate date) {
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }
}
