package nl.kring.crm.web.enrolment;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.intake.Lookalike;
import nl.kring.crm.intake.Lookalikes;
import nl.kring.crm.intake.Newcomer;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.registry.NewPerson;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Somebody calls whom nobody knows: a few fields, a look whether it is somebody known after all, and on to the course. */
@Named
@ViewScoped
public class AddCaller implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final List<PersonField> ASKED = List.of(
            PersonField.BIRTH_NAME,
            PersonField.GIVEN_NAME,
            PersonField.PROFESSION,
            PersonField.EMAIL,
            PersonField.PHONE,
            PersonField.WORKPLACE);

    @Inject
    private Lookalikes lookalikes;

    @Inject
    private Me me;

    private final Map<String, String> values = new HashMap<>();
    private String name;
    private String prefix;
    private String door;
    private String atSession;
    private List<Lookalike> alike = List.of();
    private String seen;

    /** What was looked for is the name, until somebody says otherwise: the last word of it the surname. */
    public void load() {
        if (!me.isStaff()) {
            throw new NotAllowedException();
        }
        if (name != null && name.strip().length() <= 100 && !name.matches(".*\\d.*")) {
            TypedName typed = TypedName.of(name);
            values.put(PersonField.BIRTH_NAME.code(), typed.surname());
            values.put(PersonField.GIVEN_NAME.code(), typed.given());
            prefix = typed.prefix();
        }
    }

    /** Who may be meant by what is typed so far. */
    public void look() {
        alike = lookalikes.find(new Newcomer(new HashMap<>(values)));
    }

    /** Whoever looks like it is shown once; the same again adds the person all the same. */
    public void add() {
        Newcomer typed = new Newcomer(new HashMap<>(values));
        alike = lookalikes.find(typed);
        if (!alike.isEmpty() && !values.toString().equals(seen)) {
            seen = values.toString();
            Messages.addGlobalWarn("{0}", Texts.of(Faces.getLocale(), "registry_add-person.alike.first"));
            return;
        }
        NewPerson person = new NewPerson(null);
        for (PersonField field : ASKED) {
            String value = values.get(field.code());
            String given = value == null || value.isBlank() ? null : value;
            if (field.hasPrefix()) {
                person.with(field, given, prefix);
            } else {
                person.with(field, given);
            }
        }
        UUID added = lookalikes.add(person, typed);
        if (atSession != null && !atSession.isBlank()) {
            Faces.redirect(
                    "/attendance/check-in.xhtml?id=%s&q=%s", atSession, values.get(PersonField.BIRTH_NAME.code()));
        } else if (door == null || door.isBlank()) {
            Faces.redirect("/enrolment/phone.xhtml?person=%s", added.toString());
        } else {
            Faces.redirect(
                    "/enrolment/list-participants.xhtml?id=%s&q=%s", door, values.get(PersonField.BIRTH_NAME.code()));
        }
    }

    /** True when the button was pressed; while somebody types nothing is missing yet. */
    public boolean isAdding() {
        return Faces.getRequestParameter("caller:add") != null;
    }

    public Profession[] getProfessions() {
        return Profession.values();
    }

    public Map<String, String> getValues() {
        return values;
    }

    public List<Lookalike> getAlike() {
        return alike;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    /** The edition at whose door somebody stands, or null. */
    public String getDoor() {
        return door;
    }

    public void setDoor(String door) {
        this.door = door;
    }

    /** The session at whose door somebody stands, or null. */
    public String getAtSession() {
        return atSession;
    }

    public void setAtSession(String atSession) {
        this.atSession = atSession;
    }

    public String getPrefix() {
        return prefix;
    }

    public void setPrefix(String prefix) {
        this.prefix = prefix;
    }
}
