package nl.kring.crm.peerreview;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a group needs in a year.
 *
 * @param planMonth with {@code planDay} the last day on which the plan of the year is in time
 * @param fewestMinutes of all meetings of a year together
 * @param fewestEach of a meeting, for it to count
 * @param mostADay minutes of one person on one day, over all meetings and groups
 */
public record GroupNorm(
        int planMonth,
        int planDay,
        int fewestMembers,
        int fewestMeetings,
        int fewestMinutes,
        int fewestEach,
        int mostADay,
        String source)
        implements Serializable {

    private static final BigDecimal HOUR = BigDecimal.valueOf(60);

    /** A meeting as far as it is counted. */
    record Counted(int minutes, int members) {}

    LocalDate planDue(int year) {
        return LocalDate.of(year, planMonth, planDay);
    }

    /** Whether a meeting counts: long enough, in a group of enough members on that day. */
    boolean counts(Counted meeting) {
        return meeting.minutes >= fewestEach && meeting.members >= fewestMembers;
    }

    /** What was there of one member in hours, to one decimal and never more than it was. */
    static BigDecimal hours(int minutes) {
        return BigDecimal.valueOf(minutes).divide(HOUR, 1, RoundingMode.DOWN);
    }

    /**
     * What is missing in a year.
     *
     * @param members on the day that is looked at
     * @param planned whether there is a plan of the year
     */
    Set<GroupLack> missing(
            int year, LocalDate today, int members, int consultants, boolean planned, List<Counted> meetings) {
        Set<GroupLack> missing = EnumSet.noneOf(GroupLack.class);
        if (members < fewestMembers) {
            missing.add(GroupLack.MEMBERS);
        }
        if (consultants == 0) {
            missing.add(GroupLack.CONSULTANT);
        }
        if (!planned && today.isAfter(planDue(year))) {
            missing.add(GroupLack.PLAN);
        }
        List<Counted> counting = meetings.stream().filter(this::counts).toList();
        if (counting.size() < fewestMeetings) {
            missing.add(GroupLack.MEETINGS);
        }
        if (counting.stream().mapToInt(Counted::minutes).sum() < fewestMinutes) {
            missing.add(GroupLack.HOURS);
        }
        return missing;
    }
}
