package nl.kring.crm.registry.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A table that will name persons one day has to be moved by merges, or to say here why it is not. */
class EveryPersonColumnTest {

    private static final Map<String, String> NOT_MOVED = Map.of(
            "person.merged_into_id", "is what a merge writes",
            "person_words.person_id", "follows from the person",
            "enrolment_key.person_id", "follows its enrolment",
            "newcomer_key.person_uuid", "what a program was answered; who was merged resolves",
            "frozen_line.subject_uuid", "a list that was frozen stays as it was",
            "audit_entry.subject_uuid", "what was written in the audit stays written",
            "not_same.one_uuid", "says of whom it was said, for good",
            "not_same.other_uuid", "says of whom it was said, for good");

    /** Numbers and UUIDs without a foreign key that never name a person. */
    private static final Map<String, String> OF_SOMETHING_ELSE = Map.ofEntries(
            Map.entry("merge_event.survivor_id", "the account of the merge"),
            Map.entry("merge_event.merged_id", "the account of the merge"),
            Map.entry("merge_event.undone_by", "an account that signs in"),
            Map.entry("merge_move.row_id", "the account of the merge"),
            Map.entry("merge_move.part", "the account of the merge"),
            Map.entry("merge_move.from_id", "the account of the merge"),
            Map.entry("merge_move.to_id", "the account of the merge"),
            Map.entry("merge_change.row_id", "the account of the merge"),
            Map.entry("merge_change.version_after", "a version"),
            Map.entry("merge_collision.survivor_row", "the account of the merge"),
            Map.entry("merge_collision.merged_row", "the account of the merge"),
            Map.entry("merge_collision.part", "the account of the merge"),
            Map.entry("merge_collision.decided_by", "an account that signs in"),
            Map.entry("not_same_record.register_id", "a register"),
            Map.entry("affiliation_change_step.row_id", "an affiliation, membership or absence"),
            Map.entry("affiliation_change_step.version_after", "a version"),
            Map.entry("change_notice.statement_uuid", "a statement"),
            Map.entry("change_notice.settled_by", "an account that signs in"),
            Map.entry(
                    "change_proposal.subject_uuid",
                    "an affiliation or membership; of a merge whoever it was, who resolves"),
            Map.entry("change_proposal.proposed_by", "an account that signs in"),
            Map.entry("change_proposal.decided_by", "an account that signs in"),
            Map.entry("review_item.was_before_run", "an import run"),
            Map.entry("review_item.one_id", "what was asked of two persons as they were; who was merged resolves"),
            Map.entry("review_item.other_id", "what was asked of two persons as they were; who was merged resolves"),
            Map.entry("incoming_row.run_id", "an import run"),
            Map.entry("import_effect.person_id", "an example of what a run did, as it was told then"),
            Map.entry("import_effect.record_id", "a row of a register"),
            Map.entry("import_merge.merge_uuid", "the account of the merge"),
            Map.entry("import_run.reverted_by", "an account that signs in"),
            Map.entry("handed_back.record_id", "a row of a register"),
            Map.entry("review_decision.said", "what was said of two, for good"),
            Map.entry("review_later.organisation_id", "an organisation"),
            Map.entry("source_record.missing_run_id", "an import run"),
            Map.entry("source_record_history.record_id", "a row of a register, which moves itself"),
            Map.entry("source_record_history.register_id", "a register"),
            Map.entry("source_record_history.run_id", "an import run"),
            Map.entry("enrolment_key.edition_id", "an edition"),
            Map.entry("past_person.decided_by", "an account that signs in"),
            Map.entry("past_thing.thing_id", "a course, an edition, an enrolment or a membership, which moves itself"),
            Map.entry("draw_line.ticket", "the number of an enrolment, published for good"),
            Map.entry("job.subject_uuid", "a run or another piece of work; a guest as he or she was, who resolves"),
            Map.entry("role_grant.organisation_id", "an organisation"),
            Map.entry("api_token.organisation_id", "an organisation"),
            Map.entry("job.organisation_id", "an organisation"),
            Map.entry("audit_entry.organisation_id", "an organisation"),
            Map.entry("message.organisation_id", "an organisation"),
            Map.entry("source_record.register_id", "a register"),
            Map.entry("source_record.run_id", "an import run"),
            Map.entry("attendance_scan.scan_id", "a scan, by the number that its device gave it"),
            Map.entry("attendance_scan.offset_ms", "how far a clock is off"),
            Map.entry("edition_closing.closed_by", "an account that signs in"),
            Map.entry("edition_closing.reopened_by", "an account that signs in"),
            Map.entry("signed_list.removed_by", "an account that signs in"),
            Map.entry("task.done_by", "an account that signs in"),
            Map.entry("task.created_by", "an account that signs in"));

    @Test
    void every_column_that_names_a_person_is_moved_or_says_why_not() throws Exception {
        try (MergeFixture region = new MergeFixture()) {
            Set<String> columns = new TreeSet<>(region.texts("""
                    select c.relname || '.' || a.attname
                      from pg_class c
                      join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'crm'
                      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                      left join pg_constraint f on f.conrelid = c.oid and f.contype = 'f' and a.attnum = any (f.conkey)
                     where c.relkind = 'r'
                       and (f.confrelid = 'crm.person'::regclass
                            or f.oid is null and a.atttypid in ('bigint'::regtype, 'uuid'::regtype)
                               and a.attname not in ('id', 'uuid', 'account_id', 'version'))"""));
            List<PersonRows> moved = region.movedTables();
            Set<String> named = moved.stream()
                    .map(rows -> rows.table().replace("crm.", "") + "." + rows.person())
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(columns).as("what is moved exists").containsAll(named);
            columns.removeAll(named);
            columns.removeAll(NOT_MOVED.keySet());
            columns.removeAll(OF_SOMETHING_ELSE.keySet());
            assertThat(columns).as("neither moved nor explained").isEmpty();
        }
    }
}
