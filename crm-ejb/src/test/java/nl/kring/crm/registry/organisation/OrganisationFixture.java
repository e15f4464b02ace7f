package nl.kring.crm.registry.organisation;

import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
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
import nl.kring.crm.registry.GoldenRecords;
import nl.kring.crm.registry.succession.Successions;
import nl.kring.crm.security.CurrentUser;
import nl.kring.crm.security.Identity;
import nl.kring.crm.security.Role;

/** A real, migrated database, and the boundaries of this package as a caller of a participant would use them. */
public final class OrganisationFixture {

    public static final Clock TODAY = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);

    private static CrmDatabase database;
    private static EntityManagerFactory factory;

    private OrganisationFixture() {}

    /** Empties the register. */
    public static synchronized void reset() throws SQLException, IOException {
        if (database == null) {
            database = CrmDatabase.temporary();
            Migrations.migrate(database.asOwner());
            Map<String, Object> settings = new HashMap<>();
            settings.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
            settings.put("jakarta.persistence.jtaDataSource", null);
            settings.put("jakarta.persistence.nonJtaDataSource", database.asApplication());
            settings.put("hibernate.type.json_format_mapper", new NoJson());
            factory = Persistence.createEntityManagerFactory("crm", settings);
        }
        try (Connection owner = database.asOwner().getConnection();
                Statement statement = owner.createStatement()) {
            statement.execute("truncate crm.person, crm.organisation cascade");
        }
    }

    /** What a caller of one participant does, or the platform when it is null, in one transaction. */
    public static <T> T as(String participant, Function<Desk, T> work) {
        EntityManager em = factory.createEntityManager();
        try {
            em.getTransaction().begin();
            T result = work.apply(new Desk(em, participant));
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
            em.close();
        }
    }

    public static void doing(String participant, Consumer<Desk> work) {
        as(participant, desk -> {
            work.accept(desk);
            return null;
        });
    }

    public static UUID participant(String code, OrganisationKind kind) {
        return as(
                null,
                desk -> desk.organisations
                        .join(code, "Organisatie " + code, kind, null)
                        .getUuid());
    }

    public static UUID organisation(String name, OrganisationKind kind) {
        return as(null, desk -> desk.organisations.create(new NewOrganisation(kind, name)));
    }

    public static OrganisationCard card(String participant, UUID organisation, String day) {
        return as(participant, desk -> desk.cards.card(organisation, day(day)));
    }

    public static LocalDate day(String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }

    /** Rows of a query as text, cells with a bar between. */
    public static List<String> rows(String query) {
        try (Connection connection = database.asApplication().getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (found.next()) {
                List<String> cells = new ArrayList<>();
                for (int at = 1; at <= found.getMetaData().getColumnCount(); at++) {
                    cells.add(String.valueOf(found.getString(at)));
                }
                rows.add(String.join("|", cells));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void execute(String sql) {
        try (Connection connection = database.asApplication().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The boundaries in one transaction. */
    public static final class Desk {

        public final Organisations organisations;
        public final OrganisationRelations relations;
        public final OrganisationFacts facts;
        public final OrganisationCards cards;
        public final OrganisationLists lists;
        public final EntityManager em;
        public final Successions successions;
        final AuditTrail audit;
        final OrganisationAccess access;

        private Desk(EntityManager em, String participant) {
            this.em = em;
            CurrentUser caller = participant == null ? new Platform() : new Staff(idOf(participant));
            audit = wired(new AuditTrail(), em, TODAY, caller);
            access = wired(new OrganisationAccess(), TODAY, caller);
            organisations = wired(new Organisations(), em, TODAY, access, audit);
            relations = wired(new OrganisationRelations(), em, access, audit);
            facts = wired(new OrganisationFacts(), em, access, audit);
            cards = wired(new OrganisationCards(), em, access);
            lists = wired(new OrganisationLists(), em, access, audit);
            successions = wired(
                    new Successions(),
                    em,
                    TODAY,
                    access,
                    audit,
                    new Told(event -> assertThat(event).isNotNull()),
                    new AsGiven());
        }

        private Long idOf(String code) {
            return ((Number) em.createNativeQuery("select id from crm.organisation where code = :code")
                            .setParameter("code", code)
                            .getSingleResult())
                    .longValue();
        }
    }

    private static final class Staff extends CurrentUser {

        private final Identity identity;

        private Staff(Long organisation) {
            identity = new Identity(
                    null, UUID.randomUUID(), "a@example.nl", "A", "nl", null, organisation, Set.of(Role.STAFF));
        }

        @Override
        public Optional<Identity> identity() {
            return Optional.of(identity);
        }
    }

    private static final class Platform extends CurrentUser {

        private final Identity identity = new Identity(
                null, UUID.randomUUID(), "b@example.nl", "B", "nl", null, null, Set.of(Role.PLATFORM_ADMIN));

        @Override
        public Optional<Identity> identity() {
            return Optional.of(identity);
        }
    }

    /** Persons of these tests are written as they are shown, and nothing is said of them. */
    private static final class AsGiven extends GoldenRecords {

        @Override
        public int derive(Collection<Long> personIds) {
            return 0;
        }
    }
}
