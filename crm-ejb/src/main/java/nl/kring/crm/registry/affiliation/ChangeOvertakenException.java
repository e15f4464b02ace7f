package nl.kring.crm.registry.affiliation;

import nl.kring.crm.platform.BusinessException;

/** What is to be undone has been changed again since, or has been undone already. */
public class ChangeOvertakenException extends BusinessException {

    private static final long serialVersionUID = 1L;

    ChangeOvertakenException() {
        super("change-overtaken");
    }
}
