package nl.kring.crm.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import nl.kring.crm.registry.Folding;
import nl.kring.crm.registry.Gender;
import nl.kring.crm.registry.NameUsage;
import nl.kring.crm.registry.Profession;

/** Words of registers and what they stand for; the lists are resources beside this class. */
final class Words {

    private static final Map<String, String> PROFESSIONS = load("professions.properties");
    private static final Map<String, String> HEADERS = load("headers.properties");
    private static final Map<String, Gender> GENDERS = Map.ofEntries(
            Map.entry("m", Gender.MALE),
            Map.entry("man", Gender.MALE),
            Map.entry("male", Gender.MALE),
            Map.entry("dhr", Gender.MALE),
            Map.entry("heer", Gender.MALE),
            Map.entry("de heer", Gender.MALE),
            Map.entry("meneer", Gender.MALE),
            Map.entry("v", Gender.FEMALE),
            Map.entry("vrouw", Gender.FEMALE),
            Map.entry("f", Gender.FEMALE),
            Map.entry("female", Gender.FEMALE),
            Map.entry("mw", Gender.FEMALE),
            Map.entry("mevr", Gender.FEMALE),
            Map.entry("mevrouw", Gender.FEMALE),
            Map.entry("x", Gender.OTHER));
    private static final Map<String, NameUsage> USAGES = Map.of(
            "e", NameUsage.OWN,
            "eigen", NameUsage.OWN,
            "p", NameUsage.PARTNER,
            "partner", NameUsage.PARTNER,
            "v", NameUsage.PARTNER_OWN,
            "partner eigen", NameUsage.PARTNER_OWN,
            "n", NameUsage.OWN_PARTNER,
            "eigen partner", NameUsage.OWN_PARTNER);

    private Words() {}

    static Reading<Profession> profession(String text) {
        return text.isEmpty()
                ? Reading.nothing()
                : Reading.of(
                        Optional.ofNullable(PROFESSIONS.get(tight(text))).map(Profession::valueOf),
                        "profession-unknown");
    }

    /** A salutation for both, like Dhr./Mevr., says nothing. */
    static Reading<Gender> gender(String text) {
        return Reading.of(GENDERS.get(Folding.fold(text)));
    }

    static Reading<NameUsage> nameUsage(String text) {
        return text.isEmpty()
                ? Reading.nothing()
                : Reading.of(Optional.ofNullable(USAGES.get(Folding.fold(text))), "name-usage-unknown");
    }

    /** What a header says by itself; empty when it could be anything. */
    static Optional<TargetField> field(String header) {
        return Optional.ofNullable(HEADERS.get(tight(header))).flatMap(TargetField::of);
    }

    private static Map<String, String> load(String name) {
        Properties words = new Properties();
        try (InputStream in = Words.class.getResourceAsStream(name)) {
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.stringPropertyNames().stream().collect(Collectors.toMap(Words::tight, words::getProperty));
    }

    private static String tight(String text) {
        return Folding.fold(text).replace(" ", "");
    }
}
