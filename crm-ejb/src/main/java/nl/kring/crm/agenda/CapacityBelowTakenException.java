package nl.kring.crm.agenda;

import nl.kring.crm.platform.BusinessException;

/** More seats are taken than the edition would have. */
public class CapacityBelowTakenException extends BusinessException {

    private static final long serialVersionUID = 1L;

    CapacityBelowTakenException(int taken) {
        super("agenda-capacity-below-taken", taken);
    }
}
