package nl.kring.crm.attendance.presence;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import nl.kring.crm.registry.merging.PersonFacts;
import nl.kring.crm.registry.merging.PersonRows;
import nl.kring.crm.registry.merging.PersonsMerged;
import nl.kring.crm.registry.merging.PersonsUnmerged;

/** Who is meant by a name in a report goes along; all else hangs on the enrolment. */
@Dependent
class MergeNews {

    private static final PersonRows ALIASES = PersonRows.of("JOIN_ALIAS", "crm.join_alias", "person_id")
            .told(PersonRows.Fact.shared("t.alias", "t.said_at").keptBy("t.organisation_id"));

    void move(@Observes PersonsMerged merged) {
        merged.move(ALIASES);
    }

    void giveBack(@Observes PersonsUnmerged unmerged) {
        unmerged.giveBack(ALIASES);
    }

    void tell(@Observes PersonFacts facts) {
        facts.tell(ALIASES);
    }
}
