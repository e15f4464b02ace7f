package nl.kring.crm.attendance.past;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import nl.kring.crm.registry.merging.PersonFacts;
import nl.kring.crm.registry.merging.PersonRows;
import nl.kring.crm.registry.merging.PersonsMerged;
import nl.kring.crm.registry.merging.PersonsUnmerged;

/** Whom a file means goes where the person goes. */
@Dependent
class MergeNews {

    private static final PersonRows MEANT = PersonRows.of("PAST_PERSON", "crm.past_person", "person_id");

    void move(@Observes PersonsMerged merged) {
        merged.move(MEANT);
    }

    void giveBack(@Observes PersonsUnmerged unmerged) {
        unmerged.giveBack(MEANT);
    }

    void tell(@Observes PersonFacts facts) {
        facts.tell(MEANT);
    }
}
