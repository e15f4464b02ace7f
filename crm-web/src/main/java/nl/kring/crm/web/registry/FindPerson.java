package nl.kring.crm.web.registry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.PersonPage;
import nl.kring.crm.registry.PersonQuery;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** The list of persons. The whole question stands in the URL, so that it can be kept and shared. */
@Named
@RequestScoped
public class FindPerson {

    private static final int ROWS = 25;

    @Inject
    private Persons persons;

    @Inject
    private Organisations organisations;

    @Inject
    @Param
    private String q;

    @Inject
    @Param
    private String profession;

    @Inject
    @Param
    private String municipality;

    @Inject
    @Param
    private String organisation;

    @Inject
    @Param
    private String sort;

    @Inject
    @Param
    private String after;

    private PersonPage page;
    private String refusal;

    /** An address that cannot be answered shows the reason beside the form, and no list. */
    public void load() {
        try {
            page = persons.browse(
                    new PersonQuery(q, organisation, chosenProfession(), municipality, null, sort, ROWS, after));
        } catch (InvalidInputException e) {
            page = new PersonPage(List.of(), null, null, 0);
            refusal = Texts.of(
                    Faces.getLocale(), "refusal." + e.code(), e.arguments().toArray());
        }
    }

    private Profession chosenProfession() {
        return Arrays.stream(Profession.values())
                .filter(each -> each.name().equals(profession))
                .findFirst()
                .orElse(null);
    }

    /** This question's address with a cursor. */
    public String link(String cursor) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", q);
        parameters.put("profession", profession);
        parameters.put("municipality", municipality);
        parameters.put("organisation", organisation);
        parameters.put("sort", sort);
        parameters.put("after", cursor);
        return "/registry/find-person.xhtml?"
                + parameters.entrySet().stream()
                        .filter(each ->
                                each.getValue() != null && !each.getValue().isBlank())
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
    }

    public PersonPage getPage() {
        return page;
    }

    public String getRefusal() {
        return refusal;
    }

    public Profession[] getProfessions() {
        return Profession.values();
    }

    public List<String> getMunicipalities() {
        return persons.municipalities();
    }

    public List<Organisation> getOrganisations() {
        return organisations.participants();
    }
}
