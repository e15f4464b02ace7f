package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.kring.crm.intake.Lookalike;
import nl.kring.crm.intake.Lookalikes;
import nl.kring.crm.intake.Newcomer;
import nl.kring.crm.intake.matching.Field;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.registry.NewPerson;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import nl.kring.crm.texts.Texts;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Adds somebody by hand, after a look whether he or she is there already. */
@Named
@ViewScoped
public class AddPerson implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final List<PersonField> TYPED = List.of(
            PersonField.INITIALS,
            PersonField.GIVEN_NAME,
            PersonField.BIRTH_DATE,
            PersonField.BIG,
            PersonField.AGB,
            PersonField.WORKPLACE,
            PersonField.PHONE,
            PersonField.EMAIL);

    @Inject
    private Lookalikes lookalikes;

    @Inject
    private CurrentUser currentUser;

    private final Map<String, String> values = new HashMap<>();
    private String prefix;
    private List<Lookalike> alike = List.of();
    private String seen;

    /** Somebody is added by an organisation. */
    public void load() {
        if (!currentUser.has(Role.STAFF)) {
            throw new NotAllowedException();
        }
    }

    /** Who may be meant by what is typed so far. */
    public void look() {
        alike = lookalikes.find(new Newcomer(new HashMap<>(values)));
    }

    /** Whoever looks like it is shown once; saving the same again adds the person all the same. */
    public void save() {
        Newcomer typed = new Newcomer(new HashMap<>(values));
        alike = lookalikes.find(typed);
        if (!alike.isEmpty() && !values.toString().equals(seen)) {
            seen = values.toString();
            Messages.addGlobalWarn("{0}", Texts.of(Faces.getLocale(), "registry_add-person.alike.first"));
            return;
        }
        NewPerson person = new NewPerson(null)
                .with(PersonField.BIRTH_NAME, value(PersonField.BIRTH_NAME), prefix)
                .with(PersonField.PROFESSION, value(PersonField.PROFESSION));
        TYPED.forEach(field -> person.with(field, value(field)));
        Faces.redirect(ViewPerson.address(lookalikes.add(person, typed)));
    }

    private String value(PersonField field) {
        String typed = values.get(field.code());
        return typed == null || typed.isBlank() ? null : typed;
    }

    /** True when the button was pressed; while somebody types nothing is missing yet. */
    public boolean isSaving() {
        return Faces.getRequestParameter("person:save") != null;
    }

    public List<PersonField> getTyped() {
        return TYPED;
    }

    /** What is compared, as a field of a person. */
    public PersonField field(Field compared) {
        return switch (compared) {
            case BIG -> PersonField.BIG;
            case AGB -> PersonField.AGB;
            case NUMBER -> PersonField.REGISTER_NUMBER;
            case SURNAME -> PersonField.BIRTH_NAME;
            case GIVEN_NAME -> PersonField.GIVEN_NAME;
            case BIRTH_DATE -> PersonField.BIRTH_DATE;
            case MOBILE -> PersonField.MOBILE;
            case EMAIL -> PersonField.EMAIL;
            case WORKPLACE -> PersonField.WORKPLACE;
            case GENDER -> PersonField.GENDER;
            case PROFESSION -> PersonField.PROFESSION;
        };
    }

    public PersonField getProfession() {
        return PersonField.PROFESSION;
    }

    public Map<String, String> getValues() {
        return values;
    }

    public List<Lookalike> getAlike() {
        return alike;
    }

    public String getPrefix() {
        return prefix;
    }

    public void setPrefix(String prefix) {
        this.prefix = prefix;
    }
}
