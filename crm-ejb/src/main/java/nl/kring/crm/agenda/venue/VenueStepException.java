package nl.kring.crm.agenda.venue;

import nl.kring.crm.platform.BusinessException;

/** A step with a venue cannot be taken from where it is. */
public class VenueStepException extends BusinessException {

    private static final long serialVersionUID = 1L;

    VenueStepException(String code, Object... arguments) {
        super(code, arguments);
    }
}
