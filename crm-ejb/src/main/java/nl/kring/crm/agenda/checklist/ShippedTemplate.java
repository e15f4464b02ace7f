package nl.kring.crm.agenda.checklist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The template that comes with the product, from {@code template_<language>.txt} beside this class: a step a line, as
 * moment, days, page and words. Terms are those of accreditation offices of the field: asked for eight weeks before, final
 * slides ten working days before, the signed list two weeks after, an evaluation the next day and due in fourteen.
 */
final class ShippedTemplate {

    private ShippedTemplate() {}

    /** Its steps in the language, Dutch unless English is asked for. */
    static List<StepForm> steps(String language) {
        String file = "template_" + ("en".equals(language) ? "en" : "nl") + ".txt";
        try (InputStream in = ShippedTemplate.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(ShippedTemplate::step)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StepForm step(String line) {
        String[] parts = line.split("\\s+", 4);
        return new StepForm(
                parts[3],
                StepAction.valueOf(parts[2]),
                StepMoment.valueOf(parts[0]),
                Integer.parseInt(parts[1]),
                null,
                null);
    }
}
