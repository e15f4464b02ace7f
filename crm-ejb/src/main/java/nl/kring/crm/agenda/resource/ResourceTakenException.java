package nl.kring.crm.agenda.resource;

import nl.kring.crm.platform.BusinessException;

/** Somebody else has it then; the sentence names what, when and whose, or whose alone when the caller may not know what. */
public class ResourceTakenException extends BusinessException {

    private static final long serialVersionUID = 1L;

    ResourceTakenException(String code, Object... arguments) {
        super(code, arguments);
    }
}
