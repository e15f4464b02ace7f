package nl.kring.crm.enrolment.team;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;

/** Practices and who works there. */
final class People {

    private static final long ACCOUNT = 4_242;

    private People() {}

    static Long practice(AgendaDatabase database, String name) {
        return database.inTransaction(em -> (Long) em.createNativeQuery("""
                        insert into crm.organisation (id, uuid, name, kind, participant, created_at)
                        values (nextval('crm.entity_seq'), gen_random_uuid(), :name, 'PRACTICE', false, :now) returning id""", Long.class)
                .setParameter("name", name)
                .setParameter("now", AgendaDatabase.NOW)
                .getSingleResult());
    }

    static UUID works(AgendaDatabase database, String name, Profession profession, Long at, String from, String to) {
        UUID uuid = UUID.randomUUID();
        database.change(em -> em.createNativeQuery("""
                        with person as (
                          insert into crm.person (id, uuid, profession, birth_name, display_name, sort_name, email, created_at)
                          values (nextval('crm.entity_seq'), :uuid, :profession, :name, :name, lower(:name),
                                  lower(:name) || '@example.nl', :now) returning id)
                        insert into crm.affiliation (id, uuid, person_id, organisation_id, role, valid_from, valid_to, created_at)
                        select nextval('crm.entity_seq'), gen_random_uuid(), id, :at, 'EMPLOYEE', cast(:from as date),
                               cast(:to as date), :now
                          from person""")
                .setParameter("uuid", uuid)
                .setParameter("profession", profession.name())
                .setParameter("name", name)
                .setParameter("now", AgendaDatabase.NOW)
                .setParameter("at", at)
                .setParameter("from", LocalDate.parse(from))
                .setParameter("to", to == null ? null : LocalDate.parse(to))
                .executeUpdate());
        return uuid;
    }

    static CurrentUser acting(Long person, Long organisation, Role role) {
        Identity identity = new Identity(
                ACCOUNT, UUID.randomUUID(), "a@example.nl", "A", "nl", person, organisation, EnumSet.of(role));
        return new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return Optional.of(identity);
            }
        };
    }
}
