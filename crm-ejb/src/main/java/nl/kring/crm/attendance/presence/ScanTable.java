package nl.kring.crm.attendance.presence;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What devices saw, in the database; it is only added to. */
class ScanTable {

    /** A scan that counts, as it is kept. */
    record Kept(UUID id, Long enrolment, ScanKind kind, Instant deviceAt, Instant at) {}

    private final EntityManager em;

    ScanTable(EntityManager em) {
        this.em = em;
    }

    /** When those of these scans were that are kept already, by the number that their device gave them. */
    @SuppressWarnings("unchecked")
    Map<UUID, Instant> kept(Collection<UUID> scans) {
        List<Tuple> rows = em.createNativeQuery(
                        "select scan_id, scanned_at from crm.attendance_scan where scan_id = any (cast(:scans as uuid[]))",
                        Tuple.class)
                .setParameter("scans", scans.toArray(UUID[]::new))
                .getResultList();
        Map<UUID, Instant> kept = new HashMap<>();
        rows.forEach(row -> kept.put(row.get(0, UUID.class), row.get(1, Instant.class)));
        return kept;
    }

    /** What was seen of each at a session so far. */
    @SuppressWarnings("unchecked")
    Map<Long, List<Presence.Seen>> seen(SessionFacts session, Collection<Long> enrolments) {
        List<Tuple> rows = em.createNativeQuery("""
                        select enrolment_id, kind, scanned_at from crm.attendance_scan
                         where session_id = :session and enrolment_id = any (cast(:enrolments as bigint[]))""", Tuple.class)
                .setParameter("session", session.id())
                .setParameter("enrolments", enrolments.toArray(Long[]::new))
                .getResultList();
        Map<Long, List<Presence.Seen>> seen = new HashMap<>();
        rows.forEach(row -> seen.computeIfAbsent(row.get(0, Long.class), first -> new ArrayList<>())
                .add(new Presence.Seen(ScanKind.valueOf(row.get(1, String.class)), row.get(2, Instant.class))));
        return seen;
    }

    void keep(
            SessionFacts session, List<Kept> scans, String takenBy, String device, long offset, Long by, Instant now) {
        em.createNativeQuery("""
                        insert into crm.attendance_scan (scan_id, session_id, enrolment_id, kind, taken_by, device, device_at,
                                                         offset_ms, scanned_at, received_at, account_id)
                        select s.id, :session, s.enrolment, s.kind, :taken, :device, cast(s.device_at as timestamptz), :offset,
                               cast(s.at as timestamptz), :now, cast(:account as bigint)
                          from unnest(cast(:ids as uuid[]), cast(:enrolments as bigint[]), cast(:kinds as text[]),
                                      cast(:device_times as text[]), cast(:times as text[]))
                               as s (id, enrolment, kind, device_at, at)
                        on conflict (scan_id) do nothing""")
                .setParameter("session", session.id())
                .setParameter("taken", takenBy)
                .setParameter("device", device)
                .setParameter("offset", offset)
                .setParameter("now", now)
                .setParameter("account", by)
                .setParameter("ids", scans.stream().map(Kept::id).toArray(UUID[]::new))
                .setParameter("enrolments", scans.stream().map(Kept::enrolment).toArray(Long[]::new))
                .setParameter(
                        "kinds", scans.stream().map(each -> each.kind().name()).toArray(String[]::new))
                .setParameter(
                        "device_times",
                        scans.stream().map(each -> each.deviceAt().toString()).toArray(String[]::new))
                .setParameter(
                        "times",
                        scans.stream().map(each -> each.at().toString()).toArray(String[]::new))
                .executeUpdate();
    }
}
