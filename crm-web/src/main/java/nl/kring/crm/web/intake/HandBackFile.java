package nl.kring.crm.web.intake;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.kring.crm.intake.HandBacks;
import nl.kring.crm.intake.HandedSheet;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import nl.kring.crm.web.platform.ExportFile;

/** What an organisation takes over into its own register: its rows as they should be, or who is not in it yet. */
@WebServlet("/intake/hand-back")
public class HandBackFile extends ExportFile {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient HandBacks handBacks;

    @Inject
    private transient Me me;

    public HandBackFile() {
        super("terug-naar-register");
    }

    @Override
    protected Contents prepare(HttpServletRequest request) {
        String register = request.getParameter("register");
        String what = request.getParameter("what");
        if ("others".equals(what)) {
            List<List<String>> others = handBacks.others(register);
            Locale locale = me.getLocale();
            return file -> {
                file.row(Stream.of("name", "profession", "workplace", "place")
                        .map(column -> Texts.of(locale, "intake_hand-back." + column))
                        .toList());
                for (List<String> other : others) {
                    List<String> cells = new ArrayList<>(other);
                    cells.set(1, other.get(1).isEmpty() ? "" : Texts.of(locale, "values.profession." + other.get(1)));
                    file.row(cells);
                }
            };
        }
        HandedSheet sheet = handBacks.sheet(register, "all".equals(what));
        return file -> {
            file.row(sheet.headers());
            for (List<String> row : sheet.rows()) {
                file.row(row);
            }
        };
    }
}
