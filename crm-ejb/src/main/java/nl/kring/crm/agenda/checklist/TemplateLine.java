package nl.kring.crm.agenda.checklist;

import java.io.Serializable;
import java.util.UUID;

/**
 * A step of a template as it is shown.
 *
 * @param uuid null in the template that comes with the product
 */
public record TemplateLine(
        UUID uuid,
        String title,
        StepAction action,
        StepMoment moment,
        int days,
        UUID owner,
        String ownerName,
        UUID deputy,
        String deputyName,
        long version)
        implements Serializable {}
