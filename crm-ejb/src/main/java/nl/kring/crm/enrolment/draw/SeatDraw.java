package nl.kring.crm.enrolment.draw;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;

/**
 * The draw of one edition. The secret is made with it and is told to nobody before the draw was held; what was held the
 * database itself keeps from being changed. Read and changed under the row lock of the seats.
 */
@Entity
public class SeatDraw {

    @Id
    private Long editionId;

    private Instant opensAt;
    private Instant drawAt;

    @Column(updatable = false)
    private String seed;

    @Column(updatable = false)
    private String commitment;

    @Column(updatable = false)
    private Instant agreedAt;

    private Instant drawnAt;
    private String logHash;

    @Version
    private long version;

    protected SeatDraw() {}

    /** A window with a secret of its own. */
    public SeatDraw(Long editionId, DrawWindow window, Instant now) {
        this.editionId = editionId;
        this.seed = DrawOrder.newSeed();
        this.commitment = DrawOrder.commitment(seed);
        this.agreedAt = now;
        move(window);
    }

    /** At other moments; the secret stays what it was. Nobody has wished for anything yet. */
    public final void move(DrawWindow window) {
        opensAt = window.opensAt();
        drawAt = window.drawAt();
    }

    /** The draw was held, and this is what stands for its log. */
    public void held(String newLogHash, Instant now) {
        logHash = newLogHash;
        drawnAt = now;
    }

    /** Whether an enrolment of that moment takes part. */
    public boolean takesPart(Instant enrolledAt) {
        return !enrolledAt.isBefore(agreedAt) && enrolledAt.isBefore(drawAt);
    }

    public DrawWindow window() {
        return new DrawWindow(opensAt, drawAt, commitment, drawnAt);
    }

    /** The secret; for drawing, and for the log of a draw that was held. */
    public String getSeed() {
        return seed;
    }

    public Long getEditionId() {
        return editionId;
    }

    public Instant getOpensAt() {
        return opensAt;
    }

    public Instant getDrawAt() {
        return drawAt;
    }

    public boolean isDrawn() {
        return drawnAt != null;
    }

    String getLogHash() {
        return logHash;
    }
}
