package nl.kring.crm.registry;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * What one source says in one field.
 *
 * @param organisation code of who says it
 * @param register code of the register; null when said by hand
 * @param hidden what may be known when another organisation keeps the value to itself (value and prefix are null then);
 *     null when the value may be seen
 * @param shown this is what the card shows
 * @param mine said by hand by the organisation that the caller acts for, which may withdraw it
 */
public record Saying(
        UUID uuid,
        String value,
        String prefix,
        String organisation,
        String register,
        String sourceKey,
        Instant saidAt,
        String reason,
        Agreement hidden,
        boolean shown,
        boolean mine)
        implements Serializable {

    public boolean byHand() {
        return register == null;
    }
}
