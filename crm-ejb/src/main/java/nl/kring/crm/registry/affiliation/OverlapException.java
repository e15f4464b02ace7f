package nl.kring.crm.registry.affiliation;

import nl.kring.crm.platform.BusinessException;

/** The same is already so on some of these days. */
public class OverlapException extends BusinessException {

    private static final long serialVersionUID = 1L;

    OverlapException(String code) {
        super(code);
    }
}
