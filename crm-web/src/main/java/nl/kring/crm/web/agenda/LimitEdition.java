package nl.kring.crm.web.agenda;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kring.crm.agenda.Companies;
import nl.kring.crm.agenda.Company;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.platform.InvalidInputException;

/** For whose staff an edition is: everybody, or that of the organisations that are named. */
@Named
@ViewScoped
public class LimitEdition implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int EMPTY_ROWS = 3;

    /** One line with the name of an organisation; a blank one names none. */
    public static class Row implements Serializable {

        private static final long serialVersionUID = 1L;

        private String name;

        Row(String name) {
            this.name = name;
        }

        public String getName() {
            return name;
        }

        public void setName(String name) {
            this.name = name;
        }
    }

    @Inject
    private Editions editions;

    @Inject
    private Companies companies;

    private final List<Row> rows = new ArrayList<>();
    private String id;
    private String title;
    private List<Company> choices;

    public void load() {
        UUID edition = EditionId.of(id);
        companies.of(edition).forEach(each -> rows.add(new Row(each.label())));
        for (int i = 0; i < EMPTY_ROWS; i++) {
            rows.add(new Row(null));
        }
        choices = companies.choices();
        title = editions.edition(edition).line().title();
    }

    public String save() {
        Map<String, UUID> known =
                choices.stream().collect(Collectors.toMap(Company::label, Company::uuid, (first, same) -> first));
        List<UUID> named = new ArrayList<>();
        for (Row row : rows) {
            String name = row.name == null ? "" : row.name.strip();
            if (!name.isEmpty()) {
                UUID organisation = known.get(name);
                if (organisation == null) {
                    throw new InvalidInputException("agenda-company-name", name);
                }
                named.add(organisation);
            }
        }
        companies.limit(EditionId.of(id), named);
        return ViewEdition.shown(EditionId.of(id), "agenda_limit-edition.saved");
    }

    public List<Row> getRows() {
        return rows;
    }

    public List<Company> getChoices() {
        return choices;
    }

    public String getTitle() {
        return title;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
