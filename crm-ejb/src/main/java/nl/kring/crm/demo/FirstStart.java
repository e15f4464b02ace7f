package nl.kring.crm.demo;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.logging.Logger;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.security.Role;

/**
 * Fills a database that has no account yet, once. {@code crm.demo} says with what: {@code full} or {@code none} (accounts,
 * tokens and organisations of the demo, with or without register rows and courses), or nothing at all for production, where
 * {@code crm.admin.email} and {@code crm.admin.password} make the first administrator.
 */
@Singleton
@Startup
@RunAs(Role.PLATFORM_ADMINS)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class FirstStart {

    private static final Logger LOG = Logger.getLogger(FirstStart.class.getName());

    @PersistenceContext
    private EntityManager em;

    @Inject
    private FirstOrganisations organisations;

    @Inject
    private DemoAccounts demoAccounts;

    @Inject
    private FirstRegisters registers;

    @Inject
    private TwenteStructure twente;

    @Inject
    private DemoRegisters demoRegisters;

    @Inject
    private DemoCourses demoCourses;

    @Inject
    private DemoWorkbench demoWorkbench;

    @Inject
    private DemoYear demoYear;

    @PostConstruct
    void fill() {
        Number accounts = (Number)
                em.createNativeQuery("select count(*) from crm.account").getSingleResult();
        if (accounts.intValue() > 0) {
            return;
        }
        organisations.join();
        registers.create();
        String demo = Settings.value("crm.demo").orElse("off");
        switch (demo) {
            case "full" -> {
                demoAccounts.create();
                twente.build();
                twente.merge();
                demoRegisters.bringIn();
                demoCourses.plan();
                demoWorkbench.setUp();
                demoYear.tell();
            }
            case "none" -> {
                demoAccounts.create();
                twente.build();
                twente.merge();
            }
            default -> organisations.firstAdministrator();
        }
        LOG.info(() -> "the empty database was filled, demo " + demo);
    }
}
