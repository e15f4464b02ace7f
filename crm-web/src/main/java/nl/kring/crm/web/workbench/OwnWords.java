package nl.kring.crm.web.workbench;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.ValidatorException;
import jakarta.inject.Named;
import java.util.Locale;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.workbench.OwnFieldKind;
import nl.kring.crm.workbench.OwnFieldLine;
import org.omnifaces.util.Faces;

/** How own columns read on a screen, and why something cannot stand in one. */
@Named
@ApplicationScoped
public class OwnWords {

    /** What stands in a cell, yes and no as words. */
    public String shown(OwnFieldLine field, String kept) {
        return shown(Faces.getLocale(), field, kept);
    }

    static String shown(Locale locale, OwnFieldLine field, String kept) {
        return field.kind() == OwnFieldKind.YES_NO && kept != null
                ? Texts.of(locale, "workbench.answer." + kept)
                : field.shown(kept);
    }

    /** Refuses at the cell itself, and says whose and which it is. */
    public void check(FacesContext context, UIComponent input, Object typed) {
        OwnCell cell = (OwnCell) input.getAttributes().get("cell");
        try {
            cell.getField().checked(typed == null ? null : typed.toString());
        } catch (InvalidInputException e) {
            String why = refusal(context.getViewRoot().getLocale(), e);
            throw new ValidatorException(
                    new FacesMessage(FacesMessage.SEVERITY_ERROR, cell.getLabel() + ": " + why, null));
        }
    }

    static String refusal(Locale locale, InvalidInputException e) {
        return Texts.of(locale, "refusal." + e.code(), e.arguments().toArray());
    }
}
