package nl.kring.crm.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarTimesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "an evening,                                    2026-11-03T18:00:00Z, 2026-11-03T21:00:00Z, PT3H",
        "over the hour that comes twice,                2026-10-24T23:30:00Z, 2026-10-25T02:30:00Z, PT3H",
        "from the first half past two to the second,    2026-10-25T00:30:00Z, 2026-10-25T01:30:00Z, PT1H",
        "from the second half past two on,              2026-10-25T01:30:00Z, 2026-10-25T02:30:00Z, PT1H",
        "over the hour that is skipped,                 2027-03-28T00:30:00Z, 2027-03-28T01:30:00Z, PT1H",
        "two days around the night in October,          2026-10-24T07:00:00Z, 2026-10-25T16:00:00Z, PT33H",
        "29 February,                                   2028-02-29T18:00:00Z, 2028-02-29T21:00:00Z, PT3H",
        "over the end of the year,                      2026-12-31T21:00:00Z, 2027-01-01T00:00:00Z, PT3H",
    })
    void a_session_has_the_right_length_in_a_calendar(String what, Instant start, Instant end, Duration length)
            throws Exception {
        Calendar written = new Calendar();
        written.add(new ProdId("-//Kring//Proef//NL"));
        written.add(ImmutableVersion.VERSION_2_0);
        written.add(CalendarTimes.amsterdam());
        VEvent event = new VEvent(CalendarTimes.at(start), CalendarTimes.at(end), what);
        event.add(new Uid("een@kring"));
        written.add(event);

        String text = written.toString();
        Calendar read = new CalendarBuilder().build(new StringReader(text));

        assertThat(read.validate().hasErrors()).isFalse();
        assertThat(read.<VTimeZone>getComponents("VTIMEZONE"))
                .singleElement()
                .satisfies(zone -> assertThat(zone.getTimeZoneId().getValue()).isEqualTo("Europe/Amsterdam"));
        assertThat(text).contains("TZID=Europe/Amsterdam");
        VEvent again = read.<VEvent>getComponents("VEVENT").get(0);
        Instant from = Instant.from(again.getStartDate().orElseThrow().getDate());
        Instant to = Instant.from(again.getEndDate().orElseThrow().getDate());
        assertThat(from).isEqualTo(start);
        assertThat(Duration.between(from, to)).isEqualTo(length);
    }
}
