package nl.kring.crm.intake;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.registry.Folding;

/** Who may be meant, by indexes alone: the same number, address or day of birth, or a surname with the first letter. */
class CandidateTable {

    private static final int MOST_BY_NAME = 150;
    private static final int MOST = 300;

    private static final String EXACT = """
            select person_id from crm.source_record where big = ?
            union select person_id from crm.source_record where agb = ?
            union select person_id from crm.source_record where mobile = ?
            union select person_id from crm.source_record where email = ?
            union select person_id from crm.source_record where birth_date = ?::date
            union select s.person_id from unnest(array['big', 'agb', 'mobile', 'email', 'birthDate'], ?::text[]) as d (field, value)
                    join crm.statement s on s.field = d.field and s.value = d.value and s.withdrawn_at is null
                     and s.field in ('big', 'agb', 'mobile', 'email', 'birthDate')""";

    private static final String NAMED = """
            select person_id from crm.person_words where words @@ ?::tsquery limit %d""".formatted(MOST_BY_NAME);

    private final Connection connection;

    CandidateTable(Connection connection) {
        this.connection = connection;
    }

    Set<Long> find(Claim claim) throws SQLException {
        Set<Long> found = new TreeSet<>();
        String born = claim.birthDate() == null ? null : claim.birthDate().toString();
        try (PreparedStatement query = connection.prepareStatement("select x.person_id from (" + EXACT
                + ") x join crm.person p on p.id = x.person_id and p.merged_into_id is null limit " + MOST)) {
            List<String> values = Stream.of(claim.big(), claim.agb(), claim.mobile(), claim.email(), born)
                    .map(value -> value == null ? "" : value)
                    .toList();
            for (int at = 0; at < values.size(); at++) {
                query.setString(at + 1, values.get(at).isEmpty() ? null : values.get(at));
            }
            query.setArray(values.size() + 1, connection.createArrayOf("text", values.toArray()));
            add(query, found);
        }
        String letter = letter(claim);
        for (String name : Stream.of(claim.birthName(), claim.partnerName())
                .flatMap(name -> Stream.of(Folding.fold(name).split(" ")))
                .filter(word -> word.length() > 2)
                .distinct()
                .toList()) {
            try (PreparedStatement query = connection.prepareStatement(NAMED)) {
                query.setString(1, "'" + name + "'" + letter);
                add(query, found);
                query.setString(1, "'~" + name.substring(0, Math.min(7, name.length())) + "'" + letter);
                add(query, found);
            }
        }
        return found;
    }

    private static String letter(Claim claim) {
        String first = Folding.fold(claim.initials() == null ? claim.givenName() : claim.initials());
        return first.isEmpty() ? "" : " & '^" + first.charAt(0) + "'";
    }

    private static void add(PreparedStatement query, Set<Long> found) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getLong(1));
            }
        }
    }
}
