package nl.kring.crm.security;

import static nl.kring.crm.database.Wired.made;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.platform.Sha256;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who a key for programs stands for, at each request anew. */
class KeyHolderTest {

    private static final String KEY = "kring_sleutel";

    private static AgendaDatabase database;

    @BeforeAll
    static void a_clerk_of_noord_who_is_nobody_elsewhere_has_a_key() throws IOException {
        database = AgendaDatabase.start();
        run("""
            insert into crm.account (id, uuid, email, display_name, created_at)
            values (1, '00000000-0000-4000-8000-000000000001', 'balie@example.nl', 'Balie', now())""");
        run("""
            insert into crm.role_grant (id, uuid, account_id, organisation_id, role, created_at)
            select 2, gen_random_uuid(), 1, id, 'STAFF', now() from crm.organisation where code = 'NOORD'""");
        database.change(em ->
                em.createNativeQuery("""
                        insert into crm.api_token (id, uuid, account_id, organisation_id, name, hash, created_at)
                        select 3, gen_random_uuid(), 1, id, 'Boekhouding', :hash, now() from crm.organisation where code = 'NOORD'""").setParameter("hash", Sha256.of(KEY)).executeUpdate());
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @Test
    void a_key_acts_as_its_account_for_the_organisation_that_it_was_made_for() {
        Identity holder = identify(AgendaDatabase.NOW, KEY).orElseThrow();
        assertThat(holder.email()).isEqualTo("balie@example.nl");
        assertThat(holder.organisationId()).isNotNull();
        assertThat(holder.roles()).contains(Role.STAFF);
        assertThat(identify(AgendaDatabase.NOW, "kring_geraden")).isEmpty();
    }

    @Test
    void it_ends_when_it_is_revoked_when_the_role_ends_and_when_the_account_is_closed() {
        run("update crm.api_token set revoked_at = now()");
        assertThat(identify(AgendaDatabase.NOW, KEY)).isEmpty();
        run("update crm.api_token set revoked_at = null");
        run("update crm.role_grant set ended_at = now()");
        assertThat(identify(AgendaDatabase.NOW, KEY)).isEmpty();
        run("update crm.role_grant set ended_at = null");
        run("update crm.account set active = false");
        assertThat(identify(AgendaDatabase.NOW, KEY)).isEmpty();
        run("update crm.account set active = true");
        assertThat(identify(AgendaDatabase.NOW, KEY)).isPresent();
    }

    @Test
    void when_it_was_last_used_is_known_to_the_hour() {
        run("update crm.api_token set last_used_at = null");
        identify(AgendaDatabase.NOW, KEY);
        identify(AgendaDatabase.NOW.plus(Duration.ofMinutes(59)), KEY);
        assertThat(lastUsed()).isEqualTo(AgendaDatabase.NOW);
        identify(AgendaDatabase.NOW.plus(Duration.ofMinutes(61)), KEY);
        assertThat(lastUsed()).isEqualTo(AgendaDatabase.NOW.plus(Duration.ofMinutes(61)));
    }

    private static Optional<Identity> identify(Instant now, String key) {
        Clock clock = Clock.fixed(now, AgendaDatabase.CLOCK.getZone());
        return database.inTransaction(
                em -> made(ApiTokens.class, em, clock, new CurrentUser()).identify(key));
    }

    private static Instant lastUsed() {
        return database.inTransaction(
                em -> (Instant) em.createNativeQuery("select last_used_at from crm.api_token", Instant.class)
                        .getSingleResult());
    }

    private static void run(String sql) {
        database.change(em -> em.createNativeQuery(sql).executeUpdate());
    }
}
