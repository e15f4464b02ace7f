package nl.kring.crm.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import nl.kring.crm.registry.NewPerson;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.registry.affiliation.AffiliationRole;
import nl.kring.crm.registry.affiliation.Affiliations;
import nl.kring.crm.registry.affiliation.NewAffiliation;
import nl.kring.crm.registry.organisation.NewOrganisation;
import nl.kring.crm.registry.organisation.OrganisationField;
import nl.kring.crm.registry.organisation.OrganisationKind;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.security.Account;
import nl.kring.crm.security.Accounts;
import nl.kring.crm.security.Role;

/** A practice with a manager who enrols its people: the GPs and the support worker with an account, and two assistants. */
@Dependent
class DemoTeam {

    private static final LocalDate SINCE = LocalDate.of(2021, 1, 1);

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Organisations organisations;

    @Inject
    private Persons persons;

    @Inject
    private Affiliations affiliations;

    @Inject
    private Accounts accounts;

    void employ() {
        UUID practice =
                organisations.create(new NewOrganisation(OrganisationKind.PRACTICE, "Huisartsenpraktijk De Proefhof")
                        .with(OrganisationField.ADDRESS, "Proefhof 1, 7551 ZZ Hengelo")
                        .with(OrganisationField.EMAIL, "praktijk@example.nl"));
        works(account("huisarts@example.nl"), practice, AffiliationRole.PRACTICE_OWNER);
        works(account("huisarts2@example.nl"), practice, AffiliationRole.SALARIED_GP);
        works(account("poh@example.nl"), practice, AffiliationRole.PN_SOMATIC);
        works(assistant("Anouk", "Assinkstra"), practice, AffiliationRole.DOCTORS_ASSISTANT);
        works(assistant("Bo", "Broekstra"), practice, AffiliationRole.DOCTORS_ASSISTANT);
        Account manager =
                accounts.create("praktijk@example.nl", "Petra Manders (De Proefhof)", DemoAccounts.PASSWORD, null);
        Long id = em.createQuery("select o.id from Organisation o where o.uuid = :uuid", Long.class)
                .setParameter("uuid", practice)
                .getSingleResult();
        accounts.grant(manager.getUuid(), Role.PRACTICE_MANAGER, id);
    }

    private UUID assistant(String givenName, String birthName) {
        return persons.addByHand(new NewPerson("LHV")
                .with(PersonField.BIRTH_NAME, birthName)
                .with(PersonField.INITIALS, givenName.charAt(0) + ".")
                .with(PersonField.GIVEN_NAME, givenName)
                .with(PersonField.PROFESSION, Profession.DOCTORS_ASSISTANT.name())
                .qualified(
                        PersonField.EMAIL, PersonField.PERSONAL, givenName.toLowerCase(Locale.ROOT) + "@example.nl"));
    }

    private UUID account(String email) {
        return em.createQuery(
                        "select p.uuid from Person p, Account a where a.personId = p.id and a.email = :email",
                        UUID.class)
                .setParameter("email", email)
                .getSingleResult();
    }

    private void works(UUID person, UUID practice, AffiliationRole role) {
        affiliations.begin(NewAffiliation.of(person, practice, role, SINCE));
    }
}
