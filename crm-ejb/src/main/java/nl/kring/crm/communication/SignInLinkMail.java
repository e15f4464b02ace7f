package nl.kring.crm.communication;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;
import nl.kring.crm.registry.PersonalAddresses;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.SignInLinkRequested;

/** Mails a link to the address of an account, unless several may read that address: then there is no link at all. */
@Dependent
class SignInLinkMail {

    static final String SIGN_IN = "sign-in-link";
    static final String CONFIRM = "confirm-address";

    @Inject
    private PersonalAddresses addresses;

    @Inject
    private Messages messages;

    void write(@Observes SignInLinkRequested request) {
        Identity owner = request.owner();
        if (!addresses.isOfNobodyElse(owner.email(), owner.personId())) {
            return;
        }
        String kind = request.purpose() == SignInLinkRequested.Purpose.SIGN_IN ? SIGN_IN : CONFIRM;
        MailText text = MailText.of(
                SignInLinkMail.class,
                kind,
                owner.language(),
                Map.of("name", owner.displayName(), "link", request.link()));
        messages.send(
                new OutgoingMail(null, owner.personId(), kind, owner.email(), text.subject(), text.body(), null, null)
                        .answeredToSender()
                        .forReceiverOnly());
    }
}
