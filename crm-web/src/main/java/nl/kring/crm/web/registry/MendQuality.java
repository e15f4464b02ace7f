package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.PersonLists;
import nl.kring.crm.registry.quality.QualityLine;
import nl.kring.crm.registry.quality.QualityList;
import nl.kring.crm.registry.quality.QualityLists;
import nl.kring.crm.registry.quality.QualityPage;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** One work list; every line leads to where it is mended. */
@Named
@ViewScoped
public class MendQuality implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int ROWS = 50;

    @Inject
    private QualityLists lists;

    @Inject
    private PersonLists persons;

    @Inject
    @Param
    private String list;

    @Inject
    @Param
    private String after;

    private QualityPage page;

    public void load() {
        QualityList chosen = QualityList.of(list).orElseThrow(NotFoundException::new);
        page = lists.page(chosen, ROWS, after == null || after.isBlank() ? null : ViewPerson.uuid(after));
    }

    /** Everything of this person is still right. */
    public void confirm(UUID person) {
        persons.confirm(List.of(person));
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "registry_quality-list.confirmed"));
        Faces.redirect("/registry/quality-list.xhtml?list=" + page.list());
    }

    /** The card that a line is about, or where what waits for a decision is decided. */
    public String address(UUID uuid) {
        if (isToDecide()) {
            return "/registry/list-collisions.xhtml?person=" + uuid;
        }
        return page.list().isOfOrganisations()
                ? "/registry/view-organisation.xhtml?id=" + uuid
                : ViewPerson.address(uuid);
    }

    /** What is wrong, in one line. */
    public String what(QualityLine line) {
        return wrong(line);
    }

    static String wrong(QualityLine line) {
        return String.join(", ", line.values());
    }

    /** When everything was last confirmed; that nobody ever did so is told where that is what is wrong. */
    public String confirmedAt(QualityLine line) {
        return confirmed(page.list(), line, Faces.getLocale());
    }

    static String confirmed(QualityList list, QualityLine line, Locale locale) {
        if (line.confirmedAt() != null) {
            return new SaidTexts().moment(line.confirmedAt());
        }
        return isConfirmable(list) ? Texts.of(locale, "registry_quality-list.never") : "";
    }

    /** True when a line shows something that is wrong, and not only that something is missing. */
    public boolean isTelling() {
        return isTelling(page.lines());
    }

    static boolean isTelling(List<QualityLine> lines) {
        return lines.stream().anyMatch(line -> !line.values().isEmpty());
    }

    public boolean isToDecide() {
        return page.list() == QualityList.OPEN_COLLISION;
    }

    public boolean isConfirmable() {
        return isConfirmable(page.list());
    }

    static boolean isConfirmable(QualityList list) {
        return list == QualityList.NOT_CONFIRMED;
    }

    public QualityPage getPage() {
        return page;
    }
}
