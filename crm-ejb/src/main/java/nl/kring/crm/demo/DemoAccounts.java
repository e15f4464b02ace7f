package nl.kring.crm.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import nl.kring.crm.platform.Settings;
import nl.kring.crm.registry.Organisations;
import nl.kring.crm.security.Account;
import nl.kring.crm.security.Accounts;
import nl.kring.crm.security.ApiTokens;
import nl.kring.crm.security.Role;

/** One fictitious account for every role of the demo, and one API token each, written to a file of the run profile. */
@Dependent
class DemoAccounts {

    static final String PASSWORD = "kring-demo-2026";

    @Inject
    private Accounts accounts;

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
