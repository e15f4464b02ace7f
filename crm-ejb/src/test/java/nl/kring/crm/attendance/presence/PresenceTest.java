package nl.kring.crm.attendance.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When somebody was there, from what was seen; the table stands in docs/domain.md. */
class PresenceTest {

    private static final Instant SEVEN = Evening.SEVEN;

    @ParameterizedTest
    @CsvSource({
        // seen, in minutes from the start            came  left  minutes
        "'in -10',                                     -10,     , 180",
        "'in 5',                                         5,     , 175",
        "'in 5, in 6',                                   5,     , 175",
        "'in 5, out 120',                                5,  120, 115",
        "'in 5, out 120, out 121',                       5,  121, 116",
        "'in -10, out 60, in 75, out 200',             -10,  200, 165",
        "'out 150',                                       ,  150, 150",
        "'out 180, in 0',                                0,  180, 180",
        "'in 0, out 60, in 70',                          0,     , 170",
        "'in 190',                                     190,     , 0",
        "'in -30, out -20',                            -30,  -20, 0"
    })
    void from_coming_and_leaving(String seen, Integer came, Integer left, int minutes) {
        List<Presence.Seen> all = Arrays.stream(seen.split(", "))
                .map(each -> each.split(" "))
                .map(each -> new Presence.Seen(
                        ScanKind.valueOf(each[0].toUpperCase()), Evening.past(Integer.parseInt(each[1]))))
                .toList();

        Presence presence = Presence.of(SEVEN, Evening.TEN, all);

        assertThat(presence)
                .isEqualTo(new Presence(
                        came == null ? null : Evening.past(came), left == null ? null : Evening.past(left), minutes));
    }

    @ParameterizedTest
    @CsvSource({
        "'0-180',                  0, 180, 180",
        "'0-60, 30-90',            0,  90,  90",
        "'0-90, 30-60, 120-180',   0, 180, 150",
        "'-15-20, 170-300',      -15, 300,  30",
        "'60-61, 60-61',          60,  61,   1"
    })
    void joins_that_overlap_count_once(String stretches, int came, int left, int minutes) {
        List<Presence.Stretch> all = Arrays.stream(stretches.split(", "))
                .map(each -> {
                    int dash = each.indexOf('-', 1);
                    return new Presence.Stretch(
                            Evening.past(Integer.parseInt(each.substring(0, dash))),
                            Evening.past(Integer.parseInt(each.substring(dash + 1))));
                })
                .toList();

        assertThat(Presence.joined(SEVEN, Evening.TEN, all))
                .isEqualTo(new Presence(Evening.past(came), Evening.past(left), minutes));
    }

    @ParameterizedTest
    @CsvSource({"90, 180, true", "90, 162, true", "90, 161, false", "50, 90, true", "50, 89, false", "100, 179, false"})
    void so_many_minutes_of_three_hours_are_the_whole_or_not(int percent, int minutes, boolean whole) {
        assertThat(new PresenceRule(null, percent, null).isWhole(minutes, Duration.ofHours(3)))
                .isEqualTo(whole);
    }
}
