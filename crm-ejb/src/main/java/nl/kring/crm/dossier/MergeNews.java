package nl.kring.crm.dossier;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import nl.kring.crm.registry.merging.PersonFacts;
import nl.kring.crm.registry.merging.PersonRows;
import nl.kring.crm.registry.merging.PersonsMerged;
import nl.kring.crm.registry.merging.PersonsUnmerged;

/** What a professional said for his or her dossier goes where the person goes. */
@Dependent
class MergeNews {

    private static final PersonRows TOTALS = PersonRows.of("REGISTER_TOTAL", "crm.register_total", "person_id")
            .told(PersonRows.Fact.shared("concat_ws(' ', t.scheme_code, t.as_of)", "t.entered_at"));

    private static final PersonRows WORK = PersonRows.of("WORK_STATEMENT", "crm.work_statement", "person_id")
            .told(PersonRows.Fact.shared("concat_ws(' ', t.scheme_code, t.code, t.value)", "t.said_at"));

    void move(@Observes PersonsMerged merged) {
        merged.move(TOTALS, WORK);
    }

    void giveBack(@Observes PersonsUnmerged unmerged) {
        unmerged.giveBack(TOTALS, WORK);
    }

    void tell(@Observes PersonFacts facts) {
        facts.tell(TOTALS, WORK);
    }
}
