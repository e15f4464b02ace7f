package nl.kring.crm.web.attendance;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import nl.kring.crm.attendance.delivery.BlockedEdition;
import nl.kring.crm.attendance.delivery.CreditDeliveries;

/** Coming editions whose deliveries would fail, and why. */
@Named
@ViewScoped
public class ListBlocked implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private CreditDeliveries deliveries;

    private List<BlockedEdition> list = List.of();

    public void load() {
        list = deliveries.blocked();
    }

    public List<BlockedEdition> getList() {
        return list;
    }
}
