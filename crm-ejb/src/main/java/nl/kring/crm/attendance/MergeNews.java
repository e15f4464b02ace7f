package nl.kring.crm.attendance;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import nl.kring.crm.audit.AuditTrail;
import nl.kring.crm.registry.merging.Clash;
import nl.kring.crm.registry.merging.PersonFacts;
import nl.kring.crm.registry.merging.PersonRows;
import nl.kring.crm.registry.merging.PersonsMerged;
import nl.kring.crm.registry.merging.PersonsUnmerged;
import nl.kring.crm.registry.merging.RowDropped;

/** Certificates go where the enrolment goes that they were earned with; what was written on them stays. */
@Dependent
class MergeNews {

    private static final int LATE = 3000;

    private static final PersonRows CERTIFICATES = PersonRows.of("CERTIFICATE", "crm.certificate", "person_id")
            .clashing(Clash.noted(
                    "CERTIFICATE",
                    "a.edition_id = b.edition_id and a.revoked_at is null and b.revoked_at is null"
                            + " and a.replaced_at is null and b.replaced_at is null",
                    "b.organiser_id"))
            .told(PersonRows.Fact.shared("concat_ws(' ', t.code, t.course_title)", "t.issued_at")
                    .only("false"));

    private static final String FOLLOWING = """
            update crm.certificate c set person_id = e.person_id
              from crm.enrolment e
             where e.id = c.enrolment_id and c.person_id <> e.person_id and c.person_id = any (:persons)""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    void move(@Observes PersonsMerged merged) {
        merged.move(CERTIFICATES);
    }

    /** After the enrolments went back, which they follow. */
    void giveBack(@Observes @Priority(LATE) PersonsUnmerged unmerged) {
        unmerged.giveBack(CERTIFICATES);
        unmerged.follow(FOLLOWING);
    }

    /** Of two certificates of one person for one course the organiser keeps one. */
    void drop(@Observes RowDropped dropped) {
        if (dropped.isOf(CERTIFICATES)) {
            Certificate certificate = em.find(Certificate.class, dropped.row());
            if (!certificate.isRevoked()) {
                certificate.revoke(dropped.reason(), clock.instant());
                audit.record("certificate.revoked", certificate.getUuid(), "double");
            }
        }
    }

    void tell(@Observes PersonFacts facts) {
        facts.tell(CERTIFICATES);
    }
}
