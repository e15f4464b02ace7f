package nl.kring.crm.web.registry;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.kring.crm.registry.lists.FrozenLine;
import nl.kring.crm.registry.lists.FrozenListLine;
import nl.kring.crm.registry.lists.FrozenLists;
import nl.kring.crm.web.layout.Me;
import nl.kring.crm.web.platform.ExportFile;

/** A frozen list as a file, as it was. */
@WebServlet("/registry/frozen-file")
public class ExportFrozen extends ExportFile {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient FrozenLists lists;

    @Inject
    private transient ListTexts texts;

    @Inject
    private transient Me me;

    public ExportFrozen() {
        super("ledenlijst");
    }

    @Override
    protected Contents prepare(HttpServletRequest request) {
        UUID id = ViewPerson.uuid(request.getParameter("id"));
        FrozenListLine list = lists.get(id);
        List<FrozenLine> lines = lists.lines(id);
        Locale locale = me.getLocale();
        return file -> {
            file.row(FrozenTexts.headers(texts, list, locale));
            for (FrozenLine line : lines) {
                file.row(texts.cells(list.columns(), line.cells(), locale));
            }
        };
    }
}
