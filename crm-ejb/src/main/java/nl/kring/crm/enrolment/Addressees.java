package nl.kring.crm.enrolment;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
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

    private static final String ASKED = """
            select p.id, p.display_name,
                   coalesce(a.email, p.email, (select max(e.email) from crm.enrolment e where e.person_id = p.id)), coalesce(a.language, 'nl')
              from crm.person p left join crm.account a on a.person_id = p.id and a.active
             where p.id = any(:persons)""";

    /** By the number of the person; one query for all, prepared once for any number. */
    @SuppressWarnings("unchecked")
    static Map<Long, Addressee> of(EntityManager em, Collection<Long> persons) {
        List<Object[]> rows = em.createNativeQuery(ASKED)
                .setParameter("persons", persons.toArray(Long[]::new))
                .getResultList();
        return rows.stream()
                .map(row -> new Addressee((Long) row[0], (String) row[1], usable((String) row[2]), (String) row[3]))
                .collect(Collectors.toMap(Addressee::personId, Function.identity(), (one, other) -> one));
    }

    /** The address when a mail can go to it, else null. */
    static String usable(String email) {
        return email != null && ADDRESS.matcher(email.strip()).matches() ? email.strip() : null;
    }
}
