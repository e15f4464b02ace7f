package nl.kring.crm.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.intake.ReviewFixture.Clerk;
import nl.kring.crm.intake.review.AuditCase;
import nl.kring.crm.intake.review.MatchAudits;
import nl.kring.crm.intake.review.SideBySide;
import nl.kring.crm.intake.review.Wilson;
import nl.kring.crm.platform.NotFoundException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MatchAuditsTest {

    @BeforeEach
    void the_registers_are_empty() throws SQLException, IOException {
        IntakeFixture.reset();
    }

    @Test
    void fifty_rows_that_the_matching_placed_are_judged_one_by_one_and_counted() {
        ReviewFixture.bringAllIn();
        Clerk clerk = Clerk.administrator();
        UUID audit = clerk.audits(MatchAudits::draw);
        int judged = 0;

        for (AuditCase next = next(clerk, audit); next != null; next = next(clerk, audit)) {
            assertThat(next.size()).isEqualTo(50);
            assertThat(next.open()).isEqualTo(50 - judged);
            assertThat(next.place()).isEqualTo(++judged);
            assertThat(next.sides().columns())
                    .as("the row stands alone on one side")
                    .filteredOn(column -> !column.second())
                    .hasSize(1);
            judge(clerk, audit, next.place(), judged != 7);
        }

        assertThat(judged).isEqualTo(50);
        assertThat(clerk.<Wilson>audits(MatchAudits::precision)).isEqualTo(new Wilson(49, 50));
        judge(clerk, audit, 7, true);
        assertThat(clerk.<Wilson>audits(MatchAudits::precision))
                .as("somebody changed his mind")
                .isEqualTo(new Wilson(50, 50));
        assertThat(IntakeFixture.rows("""
                        select count(distinct w.record_id) from crm.match_audit_row w join crm.source_record r on r.id = w.record_id
                         where r.linked_how = 'AUTOMATIC' or exists (
                               select 1 from crm.merge_move m join crm.merge_event e on e.id = m.merge_id and e.how = 'AUTOMATIC'
                                where m.kind = 'SOURCE_RECORD' and m.row_id = r.id)"""))
                .as("each was placed by the matching, and none is drawn twice")
                .containsExactly("50");
    }

    @Test
    void who_was_new_was_placed_by_nobody() {
        bringIn(
                "T1;Wolterink, J. (Jan);Huisarts;02-07-1984;Praktijk Zuid;Weg;1;;7552 XA;Hengelo;;06-12345678;;;39054148101");
        Clerk clerk = Clerk.of("THOON", 1);

        assertThat(next(clerk, clerk.audits(MatchAudits::draw))).isNull();
        assertThat(clerk.<Wilson>audits(MatchAudits::precision)).isEqualTo(new Wilson(0, 0));
    }

    @Test
    void staff_draw_among_whom_their_organisation_knows_and_judge_what_they_drew() {
        bringIn(
                "T1;Wolterink, J. (Jan);Huisarts;02-07-1984;Praktijk Zuid;Weg;1;;7552 XA;Hengelo;;06-12345678;;;39054148101");
        IntakeFixture.bringIn(
                "CHPA",
                IntakeFixture.text(
                        "id,first_name,infix,last_name,initials,dob,role,agb,big,phone,email,practice_name,practice_zip,practice_city,start_date",
                        "C1,Jan,,Wolterink,J.,1984-07-02,HA,,39054148101,0612345678,,Praktijk Zuid,7552XA,Hengelo,"),
                ImportMode.AUTO);
        Clerk stranger = Clerk.of("LHV", 1);
        Clerk clerk = Clerk.of("THOON", 1);

        assertThat(next(stranger, stranger.audits(MatchAudits::draw))).isNull();
        UUID audit = clerk.audits(MatchAudits::draw);
        AuditCase drawn = next(clerk, audit);
        assertThat(drawn.size()).isEqualTo(1);
        assertThat(drawn.sides().columns())
                .filteredOn(column -> !column.second())
                .extracting(SideBySide.Column::sourceKey)
                .containsExactly("C1");
        for (Clerk other : List.of(stranger, Clerk.of("THOON", 2), Clerk.administrator())) {
            assertThatThrownBy(() -> next(other, audit)).isInstanceOf(NotFoundException.class);
            assertThatThrownBy(() -> judge(other, audit, 1, false)).isInstanceOf(NotFoundException.class);
        }
        assertThatThrownBy(() -> judge(clerk, audit, 2, true)).isInstanceOf(NotFoundException.class);
        judge(clerk, audit, 1, true);
        assertThat(next(clerk, audit)).isNull();
    }

    private static void bringIn(String row) {
        IntakeFixture.bringIn(
                "THOON",
                IntakeFixture.text(
                        "Relatienummer;Naam volledig;Functie;Geboortedatum;Praktijk;Straat;Huisnr;Toev.;PC;Woonplaats;"
                                + "Tel. praktijk;Mobiel;Emailadres;AGB persoon;BIG",
                        row),
                ImportMode.AUTO);
    }

    private static AuditCase next(Clerk clerk, UUID audit) {
        return clerk.audits(audits -> audits.next(audit));
    }

    private static void judge(Clerk clerk, UUID audit, int place, boolean right) {
        clerk.audits(audits -> {
            audits.judge(audit, place, right);
            return null;
        });
    }
}
