package nl.kring.crm.web.agenda;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.accreditation.Accreditations;
import nl.kring.crm.accreditation.SchemePoints;
import nl.kring.crm.agenda.EditionLine;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.platform.ResultPage;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.Organisations;

/** The public agenda; its filters stand in the address, so that a list can be passed on. */
@Named
@RequestScoped
public class BrowseAgenda {

    private static final int SIZE = 24;

    @Inject
    private Editions editions;

    @Inject
    private Accreditations accreditations;

    @Inject
    private Organisations organisations;

    private final AgendaFilter filter = new AgendaFilter();
    private ResultPage<EditionLine> page = new ResultPage<>(List.of(), null);
    private Map<UUID, List<SchemePoints>> points = Map.of();

    public void load() {
        page = editions.agenda(filter.query(SIZE));
        points = accreditations.pointsOf(
                page.items().stream().map(EditionLine::uuid).toList());
    }

    public List<EditionLine> getItems() {
        return page.items();
    }

    public String getNext() {
        return page.next();
    }

    public List<SchemePoints> pointsOf(EditionLine line) {
        return points.get(line.uuid());
    }

    public List<Organisation> getOrganisers() {
        return organisations.participants();
    }

    public Profession[] getProfessions() {
        return Profession.values();
    }

    public AgendaFilter getFilter() {
        return filter;
    }
}
