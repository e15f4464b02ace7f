package nl.kring.crm.enrolment;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.enrolment.draw.DrawWindow;
import nl.kring.crm.enrolment.price.FeeStep;

/**
 * One of somebody's own enrolments.
 *
 * @param position the rank on the waiting list, null for who does not wait
 * @param feeNowCents what cancelling would cost at this moment, in cents
 * @param steps what cancelling costs from now on, step by step
 * @param offerUntil until when a seat is held for who waited; null when none is
 * @param draw when seats were, or will be, given by lot, of who takes part in that under the number of the enrolment; else null
 * @param reason why he or she has no seat yet; null for who does not wait
 * @param changeable whether there is something left to change: who pays, or what was answered
 * @param feeCents what was owed for cancelling, null when it is not cancelled
 */
public record EnrolmentLine(
        UUID uuid,
        UUID editionUuid,
        String title,
        String organiser,
        String location,
        String place,
        Instant startsAt,
        Instant endsAt,
        EnrolmentState state,
        Integer position,
        int priceCents,
        int feeNowCents,
        List<FeeStep> steps,
        Integer feeCents,
        Instant offerUntil,
        WaitingReason reason,
        DrawWindow draw,
        boolean changeable)
        implements Serializable {}
