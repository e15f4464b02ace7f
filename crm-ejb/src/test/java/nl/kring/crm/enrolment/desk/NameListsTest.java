package nl.kring.crm.enrolment.desk;

import static nl.kring.crm.agenda.ACourse.aCourse;
import static nl.kring.crm.database.Wired.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import nl.kring.crm.agenda.AgendaDatabase;
import nl.kring.crm.enrolment.Enrolling;
import nl.kring.crm.enrolment.EnrolmentAnswer;
import nl.kring.crm.enrolment.EnrolmentWish;
import nl.kring.crm.enrolment.Enrolments;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import nl.kring.crm.registry.Profession;
import nl.kring.crm.security.CurrentUser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list of names is pasted onto the sheet. */
class NameListsTest {

    private static AgendaDatabase database;
    private static CurrentUser noord;
    private static CurrentUser zuid;
    private static UUID jansen;
    private static UUID jan;
    private static UUID piet;

    private UUID edition;

    @BeforeAll
    static void start() throws Exception {
        database = AgendaDatabase.start();
        noord = database.staffOf("NOORD");
        zuid = database.staffOf("ZUID");
        jansen = somebody("Jansen", "jansen@example.nl", "79846351501");
        jan = somebody("Jan Goorberg", "goor1@example.nl", null);
        piet = somebody("Piet Goorberg", "goor2@example.nl", null);
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void a_course_with_two_seats() {
        database.clearAgenda();
        edition = database.published(
                "NOORD", aCourse().seats(2).withoutWaitingList().wish());
    }

    @Test
    void a_line_is_found_by_name_by_address_or_by_number() {
        assertThat(preview("mevr. drs. Jansen", "  JANSEN@example.nl ", "Dr. J. Onbekend\t79846351501", "p goorberg"))
                .extracting(line -> line.found() + " "
                        + line.candidates().stream()
                                .map(NamedLine.Candidate::person)
                                .toList())
                .containsExactly(
                        "ONE [" + jansen + "]",
                        "TWICE [" + jansen + "]",
                        "TWICE [" + jansen + "]",
                        "ONE [" + piet + "]");
    }

    @Test
    void of_several_somebody_chooses_and_of_nobody_it_is_told() {
        assertThat(preview("Goorberg", "", "Niemandsen", "1"))
                .extracting(NamedLine::found)
                .containsExactly(NamedLine.Found.SEVERAL, NamedLine.Found.NOBODY, NamedLine.Found.NOBODY);
        assertThat(preview("Goorberg").get(0).candidates())
                .extracting(NamedLine.Candidate::person)
                .containsExactlyInAnyOrder(jan, piet);
    }

    @Test
    void who_is_enrolled_and_who_is_of_another_profession_is_marked() {
        UUID pharmacists = database.published(
                "NOORD", aCourse().meantFor(Profession.PHARMACIST).wish());
        assertThat(of(pharmacists, "Jansen").get(0).candidates())
                .extracting(NamedLine.Candidate::outside)
                .containsExactly(true);
        apply(chosen(1, jansen));
        assertThat(preview("Jansen").get(0).found()).isEqualTo(NamedLine.Found.ENROLLED);
    }

    @Test
    void each_line_is_enrolled_by_itself_and_a_refusal_keeps_nobody_else_from_a_seat() {
        List<AppliedLine> applied =
                apply(chosen(1, jansen), chosen(2, UUID.randomUUID()), chosen(3, jan), chosen(4, piet));

        assertThat(applied)
                .extracting(line -> line.number() + " " + line.state() + " " + line.refusal())
                .containsExactly("1 CONFIRMED null", "2 null not-found", "3 CONFIRMED null", "4 null enrolment-full");
    }

    @Test
    void the_list_of_another_organisation_nothing_and_too_much_are_refused() {
        assertThatThrownBy(() -> with(zuid, lists -> lists.preview(edition, List.of("Jansen"))))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> preview(" ")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> with(
                        noord, lists -> lists.preview(edition, Collections.nCopies(NameLists.MOST_LINES + 1, "x"))))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> preview("x".repeat(501))).isInstanceOf(InvalidInputException.class);
        assertThat(preview("' & | ! :* \\ <-> \u0000", "'':*", "a\u0000@b.nl", "\ud800@b.nl"))
                .extracting(NamedLine::found)
                .containsOnly(NamedLine.Found.NOBODY);
    }

    // --- how it is asked

    private static UUID somebody(String name, String email, String big) {
        UUID uuid = Desk.person(database, name, email);
        database.change(em -> em.createNativeQuery(
                        "update crm.person set big = :big, search_text = ' ' || lower(:name) || ' ' where uuid = :uuid")
                .setParameter("big", big)
                .setParameter("name", name)
                .setParameter("uuid", uuid)
                .executeUpdate());
        database.change(em -> em.createNativeQuery(
                        "update crm.person set given_name = split_part(:name, ' ', 1) where uuid = :uuid")
                .setParameter("name", name)
                .setParameter("uuid", uuid)
                .executeUpdate());
        return uuid;
    }

    private List<NamedLine> preview(String... lines) {
        return of(edition, lines);
    }

    private static List<NamedLine> of(UUID edition, String... lines) {
        return with(noord, lists -> lists.preview(edition, List.of(lines)));
    }

    private static AppliedLine.Chosen chosen(int number, UUID person) {
        return new AppliedLine.Chosen(number, person, 12_500, Map.of());
    }

    /** Each enrolment in a transaction of its own, as a container gives it. */
    private List<AppliedLine> apply(AppliedLine.Chosen... chosen) {
        Enrolments each = new Enrolments() {
            @Override
            public EnrolmentAnswer enrol(UUID at, EnrolmentWish wish) {
                return database.inTransaction(em ->
                        Enrolling.enrolments(em, noord, AgendaDatabase.CLOCK).enrol(at, Desk.withoutKey(wish)));
            }
        };
        return wired(new NameLists(), each).apply(edition, "sleutel", List.of(chosen));
    }

    private static <T> T with(CurrentUser caller, Function<NameLists, T> work) {
        return database.inTransaction(
                em -> work.apply(wired(new NameLists(), em, AgendaDatabase.editions(em, caller))));
    }
}
