package nl.kring.crm.enrolment;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.kring.crm.agenda.calendar.CalendarFile;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.Sha256;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;
import nl.kring.crm.security.SecretText;

/**
 * Somebody's own enrolments for his or her calendar program, which cannot sign in: whoever has the address reads them, so
 * it is long and random, only its hash is kept, and it can be taken back or replaced at any time.
 */
@Stateless
public class CalendarFeeds {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    /** Since when there is an address; empty when there is none. For a professional. */
    @RolesAllowed(Role.PROFESSIONALS)
    public Optional<Instant> since() {
        return mine().map(CalendarFeed::getCreatedAt);
    }

    /**
     * Makes a new address; one that there was stops at once. For a professional.
     *
     * @return what the address ends in, which nobody can ask for again
     * @throws InvalidInputException the caller is nobody of the register
     */
    @RolesAllowed(Role.PROFESSIONALS)
    public String renew() {
        if (currentUser.personId() == null) {
            throw new InvalidInputException("enrolment-person");
        }
        revokeMine();
        String token = SecretText.random();
        CalendarFeed feed = new CalendarFeed(currentUser.accountId(), Sha256.of(token), clock.instant());
        em.persist(feed);
        em.flush();
        audit.record("calendar-feed.made", feed.getUuid(), null);
        return token;
    }

    /** Takes the address back; without one nothing happens. For a professional. */
    @RolesAllowed(Role.PROFESSIONALS)
    public void revoke() {
        revokeMine();
    }

    /**
     * The calendar under an address: what is coming and what was in the last three months. Anyone who has the address.
     *
     * @throws NotFoundException there is no such address, it was taken back, or its account or its person is no more
     */
    @PermitAll
    public String read(String token) {
        Instant now = clock.instant();
        return new CalendarFile("Mijn nascholing", new PersonalCalendar(em, now).of(personOf(token))).text();
    }

    private Long personOf(String token) {
        if (token == null || !TOKEN.matcher(token).matches()) {
            throw new NotFoundException();
        }
        @SuppressWarnings("unchecked")
        List<Number> persons =
                em.createNativeQuery("""
                        select crm.survivor_of(a.person_id)
                          from crm.calendar_feed f join crm.account a on a.id = f.account_id
                         where f.hash = :hash and f.revoked_at is null and a.active and a.person_id is not null""").setParameter("hash", Sha256.of(token)).getResultList();
        return persons.stream().findFirst().map(Number::longValue).orElseThrow(NotFoundException::new);
    }

    private void revokeMine() {
        mine().ifPresent(feed -> {
            feed.revoke(clock.instant());
            em.flush();
            audit.record("calendar-feed.revoked", feed.getUuid(), null);
        });
    }

    private Optional<CalendarFeed> mine() {
        return em.createQuery(
                        "select f from CalendarFeed f where f.accountId = :account and f.revokedAt is null",
                        CalendarFeed.class)
                .setParameter("account", currentUser.accountId())
                .getResultStream()
                .findFirst();
    }
}
