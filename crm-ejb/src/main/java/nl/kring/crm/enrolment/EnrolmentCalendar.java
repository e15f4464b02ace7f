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

/**
 * An enrolment as iCalendar (RFC 5545, RFC 5546): one event a session, in UTC. The first event has the enrolment's UUID as
 * its UID, each further one adds its number, because two events that do not recur may not share a UID.
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
        List<EnrolmentOffer.Meeting> meetings = facts.meetings();
        for (int i = 0; i < meetings.size(); i++) {
            EnrolmentOffer.Meeting meeting = meetings.get(i);
            VEvent event = new VEvent(meeting.startsAt(), meeting.endsAt(), summary(facts, meeting));
            event.replace(new net.fortuna.ical4j.model.property.DtStamp(now));
            event.add(new Uid(enrolment + (i == 0 ? "" : "-" + (i + 1)) + "@kring"));
            event.add(new Sequence(sequence));
            event.add(status);
            event.add(organizer(facts));
            if (addressee.email() != null) {
                event.add(attendee(addressee));
            }
            if (!facts.where().isEmpty()) {
                event.add(new Location(facts.where()));
            }
            event.add(new Url(URI.create(facts.link(enrolment))));
            calendar.add(event);
        }
        return calendar.toString();
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
