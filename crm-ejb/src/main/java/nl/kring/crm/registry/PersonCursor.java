package nl.kring.crm.registry;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.Sha256;

/**
 * Where a page begins: after (or, going back, before) a row of this part of the answer with this sort value, name and number. It carries a hash of
 * itself and of the question, so that one of another question is refused.
 */
record PersonCursor(boolean back, int part, String sortValue, String sortName, long id) {

    private static final String BETWEEN = "\u0001";

    String text(PersonQuery query) {
        String content = String.join(BETWEEN, (back ? "b" : "f") + part, sortValue, sortName, Long.toString(id));
        String text = hash(query, content) + BETWEEN + content;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static PersonCursor of(PersonQuery query) {
        String text = decoded(query.after());
        String[] parts = text.split(BETWEEN, -1);
        if (parts.length != 5
                || !parts[1].matches("[bf][0-3]")
                || !parts[4].matches("\\d{1,18}")
                || text.indexOf('\0') >= 0
                || !parts[0].equals(hash(query, text.substring(parts[0].length() + 1)))) {
            throw new InvalidInputException("page-cursor");
        }
        return new PersonCursor(
                parts[1].startsWith("b"), parts[1].charAt(1) - '0', parts[2], parts[3], Long.parseLong(parts[4]));
    }

    private static String decoded(String after) {
        try {
            return new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notOurs) {
            throw new InvalidInputException("page-cursor");
        }
    }

    private static String hash(PersonQuery query, String content) {
        String question = String.join(
                BETWEEN,
                String.valueOf(query.q()),
                String.valueOf(query.organisation()),
                String.valueOf(query.profession()),
                String.valueOf(query.municipality()),
                String.valueOf(query.asOf()),
                query.sort(),
                query.filter().toString(),
                content);
        return HexFormat.of().formatHex(Sha256.of(question), 0, 8);
    }
}
