package nl.kring.crm.whole;

import java.sql.SQLException;

/** Fictitious people of the register who can sign in, with the password of all. */
final class Professionals {

    private Professionals() {}

    /** Somebody new whom nobody else tries things with: a GP with an account of that address. */
    static String gp(String email, String register) throws SQLException {
        String person = RegisterFixtures.people(1, register).get(0);
        signsIn(person, email);
        return person;
    }

    static void signsIn(String person, String email) throws SQLException {
        AnEvening.run("""
                insert into crm.account (id, uuid, email, display_name, password_hash, person_id, created_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), '%s', p.display_name, a.password_hash, p.id, now()
                  from crm.account a, crm.person p where a.email = 'fea@example.nl' and p.uuid = '%s'""".formatted(email, person));
    }
}
