package nl.kring.crm.agenda.checklist;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * Something that an edition waits for.
 *
 * @param what name of what is held; null for an accreditation
 * @param until when it is too late: the option ends, or the edition begins
 */
public record RequestLine(RequestKind kind, UUID edition, String title, String what, Instant startsAt, Instant until)
        implements Serializable {}
