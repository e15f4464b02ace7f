package nl.kring.crm.attendance.credit;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import nl.kring.crm.registry.merging.PersonFacts;
import nl.kring.crm.registry.merging.PersonRows;
import nl.kring.crm.registry.merging.PersonsMerged;
import nl.kring.crm.registry.merging.PersonsUnmerged;

/** Points go where the person goes; those that were earned at an edition, where that enrolment goes. */
@Dependent
class MergeNews {

    private static final int LATE = 3000;

    private static final PersonRows ENTRIES = PersonRows.of("CREDIT", "crm.credit_entry", "person_id")
            .told(PersonRows.Fact.shared("concat_ws(' ', t.scheme_code, t.title, t.earned_on)", "t.entered_at")
                    .only("t.source = 'IMPORT'"));

    private static final PersonRows CLAIMS = PersonRows.of("CREDIT_CLAIM", "crm.credit_claim", "person_id")
            .told(PersonRows.Fact.shared("concat_ws(' ', t.scheme_code, t.title, t.earned_on)", "t.declared_at"));

    private static final String WITH_ENROLMENT = """
            update crm.credit_entry c set person_id = e.person_id
              from crm.enrolment e
             where e.id = c.enrolment_id and c.person_id <> e.person_id and c.person_id = any (:persons)""";

    private static final String WITH_CLAIM = """
            update crm.credit_entry c set person_id = e.person_id
              from crm.credit_claim e
             where e.id = c.claim_id and c.person_id <> e.person_id and c.person_id = any (:persons)""";

    /** What was put right in between goes back with what it puts right. */
    private static final String WITH_WHAT_IS_PUT_RIGHT = """
            update crm.credit_entry c set person_id = k.person_id
              from crm.credit_entry k
             where k.id = c.corrects_id and c.person_id <> k.person_id and c.person_id = any (:persons)""";

    void move(@Observes PersonsMerged merged) {
        merged.move(CLAIMS);
        merged.move(ENTRIES);
    }

    /** After the enrolments went back, which the points follow. */
    void giveBack(@Observes @Priority(LATE) PersonsUnmerged unmerged) {
        unmerged.giveBack(CLAIMS);
        unmerged.giveBack(ENTRIES);
        unmerged.follow(WITH_ENROLMENT);
        unmerged.follow(WITH_CLAIM);
        unmerged.follow(WITH_WHAT_IS_PUT_RIGHT);
    }

    void tell(@Observes PersonFacts facts) {
        facts.tell(CLAIMS, ENTRIES);
    }
}
