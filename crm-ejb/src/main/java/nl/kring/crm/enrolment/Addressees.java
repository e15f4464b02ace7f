package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds where mails to persons go: the address of the account, which its owner keeps, before that of the register, before the
 * one that a guest gave when enrolling.
 */
final class Addressees {

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9.!$&'*+/=_~-]+@[A-Za-z0-9.-]+");

    private Addressees() {}

    /** By the number of the person; one query for all. */
    static Map<Long, Addressee> of(EntityManager em, Collection<Long> persons) {
        return em.createQuery("""
                        select p.id, p.displayName, coalesce(a.email, p.email, (select max(e.email) from Enrolment e where e.person = p)),
                               coalesce(a.language, 'nl')
                          from Person p left join Account a on a.personId = p.id and a.active = true
                         where p.id in :persons""", Object[].class)
                .setParameter("persons", persons)
                .getResultStream()
                .map(row -> new Addressee((Long) row[0], (String) row[1], usable((String) row[2]), (String) row[3]))
                .collect(Collectors.toMap(Addressee::personId, Function.identity()));
    }

    /** The address when a mail can go to it, else null. */
    static String usable(String email) {
        return email != null && ADDRESS.matcher(email.strip()).matches() ? email.strip() : null;
    }
}
