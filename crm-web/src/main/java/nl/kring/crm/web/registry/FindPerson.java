package nl.kring.crm.web.registry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.event.PhaseId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.kring.crm.intake.Registers;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.MissingData;
import nl.kring.crm.registry.PersonAddress;
import nl.kring.crm.registry.PersonColumn;
import nl.kring.crm.registry.PersonColumns;
import nl.kring.crm.registry.PersonLists;
import nl.kring.crm.registry.PersonPage;
import nl.kring.crm.registry.PersonQuery;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.registry.affiliation.AffiliationRole;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.workbench.SavedViewLine;
import nl.kring.crm.workbench.SavedViews;
import org.omnifaces.util.Faces;

/** The list of persons. The whole question stands in the URL, columns and all, so that it can be kept and shared. */
@Named
@RequestScoped
public class FindPerson {

    private static final int ROWS = 25;
    private static final List<String> FURTHER =
            List.of("organisation", "member", "register", "missing", "own", "ownValue");
    private static final PersonPage NOBODY = new PersonPage(List.of(), null, null, 0);

    /** A cell as it reads; that of the name leads to the card. */
    public record Cell(String text, boolean name) {}

    @Inject
    private Persons persons;

    @Inject
    private PersonLists lists;

    @Inject
    private Organisations organisations;

    @Inject
    private Registers registers;

    @Inject
    private WorkplaceAsked workplace;

    @Inject
    private SavedViews views;

    @Inject
    private ListTexts texts;

    private PersonQuery query;
    private PersonColumns columns = PersonColumns.USUAL;
    private PersonPage page;
    private List<PersonLists.OwnColumn> own;
    private String refusal;

    /** Without any question the view opens that its owner wants to begin with. */
    public void open() {
        SavedViewLine first = Faces.getRequestQueryString() == null
                ? views.preferred("/registry/find-person.xhtml").orElse(null)
                : null;
        if (first != null && !first.query().isEmpty()) {
            try {
                Faces.getExternalContext().redirect(first.address());
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        } else {
            load();
        }
    }

    /** An address that cannot be answered shows the reason beside the form, and no list. */
    public void load() {
        try {
            query = PersonAddress.read(this::parameter);
            columns = columnsAsked();
            page = workplace.isOpen() ? NOBODY : lists.browse(query, columns);
        } catch (InvalidInputException e) {
            page = NOBODY;
            refusal = Texts.of(
                    Faces.getLocale(), "refusal." + e.code(), e.arguments().toArray());
        }
    }

    private String parameter(String name) {
        return switch (name) {
            case "size" -> Integer.toString(ROWS);
            case "worksAt" -> workplace.read();
            default -> Faces.getRequestParameter(name);
        };
    }

    /** A ticked column stands in col, a whole choice in columns; the order is that of the address. */
    static PersonColumns columnsAsked() {
        String[] ticked = Faces.getRequestParameterValues("col");
        return PersonColumns.of(
                ticked == null ? Faces.getRequestParameter("columns") : String.join(",", moved(ticked)));
    }

    /** The column named in first goes to the front. */
    private static Set<String> moved(String[] ticked) {
        Set<String> order = new LinkedHashSet<>();
        String first = Faces.getRequestParameter("first");
        if (first != null && Arrays.asList(ticked).contains(first)) {
            order.add(first);
        }
        order.addAll(Arrays.asList(ticked));
        return order;
    }

    /** This question's address with a cursor. */
    public String link(String cursor) {
        return "/registry/find-person.xhtml?" + getAddress() + (cursor == null ? "" : "&after=" + cursor);
    }

    /** The card of somebody on the day of the list. */
    public String card(UUID person) {
        return ViewPerson.address(person) + (query.asOf() == null ? "" : "&asOf=" + query.asOf());
    }

    /** What stands behind the question mark, without the page. */
    public String getAddress() {
        String asked = query == null ? "" : PersonAddress.write(query);
        String shown = columns.equals(PersonColumns.USUAL) ? "" : "columns=" + columns.codes();
        return asked.isEmpty() || shown.isEmpty() ? asked + shown : asked + "&" + shown;
    }

    public PersonPage getPage() {
        if (page == null) {
            load();
        }
        return page;
    }

    public String getRefusal() {
        return refusal;
    }

    public List<String> getHeaders() {
        return texts.headers(columns, getOwn(), Faces.getLocale());
    }

    public List<Cell> cells(List<String> raw) {
        List<String> read = texts.cells(columns, raw, Faces.getLocale());
        return IntStream.range(0, read.size())
                .mapToObj(at -> new Cell(read.get(at), columns.list().get(at).fixed() == PersonColumn.NAME))
                .toList();
    }

    /** True when one of the conditions that are folded away was asked for. */
    public boolean isNarrowedFurther() {
        return FURTHER.stream().map(Faces::getRequestParameter).anyMatch(asked -> asked != null && !asked.isBlank());
    }

    /** The question is asked by its address alone; the fields that show it take nothing from what another form sends. */
    public boolean isSending() {
        return Faces.isPostback() && Faces.getContext().getCurrentPhaseId() != PhaseId.RENDER_RESPONSE;
    }

    /** Every column in the order of the form: the chosen ones as they stand, then the others. */
    public List<String> getAllColumns() {
        Set<String> all = columns.list().stream()
                .map(PersonColumns.Column::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        Arrays.stream(PersonColumn.values()).map(PersonColumn::code).forEach(all::add);
        getOwn().forEach(each -> all.add("own-" + each.uuid()));
        return List.copyOf(all);
    }

    public boolean isChosen(String code) {
        return columns.list().stream().anyMatch(column -> column.code().equals(code));
    }

    public String columnName(String code) {
        return texts.headers(PersonColumns.of(code), getOwn(), Faces.getLocale())
                .get(0);
    }

    public List<PersonLists.OwnColumn> getOwn() {
        if (own == null) {
            own = lists.ownColumns();
        }
        return own;
    }

    PersonQuery getQuery() {
        return query;
    }

    PersonColumns getColumns() {
        return columns;
    }

    public Profession[] getProfessions() {
        return Profession.values();
    }

    public AffiliationRole[] getRoles() {
        return AffiliationRole.values();
    }

    /** Registers to choose from, and the one that the address asks for. */
    public Set<String> getRegisters() {
        Set<String> all = new LinkedHashSet<>(registers.codesInUse());
        if (query != null && query.filter().register() != null) {
            all.add(query.filter().register());
        }
        return all;
    }

    /** The same question for one of the workplaces that may be meant. */
    public String at(UUID organisation) {
        String asked = getAddress();
        return "/registry/find-person.xhtml?" + (asked.isEmpty() ? "" : asked + "&") + "worksAt=" + organisation;
    }

    public String getWorksAtCode() {
        return query == null ? null : query.filter().worksAt();
    }

    /** The workplace as the form shows it, so that it can be corrected. */
    public String getWorksAt() {
        return workplace.isOpen() ? workplace.getTyped() : workplace.label(getWorksAtCode());
    }

    public MissingData[] getMissing() {
        return MissingData.values();
    }

    public List<String> getMunicipalities() {
        return persons.municipalities();
    }

    public List<Organisation> getOrganisations() {
        return organisations.participants();
    }
}
