package nl.kring.crm.registry;

import static nl.kring.crm.registry.RegistryFixture.FEA;
import static nl.kring.crm.registry.RegistryFixture.THOON;
import static nl.kring.crm.registry.RegistryFixture.person;
import static nl.kring.crm.registry.RegistryFixture.says;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import nl.kring.crm.platform.EditConflictException;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PersonStatementsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-09-01T10:00:00Z"), ZoneOffset.UTC);

    private Connection connection;
    private EntityManager em;
    private Person berg;

    @BeforeEach
    void open() throws Exception {
        connection = RegistryFixture.connect();
        RegistryFixture.reset(connection);
        em = RegistryFixture.entityManagers().createEntityManager();
        long id = person(connection);
        says(FEA, id)
                .rank(1)
                .register("FEA", "1")
                .with("birth_name", "Burg")
                .with("initials", "J.")
                .in(connection);
        says(THOON, id)
                .rank(2)
                .register("THOON", "2")
                .with("birth_name", "Berg")
                .with("initials", "J.")
                .in(connection);
        new Survivorship(connection, RegistryFixture.TODAY).derive(List.of(id));
        berg = em.find(Person.class, id);
    }

    @AfterEach
    void close() throws Exception {
        em.close();
        connection.close();
    }

    @Test
    void a_correction_is_shown_and_every_source_keeps_what_it_said() {
        correct(PersonField.BIRTH_NAME, "Berg", "van den", berg.getVersion());
        assertThat(berg.getDisplayName()).isEqualTo("J. van den Berg");
        FieldCard name = card(FEA).field(PersonField.BIRTH_NAME);
        assertThat(name.sayings().stream().map(Saying::value)).containsExactly("Berg", "Burg", "Berg");
        assertThat(name.shown().byHand()).isTrue();
        assertThat(name.shown().mine()).isTrue();
        assertThat(name.shown().reason()).isEqualTo("gebeld");
        assertThat(name.disputed()).isTrue();
        assertThat(card(FEA).field(PersonField.INITIALS).disputed()).isFalse();
        assertThat(card(THOON).field(PersonField.BIRTH_NAME).shown().mine()).isFalse();
    }

    @Test
    void withdrawing_a_correction_restores_what_was_shown() {
        Statement statement = correct(PersonField.BIRTH_NAME, "Berg", "van den", berg.getVersion());
        in(() -> new PersonStatements(em, CLOCK).withdraw(statement));
        assertThat(berg.getDisplayName()).isEqualTo("J. Burg");
        assertThat(card(FEA).field(PersonField.BIRTH_NAME).sayings()).hasSize(2);
        assertThat(new PersonCards(em, RegistryFixture.TODAY)
                        .history(berg, FEA).stream().map(PersonEvent::what))
                .contains(PersonEvent.What.SAID, PersonEvent.What.WITHDRAWN, PersonEvent.What.DELIVERED);
    }

    @Test
    void who_looked_at_an_older_state_overwrites_nothing() {
        long looked = berg.getVersion();
        correct(PersonField.EMAIL, "a@example.nl", null, looked);
        em.clear();
        berg = em.find(Person.class, berg.getId());
        assertThatThrownBy(() -> correct(PersonField.EMAIL, "b@example.nl", null, looked))
                .isInstanceOf(EditConflictException.class);
        assertThat(em.find(Person.class, berg.getId()).getEmail()).isEqualTo("a@example.nl");
    }

    @Test
    void a_confirmation_that_changes_nothing_shown_still_counts_as_a_change() {
        long looked = berg.getVersion();
        correct(PersonField.BIRTH_NAME, "Burg", null, looked);
        assertThat(berg.getVersion()).isGreaterThan(looked);
    }

    @Test
    void the_last_surname_cannot_be_taken_away() {
        assertThatThrownBy(() -> correct(PersonField.BIRTH_NAME, " ", null, berg.getVersion()))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("person-needs-surname");
    }

    @Test
    void somebody_new_is_made_of_what_an_organisation_says() {
        Person added = in(() -> new PersonStatements(em, CLOCK)
                .add(
                        new NewPerson("FEA")
                                .with(PersonField.BIRTH_NAME, "Boer", "de")
                                .with(PersonField.INITIALS, "FM")
                                .with(PersonField.GIVEN_NAME, "Fenna")
                                .with(PersonField.PROFESSION, "GP")
                                .with(PersonField.BIRTH_DATE, "03-02-1970")
                                .with(PersonField.ADDRESS, "Marktstraat 3, 7607 ab Almelo"),
                        FEA,
                        null,
                        null));
        assertThat(added.getDisplayName()).isEqualTo("F.M. (Fenna) de Boer");
        assertThat(added.getProfession()).isEqualTo(Profession.GP);
        assertThat(added.getBirthDate()).isEqualTo("1970-02-03");
        assertThat(added.getMunicipality()).isEqualTo("Almelo");
        assertThat(new PersonSearch(em, java.time.LocalDate.of(2026, 3, 2), null)
                        .find(PersonQuery.named("fenna boer"), PersonColumns.NO_CELLS, false)
                        .items())
                .hasSize(1);
    }

    @Test
    void what_another_organisation_keeps_to_itself_only_agrees_or_differs() throws Exception {
        long id = person(connection);
        says(FEA, id)
                .register("FEA", "11")
                .keepingPrivate("phone", "mobile", "email", "birthDate")
                .with("birth_name", "Geheim")
                .with("phone", "+31530000001")
                .with("mobile", "+31610000001")
                .with("email", "geheim@example.nl")
                .in(connection);
        says(THOON, id)
                .register("THOON", "12")
                .with("phone", "+31530000001")
                .with("mobile", "+31619999999")
                .in(connection);
        new Survivorship(connection, RegistryFixture.TODAY).derive(List.of(id));
        Person person = em.find(Person.class, id);
        PersonCard foreign =
                new PersonCards(em, RegistryFixture.TODAY).card(person, RegistryFixture.TODAY, THOON, null);
        assertThat(hidden(foreign, PersonField.PHONE)).isEqualTo(Agreement.AGREES);
        assertThat(hidden(foreign, PersonField.MOBILE)).isEqualTo(Agreement.DIFFERS);
        assertThat(hidden(foreign, PersonField.EMAIL)).isEqualTo(Agreement.UNKNOWN);
        assertThat(foreign.toString()).doesNotContain("geheim@", "+31610000001");
        assertThat(new PersonCards(em, RegistryFixture.TODAY)
                        .card(person, RegistryFixture.TODAY, null, null)
                        .toString())
                .doesNotContain("geheim@", "+31610000001");
        assertThat(new PersonCards(em, RegistryFixture.TODAY)
                        .card(person, RegistryFixture.TODAY, FEA, null)
                        .toString())
                .contains("geheim@example.nl", "+31610000001");
    }

    @Test
    void a_mobile_number_that_is_typed_in_stays_with_its_organisation() {
        correct(PersonField.MOBILE, "06 12345678", null, berg.getVersion());
        assertThat(berg.getPhone()).isNull();
        assertThat(card(FEA).toString()).contains("+31612345678");
        assertThat(card(THOON).toString()).doesNotContain("612345678");
        assertThat(hidden(card(THOON), PersonField.MOBILE)).isEqualTo(Agreement.UNKNOWN);
        assertThat(new PersonCards(em, RegistryFixture.TODAY).history(berg, FEA).toString())
                .contains("+31612345678");
        assertThat(new PersonCards(em, RegistryFixture.TODAY)
                        .history(berg, THOON)
                        .toString())
                .doesNotContain("612345678");
    }

    @Test
    void the_old_link_of_somebody_who_was_merged_leads_to_the_survivor() throws Exception {
        long tombstone = person(connection);
        RegistryFixture.execute(
                connection, "update crm.person set merged_into_id = " + berg.getId() + " where id = " + tombstone);
        UUID old = UUID.fromString(RegistryFixture.shown(connection, tombstone, "uuid"));
        assertThat(new PersonCards(em, RegistryFixture.TODAY).survivor(old)).isEqualTo(berg);
        assertThatThrownBy(() -> new PersonCards(em, RegistryFixture.TODAY).survivor(UUID.randomUUID()))
                .isInstanceOf(NotFoundException.class);
    }

    private static Agreement hidden(PersonCard card, PersonField field) {
        return card.field(field).sayings().stream()
                .filter(saying -> saying.organisation().equals("FEA"))
                .findFirst()
                .orElseThrow()
                .hidden();
    }

    private PersonCard card(long organisation) {
        return new PersonCards(em, RegistryFixture.TODAY).card(berg, RegistryFixture.TODAY, organisation, null);
    }

    private Statement correct(PersonField field, String value, String prefix, long version) {
        return in(() -> new PersonStatements(em, CLOCK)
                .correct(berg, new PersonEdit("gebeld", version).with(field, null, value, prefix), FEA, null)
                .get(0));
    }

    /** In a transaction of its own, as a boundary would. */
    private <T> T in(Supplier<T> work) {
        em.getTransaction().begin();
        try {
            T result = work.get();
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
            }
        }
    }
}
