package nl.kring.crm.agenda;

import java.io.Serializable;
import java.util.UUID;
import nl.kring.crm.platform.TextParts;

/** An organisation for whose staff an edition can be. */
public record Company(UUID uuid, String name, String place) implements Serializable {

    /** As it is chosen: two practices may be called the same. */
    public String label() {
        return TextParts.joined(", ", name, place);
    }
}
