package nl.kring.crm.platform;

/** What was asked for does not exist, or does not exist for this caller; the two answer alike. */
public class NotFoundException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public NotFoundException() {
        super("not-found");
    }
}
