package nl.kring.crm.agenda.resource;

import nl.kring.crm.platform.BusinessException;

/** A teacher's link cannot be answered, or a teacher cannot be asked. */
public class InvitationException extends BusinessException {

    private static final long serialVersionUID = 1L;

    InvitationException(String code, Object... arguments) {
        super(code, arguments);
    }
}
