package nl.kring.crm.web.agenda;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import nl.kring.crm.agenda.AgendaQuery;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.registry.Profession;

/** What the address says of the agenda that is wanted; what cannot be read does not narrow the list. */
public class AgendaFilter {

    private String q;
    private String organisation;
    private String audience;
    private String from;
    private String after;

    AgendaQuery query(int size) {
        return new AgendaQuery(start(), null, organisation, profession(), q, size, after);
    }

    private Instant start() {
        try {
            return from == null
                    ? null
                    : AmsterdamTime.toInstant(LocalDate.parse(from).atStartOfDay());
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

    /** Whether anything narrows the list. */
    public boolean isGiven() {
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
