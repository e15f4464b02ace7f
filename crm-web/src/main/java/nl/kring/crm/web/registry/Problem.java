package nl.kring.crm.web.registry;

import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Shows a refusal above the form that it is about. */
final class Problem {

    private Problem() {}

    static void show(BusinessException refusal) {
        Messages.addGlobalError(
                "{0}",
                Texts.of(
                        Faces.getLocale(),
                        "refusal." + refusal.code(),
                        refusal.arguments().toArray()));
    }
}
