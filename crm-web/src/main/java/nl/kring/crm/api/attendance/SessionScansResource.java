package nl.kring.crm.api.attendance;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.attendance.presence.Scan;
import nl.kring.crm.attendance.presence.ScanAnswer;
import nl.kring.crm.attendance.presence.ScanBatch;
import nl.kring.crm.attendance.presence.ScanKind;
import nl.kring.crm.attendance.presence.Scans;

/** Scans at the door of one session. */
@Path("/sessions/{session}/scans")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class SessionScansResource {

    @Inject
    private Scans scans;

    /**
     * What a device has queued.
     *
     * @param device what the device calls itself, 64 characters at most
     * @param sentAt what the device's clock says now; how far it is off follows from it
     * @param scans 1 to 500
     */
    public record Sent(String device, Instant sentAt, List<Seen> scans) {}

    /**
     * One scan.
     *
     * @param id made by the device; the same again is the same scan and changes nothing
     * @param code what was read: the code, or the address that holds it; leave out when {@code enrolment} is given
     * @param enrolment who was pointed at in the list; leave out when {@code code} is given
     * @param at what the device's clock said
     */
    public record Seen(UUID id, String code, UUID enrolment, ScanKind kind, Instant at) {}

    /** What came of one; {@code at} is when it was by the clock of the server, null when nothing was kept. */
    public record Taken(UUID id, ScanAnswer.Outcome outcome, UUID enrolment, String name, Instant at) {}

    @POST
    public List<Taken> take(@PathParam("session") UUID session, Sent sent) {
        ScanBatch batch = sent == null
                ? null
                : new ScanBatch(
                        sent.device(),
                        sent.sentAt(),
                        sent.scans() == null
                                ? null
                                : sent.scans().stream()
                                        .map(SessionScansResource::scan)
                                        .toList());
        return scans.take(session, batch).stream()
                .map(each -> new Taken(each.id(), each.outcome(), each.enrolment(), each.name(), each.at()))
                .toList();
    }

    private static Scan scan(Seen seen) {
        return seen == null ? null : new Scan(seen.id(), seen.code(), seen.enrolment(), seen.kind(), seen.at());
    }
}
