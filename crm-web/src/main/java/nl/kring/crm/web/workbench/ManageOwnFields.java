package nl.kring.crm.web.workbench;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.workbench.OwnFieldKind;
import nl.kring.crm.workbench.OwnFieldLine;
import nl.kring.crm.workbench.OwnFields;
import nl.kring.crm.workbench.OwnSubject;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Which own columns the organisation has. */
@Named
@ViewScoped
public class ManageOwnFields implements Serializable {

    private static final long serialVersionUID = 1L;

    /** A column as it can be changed on the page. */
    public static class Line implements Serializable {

        private static final long serialVersionUID = 1L;

        private final OwnFieldLine field;
        private String name;
        private String choices;

        Line(OwnFieldLine field) {
            this.field = field;
            this.name = field.name();
            this.choices = String.join("; ", field.choices());
        }

        public OwnFieldLine getField() {
            return field;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }

        public String getChoices() {
            return choices;
        }

        public void setChoices(String choices) {
            this.choices = choices;
        }
    }

    @Inject
    private OwnFields fields;

    @Inject
    private CurrentUser currentUser;

    private OwnSubject subject = OwnSubject.PERSON;
    private OwnFieldKind kind = OwnFieldKind.TEXT;
    private String name;
    private String choices;
    private List<Line> persons;
    private List<Line> organisations;
    private List<OwnFieldLine> archived;

    public void load() {
        persons = lines(OwnSubject.PERSON);
        organisations = lines(OwnSubject.ORGANISATION);
        archived = Arrays.stream(OwnSubject.values())
                .flatMap(each -> fields.archived(each).stream())
                .toList();
    }

    private List<Line> lines(OwnSubject of) {
        return fields.list(of).stream().map(Line::new).toList();
    }

    public void define() {
        fields.define(subject, name, kind, split(choices));
        again("defined");
    }

    public void change(Line line) {
        OwnFieldLine field = line.field;
        if (!field.name().equals(line.name)) {
            fields.rename(field.uuid(), line.name);
        }
        if (field.kind() == OwnFieldKind.CHOICE && !field.choices().equals(split(line.choices))) {
            fields.offer(field.uuid(), split(line.choices));
        }
        again("changed");
    }

    public void move(UUID field, boolean forward) {
        fields.move(field, forward);
        again("changed");
    }

    public void archive(UUID field) {
        fields.archive(field);
        again("archived");
    }

    public void restore(UUID field) {
        fields.restore(field);
        again("restored");
    }

    private static List<String> split(String typed) {
        return Arrays.stream((typed == null ? "" : typed).split("[;\n]"))
                .map(String::strip)
                .filter(choice -> !choice.isEmpty())
                .toList();
    }

    private static void again(String what) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "workbench_manage-own-fields." + what));
        Faces.redirect("/workbench/manage-own-fields.xhtml");
    }

    /** Only an administrator of the organisation changes columns; the others see which there are. */
    public boolean isAllowed() {
        return currentUser.has(Role.ORGANISATION_ADMIN);
    }

    public List<Line> getPersons() {
        return persons;
    }

    public List<Line> getOrganisations() {
        return organisations;
    }

    public List<OwnFieldLine> getArchived() {
        return archived;
    }

    public OwnSubject[] getSubjects() {
        return OwnSubject.values();
    }

    public OwnFieldKind[] getKinds() {
        return OwnFieldKind.values();
    }

    public OwnSubject getSubject() {
        return subject;
    }

    public void setSubject(OwnSubject subject) {
        this.subject = subject;
    }

    public OwnFieldKind getKind() {
        return kind;
    }

    public void setKind(OwnFieldKind kind) {
        this.kind = kind;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getChoices() {
        return choices;
    }

    public void setChoices(String choices) {
        this.choices = choices;
    }
}
