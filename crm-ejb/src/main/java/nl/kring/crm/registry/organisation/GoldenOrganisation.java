package nl.kring.crm.registry.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.kring.crm.registry.Folding;
import nl.kring.crm.registry.Municipalities;

/** What is shown of one organisation: the winning statements, and the parts, the sort and search words made of them. */
record GoldenOrganisation(long id, List<String> values) {

    /** The columns of crm.organisation in the order of {@link #values}. */
    static final List<String> COLUMNS = List.of(
            "name",
            "phone",
            "email",
            "website",
            "street",
            "house_number",
            "house_suffix",
            "postcode",
            "place",
            "municipality",
            "agb",
            "kvk",
            "sort_name",
            "search_text");

    /** Makes it of a row of {@link OrganisationSurvivorship}. A name that nobody says any more stays. */
    static GoldenOrganisation of(ResultSet row) throws SQLException {
        String name = row.getString("name") == null ? row.getString("last_name") : row.getString("name");
        OrganisationAddress address = row.getBoolean("address_by_hand")
                ? OrganisationAddress.of(row.getString("address"))
                : new OrganisationAddress(
                        row.getString("street"),
                        row.getString("house_number"),
                        row.getString("house_suffix"),
                        row.getString("postcode"),
                        row.getString("place"));
        return new GoldenOrganisation(
                row.getLong("id"),
                Arrays.asList(
                        name,
                        row.getString("phone"),
                        row.getString("email"),
                        row.getString("website"),
                        address.street(),
                        address.houseNumber(),
                        address.houseSuffix(),
                        address.postcode(),
                        address.place(),
                        Municipalities.of(address.postcode(), address.place()),
                        row.getString("agb"),
                        row.getString("kvk"),
                        name,
                        words(name, row.getString("known_as"), row.getString("code"), address.place())));
    }

    private static String words(String... texts) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            words.addAll(Arrays.asList(Folding.fold(text).split(" ")));
        }
        words.remove("");
        return words.isEmpty() ? "" : " " + String.join(" ", words) + " ";
    }
}
