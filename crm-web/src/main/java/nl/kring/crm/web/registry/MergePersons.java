package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.governance.ChangeProposals;
import nl.kring.crm.registry.PersonCard;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.PersonLine;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.registry.Saying;
import nl.kring.crm.registry.merging.MergePreview;
import nl.kring.crm.registry.merging.MergeReason;
import nl.kring.crm.registry.merging.Merges;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;
import org.omnifaces.util.Messages;

/** Two persons side by side, what making them one would do, and which values are shown then. The choice is in the address. */
@Named
@ViewScoped
public class MergePersons implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private Persons persons;

    @Inject
    private Merges merges;

    @Inject
    private ChangeProposals proposals;

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

    private PersonCard first;
    private PersonCard second;
    private List<PersonLine> found = List.of();
    private MergePreview preview;
    private String reason;
    private final Map<PersonField, String> chosen = new HashMap<>();

    /** The survivor stands first. */
    public void load() {
        UUID one = ViewPerson.uuid(id);
        if (other == null || other.isBlank()) {
            first = persons.card(one);
            found = persons.alike(q == null ? List.of() : List.of(q)).stream()
                    .filter(line -> !line.uuid().equals(first.uuid()))
                    .toList();
            return;
        }
        UUID survivor = stays == null || stays.isBlank() ? null : ViewPerson.uuid(stays);
        preview = merges.preview(one, ViewPerson.uuid(other), survivor);
        first = persons.card(preview.survivor());
        second = persons.card(preview.merged());
    }

    public void merge() {
        MergeReason why = MergeReason.byHand(reason);
        Map<PersonField, UUID> values = new EnumMap<>(PersonField.class);
        chosen.forEach((field, said) -> {
            if (said != null && !said.isEmpty()) {
                values.put(field, UUID.fromString(said));
            }
        });
        merges.merge(first.uuid(), second.uuid(), preview.divided() ? why.lifting(reason) : why, values);
        done("registry_merge-persons.done", ViewPerson.address(first.uuid()));
    }

    /** Who looks after neither asks the steward. */
    public void propose() {
        proposals.proposeMerge(first.uuid(), second.uuid(), reason);
        done("governance_propose-change.done", "/governance/list-proposals.xhtml");
    }

    public void notTheSame() {
        merges.notTheSame(first.uuid(), second.uuid(), reason);
        done("registry_merge-persons.not-same.done", ViewPerson.address(first.uuid()));
    }

    private static void done(String text, String address) {
        Messages.addFlashGlobalInfo("{0}", Texts.of(Faces.getLocale(), text));
        Faces.redirect(address);
    }

    /** What somebody says of one of them, of fields that may be looked at side by side. */
    public List<PersonField> getFields() {
        return Arrays.stream(PersonField.values())
                .filter(field -> Stream.of(first, second)
                        .anyMatch(card -> !card.field(field).sayings().isEmpty()))
                .toList();
    }

    /** Different values of a field that can be chosen to be shown; what others keep to themselves is none. */
    public List<Saying> choices(PersonField field) {
        Map<String, Saying> values = new HashMap<>();
        Stream.of(first, second)
                .flatMap(card -> card.field(field).sayings().stream())
                .filter(saying -> saying.hidden() == null && !saying.kept() && saying.holds() && saying.value() != null)
                .forEach(saying -> values.putIfAbsent(saying.prefix() + " " + saying.value(), saying));
        return values.size() < 2 || field == PersonField.WORKPLACE || field == PersonField.ADDRESS
                ? List.of()
                : List.copyOf(values.values());
    }

    public PersonCard getFirst() {
        return first;
    }

    public PersonCard getSecond() {
        return second;
    }

    public List<PersonLine> getFound() {
        return found;
    }

    public MergePreview getPreview() {
        return preview;
    }

    public Map<PersonField, String> getChosen() {
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
