package nl.kring.crm.web.registry;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kring.crm.platform.BusinessException;
import nl.kring.crm.platform.NotAllowedException;
import nl.kring.crm.registry.organisation.OrganisationCards;
import nl.kring.crm.registry.organisation.OrganisationLine;
import nl.kring.crm.registry.organisation.OrganisationLists;
import nl.kring.crm.registry.organisation.OrganisationQuery;
import nl.kring.crm.registry.succession.SuccessionKind;
import nl.kring.crm.registry.succession.SuccessionPlan;
import nl.kring.crm.registry.succession.SuccessionPreview;
import nl.kring.crm.registry.succession.Successions;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Me;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** Plans a takeover, merger or split. The choice stands in the address; what it would do is shown before it is done. */
@Named
@ViewScoped
public class PlanSuccession implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String PAGE = "/registry/plan-succession.xhtml?";
    private static final int FOUND = 20;

    @Inject
    private Successions successions;

    @Inject
    private OrganisationLists lists;

    @Inject
    private OrganisationCards cards;

    @Inject
    private Me me;

    @Inject
    @Param(name = "kind")
    private String kindName;

    @Inject
    @Param(name = "day")
    private String dayText;

    @Inject
    @Param
    private String q;

    private SuccessionKind kind;
    private List<UUID> old;
    private List<UUID> to;
    private Map<UUID, String> names;
    private List<OrganisationLine> found = List.of();
    private SuccessionPreview preview;
    private String refusal;
    private String reason;
    private final Map<UUID, String> chosen = new HashMap<>();

    /** What cannot be planned is said in words; the choice stays. */
    public void load() {
        if (!me.isStaff() && !me.isPlatformAdmin()) {
            throw new NotAllowedException();
        }
        kind = Chosen.of(SuccessionKind.values(), kindName);
        old = uuids("old");
        to = uuids("to");
        names = Stream.concat(old.stream(), to.stream())
                .distinct()
                .collect(Collectors.toMap(
                        uuid -> uuid, uuid -> cards.card(uuid, null).name()));
        try {
            LocalDate day = Chosen.day(dayText);
            if (q != null && !q.isBlank()) {
                found = lists.find(new OrganisationQuery(q, null, null, null, day, null, FOUND, null))
                        .items();
            }
            if (kind != null && day != null && !old.isEmpty() && !to.isEmpty()) {
                preview = successions.preview(plan());
            }
        } catch (BusinessException e) {
            refusal = Texts.of(
                    Faces.getLocale(), "refusal." + e.code(), e.arguments().toArray());
        }
    }

    public void apply() {
        Faces.redirect("/registry/view-succession.xhtml?id=" + successions.apply(plan()));
    }

    private SuccessionPlan plan() {
        Map<UUID, UUID> moves = chosen.entrySet().stream()
                .filter(each -> each.getValue() != null && !each.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, each -> UUID.fromString(each.getValue())));
        return new SuccessionPlan(kind, old, to, Chosen.day(dayText), reason, moves);
    }

    private static List<UUID> uuids(String parameter) {
        String[] values = Faces.getRequestParameterValues(parameter);
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .filter(each -> !each.isBlank())
                        .map(ViewPerson::uuid)
                        .distinct()
                        .toList();
    }

    /** The address of this choice with one organisation more, or with one less when it is chosen already. */
    public String link(String side, UUID organisation) {
        List<UUID> one = side.equals("old") ? with(old, organisation) : old;
        List<UUID> other = side.equals("to") ? with(to, organisation) : to;
        Stream<String> parts = Stream.concat(
                one.stream().map(each -> "old=" + each), other.stream().map(each -> "to=" + each));
        Stream<String> plain = Stream.of("kind=" + encoded(kindName), "day=" + encoded(dayText));
        return PAGE + Stream.concat(plain, parts).collect(Collectors.joining("&"));
    }

    private static List<UUID> with(List<UUID> chosen, UUID organisation) {
        return chosen.contains(organisation)
                ? chosen.stream().filter(each -> !each.equals(organisation)).toList()
                : Stream.concat(chosen.stream(), Stream.of(organisation)).toList();
    }

    private static String encoded(String text) {
        return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    public boolean isSplit() {
        return kind == SuccessionKind.SPLIT;
    }

    public SuccessionKind[] getKinds() {
        return SuccessionKind.values();
    }

    public List<UUID> getOld() {
        return old;
    }

    public List<UUID> getTo() {
        return to;
    }

    public Map<UUID, String> getNames() {
        return names;
    }

    public List<OrganisationLine> getFound() {
        return found;
    }

    public SuccessionPreview getPreview() {
        return preview;
    }

    public String getRefusal() {
        return refusal;
    }

    public Map<UUID, String> getChosen() {
        return chosen;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
