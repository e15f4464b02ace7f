package nl.kring.crm.registry;

import static nl.kring.crm.database.Wired.wired;
import static nl.kring.crm.registry.RegistryFixture.FEA;
import static nl.kring.crm.registry.RegistryFixture.THOON;
import static nl.kring.crm.registry.RegistryFixture.person;
import static nl.kring.crm.registry.RegistryFixture.says;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.util.List;
import nl.kring.crm.registry.lists.Finder;
import nl.kring.crm.registry.lists.Findings;
import nl.kring.crm.registry.lists.PersonHit;
import nl.kring.crm.registry.lists.Reason;
import nl.kring.crm.registry.lists.Why;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinderTest {

    private Connection connection;
    private EntityManager em;

    @BeforeEach
    void open() throws Exception {
        connection = RegistryFixture.connect();
        RegistryFixture.reset(connection);
        em = RegistryFixture.entityManagers().createEntityManager();
        long person = person(connection);
        says(FEA, person)
                .with("birth_name", "Dijkstra")
                .with("birth_prefix", "van der")
                .with("initials", "Z.M.")
                .with("given_name", "Zoë")
                .with("profession", "GP")
                .with("big", "39054148101")
                .with("agb", "01290870")
                .with("practice_name", "Praktijk De Es")
                .with("place", "Goor")
                .with("phone", "+31547123456")
                .with("mobile", "+31612345678")
                .keepingPrivate("mobile")
                .in(connection);
        says(THOON, person)
                .register("OTHER", "1")
                .rank(9)
                .with("birth_name", "Oosterhuis")
                .in(connection);
        new Survivorship(connection, RegistryFixture.TODAY).derive(List.of(person));
        long other = person(connection);
        says(THOON, other)
                .with("birth_name", "Berends")
                .with("initials", "A.")
                .with("place", "Almelo")
                .in(connection);
        new Survivorship(connection, RegistryFixture.TODAY).derive(List.of(other));
    }

    @AfterEach
    void close() throws Exception {
        em.close();
        connection.close();
    }

    @ParameterizedTest
    @CsvSource({
        "Dykstra, NAME",
        "dijk, NAME",
        "dijsktra, NAME",
        "dijstra, NAME",
        "dijkkstra, NAME",
        "dijkstro, NAME",
        "zoe, GIVEN_NAME",
        "Z.M. van der Dijkstra, INITIALS",
        "z.m.van der dijkstra, INITIALS",
        "z.dijkstra, NAME",
        "dr.dijkstra, NAME",
        "dijkstra 0547123456, PHONE",
        "dijkstra 39054148101, BIG",
        "dijkstra 01290870, AGB",
        "v.d. Dijkstra, NAME",
        "dijkstra goor, PLACE",
        "de es goor, PRACTICE",
        "Oosterhuis, OTHER_NAME",
        "osterhuis, OTHER_NAME",
        "39054148101, BIG",
        "390 541 481 01, BIG",
        "1290870, AGB",
        "0547-123456, PHONE",
        "+31 547 123456, PHONE",
        "0031 (0)547 12 34 56, PHONE"
    })
    void somebody_is_found_and_told_why(String typed, Why why) {
        assertThat(find(typed, FEA).persons())
                .singleElement()
                .satisfies(
                        hit -> assertThat(hit.reasons()).extracting(Reason::why).contains(why));
    }

    @ParameterizedTest
    @ValueSource(strings = {"06-12345678", "+31 6 1234 5678", "0031612345678", "31612345678"})
    void a_number_that_an_organisation_keeps_to_itself_is_found_by_its_own_staff_alone(String typed) {
        assertThat(find(typed, FEA).persons())
                .singleElement()
                .satisfies(
                        hit -> assertThat(hit.reasons()).extracting(Reason::why).containsExactly(Why.OWN_PHONE));
        assertThat(find(typed, THOON).isNothing()).isTrue();
        assertThat(find(typed.substring(0, typed.length() - 1), THOON).isNothing())
                .isTrue();
    }

    @Test
    void another_name_is_told_as_somebody_wrote_it_and_a_slip_as_one() {
        PersonHit hit = find("oosterhius", FEA).persons().get(0);
        assertThat(hit.reasons()).containsExactly(new Reason(Why.OTHER_NAME, "Oosterhuis", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"dijkstra almelo", "B. Dijkstra", "dijkstrandt", "12345", "'", "& | !", ":* \\", "%", "\u0000"})
    void who_has_not_all_of_it_is_not_found(String typed) {
        assertThat(find(typed, FEA).persons()).isEmpty();
    }

    @Test
    void an_organisation_is_found_by_name_and_place() throws Exception {
        RegistryFixture.execute(connection, """
                insert into crm.organisation (id, uuid, name, kind, place, agb, created_at, search_text) values
                  (77, gen_random_uuid(), 'Huisartsenpraktijk Braakhuis', 'PRACTICE', 'Goor', '01054321', now(),
                   ' huisartsenpraktijk braakhuis goor 01054321 ')""");
        for (String typed : List.of("braakhuis", "braakhius goor", "praktijk braak", "dokter Braakhuis", "01054321")) {
            assertThat(find(typed, FEA).organisations())
                    .as(typed)
                    .singleElement()
                    .satisfies(hit -> assertThat(hit.place()).isEqualTo("Goor"));
        }
    }

    private Findings find(String typed, long organisation) {
        return wired(new Finder(), em, Callers.staffOf(organisation, 1)).find(typed);
    }
}
