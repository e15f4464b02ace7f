package nl.kring.crm.agenda;

import nl.kring.crm.platform.BusinessException;

/** What is asked does not fit the state that the edition is in. */
public class EditionStateException extends BusinessException {

    private static final long serialVersionUID = 1L;

    EditionStateException(String code) {
        super(code);
    }
}
