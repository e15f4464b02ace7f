package nl.kring.crm.registry;

import static nl.kring.crm.registry.RegistryFixture.FEA;
import static nl.kring.crm.registry.RegistryFixture.THOON;
import static nl.kring.crm.registry.RegistryFixture.byHand;
import static nl.kring.crm.registry.RegistryFixture.execute;
import static nl.kring.crm.registry.RegistryFixture.person;
import static nl.kring.crm.registry.RegistryFixture.says;
import static nl.kring.crm.registry.RegistryFixture.shown;
import static nl.kring.crm.registry.RegistryFixture.value;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SurvivorshipTest {

    private static final String EVERYBODY =
            "select coalesce(string_agg(p::text, E'\\n' order by id), '') from crm.person p";

    private Connection connection;

    @BeforeEach
    void open() throws Exception {
        connection = RegistryFixture.connect();
        RegistryFixture.reset(connection);
    }

    @AfterEach
    void close() throws Exception {
        connection.close();
    }

    @Test
    void the_more_trusted_register_wins_even_when_it_is_older() throws Exception {
        long person = person(connection);
        says(FEA, person)
                .rank(1)
                .delivered("2024-01-01T00:00Z")
                .with("birth_name", "Berg")
                .in(connection);
        says(THOON, person)
                .rank(2)
                .delivered("2026-01-01T00:00Z")
                .with("birth_name", "Burg")
                .in(connection);
        derive(person);
        assertThat(shown(connection, person, "birth_name")).isEqualTo("Berg");
    }

    @Test
    void among_equals_the_newest_wins_and_then_the_register_code_and_the_key() throws Exception {
        long newest = person(connection);
        says(FEA, newest)
                .delivered("2025-01-01T00:00Z")
                .with("phone", "+31530000001")
                .in(connection);
        says(THOON, newest)
                .delivered("2026-01-01T00:00Z")
                .with("phone", "+31530000002")
                .in(connection);
        long byCode = person(connection);
        says(FEA, byCode).register("B", "1").with("phone", "+31530000003").in(connection);
        says(THOON, byCode).register("A", "2").with("phone", "+31530000004").in(connection);
        long byKey = person(connection);
        says(FEA, byKey).register("A", "9").with("phone", "+31530000005").in(connection);
        says(FEA, byKey).register("A", "10").with("phone", "+31530000006").in(connection);
        derive(newest, byCode, byKey);
        assertThat(shown(connection, newest, "phone")).isEqualTo("+31530000002");
        assertThat(shown(connection, byCode, "phone")).isEqualTo("+31530000004");
        assertThat(shown(connection, byKey, "phone")).isEqualTo("+31530000006");
    }

    @Test
    void what_was_said_by_hand_wins_from_every_register_and_the_newest_hand_wins() throws Exception {
        long person = person(connection);
        says(FEA, person).rank(1).with("email", "register@example.nl").in(connection);
        byHand(connection, THOON, person, "email", "old@example.nl", "2020-01-01T00:00Z");
        byHand(connection, FEA, person, "email", "new@example.nl", "2021-01-01T00:00Z");
        derive(person);
        assertThat(shown(connection, person, "email")).isEqualTo("new@example.nl");
    }

    @Test
    void by_hand_a_value_can_be_emptied() throws Exception {
        long person = person(connection);
        says(FEA, person)
                .with("birth_name", "Berg")
                .with("partner_name", "Jansen")
                .with("name_usage", "PARTNER")
                .in(connection);
        byHand(connection, FEA, person, "partnerName", null, "2026-02-01T00:00Z");
        derive(person);
        assertThat(shown(connection, person, "partner_name")).isNull();
        assertThat(shown(connection, person, "display_name")).isEqualTo("Berg");
    }

    @Test
    void a_withdrawn_statement_no_longer_counts() throws Exception {
        long person = person(connection);
        says(FEA, person).with("email", "register@example.nl").in(connection);
        UUID statement = byHand(connection, FEA, person, "email", "hand@example.nl", "2026-02-01T00:00Z");
        derive(person);
        execute(connection, "update crm.statement set withdrawn_at = now() where uuid = '" + statement + "'");
        derive(person);
        assertThat(shown(connection, person, "email")).isEqualTo("register@example.nl");
    }

    @Test
    void private_values_are_never_shown_nor_found() throws Exception {
        long person = person(connection);
        says(FEA, person)
                .rank(1)
                .keepingPrivate("birthName", "phone", "mobile", "address")
                .with("birth_name", "Geheim")
                .with("phone", "+31530000001")
                .with("mobile", "+31610000001")
                .with("postcode", "7607AB")
                .with("place", "Almelo")
                .in(connection);
        says(THOON, person).rank(9).with("birth_name", "Openbaar").in(connection);
        derive(person);
        assertThat(value(connection, EVERYBODY))
                .doesNotContain("Geheim", "geheim", "+3153", "+316", "7607AB", "almelo", "Almelo")
                .contains("Openbaar");
    }

    @Test
    void the_place_belongs_to_the_workplace_that_is_shown() throws Exception {
        long person = person(connection);
        says(FEA, person).rank(1).with("practice_name", "Praktijk De Es").in(connection);
        says(THOON, person)
                .rank(2)
                .with("practice_name", "Elders")
                .with("postcode", "7511AA")
                .with("place", "Enschede")
                .in(connection);
        derive(person);
        assertThat(shown(connection, person, "workplace_place")).isEqualTo("Enschede");
        says(FEA, person)
                .rank(1)
                .delivered("2026-05-01T00:00Z")
                .with("practice_name", "Praktijk De Es")
                .with("postcode", "7471AB")
                .with("place", "Goor")
                .in(connection);
        derive(person);
        assertThat(shown(connection, person, "workplace_place")).isEqualTo("Goor");
        assertThat(shown(connection, person, "municipality")).isEqualTo("Hof van Twente");
        byHand(connection, FEA, person, "address", "Marktstraat 3, 7607 AB Almelo", "2026-06-01T00:00Z");
        derive(person);
        assertThat(shown(connection, person, "workplace_postcode || workplace_place || municipality"))
                .isEqualTo("7607 ABAlmeloAlmelo");
    }

    @Test
    void a_mobile_number_stands_in_when_there_is_no_other() throws Exception {
        long person = person(connection);
        says(FEA, person)
                .with("mobile", "+31612345678")
                .with("birth_date", "1970-02-03")
                .in(connection);
        derive(person);
        assertThat(shown(connection, person, "phone")).isEqualTo("+31612345678");
        assertThat(shown(connection, person, "birth_date")).isEqualTo("1970-02-03");
    }

    @Test
    void deriving_everybody_again_changes_nothing() throws Exception {
        for (int i = 0; i < 1200; i++) {
            long person = person(connection);
            says(FEA, person)
                    .rank(i % 3)
                    .with("birth_name", "Berg" + i)
                    .with("birth_prefix", "van der")
                    .with("profession", "GP")
                    .in(connection);
            says(THOON, person)
                    .rank(i % 4)
                    .with("birth_name", "Burg" + i)
                    .with("initials", "A.B.")
                    .with("birth_date", "1980-01-01")
                    .in(connection);
        }
        assertThat(new Survivorship(connection, RegistryFixture.TODAY).deriveAll())
                .isEqualTo(1200);
        String before = value(connection, EVERYBODY);
        assertThat(new Survivorship(connection, RegistryFixture.TODAY).deriveAll())
                .isZero();
        assertThat(value(connection, EVERYBODY)).isEqualTo(before);
        assertThat(before).contains("A.B. van der Berg0");
    }

    @Test
    void a_tombstone_keeps_what_it_showed_last() throws Exception {
        long survivor = person(connection);
        long merged = person(connection);
        execute(
                connection,
                "update crm.person set display_name = 'Vroeger', merged_into_id = " + survivor + " where id = "
                        + merged);
        derive(survivor, merged);
        assertThat(shown(connection, merged, "display_name")).isEqualTo("Vroeger");
    }

    private void derive(Long... persons) throws Exception {
        new Survivorship(connection, RegistryFixture.TODAY).derive(List.of(persons));
    }
}
