package nl.kring.crm.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is shown of one person: the winning statements, and the name, the place and the search words made of them. */
record GoldenRecord(long personId, List<String> values) {

    /** The columns of crm.person in the order of {@link #values}. */
    static final List<String> COLUMNS = List.of(
            "birth_name",
            "birth_prefix",
            "partner_name",
            "partner_prefix",
            "name_usage",
            "initials",
            "given_name",
            "gender",
            "birth_date",
            "profession",
            "workplace",
            "workplace_postcode",
            "workplace_place",
            "municipality",
            "big",
            "agb",
            "email",
            "phone",
            "display_name",
            "sort_name",
            "name_key",
            "search_text");

    private static final Pattern ADDRESS_END = Pattern.compile("(?:^|,|\\s)\\s*(\\d{4}) ?([A-Z]{2})\\b\\s*(.*)$");

    /** Makes it of a row of {@link Survivorship}. */
    static GoldenRecord of(ResultSet row) throws SQLException {
        String usage = row.getString("name_usage");
        PersonName name = new PersonName(
                row.getString("birth_name"),
                row.getString("birth_prefix"),
                row.getString("partner_name"),
                row.getString("partner_prefix"),
                usage == null ? null : NameUsage.valueOf(usage),
                row.getString("initials"),
                row.getString("given_name"));
        String postcode = row.getString("place_postcode");
        String place = row.getString("place_place");
        if (row.getBoolean("address_by_hand")) {
            Matcher end = ADDRESS_END.matcher(nonNull(row.getString("address")));
            boolean known = end.find();
            postcode = known ? end.group(1) + " " + end.group(2) : null;
            place = known && !end.group(3).isBlank() ? end.group(3).strip() : null;
        }
        String phone = row.getString("phone");
        return new GoldenRecord(
                row.getLong("id"),
                Arrays.asList(
                        name.birthName(),
                        name.birthPrefix(),
                        name.partnerName(),
                        name.partnerPrefix(),
                        usage,
                        name.initials(),
                        name.givenName(),
                        row.getString("gender"),
                        row.getString("birth_date"),
                        row.getString("profession"),
                        row.getString("workplace"),
                        postcode,
                        place,
                        Municipalities.of(postcode, place),
                        row.getString("big"),
                        row.getString("agb"),
                        row.getString("email"),
                        phone == null ? row.getString("mobile") : phone,
                        name.display(),
                        name.sort(),
                        name.sortKey(),
                        searchText(
                                row.getString("known_as"),
                                row.getString("workplace"),
                                place,
                                PhoneDigits.all(row.getString("known_phones")))));
    }

    /** Every folded word once, each with a space before and after, so that a pattern can ask for a word's beginning. */
    private static String searchText(String... texts) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            words.addAll(Arrays.asList(Folding.fold(text).split(" ")));
        }
        words.remove("");
        return words.isEmpty() ? "" : " " + String.join(" ", words) + " ";
    }

    private static String nonNull(String text) {
        return text == null ? "" : text;
    }
}
