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

    @Version
    private long version;

    protected Session() {}

    Session(Edition edition, int position, String title, Instant startsAt, Instant endsAt) {
        this.edition = edition;
        this.position = position;
        this.title = title;
        this.startsAt = startsAt;
        this.endsAt = endsAt;
    }

    /** Gives it its place in the order, its title and its times. */
    void schedule(int newPosition, String newTitle, Instant newStart, Instant newEnd) {
        position = newPosition;
        title = newTitle;
        startsAt = newStart;
        endsAt = newEnd;
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
}
