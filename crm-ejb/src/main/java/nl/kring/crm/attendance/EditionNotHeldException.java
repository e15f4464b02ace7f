package nl.kring.crm.attendance;

import nl.kring.crm.platform.BusinessException;

/** A draft or a cancelled edition has no attendance and gives no certificates. */
public class EditionNotHeldException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public EditionNotHeldException() {
        super("edition-not-held");
    }
}
