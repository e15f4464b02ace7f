package nl.kring.crm.web.accreditation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.kring.crm.accreditation.request.OpenRequests;

/** What is to be done about accreditation, of the own courses and for others. */
@Named
@RequestScoped
public class ListRequests {

    @Inject
    private OpenRequests open;

    private List<OpenRequests.Line> lines = List.of();

    public void load() {
        lines = open.list();
    }

    public List<OpenRequests.Line> getLines() {
        return lines;
    }
}
