package nl.kring.crm.dossier;

import java.util.stream.Collectors;
import nl.kring.crm.accreditation.scheme.Result;

/** What a requirement is called: by what it is about, for its own code says nothing to a professional. */
public final class RequirementWords {

    private RequirementWords() {}

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
