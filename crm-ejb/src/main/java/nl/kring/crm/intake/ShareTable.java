package nl.kring.crm.intake;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.kring.crm.intake.matching.Shares;

/** How common values are in the register, kept by each import. */
class ShareTable {

    private static final String SIZE = "#";

    private final Connection connection;

    ShareTable(Connection connection) {
        this.connection = connection;
    }

    void write(Shares shares) throws SQLException {
        Map<Shares.Value, Integer> all = new HashMap<>(shares.seen());
        all.put(new Shares.Value(SIZE, ""), Math.max(1, shares.size()));
        List<Shares.Value> values = List.copyOf(all.keySet());
        try (PreparedStatement forget = connection.prepareStatement("delete from crm.match_share");
                PreparedStatement insert = connection.prepareStatement("""
                        insert into crm.match_share (kind, value, seen)
                        select d.* from unnest(?::text[], ?::text[], ?::integer[]) as d""")) {
            forget.executeUpdate();
            insert.setArray(
                    1, array("text", values.stream().map(Shares.Value::kind).toList()));
            insert.setArray(
                    2, array("text", values.stream().map(Shares.Value::text).toList()));
            insert.setArray(3, array("integer", values.stream().map(all::get).toList()));
            insert.executeUpdate();
        }
    }

    /** How common these values are, and which of the codes are of practices. */
    Shares read(Collection<Shares.Value> values, Collection<String> codes) throws SQLException {
        List<Shares.Value> asked = List.copyOf(values);
        Map<Shares.Value, Integer> seen = new HashMap<>();
        int size = 0;
        try (PreparedStatement query = connection.prepareStatement("""
                select m.kind, m.value, m.seen
                  from unnest(?::text[], ?::text[]) as d (kind, value)
                  join crm.match_share m on m.kind = d.kind and m.value = d.value
                union all
                select kind, value, seen from crm.match_share where kind in ('p', '#')""")) {
            query.setArray(
                    1, array("text", asked.stream().map(Shares.Value::kind).toList()));
            query.setArray(
                    2, array("text", asked.stream().map(Shares.Value::text).toList()));
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    if (found.getString(1).equals(SIZE)) {
                        size = found.getInt(3);
                    } else {
                        seen.put(new Shares.Value(found.getString(1), found.getString(2)), found.getInt(3));
                    }
                }
            }
        }
        return new Shares(size, seen, practices(codes));
    }

    private Set<String> practices(Collection<String> codes) throws SQLException {
        Set<String> practices = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement(
                "select distinct key from crm.practice_key where kind = 'AGB' and key = any (?::text[])")) {
            query.setArray(1, array("text", codes));
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    practices.add(found.getString(1));
                }
            }
        }
        return practices;
    }

    private Array array(String type, Collection<?> values) throws SQLException {
        return connection.createArrayOf(type, values.toArray());
    }
}
