package nl.kring.crm.agenda;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.time.zone.ZoneOffsetTransition;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.TimeZoneRegistryFactory;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.RRule;
import net.fortuna.ical4j.model.property.TzId;
import nl.kring.crm.platform.SystemClock;

/** Moments as calendars (RFC 5545) take them: by the clock on the wall in Amsterdam. */
public final class CalendarTimes {

    private static final VTimeZone AMSTERDAM = sinceItKeepsItsRules();

    private CalendarTimes() {}

    /**
     * The wall's time with its zone. Of the hour that comes twice in October such a time means the first; a moment in the
     * second is given in UTC, so that it stays the moment it is.
     */
    public static Temporal at(Instant moment) {
        ZonedDateTime wall = moment.atZone(SystemClock.AMSTERDAM);
        ZoneOffsetTransition change = SystemClock.AMSTERDAM.getRules().getTransition(wall.toLocalDateTime());
        boolean second =
                change != null && change.isOverlap() && wall.getOffset().equals(change.getOffsetAfter());
        return second ? moment : wall;
    }

    /**
     * The rules of that clock, to go along in each calendar. The time zone database keeps them under Brussels, which has the
     * same clock; here they bear the name that the times refer to. One for all calendars, which nobody changes.
     */
    public static VTimeZone amsterdam() {
        return AMSTERDAM;
    }

    /** Those that hold on without end, since October 1996; a century of earlier ones would make each mail three times as long. */
    private static VTimeZone sinceItKeepsItsRules() {
        String name = SystemClock.AMSTERDAM.getId();
        VTimeZone zone = TimeZoneRegistryFactory.getInstance()
                .createRegistry()
                .getTimeZone(name)
                .getVTimeZone()
                .copy();
        zone.replace(new TzId(name));
        ComponentList<Observance> lasting = new ComponentList<>(zone.getObservances().stream()
                .filter(each -> each.getProperty(Property.RRULE)
                        .filter(rule -> ((RRule<?>) rule).getRecur().getUntil() == null)
                        .isPresent())
                .toList());
        zone.setComponentList(lasting);
        return zone;
    }
}
