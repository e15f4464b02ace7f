package nl.kring.crm.web.workbench;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.kring.crm.attendance.closing.ClosingDue;
import nl.kring.crm.attendance.closing.Closings;

/** Editions that are over and wait to be closed, on the first page of staff. */
@Named
@RequestScoped
public class TodaysClosings {

    @Inject
    private Closings closings;

    private List<ClosingDue> list;

    @PostConstruct
    void look() {
        list = closings.due();
    }

    public List<ClosingDue> getList() {
        return list;
    }
}
