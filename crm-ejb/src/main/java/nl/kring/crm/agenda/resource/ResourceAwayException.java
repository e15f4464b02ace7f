package nl.kring.crm.agenda.resource;

import nl.kring.crm.platform.BusinessException;

/** It cannot be had then: outside its hours, or on a day that it is away. */
public class ResourceAwayException extends BusinessException {

    private static final long serialVersionUID = 1L;

    ResourceAwayException(String code, Object... arguments) {
        super(code, arguments);
    }
}
