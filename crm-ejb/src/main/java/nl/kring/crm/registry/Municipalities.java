package nl.kring.crm.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** In which municipality of Twente a postcode or, failing that, a place lies; places outside Twente have none here. */
public final class Municipalities {

    private static final String FILE = "municipalities.csv";
    private static final String SEVERAL = "";
    private static final Map<String, String> BY_POSTCODE = new HashMap<>();
    private static final Map<String, String> BY_PLACE = new HashMap<>();
    private static final Map<String, List<String>> PLACES = new HashMap<>();

    static {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Municipalities.class.getResourceAsStream(FILE), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(Municipalities::learn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Municipalities() {}

    private static void learn(String line) {
        String[] parts = line.split(";");
        String name = parts[1];
        PLACES.computeIfAbsent(Folding.fold(name), folded -> new ArrayList<>()).add(parts[2]);
        BY_PLACE.merge(Folding.fold(parts[2]), name, (one, other) -> one.equals(other) ? one : SEVERAL);
        for (String postcode : parts[3].split(" ")) {
            BY_POSTCODE.merge(postcode, name, (one, other) -> one.equals(other) ? one : SEVERAL);
        }
    }

    /** The municipality's name; null when it is not in Twente or not certain. */
    public static String of(String postcode, String place) {
        String byPostcode =
                postcode == null || postcode.length() < 4 ? null : BY_POSTCODE.get(postcode.substring(0, 4));
        String found = byPostcode != null && !byPostcode.equals(SEVERAL) ? byPostcode : null;
        if (found == null && place != null) {
            found = BY_PLACE.get(Folding.fold(place));
        }
        return SEVERAL.equals(found) ? null : found;
    }

    /** The places of a municipality of Twente, as they are written; none when there is no such municipality. */
    public static List<String> placesOf(String municipality) {
        return List.copyOf(PLACES.getOrDefault(Folding.fold(municipality), List.of()));
    }

    /** All fourteen, by name. */
    public static List<String> names() {
        TreeSet<String> names = new TreeSet<>(BY_PLACE.values());
        names.remove(SEVERAL);
        return List.copyOf(names);
    }
}
