package nl.kring.crm.accreditation.request;

import java.io.Serializable;
import java.util.List;

/**
 * What staff say of a request.
 *
 * @param holder code of the organisation that accredits it in-house by its own officer; null for the body of the register
 * @param ownCodes whether the numbers of course, edition, sessions and module are codes of our own, entered there as such
 * @param moduleCode of an e-learning with modules, or null
 * @param leadDays how long before the first day it has to be asked for
 * @param attendanceDays within how many days after the last day the attendance has to be there
 * @param feeCents in cents, or null when it is not known
 */
public record RequestForm(
        CourseType courseType,
        String holder,
        boolean ownCodes,
        String moduleCode,
        int leadDays,
        int attendanceDays,
        Integer feeCents,
        String note,
        List<AskedPoints> points)
        implements Serializable {}
