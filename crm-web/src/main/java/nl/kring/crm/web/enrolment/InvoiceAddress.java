package nl.kring.crm.web.enrolment;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import nl.kring.crm.enrolment.price.InvoiceFilter;

/** The filter of the invoice list as it stands in an address; what cannot be read is not asked for. */
final class InvoiceAddress {

    private InvoiceAddress() {}

    static InvoiceFilter filter(UnaryOperator<String> parameters) {
        String edition = parameters.apply("edition");
        UUID which = edition == null || edition.isBlank() ? null : Wording.uuid(edition);
        String show = parameters.apply("show");
        return new InvoiceFilter(
                which,
                day(parameters.apply("from")),
                day(parameters.apply("to")),
                "all".equals(show) ? null : Boolean.valueOf(!"done".equals(show)),
                parameters.apply("payer"));
    }

    private static LocalDate day(String text) {
        try {
            return text == null || text.isBlank() ? null : LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }
}
