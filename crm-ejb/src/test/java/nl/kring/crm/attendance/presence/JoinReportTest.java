package nl.kring.crm.attendance.presence;

import static nl.kring.crm.attendance.presence.Evening.past;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import nl.kring.crm.attendance.AttendanceMark;
import nl.kring.crm.attendance.Attendances;
import nl.kring.crm.platform.InvalidInputException;
import nl.kring.crm.platform.NotFoundException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An online evening, as Teams and Zoom tell who was in. */
class JoinReportTest {

    private static final String TEAMS = """
            1. Summary
            Meeting title\tPalliatieve zorg
            Attended participants\t3
            Start time\t11/3/26, 6:55:00 PM

            2. Participants
            Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole
            Anna Aalders\t11/3/26, 6:58:00 PM\t11/3/26, 10:00:00 PM\t2h 42m\tanna.aalders@example.nl\tanna@praktijk.example.nl\tAttendee
            Boer, Bram de (Huisarts)\t11/3/26, 7:30:00 PM\t11/3/26, 10:05:00 PM\t2h 35m\t\t\tAttendee
            iPad van Cor\t11/3/26, 7:00:00 PM\t11/3/26, 10:00:00 PM\t3h\t\t\tAttendee

            3. In-Meeting Activities
            Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole
            Anna Aalders\t11/3/26, 6:58:00 PM\t11/3/26, 8:00:00 PM\t1h 2m\tanna.aalders@example.nl\tAttendee
            Anna Aalders\t11/3/26, 7:50:00 PM\t11/3/26, 8:20:00 PM\t30m\tANNA.AALDERS@example.nl\tAttendee
            Anna Aalders\t11/3/26, 8:30:00 PM\t11/3/26, 10:00:00 PM\t1h 30m\tanna.aalders@example.nl\tAttendee
            Boer, Bram de (Huisarts)\t11/3/26, 7:30:00 PM\t11/3/26, 10:05:00 PM\t2h 35m\t\tAttendee
            iPad van Cor\t11/3/26, 7:00:00 PM\t11/3/26, 10:00:00 PM\t3h\t\tAttendee
            """;

    private static final String TEAMS_DUTCH = """
            Volledige naam\tDeelnametijd\tVertrektijd\tDuur\tE-mailadres\tRol
            Anna Aalders\t3-11-2026 18:58:00\t3-11-2026 20:20:00\t1u 22m\tanna.aalders@example.nl\tDeelnemer
            Anna Aalders\t3-11-2026 20:30:00\t3-11-2026 22:00:00\t1u 30m\tanna.aalders@example.nl\tDeelnemer
            Bram de Boer\t3-11-2026 19:30:00\t3-11-2026 22:05:00\t2u 35m\t\tDeelnemer
            """;

    private static final String ZOOM = """
            Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants
            123 4567 8901,"Palliatieve zorg, deel 1",11/03/2026 06:50:00 PM,11/03/2026 10:10:00 PM,fea@example.nl,200,3

            Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,Recording Consent
            Anna Aalders,anna.aalders@example.nl,11/03/2026 06:58:00 PM,11/03/2026 08:20:00 PM,82,No,
            Anna Aalders,anna.aalders@example.nl,11/03/2026 08:30:00 PM,11/03/2026 10:00:00 PM,90,No,
            "Bram de Boer (bram)",,11/03/2026 07:30:00 PM,11/03/2026 10:05:00 PM,155,Yes,
            """;

    private static Evening evening;

    private UUID edition;
    private UUID session;
    private UUID anna;
    private UUID bram;
    private UUID cor;

    @BeforeAll
    static void start() throws Exception {
        evening = new Evening();
    }

    @AfterAll
    static void stop() throws Exception {
        evening.close();
    }

    @BeforeEach
    void three_who_are_expected_online() {
        evening.run("delete from crm.join_alias");
        anEvening("Palliatieve zorg");
        evening.atMinute(240);
    }

    private void anEvening(String title) {
        edition = evening.edition(title);
        session = evening.sessionOf(edition);
        anna = evening.guest(edition, "Anna Aalders");
        bram = evening.guest(edition, "Bram de Boer");
        cor = evening.guest(edition, "Cor Coster");
    }

