package nl.kring.crm.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** What is done about links beside the answer that a visitor gets. For {@link SignInLinks} alone. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SignInLinkDesk {

    @Inject
    private OneTimeLinks links;

    /** Sends a link to whoever may have one. Afterwards: who asked has his answer already, and it took no longer. */
    @Asynchronous
    public void send(String email) {
        links.candidate(email).ifPresent(found -> {
            if (found.obstacle() == null) {
                links.offer(SignInLinkRequested.Purpose.SIGN_IN, found.identity());
            } else {
                links.tell("sign-in-link.withheld", found.identity(), found.obstacle());
            }
        });
    }

    /** Writes down that a link of somebody was refused, which the refusal does not undo. */
    public void refused(byte[] hash) {
        links.accountOf(hash).ifPresent(links::refused);
    }
}
