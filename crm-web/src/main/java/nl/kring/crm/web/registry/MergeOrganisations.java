package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.registry.Saying;
import nl.kring.crm.registry.merging.MergePreview;
import nl.kring.crm.registry.merging.MergeReason;
import nl.kring.crm.registry.merging.OrganisationMerges;
import nl.kring.crm.registry.organisation.OrganisationCard;
import nl.kring.crm.registry.organisation.OrganisationCards;
import nl.kring.crm.registry.organisation.OrganisationField;
import nl.kring.crm.registry.organisation.OrganisationLine;
import nl.kring.crm.registry.organisation.OrganisationLists;
import nl.kring.crm.registry.organisation.OrganisationQuery;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Two organisations side by side, and what making them one would do. The choice is in the address. */
@Named
@ViewScoped
public class MergeOrganisations implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int MOST_FOUND = 20;

    @Inject
    private OrganisationCards cards;

    @Inject
    private OrganisationLists lists;

    @Inject
    private OrganisationMerges merges;

    @Inject
    @Param
    private String id;

    @Inject
    @Param
    private String other;

    @Inject
    @Param
    private String stays;

    @Inject
    @Param
    private String q;

    private OrganisationCard first;
    private OrganisationCard second;
    private List<OrganisationLine> found = List.of();
    private MergePreview preview;
    private String reason;
    private final Map<OrganisationField, String> chosen = new HashMap<>();

    /** The survivor stands first. */
    public void load() {
        UUID one = ViewPerson.uuid(id);
        if (other == null || other.isBlank()) {
            first = cards.card(one, null);
            found = q == null || q.isBlank() ? List.of() : alike();
            return;
        }
        UUID survivor = stays == null || stays.isBlank() ? null : ViewPerson.uuid(stays);
        preview = merges.preview(one, ViewPerson.uuid(other), survivor);
        first = cards.card(preview.survivor(), null);
        second = cards.card(preview.merged(), null);
    }

    /** Of the same kind, so that they can be one. */
    private List<OrganisationLine> alike() {
        return lists
                .find(new OrganisationQuery(q, first.kind(), null, null, null, null, MOST_FOUND, null))
                .items()
                .stream()
                .filter(line -> !line.uuid().equals(first.uuid()))
                .toList();
    }

    public void merge() {
        MergeReason why = MergeReason.byHand(reason);
        Map<OrganisationField, UUID> values = new EnumMap<>(OrganisationField.class);
        chosen.forEach((field, said) -> {
            if (said != null && !said.isEmpty()) {
                values.put(field, ViewPerson.uuid(said));
            }
        });
        merges.merge(first.uuid(), second.uuid(), preview.divided() ? why.lifting(reason) : why, values);
        done("registry_merge-organisations.done");
    }

    public void notTheSame() {
        merges.notTheSame(first.uuid(), second.uuid(), reason);
        done("registry_merge-organisations.not-same.done");
    }

    private void done(String text) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), text));
        Faces.redirect("/registry/view-organisation.xhtml?id=%s", first.uuid().toString());
    }

    /** In which something is said of one of them. */
    public List<OrganisationField> getFields() {
        return Arrays.stream(OrganisationField.values())
                .filter(field -> Stream.of(first, second)
                        .anyMatch(card -> !card.field(field).sayings().isEmpty()))
                .toList();
    }

    /** Different values of a field that can be chosen to be shown; what others keep to themselves is none. */
    public List<Saying> choices(OrganisationField field) {
        Map<String, Saying> values = new LinkedHashMap<>();
        Stream.of(first, second)
                .flatMap(card -> card.field(field).sayings().stream())
                .filter(saying -> saying.hidden() == null && saying.value() != null)
                .forEach(saying -> values.putIfAbsent(saying.value(), saying));
        return values.size() < 2 ? List.of() : List.copyOf(values.values());
    }

    public OrganisationCard getFirst() {
        return first;
    }

    public OrganisationCard getSecond() {
        return second;
    }

    public List<OrganisationLine> getFound() {
        return found;
    }

    public MergePreview getPreview() {
        return preview;
    }

    public Map<OrganisationField, String> getChosen() {
        return chosen;
    }

    public String getQ() {
        return q;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
