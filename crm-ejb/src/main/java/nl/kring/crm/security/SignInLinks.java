package nl.kring.crm.security;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.Sha256;

/**
 * Signing in by a link that is mailed, without a password: for professionals alone, and only to an address of which its owner
 * said and proved that nobody else reads it. Who holds any role besides (staff, administrators, practice managers) signs in
 * with a password: whoever reads a mailbox would otherwise read the register, and a mailbox is lost more easily than that.
 */
@Stateless
public class SignInLinks {

    private static final Logger LOG = Logger.getLogger(SignInLinks.class.getName());
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    @Inject
    private CurrentUser currentUser;

    @Inject
    private OneTimeLinks links;

    @Inject
    private SignInLinkDesk desk;

    @Inject
    private SignInThrottle throttle;

    /**
     * Asks for a link. Anyone may; nothing tells whether one is sent, not even how long it takes: the question is counted,
     * and whose address it is, is looked up afterwards.
     *
     * @param address the network address that it is asked from, for counting
     */
    @PermitAll
    public void ask(String email, String address) {
        String folded = Accounts.typed(email);
        if (throttle.mayAskLink(folded, address)) {
            desk.send(folded);
        }
    }

    /**
     * Signs in; the link is of no use afterwards. Anyone who has it.
     *
     * @return the account as itself
     * @throws SignInLinkRefusedException it is unknown, used, replaced by another or older than a quarter of an hour, or the
     *     account may no longer sign in so
     */
    @PermitAll
    public Identity signIn(String token) {
        byte[] hash = hash(token);
        Identity identity = links.use(hash, SignInLinkRequested.Purpose.SIGN_IN)
                .flatMap(links::entitled)
                .orElseThrow(() -> refused(hash));
        links.tell("sign-in-link.used", identity, null);
        LOG.info(() -> "signed in by link: account " + identity.accountUuid());
        return identity;
    }

    /**
     * Says that nobody else reads the address of the caller's account, and has a link sent there that proves it. For a
     * professional.
     *
     * @param address the network address that it is asked from, for counting
     * @throws InvalidInputException the account has more roles, the address is one that several share, or too many were asked
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public void askToConfirm(String address) {
        Identity me = currentUser.identity().orElseThrow(SignInLinkRefusedException::new);
        if (links.hasRoles(me)) {
            throw new InvalidInputException("sign-in-link-roles");
        }
        if (!throttle.mayAskLink(me.email(), address)) {
            throw new InvalidInputException("sign-in-link-often");
        }
        if (!links.offer(SignInLinkRequested.Purpose.CONFIRM, me)) {
            throw new InvalidInputException("sign-in-link-shared");
        }
    }

    /**
     * Proves by the link that the caller reads the address. For a professional, and only for the account that asked for it.
     *
     * @throws SignInLinkRefusedException it is not the caller's, unknown, used, replaced or older than a quarter of an hour
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public void confirm(String token) {
        Identity me = currentUser.identity().orElseThrow(SignInLinkRefusedException::new);
        byte[] hash = hash(token);
        links.use(hash, SignInLinkRequested.Purpose.CONFIRM)
                .filter(account -> account.getId().equals(me.accountId()))
                .orElseThrow(() -> refused(hash));
        links.confirm(me);
    }

    /** Since when the caller's address is confirmed; empty when it is not. For a professional. */
    @RolesAllowed(Role.PROFESSIONALS)
    public Optional<Instant> confirmedSince() {
        return links.confirmedSince(currentUser.accountId());
    }

    /** From now on no link is sent, and one that was sent is of no use. For a professional. */
    @RolesAllowed(Role.PROFESSIONALS)
    public void withdraw() {
        currentUser.identity().ifPresent(links::forget);
    }

    /** What is no link is not looked for. */
    private static byte[] hash(String token) {
        if (token == null || !TOKEN.matcher(token).matches()) {
            throw new SignInLinkRefusedException();
        }
        return Sha256.of(token);
    }

    private SignInLinkRefusedException refused(byte[] hash) {
        desk.refused(hash);
        return new SignInLinkRefusedException();
    }
}
