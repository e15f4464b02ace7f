package nl.kring.crm.agenda;

import static nl.kring.crm.database.Wired.wired;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.database.CrmDatabase;
import nl.kring.crm.database.NoJson;
import nl.kring.crm.database.Told;
import nl.kring.crm.platform.Migrations;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.registry.organisation.Organisation;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;

/** A real database with the product's schema and mapping, and three organisations that plan courses. */
public final class AgendaDatabase implements AutoCloseable {

    public static final Instant NOW = Instant.parse("2026-09-01T10:00:00Z");
    public static final Clock CLOCK = Clock.fixed(NOW, SystemClock.AMSTERDAM);

    private final CrmDatabase database;
    private final EntityManagerFactory factory;

    private AgendaDatabase(CrmDatabase database) {
        this.database = database;
        Migrations.migrate(database.asOwner());
        factory = Persistence.createEntityManagerFactory(
                "crm",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.nonJtaDataSource",
                        database.asApplication(),
                        "hibernate.type.json_format_mapper",
                        new NoJson()));
        organisation("NOORD", "Nascholing Noord");
        organisation("ZUID", "Nascholing Zuid");
        organisation("OOST", "Nascholing Oost");
    }

    public static AgendaDatabase start() throws IOException {
        return new AgendaDatabase(CrmDatabase.temporary());
    }

    private void organisation(String code, String name) {
        change(em -> em.createNativeQuery("""
                        insert into crm.organisation (id, uuid, code, name, kind, participant, created_at)
                        values (nextval('crm.entity_seq'), :uuid, :code, :name, 'CME_BODY', true, :now)""")
                .setParameter("uuid", UUID.randomUUID())
                .setParameter("code", code)
                .setParameter("name", name)
                .setParameter("now", NOW)
                .executeUpdate());
    }

    /** In a transaction of its own. */
    public <T> T inTransaction(Function<EntityManager, T> work) {
        try (EntityManager em = factory.createEntityManager()) {
            em.getTransaction().begin();
            try {
                T result = work.apply(em);
                em.getTransaction().commit();
                return result;
            } finally {
                if (em.getTransaction().isActive()) {
                    em.getTransaction().rollback();
                }
            }
        }
    }

    public void change(Consumer<EntityManager> work) {
        inTransaction(em -> {
            work.accept(em);
            return null;
        });
    }

    public static Organisation organiser(EntityManager em, String code) {
        return em.createQuery("select o from Organisation o where o.code = :code", Organisation.class)
                .setParameter("code", code)
                .getSingleResult();
    }

    /** A colleague of an organisation. */
    public CurrentUser staffOf(String code) {
        Long organisation = inTransaction(em -> organiser(em, code).getId());
        return new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return Optional.of(new Identity(
                        null,
                        UUID.randomUUID(),
                        "a@example.nl",
                        "A",
                        "nl",
                        null,
                        organisation,
                        EnumSet.of(Role.STAFF)));
            }
        };
    }

    /** Plans and publishes, and gives the edition's UUID. */
    public UUID published(String organiser, PlannedCourse course) {
        return inTransaction(em -> {
            Planning planning = new Planning(em, CLOCK);
            Edition edition = planning.plan(organiser(em, organiser), course);
            planning.move(edition, EditionMove.OPEN_ENROLMENT);
            return edition.getUuid();
        });
    }

    public UUID draft(String organiser, PlannedCourse course) {
        return inTransaction(em ->
                new Planning(em, CLOCK).plan(organiser(em, organiser), course).getUuid());
    }

    /** The work of an organiser, as somebody may do it at some time. */
    public static Courses courses(EntityManager em, CurrentUser caller, Clock clock, Consumer<Object> listener) {
        return wired(
                new Courses(),
                new Planning(em, clock),
                new Organisers(caller, wired(new Organisations(), em)),
                new Told(listener),
                wired(new AuditTrail(), em, clock, caller),
                NoAdministrator.context());
    }

    /** The agenda as somebody may read it. */
    public static Editions editions(EntityManager em, CurrentUser caller) {
        return wired(
                new Editions(), new EditionLists(em, CLOCK), new Organisers(caller, wired(new Organisations(), em)));
    }

    public static CurrentUser administrator() {
        return acting(null, EnumSet.of(Role.PLATFORM_ADMIN));
    }

    public static CurrentUser visitor() {
        return new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return Optional.empty();
            }
        };
    }

    private static CurrentUser acting(Long organisation, Set<Role> roles) {
        return new CurrentUser() {
            @Override
            public Optional<Identity> identity() {
                return Optional.of(
                        new Identity(null, UUID.randomUUID(), "a@example.nl", "A", "nl", null, organisation, roles));
            }
        };
    }

    /** Changes an edition of which nobody has read an older version; gives its number. */
    public static Long changed(EntityManager em, UUID uuid, String organiser, PlannedCourse wish) {
        Planning planning = new Planning(em, CLOCK);
        Edition edition = planning.locked(uuid);
        planning.change(edition, edition.getVersion(), organiser(em, organiser), wish);
        em.flush();
        return edition.getId();
    }

    /** No course is left. */
    public void clearAgenda() {
        StringBuilder deletions = new StringBuilder();
        for (String table : new String[] {
            "year_copy_edition",
            "year_copy",
            "course_template",
            "course_profile",
            "credit_entry",
            "attendance",
            "edition_reminder",
            "reminder_default",
            "mailing_recipient",
            "mailing",
            "mail_opt_out",
            "mail_template",
            "message",
            "guest_request",
            "enrolment_event",
            "enrolment_answer",
            "enrolment_key",
            "invoice_line",
            "invoicing",
            "price_correction",
            "draw_line",
            "seat_reservation",
            "enrolment",
            "voucher",
            "seat_quota",
            "seat_terms",
            "course_question",
            "accreditation",
            "seat_count",
            "teacher_invitation",
            "course_interest",
            "venue_event",
            "venue_diet",
            "venue_booking",
            "venue",
            "task",
            "resource_booking",
            "resource_hours",
            "resource_absence",
            "resource",
            "session",
            "edition",
            "course_audience",
            "course"
        }) {
            deletions.append("delete from crm.").append(table).append(";");
        }
        try {
            asOwner(deletions.toString());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As the owner of the schema, who alone may change it. */
    public void asOwner(String statement) throws SQLException {
        try (Connection connection = database.asOwner().getConnection();
                Statement work = connection.createStatement()) {
            work.execute(statement);
        }
    }

    @Override
    public void close() throws IOException {
        factory.close();
        database.close();
    }
}
