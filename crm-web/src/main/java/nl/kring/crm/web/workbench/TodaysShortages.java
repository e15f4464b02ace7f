package nl.kring.crm.web.workbench;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.kring.crm.agenda.warning.Shortage;
import nl.kring.crm.agenda.warning.Shortages;

/** Editions that start soon and need more participants, on the first page of staff. */
@Named
@RequestScoped
public class TodaysShortages {

    @Inject
    private Shortages shortages;

    private List<Shortage> list;

    @PostConstruct
    void look() {
        list = shortages.list();
    }

    public List<Shortage> getList() {
        return list;
    }
}
