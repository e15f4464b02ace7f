package nl.kring.crm.web.registry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.lists.FrozenLine;
import nl.kring.crm.registry.lists.FrozenListLine;
import nl.kring.crm.registry.lists.FrozenLists;
import nl.kring.crm.registry.lists.ListDifference;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** One frozen list as it was, or what became otherwise since. */
@Named
@RequestScoped
public class ViewFrozen {

    private static final int SHOWN = 200;

    @Inject
    private FrozenLists frozen;

    @Inject
    private ListTexts texts;

    @Inject
    @Param
    private String id;

    @Inject
    @Param
    private String show;

    @Inject
    @Param
    private String day;

    private FrozenListLine list;
    private List<FrozenLine> lines = List.of();
    private ListDifference difference;
    private LocalDate compared;
    private String refusal;

    public void load() {
        UUID uuid = ViewPerson.uuid(id);
        list = frozen.get(uuid);
        if (isSince()) {
            compare(uuid);
        } else {
            lines = frozen.lines(uuid);
        }
    }

    /** A day that cannot be read shows the reason, and no differences. */
    private void compare(UUID uuid) {
        try {
            compared = Chosen.day(day);
            difference = frozen.since(uuid, compared);
        } catch (InvalidInputException e) {
            refusal = Texts.of(
                    Faces.getLocale(), "refusal." + e.code(), e.arguments().toArray());
        }
    }

    /** The card of somebody on the day that is compared with. */
    public String card(UUID person) {
        return ViewPerson.address(person) + (compared == null ? "" : "&asOf=" + compared);
    }

    public String getRefusal() {
        return refusal;
    }

    public void remove() {
        UUID uuid = ViewPerson.uuid(id);
        frozen.remove(uuid);
        Faces.redirect("/registry/list-frozen.xhtml?removed=" + uuid);
    }

    public boolean isSince() {
        return "since".equals(show);
    }

    public FrozenListLine getList() {
        return list;
    }

    /** The first of the lines; the file has them all. */
    public List<FrozenLine> getLines() {
        return lines.stream().limit(SHOWN).toList();
    }

    public boolean isCut() {
        return lines.size() > SHOWN;
    }

    public ListDifference getDifference() {
        return difference;
    }

    /** None on a form that comes back without the address of its list. */
    public List<String> getHeaders() {
        return list == null ? List.of() : FrozenTexts.headers(texts, list, locale());
    }

    public List<String> cells(FrozenLine line) {
        return texts.cells(list.columns(), line.cells(), locale());
    }

    /** The name of a changed column. */
    public String header(ListDifference.Cell cell) {
        return getHeaders().get(list.headers().indexOf(cell.header()));
    }

    /** A changed value as it reads; a dash where there was nothing. */
    public String value(ListDifference.Cell cell, String value) {
        return value == null
                ? "–"
                : texts.cell(list.columns().list().get(list.headers().indexOf(cell.header())), value, locale());
    }

    private static Locale locale() {
        return Faces.getLocale();
    }
}
