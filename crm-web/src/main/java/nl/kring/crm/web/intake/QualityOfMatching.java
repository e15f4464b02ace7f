package nl.kring.crm.web.intake;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.kring.crm.intake.MatchingModels;
import nl.kring.crm.intake.ModelLevel;
import nl.kring.crm.intake.ModelVersion;
import nl.kring.crm.intake.review.MatchAudits;
import nl.kring.crm.intake.review.MatchingFigures;
import nl.kring.crm.intake.review.MatchingFigures.Agreed;
import nl.kring.crm.intake.review.MatchingFigures.Overlap;
import nl.kring.crm.intake.review.MatchingFigures.QueueAge;
import nl.kring.crm.intake.review.Wilson;
import nl.kring.crm.registry.PersonField;
import org.omnifaces.util.Faces;

/** How good the matching is, in figures. */
@Named
@RequestScoped
public class QualityOfMatching {

    @Inject
    private MatchingFigures figures;

    @Inject
    private MatchAudits audits;

    @Inject
    private MatchingModels models;

    private Map<String, Long> overlaps;
    private List<String> registers;
    private Map<String, Agreed> agreed;
    private List<String> pairs;
    private List<PersonField> fields;
    private QueueAge queue;
    private Wilson precision;
    private ModelVersion model;
    private List<ModelLevel> levels;

    public void load() {
        List<Overlap> all = figures.overlaps();
        registers = all.stream().map(Overlap::register).distinct().toList();
        overlaps =
                all.stream().collect(Collectors.toMap(each -> each.register() + " " + each.other(), Overlap::persons));
        List<Agreed> agreements = figures.agreements();
        agreed = agreements.stream()
                .collect(
                        Collectors.toMap(each -> pair(each) + " " + each.field().name(), each -> each));
        pairs = agreements.stream()
                .map(QualityOfMatching::pair)
                .distinct()
                .sorted()
                .toList();
        fields = agreements.stream().map(Agreed::field).distinct().sorted().toList();
        queue = figures.queueAge();
        precision = audits.precision();
        model = models.inUse();
        levels = models.levels(model.uuid());
    }

    /** Draws rows and goes on to judging them. */
    public void draw() {
        Faces.redirect("/intake/audit-matching.xhtml?id=%s", audits.draw().toString());
    }

    private static String pair(Agreed agreed) {
        return agreed.register() + " × " + agreed.other();
    }

    public long overlap(String register, String other) {
        return overlaps.getOrDefault(register + " " + other, 0L);
    }

    /** Null when no person is known with something said by both. */
    public Agreed agreement(String pair, PersonField field) {
        return agreed.get(pair + " " + field.name());
    }

    public List<String> getRegisters() {
        return registers;
    }

    public List<String> getPairs() {
        return pairs;
    }

    public List<PersonField> getFields() {
        return fields;
    }

    public QueueAge getQueue() {
        return queue;
    }

    public Wilson getPrecision() {
        return precision;
    }

    public ModelVersion getModel() {
        return model;
    }

    public List<ModelLevel> getLevels() {
        return levels;
    }
}
