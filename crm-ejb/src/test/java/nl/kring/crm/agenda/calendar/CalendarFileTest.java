package nl.kring.crm.agenda.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Sequence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarFileTest {

    private static final Instant STAMP = Instant.parse("2026-09-01T10:00:00Z");

    /** As the standard has it (RFC 5545, 3.1), without the line break. */
    private static final int LONGEST_LINE = 75;

    @Test
    void it_is_valid_and_says_what_the_clock_of_Amsterdam_is() throws Exception {
        Calendar read = read(fileOf("2026-11-03T18:00:00Z", "2026-11-03T21:00:00Z"));

        assertThat(read.validate().getEntries()).isEmpty();
        VTimeZone zone = (VTimeZone) read.getComponent("VTIMEZONE").orElseThrow();
        assertThat(zone.getTimeZoneId().getValue()).isEqualTo("Europe/Amsterdam");
        assertThat(event(read).toString())
                .contains("DTSTART;TZID=Europe/Amsterdam:20261103T190000")
                .contains("DTEND;TZID=Europe/Amsterdam:20261103T220000")
                .contains("UID:sessie@kring");
        assertThat(event(read)
                        .getProperty("SEQUENCE")
                        .map(Sequence.class::cast)
                        .orElseThrow()
                        .getSequenceNo())
                .isEqualTo(7);
    }

    /** The night in October has 02:30 twice and the one in March never; days and years go on without a jump. */
    @ParameterizedTest
    @CsvSource({
        "2026-10-25T00:30:00Z, 2026-10-25T01:30:00Z",
        "2026-10-25T00:30:00Z, 2026-10-25T03:00:00Z",
        "2026-10-25T01:30:00Z, 2026-10-25T02:30:00Z",
        "2027-03-28T00:30:00Z, 2027-03-28T01:30:00Z",
        "2028-02-28T22:00:00Z, 2028-02-29T22:00:00Z",
        "2026-12-31T22:00:00Z, 2027-01-01T01:00:00Z",
        "2026-11-03T08:00:00Z, 2026-11-05T16:00:00Z"
    })
    void a_meeting_is_as_long_as_it_is_also_when_the_clock_is_put_back_or_forward(Instant start, Instant end)
            throws Exception {
        VEvent event = event(read(fileOf(start.toString(), end.toString())));

        Instant from = Instant.from(
                event.<DtStart<?>>getProperty("DTSTART").orElseThrow().getDate());
        Instant to =
                Instant.from(event.<DtEnd<?>>getProperty("DTEND").orElseThrow().getDate());
        assertThat(from).isEqualTo(start);
        assertThat(Duration.between(from, to)).isEqualTo(Duration.between(start, end));
    }

    @Test
    void the_second_half_past_two_is_written_in_utc_and_the_first_by_the_clock() {
        assertThat(fileOf("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z"))
                .contains("DTSTART;TZID=Europe/Amsterdam:20261025T023000")
                .contains("DTEND:20261025T013000Z");
    }

    @Test
    void what_is_typed_cannot_become_a_line_of_its_own() throws Exception {
        String text = new CalendarFile(
                        "Agenda",
                        List.of(appointment(
                                "Titel\r\nATTENDEE:mailto:x@example.nl;,\\n" + "lang ".repeat(40),
                                Instant.parse("2026-11-03T18:00:00Z"),
                                Instant.parse("2026-11-03T21:00:00Z"))))
                .text();

        assertThat(read(text).validate().getEntries()).isEmpty();
        assertThat(event(read(text)).getProperty("ATTENDEE")).isEmpty();
        assertThat(text.lines()).noneMatch(line -> line.startsWith("ATTENDEE"));
        assertThat(text.lines().filter(line -> line.length() > LONGEST_LINE)).isEmpty();
    }

    @Test
    void what_has_not_changed_reads_the_same() {
        assertThat(fileOf("2026-11-03T18:00:00Z", "2026-11-03T21:00:00Z"))
                .isEqualTo(fileOf("2026-11-03T18:00:00Z", "2026-11-03T21:00:00Z"));
    }

    private static String fileOf(String start, String end) {
        return new CalendarFile("Agenda", List.of(appointment("Reanimatie", Instant.parse(start), Instant.parse(end))))
                .text();
    }

    private static CalendarFile.Appointment appointment(String title, Instant start, Instant end) {
        return new CalendarFile.Appointment(
                "sessie@kring",
                7,
                STAMP,
                start,
                end,
                title,
                null,
                "De Demozaal, Almelo",
                URI.create("https://kring.example/agenda"),
                true);
    }

    private static Calendar read(String text) throws IOException, ParserException {
        return new CalendarBuilder().build(new StringReader(text));
    }

    private static VEvent event(Calendar calendar) {
        return (VEvent) calendar.getComponent("VEVENT").orElseThrow();
    }
}
