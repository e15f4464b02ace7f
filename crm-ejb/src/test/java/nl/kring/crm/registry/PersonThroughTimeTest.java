package nl.kring.crm.registry;

import static nl.kring.crm.registry.RegistryFixture.FEA;
import static nl.kring.crm.registry.RegistryFixture.THOON;
import static nl.kring.crm.registry.RegistryFixture.TODAY;
import static nl.kring.crm.registry.RegistryFixture.execute;
import static nl.kring.crm.registry.RegistryFixture.person;
import static nl.kring.crm.registry.RegistryFixture.says;
import static nl.kring.crm.registry.RegistryFixture.shown;
import static nl.kring.crm.registry.RegistryFixture.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import nl.kring.crm.platform.InvalidInputException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Names, professions, identifiers and addresses that hold from a day, until a day, or side by side. */
class PersonThroughTimeTest {

    private static final LocalDate WEDDING = LocalDate.parse("2026-06-01");

    private Instant now = Instant.parse("2026-09-01T10:00:00Z");
    private Connection connection;
    private EntityManager em;
    private Person jansen;

    @BeforeEach
    void open() throws Exception {
        connection = RegistryFixture.connect();
        RegistryFixture.reset(connection);
        em = RegistryFixture.entityManagers().createEntityManager();
        long id = person(connection);
        says(FEA, id)
                .rank(1)
                .register("FEA", "1")
                .with("birth_name", "Jansen")
                .with("initials", "A.")
                .with("profession", "GP_TRAINEE")
                .with("email", "a.jansen@example.nl")
                .in(connection);
        derive(id);
        jansen = em.find(Person.class, id);
    }

    @AfterEach
    void close() throws Exception {
        em.close();
        connection.close();
    }

    @Test
    void a_new_name_holds_from_its_day_and_the_old_one_stays_to_be_found_by() throws Exception {
        marry(WEDDING);
        assertThat(jansen.getDisplayName()).isEqualTo("A. de Boer");
        assertThat(card(TODAY).formerNames()).containsExactly(new FormerName("Jansen", LocalDate.parse("2026-05-31")));
        execute(connection, "update crm.source_record set birth_name = 'De Boer' where person_id = " + jansen.getId());
        derive(jansen.getId());
        assertThat(found("jansen")).isEqualTo(1);
        assertThat(card(TODAY).formerNames()).extracting(FormerName::name).contains("Jansen");
    }

    @Test
    void a_list_of_an_earlier_day_calls_people_as_they_were_called_then() {
        marry(WEDDING);
        assertThat(listed(WEDDING.minusDays(1))).containsExactly("A. Jansen");
        assertThat(listed(WEDDING)).containsExactly("A. de Boer");
        assertThat(listed(null)).containsExactly("A. de Boer");
    }

    private List<String> listed(LocalDate asOf) {
        PersonQuery query = new PersonQuery("jansen", null, null, null, asOf, null, null, null);
        PersonSearch search = new PersonSearch(em, TODAY, FEA);
        List<String> exported = new ArrayList<>();
        search.each(
                query, PersonColumns.USUAL, line -> exported.add(line.cells().get(0)));
        assertThat(search.find(query, PersonColumns.USUAL, true).items())
                .extracting(PersonLine::displayName)
                .isEqualTo(exported);
        return exported;
    }

    @Test
    void a_card_as_of_a_day_shows_the_name_that_held_then() {
        marry(WEDDING);
        assertThat(card(WEDDING.minusDays(1)).displayName()).isEqualTo("A. Jansen");
        assertThat(card(WEDDING.minusDays(1)).formerNames()).isEmpty();
        assertThat(card(WEDDING).displayName()).isEqualTo("A. de Boer");
        assertThat(jansen.getDisplayName()).isEqualTo("A. de Boer");
    }

    @Test
    void a_typing_error_in_a_new_name_is_put_right_from_the_same_day_and_was_never_a_name() {
        marry(WEDDING);
        in(() -> statements()
                .correct(
                        jansen,
                        new PersonEdit("typfout", jansen.getVersion())
                                .with(PersonField.PARTNER_NAME, null, "Bôer", "de"),
                        THOON,
                        null));
        assertThat(jansen.getDisplayName()).isEqualTo("A. de Bôer");
        assertThat(card(WEDDING.minusDays(1)).displayName()).isEqualTo("A. Jansen");
        assertThat(card(TODAY).formerNames()).extracting(FormerName::name).containsExactly("Jansen");
    }

