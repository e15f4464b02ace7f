package nl.kring.crm.attendance;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.kring.crm.communication.Messages;
import nl.kring.crm.communication.template.MailTexts;
import nl.kring.crm.communication.template.OwnTexts;

/** Gives the certificates of one edition out, for everybody at once. */
@Dependent
class Issuing {

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Roll roll;

    @Inject
    private Messages messages;

    @Inject
    private MailTexts texts;

    Optional<EditionHeld> edition(UUID uuid) {
        return roll.edition(uuid);
    }

    IssueResult issue(EditionHeld edition, Long by, Instant now) {
        roll.lockIssuing(edition);
        List<Participant> ready = new ArrayList<>();
        List<MissingCertificate> missing = new ArrayList<>();
        int already = 0;
        for (Participant participant : roll.participants(edition)) {
            if (participant.certificate() == CertificateState.ISSUED) {
                already++;
                continue;
            }
            MissingCertificate.Reason reason = participant.missing(edition.sessionIds());
            if (reason == null) {
                ready.add(participant);
            } else {
                missing.add(new MissingCertificate(participant.enrolment(), participant.name(), reason));
            }
        }
        if (!ready.isEmpty()) {
            write(edition, ready, by, now);
        }
        return new IssueResult(ready.size(), already, missing);
    }

    private void write(EditionHeld edition, List<Participant> ready, Long by, Instant now) {
        CoursePoints points = roll.points(edition);
        Map<Long, String> languages =
                roll.languages(ready.stream().map(Participant::personId).toList());
        OwnTexts own = texts.inUse(edition.organiserId());
        for (Participant participant : ready) {
            Certificate certificate =
                    new Certificate(edition, participant, points.fitting(participant.profession()), by, now);
            em.persist(certificate);
            if (participant.email() != null) {
                String language = languages.getOrDefault(participant.personId(), "nl");
                messages.send(CertificateMail.ready(certificate, participant.email(), language, own));
            }
        }
        em.flush();
    }
}
