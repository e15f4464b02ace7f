package nl.kring.crm.dossier;

import java.util.stream.Collectors;
import nl.kring.crm.accreditation.scheme.RequirementKind;
import nl.kring.crm.accreditation.scheme.Result;
import nl.kring.crm.accreditation.scheme.WorkRequirement;

/** What a requirement is called: by what it is about, for its own code says nothing to a professional. */
public final class RequirementWords {

    private RequirementWords() {}

    /** What is asked of it; what is only allowed is called so. */
    static String asked(Result result, String number, DossierWords words) {
        return isLimit(result) ? words.of("dossier.at-most", number) : number;
    }

    /** How much work is asked; what is not an average is of the whole period. */
    public static String atLeast(WorkRequirement.Unit unit, String minimum, DossierWords words) {
        return words.of(
                unit == WorkRequirement.Unit.HOURS_PER_WEEK ? "dossier.at-least" : "dossier.at-least-period", minimum);
    }

    /** Whether it takes points away and asks none. */
    public static boolean isLimit(Result result) {
        return result.kind() == RequirementKind.MAX || result.kind() == RequirementKind.MAX_SHARE;
    }

    /** Whether something can be missing of it. */
    static boolean mayBeShort(Result result) {
        return !isLimit(result) && result.kind() != RequirementKind.ADVISORY_MIN && result.known();
    }

    public static String of(Result result, DossierWords words) {
        if (result.code().equals(Result.TOTAL)) {
            return words.of("dossier.rule.TOTAL");
        }
        return words.of(
                "dossier.rule." + result.kind(),
                result.categories().stream()
                        .map(category -> category.equals("*")
                                ? words.of("dossier.rule.everything")
                                : words.of("values.credit-category." + category))
                        .collect(Collectors.joining(" + ")));
    }
}
