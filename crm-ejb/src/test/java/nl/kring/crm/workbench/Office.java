package nl.kring.crm.workbench;

import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import nl.kring.crm.database.CountingSource;
import nl.kring.crm.database.CrmDatabase;
import nl.kring.crm.database.NoJson;
import nl.kring.crm.platform.Migrations;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The back offices of two organisations over a real, migrated database: every boundary as one of their people would call
 * it, in a transaction of its own.
 */
public final class Office {

    public static final long FEA = 1;
    public static final long THOON = 2;

    private static CrmDatabase database;
    private static CountingSource counting;
    private static DataSource owner;
    private static EntityManagerFactory factory;
    private static final AtomicLong LAST_ID = new AtomicLong(1_000_000);

    private final Identity identity;
    private static volatile Instant now;
    private static final List<Class<?>> HEARERS = new CopyOnWriteArrayList<>();

    private Office(Identity identity) {
        this.identity = identity;
    }

    /** Empties the register and what the offices keep; it is 1 September 2026, noon. */
    public static synchronized void reset() throws Exception {
        if (database == null) {
            database = CrmDatabase.temporary();
            owner = new CountingSource(database.asOwner()).source();
            Migrations.migrate(database.asOwner());
            PGSimpleDataSource source = database.asApplication();
            source.setOptions("-c synchronous_commit=off"); // nothing here outlives the test
            counting = new CountingSource(source);
            factory = Persistence.createEntityManagerFactory(
                    "crm",
                    Map.of(
                            "jakarta.persistence.transactionType",
                            "RESOURCE_LOCAL",
                            "jakarta.persistence.nonJtaDataSource",
                            counting.source(),
                            "hibernate.type.json_format_mapper",
                            new NoJson()));
        }
        HEARERS.clear();
        at("2026-09-01T10:00:00Z");
        run(
                "truncate crm.person, crm.organisation, crm.account, crm.audit_entry, crm.quality_count, crm.message cascade");
        run("""
                insert into crm.organisation (id, uuid, code, name, kind, participant, created_at) values
                  (1, gen_random_uuid(), 'FEA', 'Federatie', 'CARE_GROUP', true, now()),
                  (2, gen_random_uuid(), 'THOON', 'Onderneming', 'CARE_GROUP', true, now())""");
    }

    /** Until the next reset this class hears all news, in the transaction of who tells it. */
    public static void hear(Class<?> hearer) {
        HEARERS.add(hearer);
    }

    /** From now on nobody hears any news. */
    public static void deafen() {
        HEARERS.clear();
    }

    public static void at(String instant) {
        now = Instant.parse(instant);
    }

    /** Somebody who works for an organisation. */
    public static Office of(long organisation) {
        return colleague(organisation, "Medewerker " + organisation);
    }

    /** Somebody of that name who works for an organisation. */
    public static Office colleague(long organisation, String name) {
        long id = LAST_ID.incrementAndGet();
        UUID uuid = UUID.randomUUID();
        run(
                "insert into crm.account (id, uuid, email, display_name, created_at) values (%d, '%s', '%s@example.nl', '%s', now())"
                        .formatted(id, uuid, id, name));
        run("insert into crm.role_grant (id, uuid, account_id, role, organisation_id, created_at) "
                + "values (%d, gen_random_uuid(), %d, 'STAFF', %d, now())"
                        .formatted(LAST_ID.incrementAndGet(), id, organisation));
        return new Office(new Identity(id, uuid, "x@example.nl", "x", "nl", null, organisation, Set.of(Role.STAFF)));
    }

    /** Somebody of the register with an account of his or her own. */
    public static Office professional(UUID person, String email) {
        long id = LAST_ID.incrementAndGet();
        UUID uuid = UUID.randomUUID();
        long personId = Long.parseLong(value("select id from crm.person where uuid = '" + person + "'"));
        run("""
                insert into crm.account (id, uuid, email, display_name, person_id, created_at)
                values (%d, '%s', '%s', 'Arts %1$d', %d, now())""".formatted(id, uuid, email, personId));
        return new Office(new Identity(id, uuid, email, "Arts " + id, "nl", personId, null, Set.of(Role.PROFESSIONAL)));
    }

    public UUID account() {
        return identity.accountUuid();
    }

