package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import nl.kring.crm.agenda.course.ThemeLine;
import nl.kring.crm.agenda.course.Themes;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The list of themes that courses of the region choose from. */
@Named
@ViewScoped
public class ManageThemes implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A theme with its names as typed. */
    public static class Row implements Serializable {

        private static final long serialVersionUID = 1L;

        private final ThemeLine line;
        private String name;
        private String nameEn;

        Row(ThemeLine line) {
            this.line = line;
            name = line.name();
            nameEn = line.nameEn();
        }

        public ThemeLine getLine() {
            return line;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public String getNameEn() {
            return nameEn;
        }

        public void setNameEn(String nameEn) {
            this.nameEn = nameEn;
        }
    }

    @Inject
    private Themes themes;

    private List<Row> rows;
    private String name;
    private String nameEn;

    public void load() {
        rows = themes.all().stream().map(Row::new).toList();
    }

    public void add() {
        themes.add(name, nameEn);
        again("added");
    }

    public void rename() {
        rows.stream()
                .filter(row ->
                        !Objects.equals(row.name, row.line.name()) || !Objects.equals(row.nameEn, row.line.nameEn()))
                .forEach(row -> themes.rename(row.line.uuid(), row.name, row.nameEn));
        again("renamed");
    }

    public void retire(UUID which) {
        themes.retire(which);
        again("retired");
    }

    public void bringBack(UUID which) {
        themes.bringBack(which);
        again("brought-back");
    }

    private static void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "agenda_manage-themes." + what));
        Faces.redirect("/agenda/manage-themes.xhtml");
    }

    public List<Row> getRows() {
        return rows;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getNameEn() {
        return nameEn;
    }

    public void setNameEn(String nameEn) {
        this.nameEn = nameEn;
    }
}
