package nl.kring.crm.web.attendance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.attendance.past.PastDoubt;
import nl.kring.crm.attendance.past.PastImports;
import nl.kring.crm.intake.Lookalike;
import nl.kring.crm.intake.Lookalikes;
import nl.kring.crm.intake.Newcomer;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.PersonLine;
import nl.kring.crm.registry.PersonQuery;
import nl.kring.crm.registry.Persons;

/** Somebody of a file of the past, with those of the register who may be meant; people say who it is. */
@Named
@ViewScoped
public class DecidePast implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private PastImports imports;

    @Inject
    private Lookalikes lookalikes;

    @Inject
    private Persons persons;

    private String id;
    private String wanted;
    private PastDoubt doubt;
    private List<Lookalike> alike;
    private List<PersonLine> found = List.of();

    public void load() {
        doubt = imports.doubt(Shown.uuid(id));
        alike = lookalikes.find(new Newcomer(values()));
    }

    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>();
        values.put(PersonField.BIRTH_NAME.code(), doubt.surname());
        values.put(PersonField.INITIALS.code(), doubt.initials());
        values.put(
                PersonField.BIRTH_DATE.code(),
                doubt.birthDate() == null ? null : doubt.birthDate().toString());
        values.put(PersonField.BIG.code(), doubt.big());
        values.put(PersonField.AGB.code(), doubt.agb());
        values.put(PersonField.EMAIL.code(), doubt.email());
        return values;
    }

    public void look() {
        found = wanted == null || wanted.isBlank()
                ? List.of()
                : persons.find(PersonQuery.named(wanted)).items();
    }

    public String choose(UUID person) {
        imports.decide(doubt.uuid(), person);
        return back();
    }

    public String leaveOut() {
        imports.decide(doubt.uuid(), null);
        return back();
    }

    private String back() {
        return "/attendance/view-past.xhtml?faces-redirect=true&id=" + doubt.imported();
    }

    public PastDoubt getDoubt() {
        return doubt;
    }

    public List<Lookalike> getAlike() {
        return alike;
    }

    public List<PersonLine> getFound() {
        return found;
    }

    public String getWanted() {
        return wanted;
    }

    public void setWanted(String wanted) {
        this.wanted = wanted;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