    /** What a boundary answers. */
    public <B, T> T ask(Class<B> boundary, Function<B, T> call) {
        EntityManager em = factory.createEntityManager();
        em.getTransaction().begin();
        try {
            T answer = call.apply(boundary.cast(made(boundary, em)));
            em.getTransaction().commit();
            return answer;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }

    public <B> void tell(Class<B> boundary, Consumer<B> call) {
        ask(boundary, bean -> {
            call.accept(bean);
            return null;
        });
    }

    /** How many queries a call takes. */
    public <B, T> long queries(Class<B> boundary, Function<B, T> call) {
        long before = counting.asked();
        ask(boundary, call);
        return counting.asked() - before;
    }

    /** Somebody of the register, with columns of crm.person as {@code big = '…'}. */
    public static UUID person(String name, String... columns) {
        UUID uuid = UUID.randomUUID();
        run("""
                insert into crm.person (id, uuid, birth_name, display_name, sort_name, search_text, created_at)
                values (%d, '%s', '%s', '%s', '%s', ' %s ', '2026-08-01')""".formatted(LAST_ID.incrementAndGet(), uuid, name, name, name, name.toLowerCase()));
        for (String column : columns) {
            run("update crm.person set " + column + " where uuid = '" + uuid + "'");
        }
        return uuid;
    }

    /** Lets an organisation know somebody, by a row of its register under a key. */
    public static UUID knows(long organisation, UUID person, String key) {
        run("""
                insert into crm.source_record (id, uuid, register_id, register_code, organisation_id, source_rank,
                  source_key, person_id, linked_how, run_id, row_number, raw, content_hash, delivered_at)
                select %1$d, gen_random_uuid(), %2$d, 'R%2$d', %2$d, 5, '%3$s', p.id, 'NEW', 1, 1, '{}', '', '2026-08-01'
                  from crm.person p where p.uuid = '%4$s'""".formatted(LAST_ID.incrementAndGet(), organisation, key, person));
        return person;
    }

    public static UUID organisation(String name, String kind, String... columns) {
        UUID uuid = UUID.randomUUID();
        run("""
                insert into crm.organisation (id, uuid, name, kind, sort_name, created_at)
                values (%d, '%s', '%s', '%s', '%s', now())""".formatted(LAST_ID.incrementAndGet(), uuid, name, kind, name));
        for (String column : columns) {
            run("update crm.organisation set " + column + " where uuid = '" + uuid + "'");
        }
        return uuid;
    }

    public static long nextId() {
        return LAST_ID.incrementAndGet();
    }

    /** As the owner of the database. */
    public static void run(String sql) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    public static String value(String sql) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : null;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Time goes on: whoever says something after this says it later. */
    public static synchronized void later() {
        now = now.plusMillis(10);
    }

    private Object made(Class<?> type, EntityManager em) {
        if (type == Clock.class) {
            return Clock.fixed(now, SystemClock.AMSTERDAM);
        }
        if (type == CurrentUser.class) {
            return new Caller(identity);
        }
        if (type == Event.class) {
            return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                if (method.getName().equals("fire")) {
                    told(arguments[0], em);
                }
                return null;
            });
        }
        if (type == SessionContext.class) {
            return nobody(type);
        }
        if (type == TransactionSynchronizationRegistry.class) {
            return null; // there is none without a server
        }
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            Object bean = constructor.newInstance();
            for (Field field : type.getDeclaredFields()) {
                field.setAccessible(true);
                if (field.isAnnotationPresent(PersistenceContext.class)) {
                    field.set(bean, em);
                } else if (field.isAnnotationPresent(Inject.class) || field.isAnnotationPresent(Resource.class)) {
                    field.set(bean, made(field.getType(), em));
                }
            }
            return bean;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private void told(Object news, EntityManager em) throws ReflectiveOperationException {
        for (Class<?> hearer : HEARERS) {
            for (Method method : hearer.getDeclaredMethods()) {
                if (method.getParameterCount() == 1
                        && method.getParameters()[0].isAnnotationPresent(Observes.class)
                        && method.getParameterTypes()[0].isInstance(news)) {
                    method.setAccessible(true);
                    method.invoke(made(hearer, em), news);
                }
            }
        }
    }

    /** The caller has no role of the server's. */
    private static Object nobody(Class<?> type) {
        return Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> method.getReturnType() == boolean.class ? false : null);
    }

    private static final class Caller extends CurrentUser {

        private final Identity identity;

        private Caller(Identity identity) {
            this.identity = identity;
        }

        @Override
        public Optional<Identity> identity() {
            return Optional.of(identity);
        }
    }
}
