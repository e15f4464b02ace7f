package nl.kring.crm.agenda;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import nl.kring.crm.platform.BaseEntity;

/** One meeting of an edition. */
@Entity
public class Session extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "edition_id")
    private Edition edition;

    private int position;
    private String title;
    private Instant startsAt;
    private Instant endsAt;
    private String location;
    private String online;

    @Version
    private long version;

    protected Session() {}

    Session(Edition edition, int position, PlannedSession planned) {
        this.edition = edition;
        schedule(position, planned);
    }

    /** Gives it its place in the order, its title, its times and where it is held. */
    final void schedule(int newPosition, PlannedSession planned) {
        position = newPosition;
        title = planned.title();
        startsAt = planned.startsAt();
        endsAt = planned.endsAt();
        location = planned.location();
        online = planned.online();
    }

    public Edition getEdition() {
        return edition;
    }

    public int getPosition() {
        return position;
    }

    public String getTitle() {
        return title;
    }

    public Instant getStartsAt() {
        return startsAt;
    }

    public Instant getEndsAt() {
        return endsAt;
    }

    /** Where this one is held, when that is not where the edition is. */
    public String getLocation() {
        return location;
    }

    /** Where to log in for this one, when that is not where one logs in for the edition. */
    public String getOnline() {
        return online;
    }
}
