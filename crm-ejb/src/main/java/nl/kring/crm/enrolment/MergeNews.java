package nl.kring.crm.enrolment;

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
import nl.kring.crm.security.CurrentUser;

/**
 * Enrolments go where the person goes. Two on one edition stay side by side with both their seats or places until the
 * organiser decides; so do two seats when one course is held several times, since nobody holds two of those.
 */
@Dependent
class MergeNews {

    private static final String ORGANISER = """
            (select c.organiser_id from crm.edition d join crm.course c on c.id = d.course_id where d.id = b.edition_id)""";

    private static final PersonRows ENROLMENTS = PersonRows.of("ENROLMENT", "crm.enrolment", "person_id")
            .clashing(
                    Clash.noted("REPEAT", Repeats.bothSeated("a", "b"), ORGANISER),
                    new Clash(
                            "case when a.state = 'WAITLISTED' and b.state = 'WAITLISTED' then 'WAITING' else 'ENROLMENT' end",
                            "a.edition_id = b.edition_id and a.state not in ('CANCELLED', 'REPLACED') and b.state not in ('CANCELLED', 'REPLACED')",
                            Clash.Outcome.BESIDE,
                            ORGANISER,
                            "false"))
            .told(PersonRows.Fact.shared("""
                    (select concat_ws(' ', c.title, to_char(d.starts_at at time zone 'Europe/Amsterdam', 'DD-MM-YYYY'))
                       from crm.edition d join crm.course c on c.id = d.course_id where d.id = t.edition_id)""", "t.enrolled_at"));

    /** Whoever is on the list of a course already stays on it once. */
    private static final PersonRows INTERESTS = PersonRows.of("INTEREST", "crm.course_interest", "person_id")
            .clashing(Clash.stays("INTEREST", "a.course_id = b.course_id", "null", "true"));

    private static final String KEYS = """
            update crm.enrolment_key k set person_id = e.person_id
              from crm.enrolment e
             where e.person_id = any (:persons) and k.enrolment_id = e.id and k.person_id <> e.person_id""";

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private CurrentUser currentUser;

    @Inject
    private AuditTrail audit;

    @Inject
    private EnrolmentMails mails;

    void move(@Observes PersonsMerged merged) {
        merged.move(ENROLMENTS);
        merged.follow(KEYS);
        merged.move(INTERESTS);
    }

    void giveBack(@Observes PersonsUnmerged unmerged) {
        unmerged.giveBack(ENROLMENTS);
        unmerged.follow(KEYS);
        unmerged.giveBack(INTERESTS);
    }

    /** The organiser decided which of two enrolments of one person goes: nobody pays for it, and who waits moves up. */
    void drop(@Observes RowDropped dropped) {
        if (dropped.isOf(ENROLMENTS)) {
            Enrolment enrolment = em.find(Enrolment.class, dropped.row());
            SeatAllocation.Released released =
                    new SeatAllocation(em, clock).drop(enrolment, currentUser.accountId(), dropped.reason());
            if (released.done()) {
                audit.record(
                        "enrolment.cancelled",
                        enrolment.getUuid(),
                        "double, promoted " + released.promoted().size());
                mails.promoted(enrolment.getEdition(), released.promoted());
            }
        }
    }

    void tell(@Observes PersonFacts facts) {
        facts.tell(ENROLMENTS, INTERESTS);
    }
}
