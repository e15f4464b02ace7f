package nl.kring.crm.platform;

import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Brings the database to this version's schema before Hibernate looks at it. Works as crm_owner on a datasource of its
 * own; the application itself never may change the schema.
 */
public class Migrations implements Integrator {

    private static final String OWNER_DATASOURCE = "java:jboss/datasources/CrmOwnerDS";

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        ownerDataSource().ifPresent(Migrations::migrate);
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // nothing was opened
    }

    /** Migrates to the newest schema; fails loudly when this archive carries no migration at all. */
    public static MigrateResult migrate(DataSource owner) {
        Flyway flyway = Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(owner)
                .schemas("crm")
                .createSchemas(true)
                .locations("classpath:db/migration")
                .failOnMissingLocations(true)
                .validateMigrationNaming(true)
                .load();
        if (flyway.info().all().length == 0) {
            throw new IllegalStateException("No migration was found in the archive; the schema cannot be right");
        }
        return flyway.migrate();
    }

    private static Optional<DataSource> ownerDataSource() {
        try {
            return Optional.of(InitialContext.doLookup(OWNER_DATASOURCE));
        } catch (NamingException outsideAServer) {
            // Plain tests migrate by themselves before they build an entity manager factory.
            return Optional.empty();
        }
    }
}
