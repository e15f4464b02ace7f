package nl.kring.crm.web.registry;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.organisation.OrganisationKind;
import nl.kring.crm.registry.organisation.OrganisationLists;
import nl.kring.crm.registry.organisation.OrganisationPage;
import nl.kring.crm.registry.organisation.OrganisationQuery;
import nl.kring.crm.registry.organisation.PracticeStatus;
import nl.kring.crm.texts.Texts;
import org.omnifaces.cdi.Param;
import org.omnifaces.util.Faces;

/** The list of organisations on a day. The whole question stands in the URL, so that it can be kept and shared. */
@Named
@RequestScoped
public class FindOrganisation {

    private static final int ROWS = 25;

    @Inject
    private OrganisationLists lists;

    @Inject
    @Param
    private String q;

    @Inject
    @Param
    private String kind;

    @Inject
    @Param
    private String municipality;

    @Inject
    @Param
    private String status;

    @Inject
    @Param
    private String asOf;

    @Inject
    @Param
    private String sort;

    @Inject
    @Param
    private String after;

    private OrganisationPage page;
    private String refusal;

    /** An address that cannot be answered shows the reason beside the form, and no list. */
    public void load() {
        try {
            page = lists.browse(new OrganisationQuery(
                    q,
                    Chosen.of(OrganisationKind.values(), kind),
                    municipality,
                    Chosen.of(PracticeStatus.values(), status),
                    Chosen.day(asOf),
                    sort,
                    ROWS,
                    after));
        } catch (InvalidInputException e) {
            page = new OrganisationPage(List.of(), null, null, 0);
            refusal = Texts.of(
                    Faces.getLocale(), "refusal." + e.code(), e.arguments().toArray());
        }
    }

    /** This question's address with a cursor. */
    public String link(String cursor) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", q);
        parameters.put("kind", kind);
        parameters.put("municipality", municipality);
        parameters.put("status", status);
        parameters.put("asOf", asOf);
        parameters.put("sort", sort);
        parameters.put("after", cursor);
        return "/registry/find-organisation.xhtml?"
                + parameters.entrySet().stream()
                        .filter(each ->
                                each.getValue() != null && !each.getValue().isBlank())
                        .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
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
