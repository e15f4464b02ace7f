package nl.kring.crm.web.agenda;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.accreditation.Accreditations;
import nl.kring.crm.accreditation.SchemePoints;
import nl.kring.crm.agenda.AgendaQuery;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.EditionLine;
import nl.kring.crm.agenda.Editions;
import nl.kring.crm.platform.ResultPage;
import nl.kring.crm.registry.Organisation;
import nl.kring.crm.registry.Organisations;
import nl.kring.crm.registry.Profession;

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

    private String q;
    private String organisation;
    private String audience;
    private String from;
    private String after;
    private ResultPage<EditionLine> page = new ResultPage<>(List.of(), null);
    private Map<UUID, List<SchemePoints>> points = Map.of();

    public void load() {
        page = editions.agenda(new AgendaQuery(startOf(from), null, organisation, profession(), q, SIZE, after));
        points = accreditations.pointsOf(
                page.items().stream().map(EditionLine::uuid).toList());
    }

    /** A date that cannot be read does not narrow the list. */
    private static Instant startOf(String date) {
        try {
            return date == null
                    ? null
                    : AmsterdamTime.toInstant(LocalDate.parse(date).atStartOfDay());
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private Profession profession() {
        return Arrays.stream(Profession.values())
                .filter(known -> known.name().equals(audience))
                .findFirst()
                .orElse(null);
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

    public boolean isFiltered() {
        return q != null || organisation != null || audience != null || from != null;
    }

    public String getQ() {
        return q;
    }

    public void setQ(String q) {
        this.q = q;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }

    public String getAudience() {
        return audience;
    }

    public void setAudience(String audience) {
        this.audience = audience;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getAfter() {
        return after;
    }

    public void setAfter(String after) {
        this.after = after;
    }
}
