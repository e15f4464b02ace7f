package nl.kring.crm.enrolment;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Method;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;
import nl.kring.crm.agenda.CalendarTimes;

/**
 * An enrolment as iCalendar (RFC 5545, RFC 5546): one event a session, by the clock in Amsterdam. Its UID is made of the
 * enrolment and the session, so that a session that moves stays the same event; its sequence grows with each change of either.
 */
final class EnrolmentCalendar {

    private EnrolmentCalendar() {}

    static String invitation(UUID enrolment, int sequence, EditionFacts facts, Addressee addressee, Instant now) {
        return render(
                ImmutableMethod.REQUEST, ImmutableStatus.VEVENT_CONFIRMED, enrolment, sequence, facts, addressee, now);
    }

    static String cancellation(UUID enrolment, int sequence, EditionFacts facts, Addressee addressee, Instant now) {
        return render(
                ImmutableMethod.CANCEL, ImmutableStatus.VEVENT_CANCELLED, enrolment, sequence, facts, addressee, now);
    }

    private static String render(
            Method method,
            Status status,
            UUID enrolment,
            int sequence,
            EditionFacts facts,
            Addressee addressee,
            Instant now) {
        Calendar calendar = new Calendar();
        calendar.add(new ProdId("-//Kring//Nascholing//NL"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(method);
        calendar.add(CalendarTimes.amsterdam());
        for (EnrolmentOffer.Meeting meeting : facts.meetings()) {
            VEvent event = new VEvent(
                    CalendarTimes.at(meeting.startsAt()), CalendarTimes.at(meeting.endsAt()), summary(facts, meeting));
            event.replace(new net.fortuna.ical4j.model.property.DtStamp(now));
            event.add(new Uid(enrolment + "-" + meeting.uuid() + "@kring"));
            event.add(new Sequence(sequence));
            event.add(status);
            event.add(organizer(facts));
            if (addressee.email() != null) {
                event.add(attendee(addressee));
            }
            String where = where(facts, meeting);
            if (!where.isEmpty()) {
                event.add(new Location(where));
            }
            if (meeting.online() != null) {
                event.add(new Description(meeting.online()));
            }
            event.add(new Url(URI.create(facts.link(enrolment))));
            calendar.add(event);
        }
        return calendar.toString();
    }

    /** Where it is held, else where one logs in; who can choose finds the address in the text. */
    private static String where(EditionFacts facts, EnrolmentOffer.Meeting meeting) {
        String held = meeting.where() == null ? facts.where() : meeting.where();
        return held.isEmpty() && meeting.online() != null ? meeting.online() : held;
    }

    private static String summary(EditionFacts facts, EnrolmentOffer.Meeting meeting) {
        return meeting.title() == null ? facts.title() : facts.title() + ": " + meeting.title();
    }

    private static Organizer organizer(EditionFacts facts) {
        URI address = facts.organiserEmail() == null
                ? URI.create("urn:uuid:" + facts.organiserUuid())
                : URI.create("mailto:" + facts.organiserEmail());
        return new Organizer(new ParameterList(List.of(new Cn(facts.organiser()))), address);
    }

    private static Attendee attendee(Addressee addressee) {
        return new Attendee(
                new ParameterList(List.of(PartStat.ACCEPTED, Rsvp.FALSE)), URI.create("mailto:" + addressee.email()));
    }
}
