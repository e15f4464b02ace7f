package nl.kring.crm.enrolment.draw;

import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/**
 * When seats of an edition are given by lot.
 *
 * @param opensAt from when on wishes come in
 * @param drawAt until when they do; then is drawn
 * @param commitment the SHA-256 of the secret, in hexadecimal digits; null in a wish for a window
 * @param drawnAt when the draw was held; null before that
 */
public record DrawWindow(Instant opensAt, Instant drawAt, String commitment, Instant drawnAt) implements Serializable {

    /** A wish for a window. */
    public static DrawWindow between(Instant opensAt, Instant drawAt) {
        return new DrawWindow(opensAt, drawAt, null, null);
    }

    public boolean isDrawn() {
        return drawnAt != null;
    }

    /** Whether it asks for the same. */
    public boolean isSame(DrawWindow other) {
        return Objects.equals(opensAt, other.opensAt) && Objects.equals(drawAt, other.drawAt);
    }
}
