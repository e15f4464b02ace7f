package nl.kring.crm.agenda.course;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import nl.kring.crm.agenda.CourseKind;

/** A template in a list. */
public record TemplateLine(
        UUID uuid, String name, String title, CourseKind kind, int meetings, Instant keptAt, boolean retired)
        implements Serializable {}
