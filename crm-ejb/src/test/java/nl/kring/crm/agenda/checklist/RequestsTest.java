package nl.kring.crm.agenda.checklist;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.workbench.Office.FEA;
import static nl.kring.crm.workbench.Office.THOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.agenda.Courses;
import nl.kring.crm.agenda.EditionMove;
import nl.kring.crm.agenda.Progress;
import nl.kring.crm.agenda.resource.Bookings;
import nl.kring.crm.agenda.resource.ResourceForm;
import nl.kring.crm.agenda.resource.ResourceKind;
import nl.kring.crm.agenda.resource.Resources;
import nl.kring.crm.workbench.Office;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What editions wait for from others. It is 1 September 2026. */
class RequestsTest {

    private Office fea;
    private Office thoon;

    @BeforeEach
    void open() throws Exception {
        Office.reset();
        fea = Office.of(FEA);
        thoon = Office.of(THOON);
    }

    @Test
    void what_is_only_held_and_what_was_requested_waits_and_what_ends_first_comes_first() {
        UUID accredited = planned("2026-11-03");
        fea.tell(Courses.class, courses -> courses.advance(accredited, requested(Progress.Accreditation.REQUESTED)));
        UUID held = planned("2026-11-10");
        UUID room = room();
        fea.tell(Bookings.class, all -> all.book(held, room, Instant.parse("2026-09-15T22:00:00Z")));

        assertThat(waiting(fea))
                .extracting(line -> line.kind() + " " + line.edition() + " " + line.what())
                .containsExactly("BOOKING " + held + " Zaal", "ACCREDITATION " + accredited + " null");
        assertThat(waiting(thoon)).isEmpty();

        fea.tell(Bookings.class, all -> all.confirm(held, room));
        fea.tell(Courses.class, courses -> courses.advance(accredited, requested(Progress.Accreditation.GRANTED)));
        assertThat(waiting(fea)).isEmpty();
    }

    @Test
    void what_was_cancelled_waits_for_nobody() {
        UUID edition = planned("2026-11-03");
        fea.tell(Courses.class, courses -> courses.advance(edition, requested(Progress.Accreditation.REQUESTED)));
        fea.tell(Courses.class, courses -> courses.move(edition, EditionMove.CANCEL));
        assertThat(waiting(fea)).isEmpty();
    }

    @Test
    void many_take_one_query_as_few_do() {
        planned("2026-11-03");
        UUID room = room();
        for (int day = 1; day <= 20; day++) {
            UUID edition = planned("2026-11-%02d".formatted(day));
            fea.tell(Bookings.class, all -> all.book(edition, room, Instant.parse("2026-09-15T22:00:00Z")));
        }
        assertThat(waiting(fea)).hasSize(20);
        assertThat(fea.queries(Requests.class, Requests::waiting)).isEqualTo(1);
    }

    private UUID room() {
        return fea.ask(
                Resources.class,
                all -> all.add(
                        new ResourceForm(ResourceKind.ROOM, "Zaal", null, null, null, null, 0, 0, false, List.of())));
    }

    private UUID planned(String day) {
        return fea.ask(
                Courses.class,
                courses -> courses.plan(
                        aCourse().from(day + "T19:00", day + "T22:00").wish()));
    }

    private static List<RequestLine> waiting(Office office) {
        return office.ask(Requests.class, Requests::waiting);
    }

    private static Progress requested(Progress.Accreditation accreditation) {
        return new Progress(accreditation, Progress.Invoicing.NOT_NEEDED);
    }
}
