package nl.kring.crm.governance;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import nl.kring.crm.registry.merging.PersonFacts;
import nl.kring.crm.registry.merging.PersonRows;
import nl.kring.crm.registry.merging.PersonsMerged;
import nl.kring.crm.registry.merging.PersonsUnmerged;

/** What waits for a steward, and what a steward is told, goes where the person goes. */
@Dependent
class MergeNews {

    private static final PersonRows[] ROWS = {
        PersonRows.of("CHANGE_NOTICE", "crm.change_notice", "person_id"),
        PersonRows.of("CHANGE_PROPOSAL", "crm.change_proposal", "person_id")
                .told(PersonRows.Fact.shared(
                                "concat_ws(' ', '{values.proposal-kind.' || t.kind || '}', '{registry.field.' || t.field || '}', t.value)",
                                "t.created_at")
                        .only("t.kind <> 'MERGE'"))
    };

    /** A notice is about what somebody said, and stands where that stands. */
    private static final String NOTICES = """
            update crm.change_notice n set person_id = s.person_id
              from crm.statement s
             where s.uuid = n.statement_uuid and n.person_id <> s.person_id and n.person_id = any (:persons)""";

    void move(@Observes PersonsMerged merged) {
        merged.move(ROWS);
    }

    void giveBack(@Observes PersonsUnmerged unmerged) {
        unmerged.giveBack(ROWS);
        unmerged.follow(NOTICES);
    }

    void tell(@Observes PersonFacts facts) {
        facts.tell(ROWS);
    }
}
