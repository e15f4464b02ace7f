package nl.kring.crm.platform;

/** The caller may see the thing but not do this with it. */
public class NotAllowedException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public NotAllowedException() {
        super("not-allowed");
    }
}
