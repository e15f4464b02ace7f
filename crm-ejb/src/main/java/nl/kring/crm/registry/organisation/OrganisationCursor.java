package nl.kring.crm.registry.organisation;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.CRC32;
import nl.kring.crm.platform.InvalidInputException;

/**
 * Where a page begins: after (or, going back, before) a row with this sort value, name and number. It carries a checksum of
 * itself and of the question, so that one of another question is refused.
 */
record OrganisationCursor(boolean back, String sortValue, String sortName, long id) {

    private static final String BETWEEN = "\u0001";

    String text(OrganisationQuery query) {
        String content = String.join(BETWEEN, back ? "b" : "f", sortValue, sortName, Long.toString(id));
        String text = sum(query, content) + BETWEEN + content;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static OrganisationCursor of(OrganisationQuery query) {
        String text = decoded(query.after());
        String[] parts = text.split(BETWEEN, -1);
        if (parts.length != 5
                || !parts[4].matches("\\d{1,18}")
                || text.indexOf('\0') >= 0
                || !parts[0].equals(sum(query, text.substring(parts[0].length() + 1)))) {
            throw new InvalidInputException("page-cursor");
        }
        return new OrganisationCursor(parts[1].equals("b"), parts[2], parts[3], Long.parseLong(parts[4]));
    }

    private static String decoded(String after) {
        try {
            return new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw new InvalidInputException("page-cursor");
        }
    }

    private static String sum(OrganisationQuery query, String content) {
        CRC32 sum = new CRC32();
        sum.update(String.join(
                        BETWEEN,
                        String.valueOf(query.q()),
                        String.valueOf(query.kind()),
                        String.valueOf(query.municipality()),
                        String.valueOf(query.status()),
                        String.valueOf(query.asOf()),
                        query.sort(),
                        content)
                .getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue());
    }
}
