package nl.kring.crm.accreditation.scheme;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import nl.kring.crm.registry.merging.Clash;
import nl.kring.crm.registry.merging.PersonFacts;
import nl.kring.crm.registry.merging.PersonRows;
import nl.kring.crm.registry.merging.PersonsMerged;
import nl.kring.crm.registry.merging.PersonsUnmerged;

/** Who is in a register stays in it; of two periods in one register that of the survivor holds. */
@Dependent
class MergeNews {

    private static final PersonRows MEMBERSHIPS = PersonRows.of(
                    "REGISTER_MEMBERSHIP", "crm.register_membership", "person_id")
            .clashing(Clash.stays("REGISTER_MEMBERSHIP", "a.scheme_code = b.scheme_code", "null", "true"))
            .told(PersonRows.Fact.shared("concat_ws(' ', t.scheme_code, t.starts_on, t.ends_on)", "t.told_at"));

    void move(@Observes PersonsMerged merged) {
        merged.move(MEMBERSHIPS);
    }

    void giveBack(@Observes PersonsUnmerged unmerged) {
        unmerged.giveBack(MEMBERSHIPS);
    }

    void tell(@Observes PersonFacts facts) {
        facts.tell(MEMBERSHIPS);
    }
}
