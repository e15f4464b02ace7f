package nl.kring.crm.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.UUID;
import nl.kring.crm.registry.NewPerson;
import nl.kring.crm.registry.PersonEdit;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.Accounts;

/** Who else comes to the evenings of the demo, with the number in a register of who has one; nobody and no number is real. */
@Dependent
class DemoPeople {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Persons persons;

    @Inject
    private Accounts accounts;

    void come() {
        correct("huisarts@example.nl", PersonField.BIG, null, "39000999007");
        correct("huisarts2@example.nl", PersonField.BIG, null, "59000999014");
        correct("poh@example.nl", PersonField.REGISTER_NUMBER, "NVVPO-KR", "4711");
        UUID mental = add("Lotte", "Modelstra", "ggz", Profession.PN_MENTAL, "LVPOHGGZ-KR", "GGZ-0815");
        accounts.create("ggz@example.nl", "Lotte Modelstra", DemoAccounts.PASSWORD, idOf(mental));
        addWithBig("Karel", "Fictiema", Profession.GP, "79000999021");
        addWithBig("Sjoerd", "Schijnhuis", Profession.LOCUM_GP, "49000999028");
        add("Wietske", "Verzonstra", "wietske", Profession.GP, null, null);
        add("Hidde", "Zomaarda", "hidde", Profession.GP, null, null);
        add("Tineke", "Denkbeeld", "tineke", Profession.PN, "NVVPO-KR", "4712");
        add("Rob", "Fantasma", "rob", Profession.PRACTICE_MANAGER, null, null);
    }

    private void addWithBig(String givenName, String birthName, Profession profession, String big) {
        persons.addByHand(typed(givenName, birthName, givenName.toLowerCase(Locale.ROOT), profession)
                .with(PersonField.BIG, big));
    }

    private UUID add(
            String givenName, String birthName, String mailbox, Profession profession, String register, String number) {
        return persons.addByHand(typed(givenName, birthName, mailbox, profession)
                .qualified(PersonField.REGISTER_NUMBER, register, number));
    }

    private static NewPerson typed(String givenName, String birthName, String mailbox, Profession profession) {
        return new NewPerson("LHV")
                .with(PersonField.BIRTH_NAME, birthName)
                .with(PersonField.INITIALS, givenName.charAt(0) + ".")
                .with(PersonField.GIVEN_NAME, givenName)
                .with(PersonField.PROFESSION, profession.name())
                .qualified(PersonField.EMAIL, PersonField.PERSONAL, mailbox + "@example.nl");
    }

    /** Of somebody with an account. */
    private void correct(String email, PersonField field, String qualifier, String number) {
        Object[] known = em.createQuery(
                        "select p.uuid, p.version from Person p, Account a where a.personId = p.id and a.email = :email",
                        Object[].class)
                .setParameter("email", email)
                .getSingleResult();
        persons.correct(
                (UUID) known[0],
                new PersonEdit("Voorbeeldnummer", (Long) known[1])
                        .with(field, qualifier, number, null)
                        .by("LHV"));
    }

    private Long idOf(UUID person) {
        return em.createQuery("select p.id from Person p where p.uuid = :uuid", Long.class)
                .setParameter("uuid", person)
                .getSingleResult();
    }
}
