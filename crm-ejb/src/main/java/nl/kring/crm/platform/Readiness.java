package nl.kring.crm.platform;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Whether this node can do its work now. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Readiness {

    private static final Logger LOG = Logger.getLogger(Readiness.class.getName());
    private static final int SECONDS = 2;

    @Resource(lookup = "java:jboss/datasources/CrmDS")
    private DataSource dataSource;

    /** True when the database answers within two seconds. Anyone may ask. */
    @PermitAll
    public boolean databaseAnswers() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException noDatabase) {
            LOG.log(Level.WARNING, "The database does not answer: {0}", noDatabase.getMessage());
            return false;
        }
    }
}
