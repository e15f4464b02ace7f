package nl.kring.crm.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.Serializable;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.Sha256;
import nl.kring.crm.registry.NewPerson;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Role;

/** Adds one person whom a program hands over, unless somebody like that is in the register already. */
@Stateless
public class Newcomers {

    private static final Pattern KEY = Pattern.compile("[ -~]{1,200}");

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private Lookalikes lookalikes;

    /**
     * What came of it.
     *
     * @param person who was added; null when somebody like that is there already
     * @param alike who that may be
     */
    public record Answer(UUID person, List<Lookalike> alike) implements Serializable {}

    /**
     * Adds somebody, unless he or she may be in the register. For the callers and with the refusals of
     * {@link Persons#addByHand}.
     *
     * @param anyway adds also somebody who may be there; that is left to people then
     * @param key the caller's idempotency key, 1 to 200 printable ASCII characters, or null; the same key again answers the
     *     person that it added
     * @throws InvalidInputException the key is none
     * @throws KeyReusedException the key was used before for somebody else
     */
    @RolesAllowed({Role.STAFF_MEMBERS, Role.PLATFORM_ADMINS})
    public Answer add(NewPerson person, Newcomer typed, boolean anyway, String key) {
        if (key != null && !KEY.matcher(key).matches()) {
            throw new InvalidInputException("enrolment-key");
        }
        if (key != null && !isFirst(key, person)) {
            return new Answer(earlier(key, person), List.of());
        }
        List<Lookalike> alike = anyway ? List.of() : lookalikes.find(typed);
        UUID added = alike.isEmpty() ? lookalikes.add(person, typed) : null;
        if (key != null) {
            answered(key, added);
        }
        return new Answer(added, alike);
    }

    /** Who asks the same at the same moment waits here until it is known what became of it. */
    private boolean isFirst(String key, NewPerson person) {
        return em.createNativeQuery("""
                        insert into crm.newcomer_key (account_id, key, asked, created_at)
                        values (:account, :key, :asked, :now) on conflict do nothing""")
                        .setParameter("account", currentUser.accountId())
                        .setParameter("key", key)
                        .setParameter("asked", digest(person))
                        .setParameter("now", clock.instant())
                        .executeUpdate()
                == 1;
    }

    private UUID earlier(String key, NewPerson person) {
        Object[] row = (Object[]) em.createNativeQuery(
                        "select asked, person_uuid from crm.newcomer_key where account_id = :account and key = :key")
                .setParameter("account", currentUser.accountId())
                .setParameter("key", key)
                .getSingleResult();
        if (!Arrays.equals((byte[]) row[0], digest(person))) {
            throw new KeyReusedException();
        }
        return (UUID) row[1];
    }

    /** A key that added nobody may be used again. */
    private void answered(String key, UUID added) {
        em.createNativeQuery(
                        added == null
                                ? "delete from crm.newcomer_key where account_id = :account and key = :key and cast(:added as uuid) is null"
                                : "update crm.newcomer_key set person_uuid = cast(:added as uuid) where account_id = :account and key = :key")
                .setParameter("account", currentUser.accountId())
                .setParameter("key", key)
                .setParameter("added", added)
                .executeUpdate();
    }

    private static byte[] digest(NewPerson person) {
        StringBuilder parts = new StringBuilder();
        person.parts()
                .forEach(part -> parts.append(part == null ? -1 : part.length())
                        .append(' ')
                        .append(part));
        return Sha256.of(parts.toString());
    }
}
