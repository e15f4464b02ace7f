package nl.kring.crm.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.logging.Logger;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.registry.organisation.OrganisationKind;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.security.Account;
import nl.kring.crm.security.Accounts;
import nl.kring.crm.security.Role;

/** The organisations of Twente that share the register from the start, and the first administrator. */
@Dependent
class FirstOrganisations {

    private static final Logger LOG = Logger.getLogger(FirstOrganisations.class.getName());

    @Inject
    private Organisations organisations;

    @Inject
    private Accounts accounts;

    void join() {
        join("FEA", "Federatie Eerstelijnszorg Almelo e.o.", OrganisationKind.CARE_GROUP);
        join("THOON", "Twentse Huisartsen Onderneming Oost Nederland", OrganisationKind.CARE_GROUP);
        join("CHPA", "Centrale Huisartsenpost Almelo", OrganisationKind.OUT_OF_HOURS_SERVICE);
        join("SHT", "Spoedzorg Huisartsen Twente", OrganisationKind.OUT_OF_HOURS_SERVICE);
        join("LHV", "LHV Huisartsenkring Twente", OrganisationKind.REGIONAL_ASSOCIATION);
        join("WDH", "WDH Twente", OrganisationKind.CME_BODY);
    }

    void firstAdministrator() {
        String email = Settings.value("crm.admin.email").orElse(null);
        String password = Settings.value("crm.admin.password").orElse(null);
        if (email == null || password == null) {
            LOG.warning("There is no account yet: set CRM_ADMIN_EMAIL and CRM_ADMIN_PASSWORD and start again");
            return;
        }
        Account account = accounts.create(email, email, password, null);
        accounts.grant(account.getUuid(), Role.PLATFORM_ADMIN, null);
    }

    private void join(String code, String name, OrganisationKind kind) {
        organisations.join(code, name, kind, "nascholing-" + code.toLowerCase(Locale.ROOT) + "@example.nl");
    }
}
