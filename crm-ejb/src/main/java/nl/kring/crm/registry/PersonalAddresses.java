package nl.kring.crm.registry;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Whether an address can be one person's alone, as far as the register knows. */
@Stateless
public class PersonalAddresses {

    @PersistenceContext
    private EntityManager em;

    /**
     * False when an address is marked as a shared mailbox, has the name of a function, or is that of an organisation or of
     * another person, whoever says so, also a register that keeps it private. For boundaries that write to people who are not
     * signed in; it tells nothing but yes or no.
     *
     * @param email in small letters
     */
    @PermitAll
    public boolean isOfNobodyElse(String email, Long personId) {
        return (Boolean) em.createNativeQuery("""
                        with me as (select crm.survivor_of(:person) as id)
                        select not exists (select 1 from crm.person o, me
                                            where o.email = :email and o.id <> me.id and o.merged_into_id is null)
                           and not exists (select 1 from crm.source_record r, me
                                            where r.email = :email and r.person_id <> me.id)
                           and not exists (select 1 from crm.statement s, me
                                            where s.field = 'email' and s.value = :email and s.withdrawn_at is null
                                              and s.person_id <> me.id)
                           and not exists (select 1 from crm.organisation o where lower(o.email) = :email)
                           and coalesce((select not p.email_shared from crm.person p, me
                                          where p.id = me.id and p.email = :email),
                                        not exists (select 1 from crm.statement s, me
                                                     where s.person_id = me.id and s.field = 'email' and s.value = :email
                                                       and s.withdrawn_at is null and s.qualifier = 'SHARED_MAILBOX')
                                        and not :email ~ '^%s')""".formatted(SharedMailboxes.OF_A_FUNCTION))
                .setParameter("person", personId)
                .setParameter("email", email)
                .getSingleResult();
    }
}
