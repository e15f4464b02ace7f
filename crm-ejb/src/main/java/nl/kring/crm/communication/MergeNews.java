package nl.kring.crm.communication;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Observes;
import nl.kring.crm.registry.merging.Clash;
import nl.kring.crm.registry.merging.PersonFacts;
import nl.kring.crm.registry.merging.PersonRows;
import nl.kring.crm.registry.merging.PersonsMerged;
import nl.kring.crm.registry.merging.PersonsUnmerged;
import nl.kring.crm.registry.merging.RowsOfOrganisations;

/** What was said to somebody, and sent, goes where the person goes. */
@Dependent
class MergeNews {

    private static final PersonRows[] ROWS = {
        PersonRows.of("CONTACT_MOMENT", "crm.contact_moment", "person_id")
                .told(PersonRows.Fact.shared("t.note", "t.created_at")
                        .keptBy("t.organisation_id")
                        .only("t.withdrawn_at is null")),
        PersonRows.of("MESSAGE", "crm.message", "person_id"),
        PersonRows.of("MAILING", "crm.mailing_recipient", "person_id"),
        // who of either wanted no more wants no more
        PersonRows.of("MAIL_OPT_OUT", "crm.mail_opt_out", "person_id")
                .clashing(Clash.stays(
                        "MAIL_OPT_OUT", "a.organisation_id = b.organisation_id and a.kind = b.kind", "null", "true"))
    };

    private static final PersonRows OF_ORGANISATIONS = PersonRows.of(
                    "CONTACT_MOMENT", "crm.contact_moment", "subject_id")
            .told(PersonRows.Fact.shared("t.note", "t.created_at").keptBy("t.organisation_id"));

    void tell(@Observes RowsOfOrganisations rows) {
        rows.tell(OF_ORGANISATIONS);
    }

    void move(@Observes PersonsMerged merged) {
        merged.move(ROWS);
    }

    void giveBack(@Observes PersonsUnmerged unmerged) {
        unmerged.giveBack(ROWS);
    }

    void tell(@Observes PersonFacts facts) {
        facts.tell(ROWS);
    }
}
