package nl.kring.crm.intake.matching;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.kring.crm.registry.Gender;
import nl.kring.crm.registry.Profession;

/**
 * Claims as columns of numbers, sorted by register and key, so that a record's place is also its rank when all else is equal.
 * A value that more than two families use is nobody's: it is left out.
 */
final class Records {

    static final int NONE = Codes.NONE;
    private static final int MOST_FAMILIES = 2;
    private static final int MOST_DIGITS = 11;
    private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");
    private static final Pattern FUNCTION_MAILBOX = Pattern.compile(
            "(info|praktijk|huisarts(en)?|huisartsenpraktijk|apotheek|assistente?n?|receptie|balie|secretariaat|"
                    + "administratie|kantoor|post|mail|contact|office|planning|team|hap|poh|doktersassistente?)[0-9]*@.*");

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
    final int[] given;
    final int[] givenLetter;
    final int[] initials;
    final int[] firstLetters;
    final int[] surnameLetters;
    final int[] birthDate;
    final long[] big;
    final long[] agb;
    final int[] number;
    final long[] mobile;
    final int[] email;
    final int[][] workplace;
    final int[] place;
    final String[] postcode;
    final byte[] gender;
    final byte[] profession;
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
        given = new int[size];
        givenLetter = new int[size];
        initials = new int[size];
        firstLetters = new int[size];
        surnameLetters = new int[size];
        birthDate = new int[size];
        big = new long[size];
        agb = new long[size];
        number = new int[size];
        mobile = new long[size];
        email = new int[size];
        workplace = new int[size][];
        place = new int[size];
        postcode = new String[size];
        gender = new byte[size];
        profession = new byte[size];
        Codes registers = new Codes();
        Codes numbers = new Codes();
        Set<Long> practiceCodes = new HashSet<>();
        claims.forEach(claim -> practiceCodes.add(digits(claim.practiceAgb())));
        knownPracticeCodes.forEach(code -> practiceCodes.add(digits(code)));
        for (int at = 0; at < size; at++) {
            Claim claim = claims.get(at);
            register[at] = registers.add(claim.register());
            name(at, claim);
            birthDate[at] = claim.birthDate() == null ? 0 : day(claim.birthDate());
            big[at] = digits(claim.big());
            long code = digits(claim.agb());
            agb[at] = practiceCodes.contains(code) ? NONE : code;
            number[at] = numbers.add(claim.number());
            mobile[at] = digits(claim.mobile());
            email[at] = claim.email() == null
                            || FUNCTION_MAILBOX.matcher(claim.email()).matches()
                    ? NONE
                    : emails.add(claim.email());
            place(at, claim);
            gender[at] = (byte)
                    (claim.gender() == null || claim.gender() == Gender.OTHER
                            ? NONE
                            : claim.gender().ordinal());
            profession[at] = (byte)
                    (claim.profession() == null ? NONE : claim.profession().ordinal());
            if (claim.profession() != null) {
                professions[profession[at]]++;
                withProfession++;
            }
        }
        for (int name = 0; name < names.size(); name++) {
            nameGroups.add(GivenNames.groups(names.text(name)));
        }
        withoutShared(big);
        withoutShared(agb);
        withoutShared(mobile);
        withoutShared(email);
    }

    private void name(int at, Claim claim) {
        Set<String> parts = NameParts.telling(claim.birthName(), claim.partnerName());
        String other =
                NameParts.surnameInAddress(claim.email(), claim.givenName(), NameParts.letters(claim.initials()));
        if (!other.isEmpty() && parts.stream().noneMatch(part -> Likeness.mayBeSlip(part, other))) {
            parts.add(other);
        }
        parts.forEach(part -> surnameLetters[at] |= GivenNames.bit(part));
        surname[at] = parts.stream().mapToInt(surnames::add).sorted().toArray();
        String bare = NameParts.letters(claim.initials());
        String first = NameParts.first(claim.givenName());
        if (first.isEmpty()) {
            first = NameParts.inAddress(claim.email(), parts, bare);
        }
        given[at] = names.add(first.length() > 1 ? first : null);
        givenLetter[at] = given[at] == NONE ? 0 : GivenNames.bit(first);
        initials[at] = letters.add(bare);
        firstLetters[at] = GivenNames.bit(bare) | (bare.isEmpty() ? GivenNames.letters(first) : 0);
    }

    private void place(int at, Claim claim) {
        postcode[at] = claim.postcode() == null ? null : claim.postcode().replace(" ", "");
        place[at] = places.add(NameParts.folded(claim.place()));
        String domain = claim.email() == null
                ? null
                : claim.email().substring(claim.email().indexOf('@') + 1);
        String name = NameParts.folded(claim.practiceName());
        workplace[at] = new int[] {
            workplaces.add(prefixed("a", claim.practiceAgb())),
            workplaces.add(prefixed("n", name)),
            workplaces.add(prefixed("t", claim.phone())),
            workplaces.add(prefixed("p", postcode[at])),
            workplaces.add(prefixed("d", domain)),
            workplaces.add(address(claim))
        };
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
    private void withoutShared(long[] values) {
        Longs rows = new Longs();
        for (int at = 0; at < size; at++) {
            if (values[at] != NONE) {
                rows.add(values[at] << Blocks.ROW_BITS | at);
            }
        }
        rows.sort();
        for (int from = 0; from < rows.size(); ) {
            int until = from + 1;
            while (until < rows.size() && rows.get(until) >>> Blocks.ROW_BITS == rows.get(from) >>> Blocks.ROW_BITS) {
                until++;
            }
            if (until - from > MOST_FAMILIES && isShared(rows, from, until)) {
                for (int at = from; at < until; at++) {
                    values[(int) (rows.get(at) & Blocks.ROW)] = NONE;
                }
            }
            from = until;
        }
    }

    private void withoutShared(int[] codes) {
        long[] values = Arrays.stream(codes).asLongStream().toArray();
        withoutShared(values);
        for (int at = 0; at < size; at++) {
            codes[at] = (int) values[at];
        }
    }

    private boolean isShared(Longs rows, int from, int until) {
        List<int[]> families = new ArrayList<>();
        for (int at = from; at < until; at++) {
            int[] family = surname[(int) (rows.get(at) & Blocks.ROW)];
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
