package nl.kring.crm.intake;

import java.util.UUID;
import nl.kring.crm.database.CrmDatabase;
import org.postgresql.ds.PGSimpleDataSource;

/** Does one run in a process of its own, which a test may kill. */
public final class ImportElsewhere {

    static final String BEGUN = "begun";

    private ImportElsewhere() {}

    public static void main(String[] urlAndRun) {
        PGSimpleDataSource application = new PGSimpleDataSource();
        application.setUrl(urlAndRun[0]);
        application.setUser("crm_app");
        application.setPassword(CrmDatabase.PASSWORD);
        application.setCurrentSchema("crm,public");
        IntakeFixture.attach(application);
        System.out.println(BEGUN);
        IntakeFixture.work(UUID.fromString(urlAndRun[1]));
    }
}
