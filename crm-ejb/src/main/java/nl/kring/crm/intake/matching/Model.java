package nl.kring.crm.intake.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How often two records compare so when they are one person (m) and when they are two (u). What an agreement weighs follows
 * from the two: the logarithm of how many times likelier it is.
 *
 * @param version what decisions are noted with
 * @param twice bits against two records of one register being one person, whom it should name once
 * @param one likelihood by level among records of one person
 * @param two the same among records of two persons
 */
public record Model(String version, double twice, Map<Level, Double> one, Map<Level, Double> two) {

    private static final double RAREST = 1e-7;

    /** The model that the product comes with. */
    public static final Model SHIPPED = read();

    public Model {
        one = new EnumMap<>(one);
        two = new EnumMap<>(two);
        for (Level level : Level.values()) {
            one.merge(level, RAREST, Math::max);
            two.merge(level, RAREST, Math::max);
        }
    }

    /** Bits for (or, below zero, against) being one person. */
    double weight(Level level, double share) {
        return level == null ? 0 : log2(one.get(level) / (share > 0 ? Math.max(share, RAREST) : two.get(level)));
    }

    /** The logarithms of {@link #one} by level. */
    double[] ofOne() {
        return Arrays.stream(Level.ALL)
                .mapToDouble(level -> log2(one.get(level)))
                .toArray();
    }

    /** The weights of levels whose values are not looked at. */
    double[] weights() {
        return Arrays.stream(Level.ALL).mapToDouble(level -> weight(level, 0)).toArray();
    }

    /** What a level weighs where the value itself is not looked at. */
    public double bits(Level level) {
        return weight(level, 0);
    }

    static double log2(double of) {
        return Math.log(of) / Math.log(2);
    }

    /** As a file that {@link #read} understands. */
    public String text() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "version=%s%ntwice=%.2f%n", version, twice));
        new TreeMap<>(one)
                .forEach((level, m) ->
                        text.append(String.format(Locale.ROOT, "%s=%.7f %.7f%n", level.name(), m, two.get(level))));
        return text.toString();
    }

    /** Reads what {@link #text} wrote. */
    public static Model of(String text) {
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(lines);
    }

    static Model of(Properties lines) {
        Map<Level, Double> one = new EnumMap<>(Level.class);
        Map<Level, Double> two = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            String[] both = lines.getProperty(level.name(), "0.0001 0.0001").split(" ");
            one.put(level, Double.valueOf(both[0]));
            two.put(level, Double.valueOf(both[1]));
        }
        return new Model(lines.getProperty("version"), Double.parseDouble(lines.getProperty("twice")), one, two);
    }

    private static Model read() {
        Properties lines = new Properties();
        try (InputStream in = Model.class.getResourceAsStream("model.properties")) {
            lines.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return of(lines);
    }
}
