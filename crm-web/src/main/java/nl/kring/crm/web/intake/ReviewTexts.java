package nl.kring.crm.web.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import nl.kring.crm.intake.review.Evidence;
import nl.kring.crm.intake.review.Wilson;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;

/** How what speaks for and against reads on a screen. */
@Named
@ApplicationScoped
public class ReviewTexts {

    private static final long RARE = 200;

    /** In plain words, with the value on which they agree and how rare it is. */
    public String told(Evidence evidence) {
        String words = word("intake_review.level." + evidence.level().name());
        if (evidence.value() != null) {
            words += " " + evidence.value();
        }
        if (evidence.oneIn() > 0) {
            words += ", "
                    + word(evidence.oneIn() >= RARE ? "intake_review.rare" : "intake_review.common", evidence.oneIn());
        }
        return words;
    }

    /** A share with the interval in which the true one lies. */
    public String precision(Wilson wilson) {
        if (wilson.judged() == 0) {
            return word("intake_quality-of-matching.precision.none");
        }
        return word(
                "intake_quality-of-matching.precision.share",
                wilson.right(),
                wilson.judged(),
                wilson.share(),
                wilson.low(),
                wilson.high());
    }

    private static String word(String key, Object... arguments) {
        return Texts.of(Faces.getLocale(), key, arguments);
    }
}
