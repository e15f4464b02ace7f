package nl.kring.crm.agenda.course;

import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.security.Colleague;

/**
 * All that organisers see of a course.
 *
 * @param version to hand in with a change
 * @param organises whether the caller works for the organiser itself, who alone says who organises it too
 * @param themes from which it can choose, those that were put away among them when it has them
 * @param colleagues who may be responsible: of organiser and co-organisers, by name
 */
public record ProfileDetail(
        UUID course,
        String title,
        Long organiserId,
        ProfileForm form,
        long version,
        boolean organises,
        List<ThemeLine> themes,
        List<Colleague> colleagues,
        BudgetTotals totals)
        implements Serializable {}
