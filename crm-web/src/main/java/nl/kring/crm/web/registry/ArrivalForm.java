package nl.kring.crm.web.registry;

import java.io.Serializable;
import nl.kring.crm.registry.NewPerson;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.Profession;

/** Somebody who is typed in because he or she comes. */
public class ArrivalForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String birthName;
    private String prefix;
    private String initials;
    private String email;
    private Profession profession = Profession.GP;

    NewPerson typed() {
        return new NewPerson(null)
                .with(PersonField.BIRTH_NAME, given(birthName), given(prefix))
                .with(PersonField.INITIALS, given(initials))
                .with(PersonField.EMAIL, given(email))
                .with(PersonField.PROFESSION, profession.name());
    }

    private static String given(String typed) {
        return typed == null || typed.isBlank() ? null : typed;
    }

    public String getBirthName() {
        return birthName;
    }

    public void setBirthName(String birthName) {
        this.birthName = birthName;
    }

    public String getPrefix() {
        return prefix;
    }

    public void setPrefix(String prefix) {
        this.prefix = prefix;
    }

    public String getInitials() {
        return initials;
    }

    public void setInitials(String initials) {
        this.initials = initials;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public Profession getProfession() {
        return profession;
    }

    public void setProfession(Profession profession) {
        this.profession = profession;
    }
}
