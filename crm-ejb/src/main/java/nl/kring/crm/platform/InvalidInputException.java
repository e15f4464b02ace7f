package nl.kring.crm.platform;

/** A value that cannot be what it is given for; the code says which rule, the arguments name the place. */
public class InvalidInputException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public InvalidInputException(String code, Object... arguments) {
        super(code, arguments);
    }
}
