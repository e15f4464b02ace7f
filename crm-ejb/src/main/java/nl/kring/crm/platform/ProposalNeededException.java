package nl.kring.crm.platform;

/** The caller may not do this at once; proposed to whoever looks after it, it may still happen. */
public class ProposalNeededException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public ProposalNeededException() {
        super("proposal-needed");
    }
}