    @Test
    void a_correction_today_does_not_overtake_a_change_that_is_still_to_come() throws Exception {
        marry(TODAY.plusDays(10));
        in(() -> statements()
                .correct(
                        jansen,
                        new PersonEdit("typfout", jansen.getVersion()).with(PersonField.BIRTH_NAME, "Janssen"),
                        FEA,
                        null));
        assertThat(jansen.getDisplayName()).isEqualTo("A. Janssen");
        assertThat(card(TODAY.plusDays(10)).displayName()).isEqualTo("A. de Boer");
    }

    @Test
    void what_begins_on_a_day_to_come_is_shown_when_that_day_comes_and_deriving_again_changes_nothing()
            throws Exception {
        marry(TODAY.plusDays(1));
        assertThat(jansen.getDisplayName()).isEqualTo("A. Jansen");
        assertThat(new Survivorship(connection, TODAY).deriveAll()).isZero();
        assertThat(new Survivorship(connection, TODAY.plusDays(1)).deriveAll()).isEqualTo(1);
        assertThat(shown(connection, jansen.getId(), "display_name")).isEqualTo("A. de Boer");
        assertThat(new Survivorship(connection, TODAY.plusDays(1)).deriveAll()).isZero();
    }

    @Test
    void undoing_a_change_brings_everything_back() {
        List<Statement> said = marry(WEDDING);
        for (Statement statement : said) {
            in(() -> statements().withdraw(statement));
        }
        assertThat(jansen.getDisplayName()).isEqualTo("A. Jansen");
        assertThat(card(TODAY).field(PersonField.PARTNER_NAME).sayings()).isEmpty();
        assertThat(card(TODAY).formerNames()).isEmpty();
    }

    @Test
    void a_change_without_a_day_or_too_far_away_is_refused() {
        for (LocalDate wrong : new LocalDate[] {null, LocalDate.parse("1899-12-31"), TODAY.plusYears(6)}) {
            assertThatThrownBy(() -> marry(wrong))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("person-change-date");
        }
    }

    @Test
    void professions_hold_side_by_side_and_lists_show_the_main_one() {
        in(() -> statements()
                .correct(
                        jansen,
                        new PersonEdit("gebeld", jansen.getVersion())
                                .with(PersonField.PROFESSION, "NURSE", "NURSE", null)
                                .during(new Period(LocalDate.parse("2015-01-01"), LocalDate.parse("2026-12-31"))),
                        FEA,
                        null));
        assertThat(jansen.getProfession()).isEqualTo(Profession.GP_TRAINEE);
        assertThat(card(TODAY).professions()).containsExactly(Profession.GP_TRAINEE, Profession.NURSE);
        assertThat(card(LocalDate.parse("2027-01-01")).professions()).containsExactly(Profession.GP_TRAINEE);
        in(() -> statements()
                .change(
                        jansen,
                        WEDDING,
                        new PersonEdit("klaar", jansen.getVersion()).with(PersonField.PROFESSION, "GP"),
                        FEA,
                        null));
        assertThat(jansen.getProfession()).isEqualTo(Profession.GP);
        assertThat(card(WEDDING.minusDays(1)).profession()).isEqualTo(Profession.GP_TRAINEE);
    }

    @Test
    void somebody_has_a_number_in_each_quality_register_and_is_found_by_it() {
        say(PersonField.REGISTER_NUMBER, "NVVPO-KR", "nv 12345");
        say(PersonField.REGISTER_NUMBER, "NAPA-PA", "20190042");
        say(PersonField.REGISTER_NUMBER, "NVVPO-KR", "NV12346");
        assertThat(card(TODAY).identifiers().stream()
                        .map(shown -> shown.saying().qualifier() + " "
                                + shown.saying().value()))
                .containsExactly("NAPA-PA 20190042", "NVVPO-KR NV12346");
        assertThat(found("20190042")).isEqualTo(1);
        assertThat(card(TODAY).field(PersonField.REGISTER_NUMBER).disputed()).isTrue();
    }

