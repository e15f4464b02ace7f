package nl.kring.crm.web.agenda;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.kring.crm.agenda.resource.ResourceLine;
import nl.kring.crm.agenda.resource.Resources;

/** What can be booked: the own and what others share. */
@Named
@RequestScoped
public class ListResources {

    @Inject
    private Resources resources;

    private boolean retired;
    private List<ResourceLine> lines;

    public void load() {
        lines = resources.list(null, retired);
    }

    public List<ResourceLine> getLines() {
        return lines;
    }

    public boolean isRetired() {
        return retired;
    }

    public void setRetired(boolean retired) {
        this.retired = retired;
    }
}
