package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.registry.Criterion;
import nl.kring.crm.registry.FieldRule;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.SurvivorshipRules;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** By what a value of a field is preferred. The choice stands in the address; what it would change is shown before. */
@Named
@ViewScoped
public class ChooseSurvivorship implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private SurvivorshipRules rules;

    @Inject
    @Param(name = "field")
    private String fieldName;

    @Inject
    @Param(name = "first")
    private String firstName;

    @Inject
    @Param(name = "second")
    private String secondName;

    @Inject
    @Param(name = "third")
    private String thirdName;

    private List<FieldRule> all;
    private PersonField field;
    private List<Criterion> criteria;
    private Integer changing;
    private String refusal;

    public void load() {
        all = rules.all();
        field = Chosen.of(PersonField.values(), fieldName);
        criteria = Stream.of(firstName, secondName, thirdName)
                .map(name -> Chosen.of(Criterion.values(), name))
                .filter(Objects::nonNull)
                .toList();
        if (field != null) {
            try {
                changing = rules.preview(field, criteria);
            } catch (BusinessException e) {
                refusal = Texts.of(Faces.getLocale(), "refusal." + e.code());
            }
        }
    }

    public void apply() {
        done(rules.apply(field, criteria));
    }

    public void recompute() {
        done(rules.recompute());
    }

    private static void done(int changed) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), "registry_choose-survivorship.done", changed));
        Faces.redirect("/registry/choose-survivorship.xhtml");
    }

    /** The criteria of a rule in words. */
    public String words(List<Criterion> order) {
        return order.stream()
                .map(each -> Texts.of(Faces.getLocale(), "registry.criterion." + each.name()))
                .collect(Collectors.joining(", "));
    }

    public Criterion[] getChoices() {
        return Criterion.values();
    }

    public PersonField[] getFields() {
        return PersonField.values();
    }

    public List<FieldRule> getAll() {
        return all;
    }

    public PersonField getField() {
        return field;
    }

    public List<Criterion> getCriteria() {
        return criteria;
    }

    public Integer getChanging() {
        return changing;
    }

    public String getRefusal() {
        return refusal;
    }
}