    static Stream<Arguments> files() {
        Charset utf16 = StandardCharsets.UTF_16LE;
        return Stream.of(
                Arguments.of("Teams, UTF-16 with its mark", ("\uFEFF" + TEAMS).getBytes(utf16)),
                Arguments.of("Teams, UTF-16 without", TEAMS.getBytes(utf16)),
                Arguments.of("Teams, UTF-8", ("\uFEFF" + TEAMS).getBytes(StandardCharsets.UTF_8)),
                Arguments.of("Teams in Dutch", ("\uFEFF" + TEAMS_DUTCH).getBytes(utf16)),
                Arguments.of("Zoom", ZOOM.getBytes(StandardCharsets.UTF_8)),
                Arguments.of(
                        "Zoom, saved by a Dutch spreadsheet",
                        ZOOM.replace(",", ";")
                                .replace("\"Palliatieve zorg; deel 1\"", "Palliatieve zorg")
                                .getBytes(Charset.forName("windows-1252"))),
                Arguments.of(
                        "Zoom, days first",
                        ZOOM.replace("11/03/2026 ", "2026-11-03 ").getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void joins_are_summed_without_overlap_and_found_by_address_and_by_name(String kind, byte[] file) {
        assertThat(read(file)).isEqualTo(2);

        assertThat(attendee(anna).came()).isEqualTo(past(-2));
        assertThat(attendee(anna).left()).isEqualTo(past(180));
        assertThat(attendee(anna).minutes())
                .as("three hours without the ten minutes that she was away")
                .isEqualTo(170);
        assertThat(attendee(anna).present()).isTrue();
        assertThat(attendee(bram).minutes()).isEqualTo(150);
        assertThat(attendee(bram).isPartly()).isTrue();
        assertThat(attendee(cor).source()).isNull();
    }

    @Test
    void a_name_that_nobody_knows_is_linked_by_hand_and_known_the_next_time() {
        read(TEAMS.getBytes(StandardCharsets.UTF_8));
        JoinSheet sheet = sheet();
        assertThat(sheet.strangers()).extracting(JoinSheet.Stranger::name).containsExactly("iPad van Cor");
        assertThat(sheet.strangers().get(0).minutes()).isEqualTo(180);
        link(sheet.strangers().get(0).alias(), cor);

        assertThat(sheet().strangers()).isEmpty();
        assertThat(attendee(cor).minutes()).isEqualTo(180);

        evening.run(
                "update crm.enrolment set state = 'CANCELLED' where edition_id = (select id from crm.edition where uuid = cast(:a as uuid))",
                edition.toString());
        long person =
                evening.number("select person_id from crm.enrolment where uuid = cast(:a as uuid)", cor.toString());
        edition = evening.edition("Nog een avond");
        session = evening.sessionOf(edition);
        UUID again = evening.seat(edition, person, 0);
        read(TEAMS.getBytes(StandardCharsets.UTF_8));
        assertThat(attendee(again).minutes()).as("remembered").isEqualTo(180);
    }

    @Test
    void what_one_organisation_calls_somebody_is_not_known_to_another() {
        read(TEAMS.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> evening.with(JoinReports.class, evening.zuid, reports -> reports.sheet(session)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> evening.with(JoinReports.class, evening.zuid, reports -> {
                    reports.link(session, "cor ipad van", cor);
                    return null;
                }))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> link("iemand die er niet in staat", cor)).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> link("cor ipad van", UUID.randomUUID())).isInstanceOf(NotFoundException.class);
        assertThat(evening.number("select count(*) from crm.join_alias")).isZero();
    }

    @Test
    void two_of_the_same_name_are_left_to_people() {
        evening.guest(edition, "Bram De Boer");
        assertThat(read(TEAMS.getBytes(StandardCharsets.UTF_8))).isEqualTo(1);
        assertThat(sheet().strangers())
                .extracting(JoinSheet.Stranger::name)
                .containsExactly("Boer, Bram de (Huisarts)", "iPad van Cor");
    }

    @Test
    void the_same_report_again_changes_nothing_and_another_takes_its_place() {
        read(TEAMS.getBytes(StandardCharsets.UTF_8));
        long version = evening.number("select sum(version) from crm.attendance");
        read(TEAMS.getBytes(StandardCharsets.UTF_8));
        assertThat(evening.number("select sum(version) from crm.attendance")).isEqualTo(version);
        assertThat(evening.number(
                        "select count(*) from crm.session_join j join crm.session s on s.id = j.session_id where s.uuid = cast(:a as uuid)",
                        session.toString()))
                .isEqualTo(5);
    }

    @Test
    void what_staff_said_afterwards_stands_and_whoever_is_in_no_report_was_not_there() {
        evening.with(
                Attendances.class,
                evening.noord,
                attendances -> attendances.record(edition, List.of(new AttendanceMark(bram, session, true))));
        read(TEAMS.getBytes(StandardCharsets.UTF_8));
        assertThat(attendee(bram).present()).isTrue();
        assertThat(evening.with(JoinReports.class, evening.noord, reports -> reports.restAbsent(session))
                        .intValue())
                .isEqualTo(1);
        assertThat(attendee(cor).present()).isFalse();
        assertThat(evening.column(
                        "select n.state from crm.enrolment n join crm.edition e on e.id = n.edition_id where e.uuid = cast(:a as uuid) order by n.id",
                        edition.toString()))
                .containsExactly("ATTENDED", "ATTENDED", "NO_SHOW");
    }

    static Stream<byte[]> noReports() {
        return Stream.of(
                new byte[0],
                new byte[] {(byte) 0xff, (byte) 0xfe},
                "Naam,Leeftijd\nAnna,3\n".getBytes(StandardCharsets.UTF_8),
                "Name\tJoin Time\tLeave Time\nAnna\tgisteren\tvandaag\n".getBytes(StandardCharsets.UTF_8),
                TEAMS.replace("11/3/26", "11/10/26").getBytes(StandardCharsets.UTF_8),
                "Name,Join Time,Leave Time\n\"open".getBytes(StandardCharsets.UTF_8),
                new byte[JoinReport.LARGEST + 1],
                new byte[] {0, 1, 2, 3, 4, 5});
    }

    @ParameterizedTest
    @MethodSource("noReports")
    void what_is_no_report_of_that_day_is_refused_and_nothing_is_kept(byte[] file) {
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refusal -> assertThat(refusal.code()).startsWith("join-report-"));
        assertThat(sheet().strangers()).isEmpty();
    }

    private int read(byte[] file) {
        return evening.with(JoinReports.class, evening.noord, reports -> reports.read(session, file));
    }

    private void link(String alias, UUID enrolment) {
        evening.with(JoinReports.class, evening.noord, reports -> {
            reports.link(session, alias, enrolment);
            return null;
        });
    }

    private JoinSheet sheet() {
        return evening.with(JoinReports.class, evening.noord, reports -> reports.sheet(session));
    }

    private Attendee attendee(UUID enrolment) {
        return evening.with(Scans.class, evening.noord, scans -> scans.door(session)).attendees().stream()
                .filter(each -> each.enrolment().equals(enrolment))
                .findFirst()
                .orElseThrow();
    }
}
