package nl.kring.crm.attendance;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.communication.template.MailTexts;
import nl.kring.crm.communication.template.OwnTexts;

/** Gives the certificates of one edition out, for everybody at once, and puts those right that no longer say what is so. */
@Dependent
class Issuing {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Roll roll;

    @Inject
    private CertificateFacts facts;

    @Inject
    private Messages messages;

    @Inject
    private MailTexts texts;

    /** A certificate that says something else than what is so now; what would take its place, or null for nothing. */
    record Outdated(
            Certificate certificate, Participant participant, CertificateWorth now, Set<Difference> differences) {}

    Optional<EditionHeld> edition(UUID uuid) {
        return roll.edition(uuid);
    }

    /** Nobody else gives certificates of this edition out until the transaction ends. */
    void lock(EditionHeld edition) {
        roll.lockIssuing(edition);
    }

    IssueResult issue(EditionHeld edition, Long by, Instant now) {
        lock(edition);
        List<Participant> participants = roll.participants(edition);
        Map<Long, CertificateWorth> worth = facts.worth(edition, participants);
        Map<Certificate, Participant> ready = new LinkedHashMap<>();
        List<MissingCertificate> missing = new ArrayList<>();
        int already = 0;
        for (Participant participant : participants) {
            if (participant.certificate() == CertificateState.ISSUED) {
                already++;
                continue;
            }
            MissingCertificate.Reason reason = missing(participant, edition, worth);
            if (reason == null) {
                ready.put(
                        new Certificate(edition, participant, worth.get(participant.enrolmentId()), by, now),
                        participant);
            } else {
                missing.add(new MissingCertificate(participant.enrolment(), participant.name(), reason));
            }
        }
        ready.keySet().forEach(em::persist);
        tell(edition, ready, CertificateMail.READY);
        em.flush();
        return new IssueResult(ready.size(), already, missing);
    }

    /** Absent from a part is no hindrance where the ledger has points for the rest of it. */
    private static MissingCertificate.Reason missing(
            Participant participant, EditionHeld edition, Map<Long, CertificateWorth> worth) {
        MissingCertificate.Reason reason = participant.missing(edition.sessionIds());
        return reason == MissingCertificate.Reason.ABSENT && worth.containsKey(participant.enrolmentId())
                ? null
                : reason;
    }

    List<Outdated> outdated(EditionHeld edition, Instant now) {
        List<Participant> participants = roll.participants(edition);
        Map<Long, CertificateWorth> worth = facts.worth(edition, participants);
        Map<Long, Certificate> standing = standing(edition);
        List<Outdated> outdated = new ArrayList<>();
        for (Participant participant : participants) {
            Certificate certificate = standing.get(participant.enrolmentId());
            if (certificate == null) {
                continue;
            }
            boolean stillEarned = missing(participant.withoutCertificate(), edition, worth) == null;
            CertificateWorth is = stillEarned ? worth.get(participant.enrolmentId()) : null;
            Set<Difference> differences = is == null
                    ? Set.of(Difference.ATTENDANCE)
                    : certificate.differences(new Certificate(edition, participant, is, null, now));
            if (!differences.isEmpty()) {
                outdated.add(new Outdated(certificate, participant, is, differences));
            }
        }
        return outdated;
    }

    /** Who was there for some of it, for which there are points, and has no certificate yet. */
    List<UUID> partlyWithout(EditionHeld edition) {
        List<Participant> participants = roll.participants(edition);
        Map<Long, CertificateWorth> worth = facts.worth(edition, participants);
        return participants.stream()
                .filter(each -> each.certificate() == CertificateState.NONE
                        && worth.containsKey(each.enrolmentId())
                        && worth.get(each.enrolmentId()).partial()
                        && missing(each, edition, worth) == null)
                .map(Participant::enrolment)
                .toList();
    }

    /** Gives out what takes the place of those, and mails it; what nothing takes the place of is revoked for that reason. */
    void putRight(EditionHeld edition, Collection<Outdated> chosen, String revokedBecause, Long by, Instant now) {
        Map<Certificate, Participant> ready = new LinkedHashMap<>();
        for (Outdated each : chosen) {
            if (each.now() == null) {
                each.certificate().revoke(revokedBecause, now);
                continue;
            }
            each.certificate().giveWay(now);
            em.flush();
            Certificate right = new Certificate(edition, each.participant(), each.now(), by, now);
            em.persist(right);
            em.flush();
            each.certificate().isReplacedBy(right);
            ready.put(right, each.participant());
        }
        tell(edition, ready, CertificateMail.CORRECTED);
        em.flush();
    }

    private Map<Long, Certificate> standing(EditionHeld edition) {
        return em
                .createQuery("""
                        select distinct c from Certificate c left join fetch c.points
                         where c.editionId = :edition and c.replacedAt is null and c.revokedAt is null""", Certificate.class)
                .setParameter("edition", edition.id())
                .getResultList() // a stream would give a certificate once for each of its registers
                .stream()
                .collect(Collectors.toMap(Certificate::getEnrolmentId, Function.identity()));
    }

    private void tell(EditionHeld edition, Map<Certificate, Participant> given, String kind) {
        if (given.isEmpty()) {
            return;
        }
        Map<Long, String> languages = roll.languages(
                given.values().stream().map(Participant::personId).toList());
        OwnTexts own = texts.inUse(edition.organiserId());
        given.forEach((certificate, participant) -> {
            if (participant.email() != null) {
                String language = languages.getOrDefault(participant.personId(), "nl");
                messages.send(CertificateMail.of(kind, certificate, participant.email(), language, own));
            }
        });
    }
}
