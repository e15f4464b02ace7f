package nl.kring.crm.enrolment.desk;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.made;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.enrolment.Enrolling;
import nl.kring.crm.enrolment.EnrolmentAnswer;
import nl.kring.crm.enrolment.EnrolmentOffer;
import nl.kring.crm.enrolment.EnrolmentState;
import nl.kring.crm.enrolment.EnrolmentWish;
import nl.kring.crm.enrolment.Enrolments;
import nl.kring.crm.enrolment.Rehearsal;
import nl.kring.crm.enrolment.Rehearsals;
import nl.kring.crm.enrolment.price.Belonging;
import nl.kring.crm.enrolment.price.PriceWish;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.platform.SystemClock;
import nl.kring.crm.security.CurrentUser;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What staff are shown of each before they enrol them at the phone, at the door or by a list: what that person would pay, and
 * the numbers that are missing.
 */
class ShownAtTheDeskTest {

    private static final Clock TEN_MINUTES_LATE =
            Clock.fixed(Instant.parse("2026-11-03T18:10:00Z"), SystemClock.AMSTERDAM);

    private static final int FULL_PRICE = 12_500;
    private static final int MEMBERS_PRICE = 5_000;

    private static AgendaDatabase database;
    private static CurrentUser noord;
    private static CurrentUser zuid;

    private UUID edition;
    private UUID member;
    private UUID guest;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
        noord = database.staffOf("NOORD");
        zuid = database.staffOf("ZUID");
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void a_course_that_is_cheaper_for_members() {
        database.clearAgenda();
        edition = database.published("NOORD", aCourse().seats(10).wish());
        sql(
                "insert into crm.price_rule (id, uuid, edition_id, belonging, price_cents, made_at)"
                        + " select nextval('crm.entity_seq'), gen_random_uuid(), id, 'MEMBER', %d, now() from crm.edition where uuid = '%s'",
                MEMBERS_PRICE, edition);
        member = aMember("Lid");
        guest = Desk.person(database, "Geenlid", null);
    }

    // --- the price

    @Test
    void each_is_told_the_own_price_and_why_and_pays_it() {
        List<Rehearsal.Outlook> told = each(noord, AgendaDatabase.CLOCK, null, member, guest);

        assertThat(told).extracting(Rehearsal.Outlook::cents).containsExactly(MEMBERS_PRICE, FULL_PRICE);
        assertThat(told.get(0).price().rule().whom().belonging()).isEqualTo(Belonging.MEMBER);
        assertThat(told.get(1).price().rule()).isNull();
        assertThat(paid(phone(member, MEMBERS_PRICE))).isEqualTo(MEMBERS_PRICE);
        assertThat(paid(phone(guest, FULL_PRICE))).isEqualTo(FULL_PRICE);
    }

    @Test
    void nobody_is_enrolled_for_more_than_was_shown_at_the_phone_at_the_door_or_by_a_list() {
        sql("update crm.price_rule set price_cents = 6000");

        assertThatThrownBy(() -> phone(member, MEMBERS_PRICE)).satisfies(ShownAtTheDeskTest::saysThePriceChanged);
        assertThatThrownBy(() -> walkIn(member, MEMBERS_PRICE, Map.of()))
                .satisfies(ShownAtTheDeskTest::saysThePriceChanged);
        assertThat(pasted(new AppliedLine.Chosen(1, member, MEMBERS_PRICE, Map.of()))
                        .refusal())
                .isEqualTo("price-changed");
        assertThat(number("select count(*) from crm.enrolment")).isZero();
        assertThat(paid(phone(member, null)))
                .as("who is shown nothing pays whatever it is")
                .isEqualTo(6_000);
    }

    @Test
    void a_free_seat_for_members_is_told_to_one_of_a_list_and_to_each_of_whom_one_is_chosen() {
        UUID other = aMember("Ooklid");
        sql(
                "insert into crm.member_seats (edition_id, seats, taken) select id, 1, 0 from crm.edition where uuid = '%s'",
                edition);

        assertThat(list(member, guest, other).outlooks())
                .extracting(Rehearsal.Outlook::cents)
                .containsExactly(0, FULL_PRICE, MEMBERS_PRICE);
        assertThat(each(noord, AgendaDatabase.CLOCK, null, member, other))
                .extracting(Rehearsal.Outlook::cents)
                .containsExactly(0, 0);
        assertThat(pasted(new AppliedLine.Chosen(1, member, 0, Map.of())).refusal())
                .isNull();
        assertThat(pasted(new AppliedLine.Chosen(2, other, MEMBERS_PRICE, Map.of()))
                        .refusal())
                .isNull();
        assertThat(list(member).ofStranger()).isEqualTo(FULL_PRICE);
    }

