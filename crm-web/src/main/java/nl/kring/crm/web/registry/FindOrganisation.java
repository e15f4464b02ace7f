package nl.kring.crm.web.registry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.organisation.OrganisationKind;
import nl.kring.crm.registry.organisation.OrganisationLists;
import nl.kring.crm.registry.organisation.OrganisationPage;
import nl.kring.crm.registry.organisation.OrganisationQuery;
import nl.kring.crm.registry.organisation.PracticeStatus;
import nl.kring.crm.texts.Texts;
import nl.kring.crm.web.layout.Question;
import org.omnifaces.util.Faces;

/** The list of organisations on a day. The whole question stands in the URL, so that it can be kept and shared. */
@Named
@RequestScoped
public class FindOrganisation {

    private static final int ROWS = 25;
    private static final List<String> QUESTION = List.of("q", "kind", "municipality", "status", "asOf", "sort");

    @Inject
    private OrganisationLists lists;

    private OrganisationPage page;
    private String refusal;

    /** An address that cannot be answered shows the reason beside the form, and no list. */
    public void load() {
        try {
            page = lists.browse(question(Faces::getRequestParameter));
        } catch (InvalidInputException e) {
            page = new OrganisationPage(List.of(), null, null, 0);
            refusal = Texts.of(
                    Faces.getLocale(), "refusal." + e.code(), e.arguments().toArray());
        }
    }

    /** The question that these parameters ask. Refuses what cannot be read. */
    static OrganisationQuery question(UnaryOperator<String> parameter) {
        return new OrganisationQuery(
                parameter.apply("q"),
                Chosen.of(OrganisationKind.values(), parameter.apply("kind")),
                parameter.apply("municipality"),
                Chosen.of(PracticeStatus.values(), parameter.apply("status")),
                Chosen.day(parameter.apply("asOf")),
                parameter.apply("sort"),
                ROWS,
                parameter.apply("after"));
    }

    /** This question's address with a cursor. */
    public String link(String cursor) {
        return "/registry/find-organisation.xhtml?" + address("after", cursor);
    }

    /** The address of the file with all that is asked for. */
    public String file(String kind) {
        return "/registry/organisations-file?" + address("as", kind);
    }

    private static String address(String last, String value) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String name : QUESTION) {
            parameters.put(name, Faces.getRequestParameter(name));
        }
        parameters.put(last, value);
        return Question.of(parameters);
    }

    public OrganisationPage getPage() {
        return page;
    }

    public String getRefusal() {
        return refusal;
    }

    public OrganisationKind[] getKinds() {
        return OrganisationKind.values();
    }

    public PracticeStatus[] getStatuses() {
        return PracticeStatus.values();
    }

    public List<String> getMunicipalities() {
        return lists.municipalities();
    }
}
