package nl.kring.crm.registry.merging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of peer review groups, and of whom a file of the past means, when two persons turn out to be one, and when they do not. */
class PeersOfMergedTest {

    private MergeFixture region;
    private long one;
    private long other;

    @BeforeEach
    void two_in_one_group() throws Exception {
        region = new MergeFixture();
        region.as(MergeFixture.platformAdmin());
        one = region.person("Wolterink");
        other = region.person("Wolterink");
        long group = region.id();
        region.sql("""
                insert into crm.peer_review_group (id, uuid, organisation_id, kind, name, begins_on, created_at)
                select ?, gen_random_uuid(), min(o.id), 'BALINT', 'Balint', date '2020-01-01', now() from crm.organisation o""", group);
        long meeting = region.id();
        region.sql("""
                insert into crm.peer_review_meeting (id, uuid, group_id, held_on, minutes, subject, recorded_at)
                values (?, gen_random_uuid(), ?, date '2026-03-01', 60, 'Casus', now())""", meeting, group);
        for (long person : new long[] {one, other}) {
            region.sql("""
                    insert into crm.peer_review_member (id, uuid, group_id, person_id, role, valid_from, created_at)
                    values (?, gen_random_uuid(), ?, ?, 'MEMBER', date '2020-01-01', now())""", region.id(), group, person);
        }
        region.sql(
                "insert into crm.peer_review_presence (meeting_id, person_id, minutes) values (?, ?, 60)",
                meeting,
                other);
        long file = region.id();
        region.sql("""
                insert into crm.past_import (id, uuid, organisation_id, kind, state, file_name, headers, fields, rows_read, created_at)
                select ?, gen_random_uuid(), min(o.id), 'MEMBERSHIP', 'REHEARSED', 'oud.csv', '{}', '{}', 1, now()
                  from crm.organisation o""", file);
        region.sql("""
                insert into crm.past_person (import_id, organisation_id, who, person_id, how)
                select i.id, i.organisation_id, 'wolterink', ?, 'DECIDED' from crm.past_import i where i.id = ?""", other, file);
    }

    @AfterEach
    void stop() throws Exception {
        region.close();
    }

    @Test
    void groups_meetings_and_who_a_file_means_go_along_and_come_back() {
        UUID merge = region.merge(one, other);
        assertThat(rows("peer_review_member", one)).isEqualTo(2);
        assertThat(rows("peer_review_presence", one)).isEqualTo(1);
        assertThat(rows("past_person", one)).isEqualTo(1);

        region.unmerge(merge);
        assertThat(rows("peer_review_member", other)).isEqualTo(1);
        assertThat(rows("peer_review_presence", other)).isEqualTo(1);
        assertThat(rows("past_person", other)).isEqualTo(1);
    }

    private long rows(String table, long person) {
        return region.number("select count(*) from crm." + table + " where person_id = " + person);
    }
}
