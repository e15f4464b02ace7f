package nl.kring.crm.web.agenda;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.math.BigDecimal;
import nl.kring.crm.texts.Texts;

/** A number of at most two decimals, typed with a comma or a point and shown with a comma. */
@FacesConverter("kring.decimal")
public class DecimalConverter implements Converter<BigDecimal> {

    @Override
    public BigDecimal getAsObject(FacesContext context, UIComponent component, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String number = typed.replace("€", "").strip().replace(',', '.');
        if (!number.matches("\\d{1,7}(\\.\\d{1,2})?")) {
            String text = Texts.of(context.getViewRoot().getLocale(), "agenda.number.unreadable", typed);
            throw new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null));
        }
        return new BigDecimal(number);
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, BigDecimal value) {
        return value == null ? "" : value.toPlainString().replace('.', ',');
    }
}
