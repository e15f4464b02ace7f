package nl.kring.crm.intake;

import nl.kring.crm.platform.BusinessException;

/** The idempotency key was used before for somebody else. */
public class KeyReusedException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public KeyReusedException() {
        super("newcomer-key-reused");
    }
}
