package nl.kring.crm.attendance.past;

import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.registry.BigNumber;
import nl.kring.crm.registry.affiliation.MembershipKind;

/** Reads rows of a file: what each says, or why it cannot be taken over. */
class PastReading {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
    private static final int YEARS_BEFORE = 5;
    private static final LocalTime USUAL_START = LocalTime.of(9, 0);
    private static final int USUAL_HOURS = 2;
    private static final int LONGEST_DAYS = 400;
    private static final Map<String, MembershipKind> KINDS = Map.of(
            "", MembershipKind.MEMBER,
            "lid", MembershipKind.MEMBER,
            "member", MembershipKind.MEMBER,
            "aspirant", MembershipKind.ASPIRANT,
            "aspirantlid", MembershipKind.ASPIRANT,
            "buitengewoon", MembershipKind.ASSOCIATE,
            "buitengewoonlid", MembershipKind.ASSOCIATE,
            "contract", MembershipKind.CONTRACT);

    private final PastImport from;
    private final LocalDate today;

    PastReading(PastImport from, LocalDate today) {
        this.from = from;
        this.today = today;
    }

    /** Somebody as a row names him or her. */
    record Who(
            String key,
            String name,
            String surname,
            String initials,
            LocalDate birthDate,
            String big,
            String agb,
            String registerNumber,
            String ownKey,
            String email) {}

    /** What a row says; with a problem nothing else. */
    record Line(
            int number,
            String problem,
            String problemAt,
            Who who,
            String courseKey,
            String title,
            String editionKey,
            Instant startsAt,
            Instant endsAt,
            String location,
            String place,
            String presence,
            String points,
            String memberOf,
            MembershipKind memberKind,
            String memberNumber,
            LocalDate validFrom,
            LocalDate validTo) {

        String searchText() {
            return fold(
                    Stream.of(title, location, place).filter(Objects::nonNull).collect(Collectors.joining(" ")));
        }
    }

    Line read(int number, List<String> values) {
        PastCells cells = new PastCells(from, values);
        try {
            return from.getKind() == PastKind.MEMBERSHIP ? membership(number, cells) : participation(number, cells);
        } catch (PastCells.Unreadable unreadable) {
            return new Line(
                    number,
                    unreadable.problem,
                    unreadable.column,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);
        }
    }

    private Line participation(int number, PastCells cells) throws PastCells.Unreadable {
        String title = cells.required(PastField.TITLE);
        cells.required(PastField.STARTS);
        LocalDate first = day(cells, PastField.STARTS);
        LocalDate last = cells.text(PastField.ENDS) == null ? first : day(cells, PastField.ENDS);
        ZonedDateTime starts = first.atTime(cells.time(PastField.START_TIME, PastField.STARTS, USUAL_START))
                .atZone(SystemClock.AMSTERDAM);
        LocalTime usualEnd = starts.toLocalTime().isBefore(LocalTime.of(22, 0))
                ? starts.toLocalTime().plusHours(USUAL_HOURS)
                : LocalTime.of(23, 59);
        ZonedDateTime ends = last.atTime(cells.time(PastField.END_TIME, PastField.ENDS, usualEnd))
                .atZone(SystemClock.AMSTERDAM);
        if (!ends.isAfter(starts) || last.isAfter(first.plusDays(LONGEST_DAYS))) {
            throw cells.refused("past-ends", (cells.has(PastField.ENDS) ? PastField.ENDS : PastField.END_TIME).name());
        }
        String courseKey = cells.text(PastField.COURSE_KEY);
        String course = courseKey == null ? fold(title) : courseKey;
        String edition = cells.text(PastField.EDITION_KEY);
        return new Line(
                number,
                null,
                null,
                who(cells, false),
                course,
                title,
                edition == null ? course + "|" + starts.toInstant() : course + "|" + edition,
                starts.toInstant(),
                ends.toInstant(),
                cells.text(PastField.LOCATION),
                cells.text(PastField.PLACE),
                cells.presence(),
                cells.points(),
                null,
                null,
                null,
                null,
                null);
    }

