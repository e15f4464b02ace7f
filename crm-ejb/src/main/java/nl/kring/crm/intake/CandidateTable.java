package nl.kring.crm.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.registry.Folding;

/**
 * Who may be meant, by indexes alone, with the keys by which an import finds records worth comparing: a number, or one that
 * is a slip away; an address; the day of birth; a phone or postcode with the beginning of a name; a surname with the first
 * letter, the given name, the place or the workplace. Of a key that very many have, only some are looked at.
 */
class CandidateTable {

    private static final int MOST_BY_WORDS = 100;
    private static final int MOST_BY_VALUE = 60;
    private static final int MOST = 300;
    private static final int STEM = 7;
    private static final int LONGEST_WORD = 200;

    private static final String FIND = """
            select x.person_id from (
              select person_id from crm.source_record where big = any (?::text[])
              union all select person_id from crm.source_record where agb = any (?::text[])
              union all select person_id from crm.source_record where mobile = ?
              union all select person_id from crm.source_record where email = ?
              union all (select person_id from crm.source_record where birth_date = ?::date limit %1$d)
              union all (select person_id from crm.source_record
                          where phone = ? and (left(lower(birth_name), 3) = any (?::text[]) or left(lower(partner_name), 3) = any (?::text[])) limit %1$d)
              union all (select person_id from crm.source_record
                          where postcode = ? and left(lower(coalesce(initials, given_name)), 1) = ? limit %1$d)
              union all select s.person_id from unnest(?::text[], ?::text[]) as d (field, value)
                          join crm.statement s on s.field = d.field and s.value = d.value and s.withdrawn_at is null
                           and s.field in ('big', 'agb', 'mobile', 'email', 'birthDate', 'phone')
              union all select w.person_id from unnest(?::text[]) as q (words)
                         cross join lateral (select n.person_id from crm.person_words n
                                              where n.words @@ q.words::tsquery limit %2$d) w
            ) x join crm.person p on p.id = x.person_id and p.merged_into_id is null
             limit %3$d""".formatted(MOST_BY_VALUE, MOST_BY_WORDS, 2 * MOST);

    private final Connection connection;

    CandidateTable(Connection connection) {
        this.connection = connection;
    }

    Set<Long> find(Claim claim) throws SQLException {
        String letter = letter(claim);
        String born = claim.birthDate() == null ? null : claim.birthDate().toString();
        List<String> big = butOneDigit(claim.big());
        List<String> agb = butOneDigit(claim.agb());
        List<String> beginnings = Stream.of(claim.birthName(), claim.partnerName())
                .filter(name -> name != null)
                .map(name -> beginning(name.toLowerCase(Locale.ROOT), 3))
                .toList();
        List<String> fields = new ArrayList<>();
        List<String> values = new ArrayList<>();
        said("big", big, fields, values);
        said("agb", agb, fields, values);
        said("mobile", listed(claim.mobile()), fields, values);
        said("email", listed(claim.email()), fields, values);
        said("birthDate", listed(born), fields, values);
        said("phone", listed(claim.phone()), fields, values);
        Set<Long> found = new TreeSet<>();
        try (PreparedStatement query = connection.prepareStatement(FIND)) {
            setArray(query, 1, big);
            setArray(query, 2, agb);
            query.setString(3, claim.mobile());
            query.setString(4, claim.email());
            query.setString(5, born);
            query.setString(6, claim.phone());
            setArray(query, 7, beginnings);
            setArray(query, 8, beginnings);
            query.setString(9, claim.postcode());
            query.setString(10, letter);
            setArray(query, 11, fields);
            setArray(query, 12, values);
            setArray(query, 13, words(claim, letter));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next() && found.size() < MOST) {
                    found.add(rows.getLong(1));
                }
            }
        }
        return found;
    }

    /** Questions for the index of words, the narrow ones first. */
    private static List<String> words(Claim claim, String letter) {
        String initial = letter.isEmpty() ? "" : " & '^" + letter + "'";
        String place = all(claim.place());
        String workplace = all(claim.practiceName());
        String given = all(claim.givenName());
        Set<String> questions = new LinkedHashSet<>();
        if (!workplace.isEmpty() && !initial.isEmpty()) {
            questions.add(workplace + initial);
        }
        for (String name : surnames(claim)) {
            String quoted = "'" + name + "'";
            for (String beside : List.of(given, place, workplace)) {
                if (!beside.isEmpty()) {
                    questions.add(quoted + " & " + beside);
                }
            }
            questions.add(quoted + initial);
            questions.add("'~" + beginning(name, STEM) + "'" + initial);
        }
        return List.copyOf(questions);
    }

    private static List<String> surnames(Claim claim) {
        return Stream.of(claim.birthName(), claim.partnerName())
                .flatMap(CandidateTable::words)
                .filter(word -> word.length() > 2)
                .distinct()
                .toList();
    }

    /** No name has a word that is longer than names may be, and the index takes none. */
    private static Stream<String> words(String text) {
        return Stream.of(Folding.fold(text).split(" "))
                .filter(word -> !word.isEmpty() && word.length() <= LONGEST_WORD);
    }

    /** All its words; empty when there are none. */
    private static String all(String text) {
        return words(text).map(word -> "'" + word + "'").collect(Collectors.joining(" & "));
    }

    private static String letter(Claim claim) {
        return beginning(Folding.fold(claim.initials() == null ? claim.givenName() : claim.initials()), 1);
    }

    private static String beginning(String text, int length) {
        return text.substring(0, Math.min(length, text.length()));
    }

    private static void said(String field, List<String> said, List<String> fields, List<String> values) {
        said.forEach(value -> {
            fields.add(field);
            values.add(value);
        });
    }

    private static List<String> listed(String value) {
        return value == null ? List.of() : List.of(value);
    }

    /** The number, and what it is with one other digit or with two neighbours exchanged. */
    private static List<String> butOneDigit(String number) {
        if (number == null) {
            return List.of();
        }
        Set<String> numbers = new LinkedHashSet<>(List.of(number));
        for (int at = 0; at < number.length(); at++) {
            String before = number.substring(0, at);
            String after = number.substring(at + 1);
            for (char digit = '0'; digit <= '9'; digit++) {
                numbers.add(before + digit + after);
            }
            if (!after.isEmpty()) {
                numbers.add(before + after.charAt(0) + number.charAt(at) + after.substring(1));
            }
        }
        return List.copyOf(numbers);
    }

    private void setArray(PreparedStatement query, int at, List<String> values) throws SQLException {
        query.setArray(at, connection.createArrayOf("text", values.toArray()));
    }
}
