package nl.kring.crm.governance;

import jakarta.ejb.SessionContext;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import nl.kring.crm.database.CrmDatabase;
import nl.kring.crm.database.NoJson;
import nl.kring.crm.database.Wired;
import nl.kring.crm.platform.Migrations;
import nl.kring.crm.registry.DayTurn;
import nl.kring.crm.registry.NewPerson;
import nl.kring.crm.registry.PersonCard;
import nl.kring.crm.registry.PersonEdited;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;

/** A real database with three organisations, a person that FEA looks after, and the boundaries on top of it. */
final class StewardFixture implements AutoCloseable {

    private final CrmDatabase database;
    private final EntityManagerFactory factory;
    private final AtomicLong ids = new AtomicLong(1_000_000);

    final List<ProposalDecided> decisions = new ArrayList<>();
    final long fea;
    final long thoon;
    final long lhv;
    private Identity caller;
    private Instant now = Instant.parse("2026-09-01T10:00:00Z");

    StewardFixture() throws Exception {
        database = CrmDatabase.temporary();
        Migrations.migrate(database.asOwner());
        factory = Persistence.createEntityManagerFactory(
                "crm",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        database.asApplication(),
                        "hibernate.type.json_format_mapper",
                        new NoJson()));
        fea = organisation("FEA");
        thoon = organisation("THOON");
        lhv = organisation("LHV");
        sql("insert into crm.account (id, uuid, email, display_name, password_hash, language, active, created_at)"
                + " values (7, gen_random_uuid(), 'collega@example.nl', 'Collega', 'x', 'nl', true, now())");
    }

    // --- who calls, and when

    StewardFixture as(long organisation) {
        caller = new Identity(
                7L,
                UUID.randomUUID(),
                "collega@example.nl",
                "Collega",
                "nl",
                null,
                organisation,
                EnumSet.of(Role.STAFF));
        return this;
    }

    StewardFixture asPlatformAdmin() {
        caller = new Identity(
                7L, UUID.randomUUID(), "b@example.nl", "B", "nl", null, null, EnumSet.of(Role.PLATFORM_ADMIN));
        return this;
    }

    StewardFixture at(String moment) {
        now = Instant.parse(moment);
        return this;
    }

    <T> T persons(Function<Persons, T> work) {
        return inTransaction(em -> work.apply(wired(new Persons(), em)));
    }

    <T> T proposals(Function<ChangeProposals, T> work) {
        return inTransaction(em -> work.apply(wired(new ChangeProposals(), em)));
    }

    <T> T notices(Function<ChangeNotices, T> work) {
        return inTransaction(em -> work.apply(wired(new ChangeNotices(), em)));
    }

    void theDayTurns() {
        inTransaction(em -> {
            wired(new DayTurn(), em).look();
            return null;
        });
    }

    // --- what is there

    /** Somebody that FEA brought in, and therefore looks after. */
    UUID personOfFea(String birthName) {
        as(fea);
        return persons(persons -> persons.addByHand(new NewPerson(null)
                .with(PersonField.BIRTH_NAME, birthName)
                .with(PersonField.INITIALS, "A.")
                .with(PersonField.WORKPLACE, "Praktijk de Rij")));
    }

    PersonCard card(UUID person) {
        return persons(persons -> persons.card(person));
    }

    long idOf(UUID person) {
        return ((Number) inTransaction(em -> em.createNativeQuery("select id from crm.person where uuid = :uuid")
                        .setParameter("uuid", person)
                        .getSingleResult()))
                .longValue();
    }

    private long organisation(String code) {
        long id = ids.incrementAndGet();
        sql(
                "insert into crm.organisation (id, uuid, code, name, kind, participant, email, created_at)"
                        + " values (?, gen_random_uuid(), ?, ?, 'CARE_GROUP', true, ?, now())",
                id,
                code,
                code,
                code.toLowerCase(Locale.ROOT) + "@example.nl");
        return id;
    }

    long practice(String name, String postcode, String place) {
        long id = ids.incrementAndGet();
        sql(
                "insert into crm.organisation (id, uuid, name, kind, postcode, place, created_at)"
                        + " values (?, gen_random_uuid(), ?, 'PRACTICE', ?, ?, now())",
                id,
                name,
                postcode,
                place);
        return id;
    }

    UUID works(UUID person, long practice, String role, String from, String to, boolean derived) {
        UUID uuid = UUID.randomUUID();
        sql(
                "insert into crm.affiliation (id, uuid, person_id, organisation_id, role, valid_from, valid_to, derived, created_at)"
                        + " values (?, ?, ?, ?, ?, ?::date, ?::date, ?, now())",
                ids.incrementAndGet(),
                uuid,
                idOf(person),
                practice,
                role,
                from,
                to,
                derived);
        return uuid;
    }

    /** As a register says it. */
    UUID belongs(UUID person, long organisation, String from) {
        return belongs(person, organisation, from, true);
    }

    UUID belongs(UUID person, long organisation, String from, boolean derived) {
        UUID uuid = UUID.randomUUID();
        sql(
                "insert into crm.membership (id, uuid, person_id, organisation_id, kind, valid_from, derived, created_at)"
                        + " values (?, ?, ?, ?, 'MEMBER', ?::date, ?, now())",
                ids.incrementAndGet(),
                uuid,
                idOf(person),
                organisation,
                from,
                derived);
        return uuid;
    }

    void sql(String statement, Object... values) {
        try (var connection = database.asApplication().getConnection();
                var prepared = connection.prepareStatement(statement)) {
            for (int i = 0; i < values.length; i++) {
                prepared.setObject(i + 1, values[i]);
            }
            prepared.executeUpdate();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    List<String> texts(String query) {
        return inTransaction(em -> em.createNativeQuery(query).getResultList());
    }

    // --- what the container does otherwise

    <T> T inTransaction(Function<EntityManager, T> work) {
        EntityManager em = factory.createEntityManager();
        em.getTransaction().begin();
        try {
            T result = work.apply(em);
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }

    private <T> T wired(T bean, EntityManager em) {
        for (Field field : bean.getClass().getDeclaredFields()) {
            if (field.isAnnotationPresent(PersistenceContext.class)) {
                Wired.put(bean, field, em);
            } else if (field.getType() == SessionContext.class) {
                Wired.put(bean, field, sessionContext());
            } else if (field.isAnnotationPresent(Inject.class)) {
                Wired.put(bean, field, given(field.getType(), em));
            }
        }
        return bean;
    }

    private Object given(Class<?> type, EntityManager em) {
        if (type == Clock.class) {
            return Clock.fixed(now, ZoneId.of("Europe/Amsterdam"));
        }
        if (type == CurrentUser.class) {
            return new Caller(caller);
        }
        if (type == Event.class) {
            return Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {Event.class}, (event, method, given) -> {
                        if (given[0] instanceof PersonEdited edit) {
                            wired(new EditNews(), em).tell(edit);
                        } else if (given[0] instanceof ProposalDecided decided) {
                            decisions.add(decided);
                        }
                        return null;
                    });
        }
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return wired(constructor.newInstance(), em);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private Object sessionContext() {
        return Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {SessionContext.class},
                (context, method, given) -> caller != null && caller.roleNames().contains(given[0]));
    }

    private static final class Caller extends CurrentUser {

        private final Identity identity;

        private Caller(Identity identity) {
            this.identity = identity;
        }

        @Override
        public Optional<Identity> identity() {
            return Optional.ofNullable(identity);
        }
    }

    @Override
    public void close() throws Exception {
        factory.close();
        database.close();
    }
}
