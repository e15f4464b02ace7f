package nl.kring.crm.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import nl.kring.crm.intake.review.MatchingFigures;
import nl.kring.crm.intake.review.MatchingFigures.Agreed;
import nl.kring.crm.intake.review.MatchingFigures.Overlap;
import nl.kring.crm.intake.review.MatchingFigures.QueueAge;
import nl.kring.crm.registry.PersonField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MatchingFiguresTest {

    /** Jan is in both, with another mobile number; Piet and Klaas in one each; Jan stands twice in THOON. */
    @BeforeEach
    void two_registers() throws SQLException, IOException {
        IntakeFixture.reset();
        IntakeFixture.bringIn(
                "THOON",
                IntakeFixture.text(
                        "Relatienummer;Naam volledig;Functie;Geboortedatum;Praktijk;Straat;Huisnr;Toev.;PC;Woonplaats;"
                                + "Tel. praktijk;Mobiel;Emailadres;AGB persoon;BIG",
                        "T1;Wolterink, J. (Jan);Huisarts;02-07-1984;Praktijk Zuid;Weg;1;;7552 XA;Hengelo;;06-12345678;;;39054148101",
                        "T2;Wolterink, J. (Jan);Huisarts;02-07-1984;Praktijk Zuid;Weg;1;;7552 XA;Hengelo;;06-12345678;;;39054148101",
                        "T3;Nijhof, P. (Piet);Huisarts;03-05-1961;Praktijk Noord;Straat;2;;7551 AB;Hengelo;;06-22222222;;;"),
                ImportMode.AUTO);
        IntakeFixture.bringIn(
                "CHPA",
                IntakeFixture.text(
                        "id,first_name,infix,last_name,initials,dob,role,agb,big,phone,email,practice_name,practice_zip,practice_city,start_date",
                        "C1,JAN,,Wolterink,J.,1984-07-02,HA,,39054148101,0687654321,,Praktijk Zuid,7552XA,Hengelo,",
                        "C2,Klaas,,Assink,K.,1971-01-09,HA,,,0633333333,,Praktijk West,7553XA,Hengelo,"),
                ImportMode.AUTO);
    }

    @Test
    void how_many_persons_two_registers_both_know() {
        assertThat(ask(MatchingFigures::overlaps))
                .containsExactly(
                        new Overlap("CHPA", "CHPA", 2),
                        new Overlap("CHPA", "THOON", 1),
                        new Overlap("THOON", "CHPA", 1),
                        new Overlap("THOON", "THOON", 2));
    }

    @Test
    void in_which_fields_they_agree_the_worst_first() {
        List<Agreed> agreements = ask(MatchingFigures::agreements);

        assertThat(agreements.get(0)).isEqualTo(new Agreed(PersonField.MOBILE, "CHPA", "THOON", 1, 0));
        assertThat(agreements)
                .contains(
                        new Agreed(PersonField.GIVEN_NAME, "CHPA", "THOON", 1, 1),
                        new Agreed(PersonField.BIRTH_DATE, "CHPA", "THOON", 1, 1),
                        new Agreed(PersonField.BIG, "CHPA", "THOON", 1, 1))
                .as("nobody says anything of it")
                .noneMatch(agreed -> agreed.field() == PersonField.AGB);
        assertThat(agreements.get(0).share()).isZero();
    }

    @Test
    void how_long_doubts_wait() {
        assertThat(ask(MatchingFigures::queueAge)).isEqualTo(new QueueAge(0, 0, 0));
        waiting(10, "OPEN");
        waiting(4, "OPEN");
        waiting(90, "OTHER");

        assertThat(ask(MatchingFigures::queueAge)).isEqualTo(new QueueAge(2, 10, 7));
    }

    private static void waiting(int days, String state) {
        IntakeFixture.change("""
                insert into crm.review_item (id, uuid, one_id, other_id, score, model_version, one_register, evidence, state, found_at,
                                             decided_at)
                select nextval('crm.entity_seq'), gen_random_uuid(), a.id, b.id, 1, 'v', false, '{}', '%1$s',
                       timestamptz '2026-03-02T09:00:00Z' - interval '%2$d days', case when '%1$s' <> 'OPEN' then now() end
                  from crm.person a join crm.person b on b.id > a.id
                 where not exists (select 1 from crm.review_item i where i.one_id = a.id and i.other_id = b.id)
                 order by a.id, b.id limit 1""".formatted(state, days));
    }

    private static <T> T ask(Function<MatchingFigures, T> question) {
        return IntakeFixture.inTransaction(
                em -> question.apply(IntakeFixture.wired(new MatchingFigures(), em, IntakeFixture.TODAY)));
    }
}
