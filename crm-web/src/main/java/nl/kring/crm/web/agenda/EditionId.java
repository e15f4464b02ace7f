package nl.kring.crm.web.agenda;

import java.util.UUID;
import nl.kring.crm.platform.NotFoundException;

/** The edition that an address names. */
final class EditionId {

    private EditionId() {}

    /**
     * The UUID in the address.
     *
     * @throws NotFoundException it is none, and so names nothing
     */
    static UUID of(String text) {
        try {
            return UUID.fromString(text == null ? "" : text);
        } catch (IllegalArgumentException notAUuid) {
            throw new NotFoundException();
        }
    }
}