    private Line membership(int number, PastCells cells) throws PastCells.Unreadable {
        LocalDate from = cells.date(PastField.MEMBER_FROM);
        LocalDate to = cells.date(PastField.MEMBER_TO);
        if (from == null) {
            throw cells.refused("past-empty", PastField.MEMBER_FROM.name());
        }
        if (from.isAfter(today) || from.getYear() < 1900) {
            throw cells.refused("past-day", PastField.MEMBER_FROM.name());
        }
        if (to != null && to.isBefore(from)) {
            throw cells.refused("past-ends", PastField.MEMBER_TO.name());
        }
        String said = cells.text(PastField.MEMBER_KIND);
        MembershipKind kind =
                KINDS.get(said == null ? "" : said.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
        if (kind == null) {
            throw cells.refused("past-kind", PastField.MEMBER_KIND.name());
        }
        return new Line(
                number,
                null,
                null,
                who(cells, true),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                cells.text(PastField.MEMBER_OF),
                kind,
                cells.text(PastField.MEMBER_NUMBER),
                from,
                to);
    }

    /** Five years and this one until today. */
    private LocalDate day(PastCells cells, PastField field) throws PastCells.Unreadable {
        LocalDate day = cells.date(field);
        if (!day.isBefore(today)) {
            throw cells.refused("past-future", field.name());
        }
        if (day.isBefore(LocalDate.of(today.getYear() - YEARS_BEFORE, 1, 1))) {
            throw cells.refused("past-too-old", field.name());
        }
        return day;
    }

    /** A row that names nobody says of a course alone that it was there. */
    private Who who(PastCells cells, boolean needed) throws PastCells.Unreadable {
        String name = cells.text(PastField.NAME);
        String surname = cells.text(PastField.SURNAME);
        String initials = cells.text(PastField.INITIALS);
        String email = cells.text(PastField.EMAIL);
        Who who = new Who(
                null,
                name != null ? name : joined(initials, surname),
                surname != null ? surname : surnameOf(name),
                initials != null ? initials : initialsOf(name),
                cells.date(PastField.BIRTH_DATE),
                big(cells.digits(PastField.BIG)),
                agb(cells.digits(PastField.AGB)),
                cells.text(PastField.REGISTER_NUMBER),
                cells.text(PastField.OWN_KEY),
                email == null ? null : email.toLowerCase(Locale.ROOT));
        String key = Stream.of(
                        who.big, who.agb, who.registerNumber, who.ownKey, fold(who.name), who.birthDate, who.email)
                .map(part -> part == null ? "" : part.toString())
                .collect(Collectors.joining("|"));
        if (key.chars().allMatch(c -> c == '|')) {
            if (needed) {
                throw cells.refused("past-nobody", PastField.NAME.name());
            }
            return null;
        }
        return new Who(
                key,
                who.name,
                who.surname,
                who.initials,
                who.birthDate,
                who.big,
                who.agb,
                who.registerNumber,
                who.ownKey,
                who.email);
    }

    /** Spreadsheets eat the zero in front; what is no such number is looked for as it stands. */
    private static String big(String digits) {
        return BigNumber.of(digits).map(BigNumber::digits).orElse(digits);
    }

    private static String agb(String digits) {
        return digits != null && digits.length() == 7 ? "0" + digits : digits;
    }

    private static String joined(String initials, String surname) {
        return surname == null ? null : initials == null ? surname : initials + " " + surname;
    }

    static String surnameOf(String name) {
        if (name == null) {
            return null;
        }
        int comma = name.indexOf(',');
        String part = comma > 0 ? name.substring(0, comma) : name;
        String[] words = part.strip().replaceAll("\\(.*?\\)", "").strip().split("\\s+");
        return comma > 0 ? part.strip() : words[words.length - 1];
    }

    static String initialsOf(String name) {
        if (name == null) {
            return null;
        }
        int comma = name.indexOf(',');
        String part = comma > 0 ? name.substring(comma + 1).strip() : name.strip();
        String word = part.split("\\s+")[0];
        return word.isEmpty() || comma < 0 && word.equals(part) ? null : word;
    }

    static String fold(String text) {
        if (text == null) {
            return "";
        }
        String plain = Normalizer.isNormalized(text, Normalizer.Form.NFD)
                ? text
                : MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }
}
