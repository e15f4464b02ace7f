package nl.kring.crm.web.registry;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import nl.kring.crm.registry.organisation.OrganisationLists;
import nl.kring.crm.registry.organisation.OrganisationQuery;
import nl.kring.crm.web.layout.Me;
import nl.kring.crm.web.platform.ExportFile;

/** The list of organisations as it is seen, same question and day, same columns, same order, but all of it. */
@WebServlet("/registry/organisations-file")
public class ExportOrganisations extends ExportFile {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient OrganisationLists lists;

    @Inject
    private transient Me me;

    public ExportOrganisations() {
        super("organisaties");
    }

    @Override
    protected Contents prepare(HttpServletRequest request) {
        OrganisationQuery query = FindOrganisation.question(request::getParameter);
        Locale locale = me.getLocale();
        return file -> {
            file.row(OrganisationTexts.headers(locale));
            lists.each(query, line -> {
                try {
                    file.row(OrganisationTexts.cells(line, locale));
                } catch (IOException gone) {
                    throw new UncheckedIOException(gone);
                }
            });
        };
    }
}
