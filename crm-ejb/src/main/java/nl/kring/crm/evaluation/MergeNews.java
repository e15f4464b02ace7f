package nl.kring.crm.evaluation;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import nl.kring.crm.registry.merging.PersonFacts;
import nl.kring.crm.registry.merging.PersonRows;
import nl.kring.crm.registry.merging.PersonsMerged;
import nl.kring.crm.registry.merging.PersonsUnmerged;

/** What was asked about a teacher goes where the person goes; who was asked follows the enrolment. */
@Dependent
class MergeNews {

    private static final PersonRows SUBJECTS =
            PersonRows.of("EVALUATION_SUBJECT", "crm.evaluation_subject", "person_id");

    void move(@Observes PersonsMerged merged) {
        merged.move(SUBJECTS);
    }

    void giveBack(@Observes PersonsUnmerged unmerged) {
        unmerged.giveBack(SUBJECTS);
    }

    void tell(@Observes PersonFacts facts) {
        facts.tell(SUBJECTS);
    }
}
