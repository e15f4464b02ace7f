package nl.kring.crm.agenda.checklist;

import java.io.Serializable;
import java.util.List;

/**
 * The steps of a template in their order.
 *
 * @param source whose it is that holds now
 * @param course title of the course that was asked for, or null
 */
public record TemplateDetail(TemplateSource source, String course, List<TemplateLine> steps) implements Serializable {}
