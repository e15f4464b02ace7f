package nl.kring.crm.workbench;

import java.io.Serializable;
import java.util.UUID;

/**
 * A saved view as its reader sees it.
 *
 * @param query what stands behind the question mark
 * @param preferred true when it opens by itself
 * @param own true for the reader's own, which he or she may change; others are shared by a colleague
 */
public record SavedViewLine(
        UUID uuid, String name, String page, String query, boolean shared, boolean preferred, boolean own)
        implements Serializable {

    /** The address of the list. */
    public String address() {
        return page + (query.isEmpty() ? "" : "?" + query);
    }
}
