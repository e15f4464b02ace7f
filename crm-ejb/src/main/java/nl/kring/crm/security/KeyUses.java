package nl.kring.crm.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** When keys were last used, in a transaction of its own: being recognised needs none. */
@Stateless
public class KeyUses {

    /** How precise the moment of last use is. */
    static final Duration NOTED_EVERY = Duration.ofHours(1);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    /**
     * Writes that a key is used now, past the version of the row, so that requests of the same moment are never in each other's
     * way. For {@link ApiTokens}.
     */
    @PermitAll
    public void note(byte[] hash) {
        Instant now = clock.instant();
        em.createQuery("""
                        update ApiToken t set t.lastUsedAt = :now
                         where t.hash = :hash and (t.lastUsedAt is null or t.lastUsedAt < :before)""")
                .setParameter("now", now)
                .setParameter("hash", hash)
                .setParameter("before", now.minus(NOTED_EVERY))
                .executeUpdate();
    }
}
