package nl.kring.crm.agenda;

import nl.kring.crm.platform.BusinessException;

/** A session that should go has attendance recorded for it. */
public class SessionInUseException extends BusinessException {

    private static final long serialVersionUID = 1L;

    SessionInUseException() {
        super("agenda-session-in-use");
    }
}
