package nl.kring.crm.agenda;

import java.io.Serializable;
import java.util.UUID;
import nl.kring.crm.platform.TextParts;

/** An organisation of the register, to be chosen by its name. */
public record Company(Long id, UUID uuid, String name, String place) implements Serializable {

    /** As it is chosen: two practices may be called the same. */
    public String label() {
        return TextParts.joined(", ", name, place);
    }
}
