package nl.kring.crm.web.agenda;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.kring.crm.agenda.venue.VenueLine;
import nl.kring.crm.agenda.venue.Venues;

/** The venues that the organisation knows. */
@Named
@RequestScoped
public class ListVenues {

    @Inject
    private Venues venues;

    private boolean retired;
    private List<VenueLine> lines;

    public void load() {
        lines = venues.list(retired);
    }

    public List<VenueLine> getLines() {
        return lines;
    }

    public boolean isRetired() {
        return retired;
    }

    public void setRetired(boolean retired) {
        this.retired = retired;
    }
}
