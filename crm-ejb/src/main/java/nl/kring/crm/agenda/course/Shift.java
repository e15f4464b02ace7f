package nl.kring.crm.agenda.course;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import nl.kring.crm.agenda.AmsterdamTime;
import nl.kring.crm.agenda.PlannedSession;
import nl.kring.crm.agenda.SessionLine;
import nl.kring.crm.platform.InvalidInputException;

/**
 * So many days later, at the same time by the clock on the wall: an evening of seven is one of seven in summer and in winter.
 *
 * @param days how many; below zero is earlier
 */
record Shift(long days) {

    private static final int WEEK = 7;

    /** To another first day. */
    static Shift between(LocalDate day, LocalDate other) {
        return new Shift(ChronoUnit.DAYS.between(day, other));
    }

    /**
     * To the same day of the week in another year, as near to the same date as that year has one: 52 weeks to the next year,
     * or 53 when 52 would stay in the year, as from the first of January.
     */
    static Shift toYear(LocalDate day, int year) {
        long days = ChronoUnit.DAYS.between(day, day.withYear(year));
        LocalDate nearest = day.plusWeeks(Math.round(days / (double) WEEK));
        if (nearest.getYear() < year) {
            nearest = nearest.plusDays(WEEK);
        } else if (nearest.getYear() > year) {
            nearest = nearest.minusDays(WEEK);
        }
        return between(day, nearest);
    }

    /**
     * That moment then.
     *
     * @throws InvalidInputException the clock on the wall never shows it: the hour that is skipped in March
     */
    Instant moment(Instant moment) {
        LocalDateTime wall = AmsterdamTime.toLocal(moment);
        return wall == null ? null : AmsterdamTime.toInstant(wall.plusDays(days));
    }

    /**
     * Those meetings then.
     *
     * @throws InvalidInputException the clock on the wall never shows one of their times
     */
    List<PlannedSession> sessions(List<SessionLine> sessions) {
        return sessions.stream()
                .map(each -> new PlannedSession(
                        null,
                        each.title(),
                        moment(each.startsAt()),
                        moment(each.endsAt()),
                        each.location(),
                        each.online()))
                .toList();
    }
}
