package nl.kring.crm.attendance.delivery;

import static nl.kring.crm.attendance.delivery.DeliveryTable.rows;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.platform.Sha256;

/**
 * Takes questions to PE-online one by one and keeps what was answered, each in a transaction of its own; what is said in between
 * holds no lock. A question that was taken and never answered, also by a node that died, is asked again as it was: PE-online gives no
 * points twice for it. For the outbox of deliveries alone.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class DeliveryDesk {

    /** How long to wait before the same is asked again; after the last, only when somebody says so. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12));

    private static final Duration LEASE = Duration.ofMinutes(10);
    private static final int LONGEST_KEPT = 20_000;

    private static final String NEXT = """
            select b.id, b.organisation_id, b.org_id, b.attempts, a.user_number, a.user_key, a.error_mail, v.address,
                   a.refused_at is not null as refused
              from crm.delivery_batch b
              left join crm.pe_account a on a.organisation_id = b.organisation_id
              left join crm.pe_service v on v.only_one
             where b.state in ('WAITING', 'SENDING') and b.next_attempt_at <= :now
             order by b.next_attempt_at, b.id limit 1 for update of b skip locked""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    /** A question that was taken, with where it goes. */
    public record Taken(Long batch, URI address, String xml, String hidden) {

        /** Without the key. */
        @Override
        public String toString() {
            return "delivery " + batch;
        }
    }

    /** Takes the question that waits longest; nobody else takes it until it was answered or the lease ends. */
    public Optional<Taken> take() {
        List<Tuple> found = rows(em.createNativeQuery(NEXT, Tuple.class).setParameter("now", clock.instant()));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Tuple next = found.get(0);
        Long batch = next.get("id", Long.class);
        byte[] sealed = next.get("user_key", byte[].class);
        Optional<String> key =
                sealed == null ? Optional.empty() : KeySeal.open(sealed, next.get("organisation_id", Long.class));
        Optional<URI> address = PeAddress.of(next.get("address", String.class));
        if (key.isEmpty() || address.isEmpty() || next.get("refused", Boolean.class)) {
            refuse(batch, address.isEmpty() ? "address" : "account");
            return Optional.of(new Taken(batch, null, null, null));
        }
        PeQuestion question = new PeQuestion(
                next.get("org_id", Integer.class),
                next.get("user_number", String.class),
                key.get(),
                next.get("error_mail", String.class),
                rowsOf(batch));
        em.createNativeQuery("""
                        update crm.delivery_batch
                           set state = 'SENDING', attempts = attempts + 1, next_attempt_at = :lease, request_hash = :hash
                         where id = :batch""")
                .setParameter("lease", clock.instant().plus(LEASE))
                .setParameter("hash", Sha256.of(question.masked()))
                .setParameter("batch", batch)
                .executeUpdate();
        become(batch, "SENT");
        return Optional.of(new Taken(batch, address.get(), question.xml(), key.get()));
    }

    /** Keeps what was answered, or that nothing was; an answer to a question that was answered already changes nothing. */
    public void answered(Taken taken, String received, String failure) {
        List<Tuple> found = rows(em.createNativeQuery("""
                        select b.test_mode or coalesce(a.test_mode, true) as trial, b.attempts, b.organisation_id, b.uuid
                          from crm.delivery_batch b
                          left join crm.pe_account a on a.organisation_id = b.organisation_id
                         where b.id = :batch and b.state = 'SENDING' for update of b""", Tuple.class).setParameter("batch", taken.batch()));
        if (found.isEmpty()) {
            return;
        }
        Tuple batch = found.get(0);
        String body = masked(taken, received);
        Reconciled result =
                body == null ? Reconciled.unanswered(failure) : Reconciled.of(rowsOf(taken.batch()), PeAnswer.of(body));
        keepAnswer(taken, body);
        switch (result.outcome()) {
            case ANSWERED -> settle(taken.batch(), result, batch.get("trial", Boolean.class));
            case REFUSED -> {
                em.createNativeQuery(
                                "update crm.pe_account set refused_at = :now where organisation_id = :organisation")
                        .setParameter("now", clock.instant())
                        .setParameter("organisation", batch.get("organisation_id", Long.class))
                        .executeUpdate();
                em.createNativeQuery("update crm.delivery_batch set attempts = attempts - 1 where id = :batch")
                        .setParameter("batch", taken.batch())
                        .executeUpdate(); // this time nothing was processed
                refuse(taken.batch(), result.failure());
            }
            case UNKNOWN -> later(taken.batch(), batch.get("attempts", Integer.class), result.failure());
        }
        audit.record(
                "delivery.answered",
                batch.get("uuid", UUID.class),
                result.outcome() + " " + result.accepted().size() + " "
                        + result.rejected().size());
    }

    private void settle(Long batch, Reconciled result, boolean trial) {
        Instant now = clock.instant();
        Long[] accepted = result.accepted().stream().map(PeRow::delivery).toArray(Long[]::new);
        em.createNativeQuery("""
                        update crm.credit_delivery set state = :state, error_code = null, error_text = null, changed_at = :now
                         where id = any (:accepted) and state = 'SENT'""")
                .setParameter("state", trial ? "CHECKED" : "ACCEPTED")
                .setParameter("now", now)
                .setParameter("accepted", accepted)
                .executeUpdate();
        for (Reconciled.Rejected each : result.rejected()) {
            em.createNativeQuery("""
                            update crm.credit_delivery set state = 'REJECTED', error_code = :code, error_text = :text, changed_at = :now
                             where id = :delivery and state = 'SENT'""")
                    .setParameter("code", each.error().name())
                    .setParameter("text", each.text())
                    .setParameter("now", now)
                    .setParameter("delivery", each.row().delivery())
                    .executeUpdate();
        }
        end(batch, "ANSWERED", null);
    }

    /**
     * Nothing was processed: all of it is to be done again once the account is in order. What was asked before and never answered may
     * have been processed then: it stays in this question until somebody has it asked again, and is not made anew.
     */
    private void refuse(Long batch, String why) {
        boolean askedInVain = (Boolean)
                em.createNativeQuery("select attempts > 0 from crm.delivery_batch where id = :batch", Boolean.class)
                        .setParameter("batch", batch)
                        .getSingleResult();
        if (askedInVain) {
            later(batch, PAUSES.size() + 1, why);
            return;
        }
        become(batch, "CORRECTED");
        end(batch, "REFUSED", why);
    }

    /** Stays in this question, which alone asks for it again. */
    private void later(Long batch, int attempts, String why) {
        boolean again = attempts <= PAUSES.size();
        em.createNativeQuery("""
                        update crm.delivery_batch set state = :state, next_attempt_at = cast(:next as timestamptz), failure = :why
                         where id = :batch""")
                .setParameter("state", again ? "WAITING" : "UNKNOWN")
                .setParameter(
                        "next",
                        again ? clock.instant().plus(PAUSES.get(attempts - 1)).toString() : null)
                .setParameter("why", why)
                .setParameter("batch", batch)
                .executeUpdate();
    }

    private void become(Long batch, String state) {
        em.createNativeQuery("""
                        update crm.credit_delivery d set state = :state, changed_at = :now
                          from crm.delivery_row r
                         where r.batch_id = :batch and r.delivery_id = d.id and r.is_open and d.state in ('PENDING', 'SENT')
                           and d.state <> :state""")
                .setParameter("state", state)
                .setParameter("now", clock.instant())
                .setParameter("batch", batch)
                .executeUpdate();
    }

    private void end(Long batch, String state, String why) {
        em.createNativeQuery("update crm.delivery_row set is_open = false where batch_id = :batch")
                .setParameter("batch", batch)
                .executeUpdate();
        em.createNativeQuery("""
                        update crm.delivery_batch set state = :state, next_attempt_at = null, failure = :why, answered_at = :now
                         where id = :batch""")
                .setParameter("state", state)
                .setParameter("why", why)
                .setParameter("now", clock.instant())
                .setParameter("batch", batch)
                .executeUpdate();
    }

    /** Without the key, also as XML writes it: what is said of a row is kept and shown. */
    private static String masked(Taken taken, String received) {
        if (received == null) {
            return null;
        }
        String key = taken.hidden();
        String written = key.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        return received.replace(written, "***").replace(key, "***");
    }

    private void keepAnswer(Taken taken, String body) {
        if (body == null) {
            return;
        }
        String hidden = body.replace("\u0000", "");
        em.createNativeQuery("update crm.delivery_batch set answer = :answer where id = :batch")
                .setParameter("answer", hidden.substring(0, Math.min(hidden.length(), LONGEST_KEPT)))
                .setParameter("batch", taken.batch())
                .executeUpdate();
    }

    private List<PeRow> rowsOf(Long batch) {
        return rows(em.createNativeQuery("""
                        select delivery_id, person, course, own_codes, edition, meeting, module, ended_at
                          from crm.delivery_row where batch_id = :batch order by position""", Tuple.class).setParameter("batch", batch)).stream()
                .map(row -> new PeRow(
                        row.get(0, Long.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, Boolean.class),
                        row.get(4, String.class),
                        row.get(5, String.class),
                        row.get(6, String.class),
                        row.get(7, String.class)))
                .toList();
    }
}
