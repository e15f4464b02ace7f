package nl.kring.crm.peerreview;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import nl.kring.crm.registry.merging.PersonFacts;
import nl.kring.crm.registry.merging.PersonRows;
import nl.kring.crm.registry.merging.PersonsMerged;
import nl.kring.crm.registry.merging.PersonsUnmerged;

/**
 * Who is in a group, and was at a meeting, goes where the person goes. Two of one group are then one with two rows, counted as one; what
 * the ledger has of both for one meeting is put right when that meeting is.
 */
@Dependent
class MergeNews {

    private static final String GROUP = "(select g.name from crm.peer_review_group g where g.id = t.group_id)";
    private static final String KEEPER =
            "(select g.organisation_id from crm.peer_review_group g where g.id = t.group_id)";

    private static final PersonRows MEMBERS = PersonRows.of("PEER_REVIEW_MEMBER", "crm.peer_review_member", "person_id")
            .told(PersonRows.Fact.shared(GROUP, "t.created_at").keptBy(KEEPER));

    private static final PersonRows PRESENCE =
            PersonRows.of("PEER_REVIEW_PRESENCE", "crm.peer_review_presence", "person_id");

    void move(@Observes PersonsMerged merged) {
        merged.move(MEMBERS, PRESENCE);
    }

    void giveBack(@Observes PersonsUnmerged unmerged) {
        unmerged.giveBack(MEMBERS, PRESENCE);
    }

    void tell(@Observes PersonFacts facts) {
        facts.tell(MEMBERS, PRESENCE);
    }
}
