package nl.kring.crm.web.registry;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import nl.kring.crm.registry.PersonAddress;
import nl.kring.crm.registry.PersonColumns;
import nl.kring.crm.registry.PersonLists;
import nl.kring.crm.registry.PersonQuery;
import nl.kring.crm.web.layout.Me;
import nl.kring.crm.web.platform.ExportFile;

/** The list of persons as it is seen, same question, same columns, same order, but all of it. */
@WebServlet("/registry/persons-file")
public class ExportPersons extends ExportFile {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient PersonLists lists;

    @Inject
    private transient ListTexts texts;

    @Inject
    private transient Me me;

    public ExportPersons() {
        super("personen");
    }

    @Override
    protected Contents prepare(HttpServletRequest request) {
        PersonQuery query = PersonAddress.read(request::getParameter);
        PersonColumns columns = PersonColumns.of(request.getParameter("columns"));
        List<PersonLists.OwnColumn> own = lists.ownColumns();
        Locale locale = me.getLocale();
        return file -> {
            file.row(texts.headers(columns, own, locale));
            lists.each(query, columns, line -> {
                try {
                    file.row(texts.cells(columns, line.cells(), locale));
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
        };
    }
}