    @Test
    void who_would_wait_is_told_no_free_seat_and_who_stands_at_the_door_gets_one() {
        UUID small = database.published("NOORD", aCourse().seats(1).wish());
        sql(
                "insert into crm.member_seats (edition_id, seats, taken) select id, 5, 0 from crm.edition where uuid = '%s'",
                small);
        enrol(AgendaDatabase.CLOCK, small, new EnrolmentWish(guest, null, null, Map.of(), Map.of(), null, null));

        Rehearsal.Outlook waits =
                of(noord, AgendaDatabase.CLOCK, small, null, member).get(0);
        assertThat(waits.state()).isEqualTo(EnrolmentState.WAITLISTED);
        assertThat(waits.cents()).isEqualTo(FULL_PRICE);
        Rehearsal.Outlook atTheDoor =
                of(noord, TEN_MINUTES_LATE, small, null, member).get(0);
        assertThat(atTheDoor.state()).isEqualTo(EnrolmentState.CONFIRMED);
        assertThat(atTheDoor.cents()).isZero();
    }

    @Test
    void a_voucher_counts_in_what_is_shown_and_one_that_is_of_no_use_is_refused() {
        sql("insert into crm.voucher (id, uuid, organisation_id, code, percent, uses, used, made_at)"
                + " select nextval('crm.entity_seq'), gen_random_uuid(), id, 'BELLER', 40, 5, 0, now()"
                + " from crm.organisation where code = 'NOORD'");

        assertThat(each(noord, AgendaDatabase.CLOCK, "beller", guest).get(0).cents())
                .isEqualTo(7_500);
        assertThatThrownBy(() -> each(noord, AgendaDatabase.CLOCK, "ANDERS", guest))
                .isInstanceOf(InvalidInputException.class);
        sql("update crm.voucher set used = 5");
        assertThatThrownBy(() -> each(noord, AgendaDatabase.CLOCK, "beller", guest))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void staff_of_others_are_told_nothing() {
        assertThatThrownBy(() -> each(zuid, AgendaDatabase.CLOCK, null, member)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void a_long_list_takes_as_many_questions_as_a_short_one() {
        counts("RGS-HA");
        List<UUID> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(Desk.person(database, "Velen" + i, null));
        }
        assertThat(asked(many)).isEqualTo(asked(many.subList(0, 2)));
    }

    private long asked(List<UUID> persons) {
        return database.inTransaction(em -> {
            Statistics statistics = em.unwrap(Session.class).getSessionFactory().getStatistics();
            statistics.setStatisticsEnabled(true);
            statistics.clear();
            made(Rehearsals.class, em, AgendaDatabase.CLOCK, noord).ofEach(edition, persons, null);
            return statistics.getPrepareStatementCount();
        });
    }

    // --- the numbers

    @Test
    void a_number_that_is_missing_is_asked_and_the_organisation_that_writes_it_down_says_it() {
        counts("RGS-HA");
        UUID caller = said("Beller");
        assertThat(each(noord, AgendaDatabase.CLOCK, null, caller).get(0).numbers())
                .extracting(EnrolmentOffer.NeededNumber::code)
                .containsExactly("RGS-HA");

        phone(caller, FULL_PRICE, Map.of("RGS-HA", "39054148101"));

        assertThat(numbers(caller)).containsExactly("39054148101 NOORD bij inschrijving genoteerd door de organisator");
        assertThat(each(noord, AgendaDatabase.CLOCK, null, caller).get(0).numbers())
                .isEmpty();
    }

    @Test
    void at_the_door_and_by_a_list_a_number_is_kept_as_at_the_phone() {
        counts("RGS-HA");
        UUID late = said("Laat");
        UUID listed = said("Lijst");

        walkIn(late, FULL_PRICE, Map.of("RGS-HA", "39054148101"));
        assertThat(pasted(new AppliedLine.Chosen(1, listed, FULL_PRICE, Map.of("RGS-HA", "79846351501")))
                        .refusal())
                .isNull();

        assertThat(numbers(late)).singleElement().asString().startsWith("39054148101 NOORD");
        assertThat(numbers(listed)).singleElement().asString().startsWith("79846351501 NOORD");
    }

    @Test
    void a_number_that_another_organisation_says_stays() {
        counts("RGS-HA");
        UUID caller = said("Beller");
        sql(
                "insert into crm.statement (id, uuid, person_id, field, value, organisation_id, said_at)"
                        + " select nextval('crm.entity_seq'), gen_random_uuid(), p.id, 'big', '79846351501', o.id, now()"
                        + " from crm.person p, crm.organisation o where p.uuid = '%s' and o.code = 'ZUID'",
                caller);
        sql("update crm.person set big = '79846351501' where uuid = '%s'", caller);

        phone(caller, FULL_PRICE, Map.of("RGS-HA", "39054148101"));

        assertThat(texts("select value from crm.statement s join crm.person p on p.id = s.person_id"
                        + " where field = 'big' and p.uuid = '" + caller + "'"))
                .containsExactly("79846351501");
    }

    @Test
    void a_number_that_fails_its_check_is_refused_and_without_one_somebody_comes_all_the_same() {
        counts("RGS-HA");
        UUID caller = said("Beller");

        assertThatThrownBy(() -> phone(caller, FULL_PRICE, Map.of("RGS-HA", "39054148102")))
                .isInstanceOf(InvalidInputException.class);
        assertThat(number("select count(*) from crm.enrolment")).isZero();
        phone(caller, FULL_PRICE, Map.of());
        assertThat(number("select count(*) from crm.enrolment")).isEqualTo(1);
        assertThat(numbers(caller)).isEmpty();
    }

    // --- how it is asked

    private List<Rehearsal.Outlook> each(CurrentUser caller, Clock clock, String voucher, UUID... persons) {
        return of(caller, clock, edition, voucher, persons);
    }

    private static List<Rehearsal.Outlook> of(
            CurrentUser caller, Clock clock, UUID edition, String voucher, UUID... persons) {
        return database.inTransaction(
                em -> made(Rehearsals.class, em, clock, caller).ofEach(edition, List.of(persons), voucher));
    }

    private Rehearsal list(UUID... persons) {
        return database.inTransaction(
                em -> made(Rehearsals.class, em, AgendaDatabase.CLOCK, noord).ofStaff(edition, List.of(persons)));
    }

    private UUID phone(UUID person, Integer shownCents) {
        return phone(person, shownCents, Map.of());
    }

    private UUID phone(UUID person, Integer shownCents, Map<String, String> numbers) {
        return enrol(
                AgendaDatabase.CLOCK,
                edition,
                new EnrolmentWish(person, null, null, Map.of(), numbers, null, null)
                        .with(new PriceWish(null, shownCents)));
    }

    private static UUID enrol(Clock clock, UUID edition, EnrolmentWish wish) {
        return database.inTransaction(em ->
                Enrolling.enrolments(em, noord, clock).enrol(edition, wish).uuid());
    }

    private void walkIn(UUID person, int shownCents, Map<String, String> numbers) {
        database.change(em -> wired(
                        new ParticipantSheets(),
                        em,
                        TEN_MINUTES_LATE,
                        Enrolling.enrolments(em, noord, TEN_MINUTES_LATE),
                        wired(new AuditTrail(), em, TEN_MINUTES_LATE, noord))
                .walkIn(edition, person, null, new PriceWish(null, shownCents), numbers));
    }

    private AppliedLine pasted(AppliedLine.Chosen line) {
        Enrolments each = new Enrolments() {
            @Override
            public EnrolmentAnswer enrol(UUID at, EnrolmentWish wish) {
                return database.inTransaction(em ->
                        Enrolling.enrolments(em, noord, AgendaDatabase.CLOCK).enrol(at, Desk.withoutKey(wish)));
            }
        };
        return wired(new NameLists(), each)
                .apply(edition, "sleutel", List.of(line))
                .get(0);
    }

    private static void saysThePriceChanged(Throwable refused) {
        assertThat(refused)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        said -> assertThat(said.code()).isEqualTo("price-changed"));
    }

    private static int paid(UUID enrolment) {
        return (int) number("select price_cents from crm.enrolment where uuid = '" + enrolment + "'");
    }

    private static UUID aMember(String name) {
        UUID person = Desk.person(database, name, null);
        sql(
                "insert into crm.membership (id, uuid, person_id, organisation_id, kind, created_at)"
                        + " select nextval('crm.entity_seq'), gen_random_uuid(), p.id, o.id, 'MEMBER', now()"
                        + " from crm.person p, crm.organisation o where p.uuid = '%s' and o.code = 'NOORD'",
                person);
        return person;
    }

    /** Somebody of whom an organisation says something, so that more can be said. */
    private static UUID said(String name) {
        UUID person = Desk.person(database, name, null);
        sql(
                "insert into crm.statement (id, uuid, person_id, field, value, organisation_id, said_at)"
                        + " select nextval('crm.entity_seq'), gen_random_uuid(), p.id, f.field, f.value, o.id, now()"
                        + " from crm.person p, crm.organisation o, (values ('birthName', '%s'), ('profession', 'GP')) f (field, value)"
                        + " where p.uuid = '%s' and o.code = 'NOORD'",
                name, person);
        return person;
    }

    private void counts(String scheme) {
        sql(
                "insert into crm.accreditation (id, uuid, course_id, scheme_code, points) select nextval('crm.entity_seq'),"
                        + " gen_random_uuid(), course_id, '%s', 2 from crm.edition where uuid = '%s'",
                scheme, edition);
    }

    private static List<String> numbers(UUID person) {
        return texts("select s.value || ' ' || o.code || ' ' || s.reason from crm.statement s"
                + " join crm.organisation o on o.id = s.organisation_id join crm.person p on p.id = s.person_id"
                + " where s.field in ('big', 'registerNumber') and p.uuid = '" + person + "'");
    }

    private static void sql(String statement, Object... values) {
        database.change(em -> em.createNativeQuery(statement.formatted(values)).executeUpdate());
    }

    private static long number(String query) {
        return database.inTransaction(
                em -> ((Number) em.createNativeQuery(query).getSingleResult()).longValue());
    }

    @SuppressWarnings("unchecked")
    private static List<String> texts(String query) {
        return (List<String>) database.inTransaction(
                em -> em.createNativeQuery(query, String.class).getResultList());
    }
}
