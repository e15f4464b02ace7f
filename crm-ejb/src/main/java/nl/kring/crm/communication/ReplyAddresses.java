package nl.kring.crm.communication;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.regex.Pattern;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.TypedText;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/**
 * The mailbox of a team: where who answers a mail about a course writes to, so that an answer never waits for one person who
 * is away. Each organisation has one address or none.
 */
@Stateless
public class ReplyAddresses {

    private static final int LONGEST = 200;
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9.!$&'*+/=_~-]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /** The address of the caller's organisation; null when answers go to the sender. For staff. */
    @RolesAllowed(Role.STAFF_MEMBERS)
    public String own() {
        ReplyAddress kept = em.find(ReplyAddress.class, currentUser.requireOrganisation());
        return kept == null ? null : kept.getAddress();
    }

    /**
     * Says where answers go from now on, also those to mails that wait to be sent. For the organisation's administrators.
     *
     * @param typed the address; nothing for none
     * @throws InvalidInputException it is no address to which mail can go
     */
    @RolesAllowed(Role.ORGANISATION_ADMINS)
    public void use(String typed) {
        String address = checked(typed);
        Long organisation = currentUser.requireOrganisation();
        ReplyAddress kept = em.find(ReplyAddress.class, organisation);
        if (address == null && kept != null) {
            em.remove(kept);
        }
        if (address != null) {
            ReplyAddress own = kept == null ? new ReplyAddress(organisation) : kept;
            own.use(address, currentUser.accountId(), clock.instant());
            em.persist(own);
        }
        em.flush();
        audit.record(address == null ? "reply-address.removed" : "reply-address.set", null, null);
    }

    private static String checked(String typed) {
        String address = TypedText.line(typed, LONGEST);
        if (address == null) {
            return null;
        }
        try {
            if (BARE.matcher(address).matches()) {
                new InternetAddress(address, true).validate();
                return address;
            }
        } catch (AddressException noAddress) {
            throw new InvalidInputException("reply-address");
        }
        throw new InvalidInputException("reply-address");
    }
}
