package nl.kring.crm.web.workbench;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import nl.kring.crm.attendance.delivery.BlockedEdition;
import nl.kring.crm.attendance.delivery.CreditDeliveries;

/** Editions of the coming weeks whose deliveries would fail, on the first page of staff. */
@Named
@RequestScoped
public class TodaysBlocked {

    @Inject
    private CreditDeliveries deliveries;

    private List<BlockedEdition> list;

    @PostConstruct
    void look() {
        list = deliveries.blockedSoon();
    }

    public List<BlockedEdition> getList() {
        return list;
    }
}
