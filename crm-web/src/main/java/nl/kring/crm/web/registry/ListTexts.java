package nl.kring.crm.web.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.kring.crm.registry.PersonColumn;
import nl.kring.crm.registry.PersonColumns;
import nl.kring.crm.registry.PersonLists;
import nl.kring.crm.registry.WrittenPhone;
import nl.kring.crm.registry.lists.Reason;
import nl.kring.crm.registry.lists.Why;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;

/** How the columns of lists read, on a screen and in a file alike. */
@Named
@ApplicationScoped
public class ListTexts {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    public String header(PersonColumn column) {
        return header(column, Faces.getLocale());
    }

    String header(PersonColumn column, Locale locale) {
        return Texts.of(locale, "registry.column." + column.code());
    }

    /** The columns as they are called; an own column that is gone has no name. */
    List<String> headers(PersonColumns columns, List<PersonLists.OwnColumn> own, Locale locale) {
        return columns.list().stream()
                .map(column -> column.own() == null
                        ? header(column.fixed(), locale)
                        : own.stream()
                                .filter(each -> each.uuid().equals(column.own()))
                                .map(PersonLists.OwnColumn::name)
                                .findFirst()
                                .orElse(""))
                .toList();
    }

    /** Cells as people read them; empty where there is nothing. */
    List<String> cells(PersonColumns columns, List<String> cells, Locale locale) {
        List<String> read = new ArrayList<>();
        for (int at = 0; at < cells.size(); at++) {
            read.add(cell(columns.list().get(at), cells.get(at), locale));
        }
        return read;
    }

    String cell(PersonColumns.Column column, String value, Locale locale) {
        if (value == null) {
            return "";
        }
        if (column.own() != null) {
            return value.matches("\\d{4}-\\d{2}-\\d{2}") ? DATE.format(LocalDate.parse(value)) : value;
        }
        return switch (column.fixed()) {
            case PROFESSION -> Texts.of(locale, "values.profession." + value);
            case ROLE -> Texts.of(locale, "values.role." + value);
            case CONFIRMED -> DATE.format(LocalDate.parse(value));
            case PHONE -> WrittenPhone.of(value);
            default -> value;
        };
    }

    /** Why somebody was found, in a few words. */
    public String reason(Reason reason) {
        String why = Texts.of(Faces.getLocale(), "registry.why." + reason.why());
        return why + " "
                + (reason.why() == Why.PHONE || reason.why() == Why.OWN_PHONE
                        ? WrittenPhone.of(reason.text())
                        : reason.text())
                + (reason.slip() ? " " + Texts.of(Faces.getLocale(), "registry.why.slip") : "");
    }

    public String date(LocalDate day) {
        return day == null ? "" : DATE.format(day);
    }
}
