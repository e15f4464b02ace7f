package nl.kring.crm.peerreview;

import java.io.Serializable;
import java.util.List;

/**
 * A group in one year.
 *
 * @param plan of that year; null when there is none
 * @param manages whether the caller says who is in it
 * @param records whether the caller records its meetings and plan
 */
public record GroupDetail(
        GroupLine group,
        String organisation,
        long version,
        int year,
        GroupNorm norm,
        List<MemberLine> members,
        List<MeetingLine> meetings,
        String plan,
        boolean manages,
        boolean records)
        implements Serializable {}
