package nl.kring.crm.registry.organisation;

import java.io.Serializable;
import java.util.List;

/**
 * A page of organisations with both neighbours, for screens.
 *
 * @param next cursor of the page after this one, null at the end
 * @param previous cursor of the page before this one, null at the beginning
 * @param total how many there are, counted up to {@link #COUNTED} plus one
 */
public record OrganisationPage(List<OrganisationLine> items, String next, String previous, int total)
        implements Serializable {

    /** Counting stops here; beyond it there are more. */
    public static final int COUNTED = 1000;

    public boolean isMoreThanCounted() {
        return total > COUNTED;
    }
}
