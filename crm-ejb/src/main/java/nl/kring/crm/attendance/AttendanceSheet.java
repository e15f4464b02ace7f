package nl.kring.crm.attendance;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.kring.crm.registry.Profession;

/**
 * The attendance sheet of one edition: its sessions across, its confirmed participants down, in Dutch order of name.
 *
 * @param held whether the edition is published, so that attendance can be taken at all
 */
public record AttendanceSheet(
        UUID edition, String courseTitle, String place, boolean held, List<Column> sessions, List<Row> participants)
        implements Serializable {

    /** A session. It is open for attendance from its own day on. */
    public record Column(UUID session, int position, String title, Instant startsAt, Instant endsAt, boolean open)
            implements Serializable {}

    /**
     * A confirmed participant.
     *
     * @param present by session: yes or no; a session that is missing here is not recorded yet
     * @param complete present at every session
     * @param certificateUuid of the certificate that was issued, revoked or not; null when there is none
     */
    public record Row(
            UUID enrolment,
            String name,
            Profession profession,
            Map<UUID, Boolean> present,
            boolean complete,
            CertificateState certificate,
            UUID certificateUuid)
            implements Serializable {}

    /** How many participants have been everywhere and have no certificate yet. */
    public long readyForCertificate() {
        return participants.stream()
                .filter(row -> row.complete() && row.certificate() == CertificateState.NONE)
                .count();
    }
}
