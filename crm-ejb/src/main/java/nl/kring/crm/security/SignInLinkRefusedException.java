package nl.kring.crm.security;

import nl.kring.crm.platform.BusinessException;

/** Unknown, used, too old and no longer allowed answer alike. */
public class SignInLinkRefusedException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public SignInLinkRefusedException() {
        super("sign-in-link-refused");
    }
}
