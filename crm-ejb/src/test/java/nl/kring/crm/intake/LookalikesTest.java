package nl.kring.crm.intake;

import static nl.kring.crm.database.Wired.wired;
import static nl.kring.crm.intake.IntakeFixture.TODAY;
import static nl.kring.crm.intake.IntakeFixture.bringIn;
import static nl.kring.crm.intake.IntakeFixture.demo;
import static nl.kring.crm.intake.IntakeFixture.inTransaction;
import static nl.kring.crm.intake.IntakeFixture.rows;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.intake.matching.Field;
import nl.kring.crm.registry.NewPerson;
import nl.kring.crm.registry.Persons;
import nl.kring.crm.registry.provenance.SourceRecords;
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
    void who_is_added_all_the_same_is_left_to_people_when_doubtful() {
        Map<String, String> typed = Map.of("birthName", somebody[1], "initials", somebody[2], "birthDate", somebody[3]);
        UUID added = inTransaction(em -> lookalikes(em).add(new NewPerson(null), newcomer(typed)));
        assertThat(rows("""
                select i.state, i.run_id from crm.review_item i
                  join crm.person p on p.id = i.one_id join crm.person q on q.id = i.other_id
                 where (p.uuid = '%1$s' and q.uuid = '%2$s') or (p.uuid = '%2$s' and q.uuid = '%1$s')""".formatted(somebody[0], added))).containsExactly("OPEN|null");
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
