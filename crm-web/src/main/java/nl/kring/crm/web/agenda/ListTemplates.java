package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.course.CourseTemplates;
import nl.kring.crm.agenda.course.TemplateLine;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** The templates of the own organisation, and beginning a course with one. */
@Named
@ViewScoped
public class ListTemplates implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private CourseTemplates templates;

    private boolean retired;
    private String template;
    private LocalDate firstDay;
    private List<TemplateLine> lines;

    public void load() {
        lines = List.copyOf(templates.list(retired));
    }

    public String use() {
        return ViewEdition.shown(templates.use(EditionId.of(template), firstDay), "agenda_list-templates.used");
    }

    public void retire(UUID which) {
        templates.retire(which);
        again("retire.done");
    }

    public void bringBack(UUID which) {
        templates.bringBack(which);
        again("bring-back.done");
    }

    private void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "agenda_list-templates." + what));
        Faces.redirect("/agenda/list-templates.xhtml" + (retired ? "?retired=true" : ""));
    }

    public List<TemplateLine> getLines() {
        return lines;
    }

    /** Those of which a course can be made. */
    public List<TemplateLine> getUsable() {
        return lines.stream().filter(line -> !line.retired()).toList();
    }

    public boolean isRetired() {
        return retired;
    }

    public void setRetired(boolean retired) {
        this.retired = retired;
    }

    public String getTemplate() {
        return template;
    }

    public void setTemplate(String template) {
        this.template = template;
    }

    public LocalDate getFirstDay() {
        return firstDay;
    }

    public void setFirstDay(LocalDate firstDay) {
        this.firstDay = firstDay;
    }
}
