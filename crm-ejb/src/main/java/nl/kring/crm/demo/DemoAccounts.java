package nl.kring.crm.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.registry.NewPerson;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.registry.organisation.Organisations;
import nl.kring.crm.security.Account;
import nl.kring.crm.security.Accounts;
import nl.kring.crm.security.ApiTokens;
import nl.kring.crm.security.Role;

/** One fictitious account for every role of the demo, and one API token each, written to a file of the run profile. */
@Dependent
class DemoAccounts {

    static final String PASSWORD = "kring-demo-2026";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Accounts accounts;

    @Inject
    private Persons persons;

    @Inject
    private ApiTokens tokens;

    @Inject
    private Organisations organisations;

    void create() {
        Map<String, String> issued = new TreeMap<>();
        staff("fea", "FEA", "Fenna de Boer (FEA)", issued);
        staff("thoon", "THOON", "Thijs Wolbers (THOON)", issued);
        staff("chpa", "CHPA", "Chantal Prins (CHPA)", issued);
        staff("sht", "SHT", "Sanne Hofman (SHT)", issued);
        staff("lhv", "LHV", "Lieke Veldhuis (LHV)", issued);
        staff("wdh", "WDH", "Wim Dijkhuis (WDH)", issued);
        Account both = accounts.create("regio@example.nl", "Renske Giesbers (FEA en THOON)", PASSWORD, null);
        accounts.grant(both.getUuid(), Role.STAFF, idOf("FEA"));
        accounts.grant(both.getUuid(), Role.ORGANISATION_ADMIN, idOf("THOON"));
        professional("gp", "huisarts@example.nl", "Janneke", "Voorbeeld", "van", Profession.GP, issued);
        professional("gp2", "huisarts2@example.nl", "Pieter", "Proefstra", null, Profession.GP, issued);
        professional("support-worker", "poh@example.nl", "Marit", "Demoma", null, Profession.PN_SOMATIC, issued);
        Account admin = accounts.create("beheer@example.nl", "Platformbeheer", PASSWORD, null);
        accounts.grant(admin.getUuid(), Role.PLATFORM_ADMIN, null);
        issued.put(
                "platform-admin", tokens.issueFor(admin.getUuid(), null, "demo").text());
        Settings.value("crm.demo.tokens.file").ifPresent(file -> write(Path.of(file), issued));
    }

    private void staff(String name, String organisation, String displayName, Map<String, String> issued) {
        Account account = accounts.create(name + "@example.nl", displayName, PASSWORD, null);
        accounts.grant(account.getUuid(), Role.STAFF, idOf(organisation));
        issued.put(
                name + "-staff",
                tokens.issueFor(account.getUuid(), idOf(organisation), "demo").text());
    }

    private void professional(
            String token,
            String email,
            String givenName,
            String birthName,
            String prefix,
            Profession profession,
            Map<String, String> issued) {
        UUID person = persons.addByHand(new NewPerson("LHV")
                .with(PersonField.BIRTH_NAME, birthName, prefix)
                .with(PersonField.INITIALS, givenName.charAt(0) + ".")
                .with(PersonField.GIVEN_NAME, givenName)
                .with(PersonField.PROFESSION, profession.name())
                .qualified(PersonField.EMAIL, PersonField.PERSONAL, email));
        Long personId = em.createQuery("select p.id from Person p where p.uuid = :uuid", Long.class)
                .setParameter("uuid", person)
                .getSingleResult();
        String name = String.join(
                " ", prefix == null ? List.of(givenName, birthName) : List.of(givenName, prefix, birthName));
        Account account = accounts.create(email, name, PASSWORD, personId);
        issued.put(token, tokens.issueFor(account.getUuid(), null, "demo").text());
    }

    private Long idOf(String code) {
        return organisations.byCode(code).orElseThrow().getId();
    }

    private static void write(Path file, Map<String, String> issued) {
        StringBuilder lines = new StringBuilder("# tokens of the demo accounts, made at first start\n");
        issued.forEach(
                (name, token) -> lines.append(name).append('=').append(token).append('\n'));
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("The demo tokens could not be written to " + file, e);
        }
    }
}
