package nl.kring.crm.security;

import java.util.function.Supplier;

/**
 * Somebody may get a link to the address of his or her account. Whoever delivers it, and knows more of addresses than an
 * account does, takes the link or leaves it; a link that nobody takes does not exist.
 */
public final class SignInLinkRequested {

    /** What the link is good for. */
    public enum Purpose {
        SIGN_IN,
        CONFIRM
    }

    private final Purpose purpose;
    private final Identity owner;
    private final Supplier<String> links;
    private boolean taken;

    SignInLinkRequested(Purpose purpose, Identity owner, Supplier<String> links) {
        this.purpose = purpose;
        this.owner = owner;
        this.links = links;
    }

    public Purpose purpose() {
        return purpose;
    }

    /** Whose address it goes to. */
    public Identity owner() {
        return owner;
    }

    /** Makes the link; one that was made before is of no use from now on. */
    public String link() {
        taken = true;
        return links.get();
    }

    boolean isTaken() {
        return taken;
    }
}