    @Test
    void every_quality_register_that_counts_points_may_give_somebody_a_number() throws Exception {
        Set<String> schemes = Set.of(value(connection, "select string_agg(code, ',') from crm.scheme")
                .split(","));
        assertThat(new RegisterTable(em).codes()).hasSize(15).containsExactlyInAnyOrderElementsOf(schemes);
    }

    @Test
    void a_register_that_was_added_may_give_somebody_a_number_too() throws Exception {
        assertThatThrownBy(() -> say(PersonField.REGISTER_NUMBER, "TEST-KR", "T-1"))
                .hasMessageContaining("person-qualifier");
        in(() -> em.createNativeQuery("""
                        insert into crm.scheme (code, name, unit, position, person_identifier)
                        values ('TEST-KR', 'Test', 'POINT', 99, 'OWN')""").executeUpdate());
        try {
            say(PersonField.REGISTER_NUMBER, "TEST-KR", "t-00 1");
            assertThat(card(TODAY).identifiers().stream()
                            .map(shown -> shown.saying().qualifier() + " "
                                    + shown.saying().value()))
                    .contains("TEST-KR T-001");
        } finally {
            in(() -> em.createNativeQuery("delete from crm.scheme where code = 'TEST-KR'")
                    .executeUpdate());
        }
    }

    @Test
    void a_number_that_fails_its_check_is_kept_only_with_a_reason_that_everybody_sees() {
        assertThatThrownBy(() -> say(PersonField.BIG, null, "39054148102")).hasMessageContaining("person-big");
        assertThatThrownBy(() -> say(PersonField.REGISTER_NUMBER, "RGS-HA", "39054148102"))
                .hasMessageContaining("person-big");
        in(() -> statements()
                .correct(
                        jansen,
                        new PersonEdit("overgenomen", jansen.getVersion())
                                .with(PersonField.BIG, "39054148102")
                                .overriding("staat zo in het BIG-register"),
                        FEA,
                        null));
        assertThat(jansen.getBig()).isEqualTo("39054148102");
        assertThat(new PersonCards(em, TODAY)
                        .card(jansen, TODAY, THOON, null)
                        .field(PersonField.BIG)
                        .shown()
                        .overrideReason())
                .isEqualTo("staat zo in het BIG-register");
        assertThatThrownBy(() -> in(() -> statements()
                        .correct(
                                jansen,
                                new PersonEdit("x", jansen.getVersion())
                                        .with(PersonField.BIG, "123")
                                        .overriding("toch"),
                                FEA,
                                null)))
                .hasMessageContaining("person-big");
    }

    @Test
    void a_reason_to_pass_over_a_check_is_not_kept_with_a_number_that_passes() {
        in(() -> statements()
                .correct(
                        jansen,
                        new PersonEdit("x", jansen.getVersion())
                                .with(PersonField.BIG, "39054148101")
                                .overriding("zomaar"),
                        FEA,
                        null));
        assertThat(card(TODAY).field(PersonField.BIG).shown().overrideReason()).isNull();
    }

    @Test
    void a_number_that_looks_like_a_citizen_service_number_is_kept_only_when_somebody_says_why_it_is_none() {
        assertThatThrownBy(() -> say(PersonField.REGISTER_NUMBER, "KABIZ-DA", "111222333"))
                .hasMessageContaining("person-number-looks-like-bsn");
        in(() -> statements()
                .correct(
                        jansen,
                        new PersonEdit("opgegeven", jansen.getVersion())
                                .with(PersonField.REGISTER_NUMBER, "KABIZ-DA", "111222333", null)
                                .overriding("nummer van de KABIZ-pas"),
                        FEA,
                        null));
        assertThat(card(TODAY).identifiers()).hasSize(1);
    }

    @Test
    void a_contact_point_for_work_is_shared_and_a_private_one_never_reaches_another_organisation() {
        say(PersonField.MOBILE, PersonField.WORK, "06-11111111");
        say(PersonField.PHONE, PersonField.PRIVATE, "053-2225645");
        say(PersonField.EMAIL, PersonField.PRIVATE, "thuis@example.nl");
        assertThat(jansen.getPhone()).isEqualTo("+31611111111");
        assertThat(jansen.getEmail()).isEqualTo("a.jansen@example.nl");
        assertThat(card(TODAY).contacts().stream().map(shown -> shown.saying().value()))
                .containsExactly("+31532225645", "+31611111111", "a.jansen@example.nl", "thuis@example.nl");
        PersonCard foreign = new PersonCards(em, TODAY).card(jansen, TODAY, THOON, null);
        assertThat(foreign.toString()).contains("+31611111111").doesNotContain("532225645", "thuis@");
        assertThat(new PersonCards(em, TODAY).history(jansen, THOON).toString()).doesNotContain("532225645", "thuis@");
    }

