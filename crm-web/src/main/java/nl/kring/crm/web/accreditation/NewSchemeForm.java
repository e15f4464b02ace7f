package nl.kring.crm.web.accreditation;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import nl.kring.crm.accreditation.SchemeUnit;
import nl.kring.crm.accreditation.scheme.NewScheme;
import nl.kring.crm.registry.Profession;

/** A register as it is typed before it is there. */
public class NewSchemeForm implements Serializable {

    private static final long serialVersionUID = 1L;

    private String code;
    private String name;
    private SchemeUnit unit = SchemeUnit.POINT;
    private String[] professions = {};
    private NewScheme.NumberKind numbers = NewScheme.NumberKind.BIG;
    private Integer peOrganisation;

    /** What was typed; whether it can be the boundary says. */
    NewScheme scheme() {
        return new NewScheme(code, name, unit, chosenProfessions(), numbers, peOrganisation);
    }

    Set<Profession> chosenProfessions() {
        return Arrays.stream(professions).map(Profession::valueOf).collect(Collectors.toSet());
    }

    public List<SchemeUnit> getUnits() {
        return List.of(SchemeUnit.values());
    }

    public List<Profession> getAllProfessions() {
        return List.of(Profession.values());
    }

    public List<NewScheme.NumberKind> getNumberKinds() {
        return List.of(NewScheme.NumberKind.values());
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public SchemeUnit getUnit() {
        return unit;
    }

    public void setUnit(SchemeUnit unit) {
        this.unit = unit;
    }

    public String[] getProfessions() {
        return professions.clone();
    }

    public void setProfessions(String[] professions) {
        this.professions = professions == null ? new String[0] : professions.clone();
    }

    public NewScheme.NumberKind getNumbers() {
        return numbers;
    }

    public void setNumbers(NewScheme.NumberKind numbers) {
        this.numbers = numbers;
    }

    public Integer getPeOrganisation() {
        return peOrganisation;
    }

    public void setPeOrganisation(Integer peOrganisation) {
        this.peOrganisation = peOrganisation;
    }
}
