package nl.kring.crm.enrolment.desk;

import java.util.UUID;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.enrolment.EnrolmentWish;

/** People who come to the desk. */
final class Desk {

    private Desk() {}

    /** A GP of the register, with an address or without. */
    static UUID person(AgendaDatabase database, String name, String email) {
        UUID uuid = UUID.randomUUID();
        database.change(em -> em.createNativeQuery("""
                        insert into crm.person (id, uuid, profession, birth_name, display_name, sort_name, email, created_at)
                        values (nextval('crm.entity_seq'), :uuid, 'GP', :name, :name, lower(:name), :email, :now)""")
                .setParameter("uuid", uuid)
                .setParameter("name", name)
                .setParameter("email", email)
                .setParameter("now", AgendaDatabase.NOW)
                .executeUpdate());
        return uuid;
    }

    /** For callers of tests, who have no account that a key could belong to. */
    static EnrolmentWish withoutKey(EnrolmentWish wish) {
        return new EnrolmentWish(wish.person(), null, wish.payer(), wish.answers(), wish.numbers(), null, null)
                .with(wish.price());
    }
}