    @Test
    void
            an_address_that_several_people_show_or_that_begins_like_info_is_a_shared_mailbox_until_somebody_says_otherwise()
                    throws Exception {
        long info = person(connection);
        says(FEA, info)
                .with("birth_name", "Een")
                .with("email", "info@example.nl")
                .in(connection);
        long same = person(connection);
        says(FEA, same)
                .with("birth_name", "Twee")
                .with("email", "a.jansen@example.nl")
                .in(connection);
        derive(info, same);
        assertThat(shared(info)).isTrue();
        assertThat(shared(same)).isTrue();
        assertThat(shared(jansen.getId())).isTrue();
        assertThat(new Survivorship(connection, TODAY).deriveAll()).isZero();
        say(PersonField.EMAIL, PersonField.PERSONAL, "a.jansen@example.nl");
        assertThat(shared(jansen.getId())).isFalse();
        assertThat(shared(same)).isTrue();
        say(PersonField.EMAIL, PersonField.PERSONAL, "eigen@example.nl");
        assertThat(shared(same)).isFalse();
    }

    @Test
    void a_shared_mailbox_stands_beside_the_personal_address_which_is_the_one_that_mail_goes_to() {
        say(PersonField.EMAIL, PersonField.SHARED_MAILBOX, "balie@example.nl");
        assertThat(jansen.getEmail()).isEqualTo("a.jansen@example.nl");
        assertThat(card(TODAY).field(PersonField.EMAIL).allShown()).hasSize(2);
        say(PersonField.EMAIL, null, "");
        assertThat(jansen.getEmail()).isEqualTo("balie@example.nl");
        assertThat(jansen.isEmailShared()).isTrue();
    }

    @Test
    void titles_and_a_number_of_the_trade_register_are_shown() {
        say(PersonField.TITLES, null, "dr.");
        say(PersonField.KVK, null, "12345678");
        assertThat(card(TODAY).titles()).isEqualTo("dr.");
        assertThat(card(TODAY).identifiers()).hasSize(1);
        assertThat(found("12345678")).isEqualTo(1);
    }

    private List<Statement> marry(LocalDate on) {
        return in(() -> statements()
                .change(
                        jansen,
                        on,
                        new PersonEdit("getrouwd", jansen.getVersion())
                                .with(PersonField.PARTNER_NAME, null, "Boer", "de")
                                .with(PersonField.NAME_USAGE, "PARTNER"),
                        FEA,
                        null));
    }

    private void say(PersonField field, String qualifier, String value) {
        in(() -> statements()
                .correct(
                        jansen,
                        new PersonEdit("gebeld", jansen.getVersion()).with(field, qualifier, value, null),
                        FEA,
                        null));
    }

    private PersonStatements statements() {
        now = now.plusSeconds(60);
        return new PersonStatements(em, Clock.fixed(now, ZoneOffset.UTC));
    }

    private PersonCard card(LocalDate asOf) {
        return new PersonCards(em, TODAY).card(jansen, asOf, FEA, null);
    }

    private int found(String typed) {
        return new PersonSearch(em, TODAY, FEA)
                .find(PersonQuery.named(typed), PersonColumns.NO_CELLS, false)
                .items()
                .size();
    }

    private boolean shared(long person) throws Exception {
        return "t".equals(shown(connection, person, "email_shared"));
    }

    private void derive(Long... persons) throws Exception {
        new Survivorship(connection, TODAY).derive(List.of(persons));
    }

    private <T> T in(Supplier<T> work) {
        em.getTransaction().begin();
        try {
            T result = work.get();
            em.getTransaction().commit();
            return result;
        } finally {
            if (em.getTransaction().isActive()) {
                em.getTransaction().rollback();
                jansen = em.find(Person.class, jansen.getId());
            }
        }
    }
}
