package nl.kring.crm.security;

import nl.kring.crm.platform.BusinessException;

/** Unknown, wrong and locked answer alike, so that nobody learns which addresses have an account. */
public class SignInRefusedException extends BusinessException {

    private static final long serialVersionUID = 1L;

    public SignInRefusedException() {
        super("sign-in-refused");
    }
}
