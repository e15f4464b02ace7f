package nl.kring.crm.peerreview;

import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.kring.crm.platform.BaseEntity;

/** What a group means to do in a year. */
@Entity
@Table(name = "peer_review_plan")
class AnnualPlan extends BaseEntity {

    private Long groupId;
    private int year;
    private String text;
    private Instant handedIn;
    private Long accountId;

    @Version
    private long version;

    protected AnnualPlan() {}

    AnnualPlan(Long groupId, int year) {
        this.groupId = groupId;
        this.year = year;
    }

    /** The first time is when it was handed in. */
    void say(String newText, Long account, Instant now) {
        text = newText;
        if (handedIn == null) {
            handedIn = now;
            accountId = account;
        }
    }
}
