package nl.kring.crm.intake;

import static nl.kring.crm.database.Wired.wired;
import static nl.kring.crm.intake.IntakeFixture.TODAY;
import static nl.kring.crm.intake.IntakeFixture.bringIn;
import static nl.kring.crm.intake.IntakeFixture.demo;
import static nl.kring.crm.intake.IntakeFixture.inTransaction;
import static nl.kring.crm.intake.IntakeFixture.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.database.Told;
import nl.kring.crm.intake.matching.Claim;
import nl.kring.crm.intake.matching.Field;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.registry.NewPerson;
import nl.kring.crm.registry.PersonField;
import nl.kring.crm.registry.PersonTypedIn;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.registry.SelfEntries;
import nl.kring.crm.registry.provenance.SourceRecords;
import nl.kring.crm.security.CurrentUser;
import org.hibernate.Session;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LookalikesTest {

    private static String[] somebody;

    @BeforeAll
    static void the_register_is_filled() throws Exception {
        IntakeFixture.reset();
        bringIn("FEA", demo("FEA_ledenlijst.xlsx"), ImportMode.AUTO);
        somebody = rows("""
                select p.uuid, r.birth_name, r.initials, to_char(r.birth_date, 'DD-MM-YYYY'), r.big, r.mobile
                  from crm.source_record r join crm.person p on p.id = r.person_id
                 where r.birth_name ~ '^[a-zA-Z]{6,}$' and r.initials ~ '^[A-Z][.]' and r.big is not null and r.mobile is not null
                   and extract(month from r.birth_date) > 1
                 order by r.source_key limit 1""").get(0).split("\\|");
    }

    @Test
    void somebody_who_is_there_is_recognised_and_it_says_in_what() {
        List<Lookalike> found = find(Map.of(
                "birthName", somebody[1], "initials", somebody[2], "birthDate", somebody[3], "big", somebody[4]));
        assertThat(found.get(0).uuid()).hasToString(somebody[0]);
        assertThat(found.get(0).sure()).isTrue();
        assertThat(found.get(0).agreeing()).contains(Field.BIG, Field.BIRTH_DATE, Field.SURNAME);
        assertThat(found.get(0).differing()).isEmpty();
    }

    @Test
    void of_a_number_that_another_organisation_keeps_it_is_told_only_that_it_agrees() {
        Lookalike found = find(Map.of("birthName", somebody[1], "initials", somebody[2], "phone", somebody[5]))
                .get(0);
        assertThat(found.uuid()).hasToString(somebody[0]);
        assertThat(found.agreeing()).contains(Field.MOBILE);
        assertThat(found.toString()).doesNotContain(somebody[5].substring(3));
    }

    @Test
    void a_slip_in_the_name_finds_the_same_person() {
        String slip = somebody[1].substring(0, 3) + somebody[1].substring(4);
        assertThat(find(Map.of("birthName", slip, "initials", somebody[2], "birthDate", somebody[3])))
                .extracting(each -> each.uuid().toString())
                .contains(somebody[0]);
    }

    @Test
    void somebody_like_nobody_and_an_empty_form_find_nobody() {
        assertThat(find(Map.of())).isEmpty();
        assertThat(find(Map.of("birthName", "Xqzwvutsr", "initials", "Q.", "big", "not yet a number")))
                .isEmpty();
    }

    @Test
    void what_nobody_can_read_asks_nobody_and_breaks_nothing() {
        assertThat(find(Map.of("birthName", "a\u0000b", "email", "x\ud800@example.nl")))
                .isEmpty();
        assertThat(find(Map.of(
                        "birthName",
                        somebody[1],
                        "initials",
                        somebody[2],
                        "birthDate",
                        somebody[3],
                        "place",
                        "\u0000")))
                .isNotEmpty();
    }

    @Test
    void who_is_added_all_the_same_is_left_to_people_when_doubtful() {
        Map<String, String> typed = Map.of("birthName", somebody[1], "initials", somebody[2], "birthDate", somebody[3]);
        UUID added = inTransaction(em -> lookalikes(em).add(new NewPerson(null), newcomer(typed)));
        assertThat(rows("""
                select i.state, i.run_id from crm.review_item i
                  join crm.person p on p.id = i.one_id join crm.person q on q.id = i.other_id
                 where (p.uuid = '%1$s' and q.uuid = '%2$s') or (p.uuid = '%2$s' and q.uuid = '%1$s')""".formatted(somebody[0], added))).containsExactly("OPEN|null");
    }

    @Test
    void who_typed_himself_or_herself_in_is_compared_afterwards_and_left_to_people() {
        List<Object> news = new ArrayList<>();
        UUID guest = inTransaction(em -> {
            SelfEntries entries = wired(new SelfEntries(), em, TODAY, new Silent(), new Told(news::add));
            return entries.add(
                    new NewPerson(null)
                            .with(PersonField.BIRTH_NAME, somebody[1])
                            .with(PersonField.INITIALS, somebody[2])
                            .with(PersonField.BIG, somebody[4]),
                    ((Number) em.createNativeQuery("select id from crm.organisation where code = 'FEA'")
                                    .getSingleResult())
                            .longValue(),
                    "als gast");
        });
        assertThat(news).containsExactly(new PersonTypedIn(guest));
        String questions = """
                select count(*), count(distinct (i.one_id, i.other_id)) from crm.review_item i
                  join crm.person p on p.id in (i.one_id, i.other_id) join crm.person q on q.id in (i.one_id, i.other_id)
                 where p.uuid = '%s' and q.uuid = '%s' and i.state = 'OPEN'""".formatted(somebody[0], guest);
        assertThat(rows(questions)).as("nobody waited for it").containsExactly("0|0");
        for (int again = 0; again < 2; again++) {
            inTransaction(em -> {
                lookalikes(em).compare(guest);
                return null;
            });
        }
        assertThat(rows(questions)).containsExactly("1|1");
    }

    /** What is done here needs no account of it. */
    private static final class Silent extends AuditTrail {
        @Override
        public void record(String action, UUID subject, String detail) {
            // nothing
        }
    }

    @Test
    void whoever_works_there_has_the_initial_or_has_a_number_with_one_other_digit_is_looked_at_as_in_an_import()
            throws SQLException {
        String[] known = rows("""
                select p.uuid, r.birth_name, r.initials, r.big, r.practice_name, r.phone, r.agb
                  from crm.source_record r join crm.person p on p.id = r.person_id
                 where r.birth_name ~ '^[a-zA-Z]{6,}$' and r.initials ~ '^[A-Z][.]' and r.big is not null and r.agb is not null
                   and r.practice_name is not null and r.phone is not null order by r.source_key desc limit 1""").get(0).split("\\|");
        String slip = (known[3].charAt(0) == '1' ? "2" : "1") + known[3].substring(1);
        String code = (known[6].charAt(7) == '1' ? "2" : "1");
        for (Claim typed : List.of(
                claim(null, null, slip, null, null, null),
                claim(null, null, null, known[6].substring(0, 7) + code, null, null),
                claim("Xqzwvutsr", known[2], null, null, known[4], null),
                claim(known[1].substring(0, 3) + "xyz", null, null, null, null, known[5]))) {
            assertThat(candidates(typed)).as(typed.toString()).contains(known[0]);
        }
        assertThat(candidates(claim("Xqzwvutsr", "Q.", null, null, null, null))).isEmpty();
        assertThat(candidates(claim("x".repeat(4_000), "Q.", null, null, null, null)))
                .isEmpty();
    }

    @Test
    void a_key_adds_somebody_once_and_who_may_be_there_only_when_asked_anyway() {
        Map<String, String> typed = Map.of("birthName", somebody[1], "initials", somebody[2], "big", somebody[4]);
        Newcomers.Answer known = entered(typed, false, "een");
        assertThat(known.person()).isNull();
        assertThat(known.alike().get(0).uuid()).hasToString(somebody[0]);
        UUID added = entered(typed, true, "een").person();
        assertThat(entered(typed, true, "een").person()).isEqualTo(added);
        assertThat(entered(typed, true, "twee").person()).isNotEqualTo(added);
        assertThatThrownBy(() -> entered(Map.of("birthName", "Anders"), true, "een"))
                .isInstanceOf(KeyReusedException.class);
        assertThatThrownBy(() -> entered(typed, true, "\n")).isInstanceOf(InvalidInputException.class);
    }

    private static Newcomers.Answer entered(Map<String, String> typed, boolean anyway, String key) {
        CurrentUser clerk = new CurrentUser() {
            @Override
            public Long accountId() {
                return 1L;
            }
        };
        NewPerson person = new NewPerson(null);
        typed.forEach((code, value) -> person.with(PersonField.of(code), value));
        return inTransaction(em ->
                wired(new Newcomers(), em, TODAY, clerk, lookalikes(em)).add(person, newcomer(typed), anyway, key));
    }

    private static Claim claim(
            String birthName, String initials, String big, String agb, String practice, String phone) {
        return new Claim(
                "", "typed", null, birthName, null, initials, null, null, null, null, big, agb, null, practice, null,
                null, null, null, null, phone, null, null);
    }

    private static List<String> candidates(Claim typed) {
        return inTransaction(em -> {
            Set<Long> found =
                    em.unwrap(Session.class).doReturningWork(connection -> new CandidateTable(connection).find(typed));
            return found.isEmpty()
                    ? List.of()
                    : wired(new SourceRecords(), em).uuidsOf(found).values().stream()
                            .map(UUID::toString)
                            .toList();
        });
    }

    private static List<Lookalike> find(Map<String, String> typed) {
        return inTransaction(em -> lookalikes(em).find(newcomer(typed)));
    }

    private static Newcomer newcomer(Map<String, String> typed) {
        return new Newcomer(new HashMap<>(typed));
    }

    private static Lookalikes lookalikes(EntityManager em) {
        return wired(new Lookalikes(), em, TODAY, wired(new SourceRecords(), em), new Adding(em));
    }

    /** Adds a person about whom nothing is said, without asking who is signed in. */
    private static final class Adding extends Persons {

        private final EntityManager em;

        private Adding(EntityManager em) {
            this.em = em;
        }

        @Override
        public UUID addByHand(NewPerson typed) {
            UUID uuid = UUID.randomUUID();
            em.createNativeQuery(
                            "insert into crm.person (id, uuid, created_at) values (nextval('crm.entity_seq'), :uuid, now())")
                    .setParameter("uuid", uuid)
                    .executeUpdate();
            return uuid;
        }
    }
}
