package nl.kring.crm.agenda.course;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import nl.kring.crm.registry.merging.PersonFacts;
import nl.kring.crm.registry.merging.PersonRows;
import nl.kring.crm.registry.merging.PersonsMerged;
import nl.kring.crm.registry.merging.PersonsUnmerged;

/**
 * Who speaks goes where the person goes. Two that were both on one course are then one that is on it twice: both rows stay, each
 * with its contract, everybody reads the name once, and the organiser removes one.
 */
@Dependent
class MergeNews {

    private static final PersonRows SPEAKERS = PersonRows.of("COURSE_SPEAKER", "crm.course_speaker", "person_id")
            .told(PersonRows.Fact.shared("""
                            (select coalesce(c.title, k.title)
                               from crm.course_profile f
                               left join crm.course c on c.id = f.course_id
                               left join crm.course_template k on k.profile_id = f.id
                              where f.id = t.profile_id)""", "t.created_at").keptBy("""
                            (select coalesce(c.organiser_id, k.organisation_id)
                               from crm.course_profile f
                               left join crm.course c on c.id = f.course_id
                               left join crm.course_template k on k.profile_id = f.id
                              where f.id = t.profile_id)"""));

    void move(@Observes PersonsMerged merged) {
        merged.move(SPEAKERS);
    }

    void giveBack(@Observes PersonsUnmerged unmerged) {
        unmerged.giveBack(SPEAKERS);
    }

    void tell(@Observes PersonFacts facts) {
        facts.tell(SPEAKERS);
    }
}
