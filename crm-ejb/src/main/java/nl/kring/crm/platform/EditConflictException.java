package nl.kring.crm.platform;

/** Somebody else changed the thing since the caller read it; nothing is overwritten. */
public class EditConflictException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public EditConflictException() {
        super("edit-conflict");
    }
}
