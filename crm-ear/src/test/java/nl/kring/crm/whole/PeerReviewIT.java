package nl.kring.crm.whole;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A quality consultant right after the meeting, phone in hand: it is recorded by keyboard alone, and everybody has the hours. */
@WholeProduct
class PeerReviewIT {

    private static final String EKC = "ekc@example.nl";
    private static final String GROUP = UUID.randomUUID().toString();

    private static Visitor.Machine machine;

    @BeforeAll
    static void a_group_of_three_and_their_consultant() throws Exception {
        machine = new Visitor.Machine();
        List<String> people = RegisterFixtures.people(4, "TOETSGROEP");
        Professionals.signsIn(people.get(3), EKC);
        AnEvening.run("""
                insert into crm.peer_review_group (id, uuid, organisation_id, kind, name, begins_on, created_at)
                select nextval('crm.entity_seq'), '%s', o.id, 'PHARMACOTHERAPY', 'FTO van de avond', date '2020-01-01', now()
                  from crm.organisation o where o.code = 'FEA'""".formatted(GROUP));
        for (String person : people) {
            AnEvening.run("""
                    insert into crm.peer_review_member (id, uuid, group_id, person_id, role, valid_from, created_at)
                    select nextval('crm.entity_seq'), gen_random_uuid(), g.id, p.id, '%s', date '2020-01-01', now()
                      from crm.peer_review_group g, crm.person p where g.uuid = '%s' and p.uuid = '%s'""".formatted(person.equals(people.get(3)) ? "CONSULTANT" : "MEMBER", GROUP, person));
        }
    }

    @AfterAll
    static void stop() {
        machine.close();
    }

    @Test
    void a_meeting_is_recorded_on_a_phone_of_390_pixels_by_keyboard() throws Exception {
        try (Visitor ekc = machine.onALargerPhone().signIn(EKC)) {
            Page page = ekc.open("/peerreview/list-groups.xhtml").page();
            ekc.shows("peer-review-390-groups");
            Hands hands = new Hands(page);
            hands.skipsTo("content")
                    .tabsTo("a[href*='view-group.xhtml?id=" + GROUP + "']")
                    .entersTo("**/view-group.xhtml*");
            ekc.shows("peer-review-390-group");
            hands.skipsTo("content")
                    .tabsTo("main a[href*='/peerreview/record-meeting.xhtml']")
                    .entersTo("**/record-meeting.xhtml*")
                    .skipsTo("content")
                    .tabsTo("#meeting\\:subject")
                    .types("Antibiotica");
            for (int who = 0; who < 4; who++) {
                hands.tabsTo("#meeting\\:lines\\:" + who + "\\:there").presses("Space", 1);
            }
            hands.tabsTo("#meeting\\:save");
            ekc.shows("peer-review-390-filled");
            hands.entersTo("**/view-group.xhtml*");
            assertThat(page.locator("#messages")).containsText("De bijeenkomst is vastgelegd");
            assertThat(page.locator("main")).containsText("Antibiotica");
            ekc.shows("peer-review-390-recorded");
            hands.done("a consultant records a meeting of four, 390 px", 45, 60, 4);
        }
        assertThat(AnEvening.texts("""
                select concat_ws(' ', count(*), min(k.points), max(k.points), max(k.category)) from crm.credit_entry k
                  join crm.peer_review_meeting m on m.id = k.meeting_id
                  join crm.peer_review_group g on g.id = m.group_id where g.uuid = '%s' and k.scheme_code = 'RGS-HA'""".formatted(GROUP))).containsExactly("4 1.0 1.0 PEER_REVIEW");
        try (Visitor night = machine.onAPhoneAtNight().signIn(EKC);
                Visitor desk = machine.atADesk().signIn(EKC)) {
            night.open("/peerreview/record-meeting.xhtml?id=" + GROUP).shows("peer-review-320-record-at-night");
            desk.open("/peerreview/record-meeting.xhtml?id=" + GROUP).shows("peer-review-1280-record");
            desk.open("/peerreview/view-group.xhtml?id=" + GROUP).shows("peer-review-1280-group");
        }
    }
}
