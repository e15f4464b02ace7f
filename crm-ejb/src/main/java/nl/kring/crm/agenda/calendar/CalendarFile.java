package nl.kring.crm.agenda.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import nl.kring.crm.agenda.CalendarTimes;
import nl.kring.crm.platform.SystemClock;

/** A calendar that programs subscribe to (RFC 5545), with times as {@link CalendarTimes} writes them. */
public final class CalendarFile {

    private static final Duration REFRESH = Duration.ofHours(1);

    private final Calendar calendar = new Calendar();

    /**
     * One meeting.
     *
     * @param uid stays the same when it is moved
     * @param sequence goes up with each change
     * @param stamp when it was last changed, as far as is known: not the moment of asking, so that what has not changed
     *     reads the same
     * @param about what one learns, or null
     * @param where empty when it is not known
     * @param sure whether it is certain to take place and to be attended
     */
    public record Appointment(
            String uid,
            long sequence,
            Instant stamp,
            Instant startsAt,
            Instant endsAt,
            String title,
            String about,
            String where,
            URI link,
            boolean sure) {}

    public CalendarFile(String name, List<Appointment> appointments) {
        calendar.add(new ProdId("-//Kring//Nascholing//NL"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(new XProperty("X-WR-CALNAME", name));
        calendar.add(new XProperty("X-WR-TIMEZONE", SystemClock.AMSTERDAM.getId()));
        calendar.add(new XProperty("REFRESH-INTERVAL", new ParameterList(List.of(Value.DURATION)), REFRESH.toString()));
        calendar.add(CalendarTimes.amsterdam());
        appointments.forEach(appointment -> calendar.add(event(appointment)));
    }

    private static VEvent event(Appointment appointment) {
        VEvent event = new VEvent(
                CalendarTimes.at(appointment.startsAt()),
                CalendarTimes.at(appointment.endsAt()),
                plain(appointment.title()));
        event.replace(new DtStamp(appointment.stamp()));
        event.add(new Uid(appointment.uid()));
        event.add(new Sequence((int) Math.min(appointment.sequence(), Integer.MAX_VALUE)));
        Status status = appointment.sure() ? ImmutableStatus.VEVENT_CONFIRMED : ImmutableStatus.VEVENT_TENTATIVE;
        event.add(status);
        if (!appointment.where().isEmpty()) {
            event.add(new Location(plain(appointment.where())));
        }
        if (appointment.about() != null) {
            event.add(new Description(plain(appointment.about())));
        }
        event.add(new Url(appointment.link()));
        return event;
    }

    /** A line may break; no other control character gets into the file. */
    private static String plain(String text) {
        return text.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\\n]]", " ");
    }

    /** The file itself, its long lines folded as the standard asks. */
    public String text() {
        StringWriter text = new StringWriter();
        try {
            new CalendarOutputter(false).output(calendar, text);
        } catch (IOException memoryIsEnough) {
            throw new UncheckedIOException(memoryIsEnough);
        }
        return text.toString();
    }
}
