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
 * @param shown this is what the card shows, in its slot
 * @param mine said by hand by the organisation that the caller acts for, which may withdraw it
 * @param qualifier one of {@link PersonField#qualifiers}, or null
 * @param slot what stands in different slots of a field holds side by side
 * @param held when it holds
 * @param holds on the day that the card is about
 * @param kept by the organisation that says it; here that is the reader's own
 * @param overrideReason why a number is kept though it fails its check; else null
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
        boolean mine,
        String qualifier,
        String slot,
        Period held,
        boolean holds,
        boolean kept,
        String overrideReason)
        implements Serializable {

    /** In a field that holds one value, since ever and until further notice. */
    public Saying(
            UUID uuid,
            String value,
            String organisation,
            String register,
            Instant saidAt,
            String reason,
            Agreement hidden,
            boolean shown,
            boolean mine) {
        this(
                uuid,
                value,
                null,
                organisation,
                register,
                null,
                saidAt,
                reason,
                hidden,
                shown,
                mine,
                null,
                "",
                Period.always(),
                true,
                false,
                null);
    }

    public boolean byHand() {
        return register == null;
    }

    /** The same value, however it is spelled. */
    boolean sameAs(Saying other) {
        return Folding.fold(value).equals(Folding.fold(other.value))
                && Folding.fold(prefix).equals(Folding.fold(other.prefix));
    }
}
