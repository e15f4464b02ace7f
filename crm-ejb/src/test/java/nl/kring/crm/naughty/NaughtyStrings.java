package nl.kring.crm.naughty;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.util.List;

/**
 * Texts that have broken products elsewhere: scripts, SQL, formulas, template expressions, paths and headers, control
 * characters, look-alikes, lengths, numbers and dates in disguise, and names that Dutch people really have.
 */
public final class NaughtyStrings {

    /** One of them, and the class it belongs to. */
    public record Naughty(String kind, String text) {

        /** How it is named in a report: never the text itself, which may be long or unprintable. */
        public String label() {
            String start = text.length() > 30 ? text.substring(0, 30) + "… (" + text.length() + ")" : text;
            return kind + " " + Json.createValue(start);
        }
    }

    private NaughtyStrings() {}

    public static List<Naughty> all() {
        try (JsonReader reader = Json.createReader(NaughtyStrings.class.getResourceAsStream("/naughty-strings.json"))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(each -> new Naughty(each.getString("kind"), each.getString("text")))
                    .toList();
        }
    }
}
