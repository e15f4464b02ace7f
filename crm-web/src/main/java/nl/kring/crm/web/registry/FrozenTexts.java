package nl.kring.crm.web.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.kring.crm.registry.PersonColumns;
import nl.kring.crm.registry.lists.FrozenListLine;

/** How the columns of a frozen list are called: own ones as they were called then. */
final class FrozenTexts {

    private FrozenTexts() {}

    static List<String> headers(ListTexts texts, FrozenListLine list, Locale locale) {
        List<String> headers = new ArrayList<>();
        for (int at = 0; at < list.headers().size(); at++) {
            PersonColumns.Column column = list.columns().list().get(at);
            headers.add(
                    column.own() == null
                            ? texts.header(column.fixed(), locale)
                            : list.headers().get(at));
        }
        return headers;
    }
}
