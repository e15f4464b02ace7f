package nl.kring.crm.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is shown of one person: the winning statements, and the name, the place and the search words made of them.
 *
 * @param links what he or she has to do with, for finding
 */
record GoldenRecord(long personId, List<String> values, String links) {

    /** The columns of crm.person in the order of {@link #values}. */
    static final List<String> COLUMNS = List.of(
            "birth_name",
            "birth_prefix",
            "partner_name",
            "partner_prefix",
            "name_usage",
            "initials",
            "given_name",
            "titles",
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
        Place place = Place.of(row);
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
                        row.getString("titles"),
                        row.getString("gender"),
                        row.getString("birth_date"),
                        row.getString("profession"),
                        place.workplace(),
                        place.postcode(),
                        place.place(),
                        place.municipality(),
                        row.getString("big"),
                        row.getString("agb"),
                        row.getString("email"),
                        phone == null ? row.getString("mobile") : phone,
                        name.display(),
                        name.sort(),
                        name.sortKey(),
                        searchText(
                                row.getString("known_as"),
                                place.workplace(),
                                place.place(),
                                PhoneDigits.all(row.getString("known_phones")))),
                row.getString("links"));
    }

    /** What stands in one of {@link #COLUMNS}. */
    String shown(String column) {
        return values.get(COLUMNS.indexOf(column));
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

    /** Where somebody works. An affiliation goes before what rows say; what was said by hand before a derived one. */
    private record Place(String workplace, String postcode, String place, String municipality) {

        static Place of(ResultSet row) throws SQLException {
            Place said = said(row);
            String practice = row.getString("work_name");
            boolean derived = row.getBoolean("work_derived");
            if (practice == null || derived && row.getBoolean("workplace_by_hand")) {
                return said;
            }
            String postcode = row.getString("work_postcode");
            String place = row.getString("work_place");
            if (derived && (row.getBoolean("address_by_hand") || place == null && postcode == null)) {
                return new Place(practice, said.postcode, said.place, said.municipality);
            }
            String municipality = row.getString("work_municipality");
            return new Place(
                    practice,
                    postcode,
                    place,
                    municipality == null ? Municipalities.of(postcode, place) : municipality);
        }

        private static Place said(ResultSet row) throws SQLException {
            String postcode = row.getString("place_postcode");
            String place = row.getString("place_place");
            if (row.getBoolean("address_by_hand")) {
                String address = row.getString("address");
                Matcher end = ADDRESS_END.matcher(address == null ? "" : address);
                boolean known = end.find();
                postcode = known ? end.group(1) + " " + end.group(2) : null;
                place = known && !end.group(3).isBlank() ? end.group(3).strip() : null;
            }
            return new Place(row.getString("workplace"), postcode, place, Municipalities.of(postcode, place));
        }
    }
}
