package nl.kring.crm.registry.affiliation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something that may end when somebody leaves; staff tick it or leave it.
 *
 * @param term the role or the kind of membership, null for an account
 * @param where the organisation, null for an account
 * @param who somebody else, whose standing in it is; null when it is the person's own
 * @param validFrom its first day, null when nobody knows
 * @param version to be given back
 * @param proposed true when it hangs on what ends, so that it is ticked beforehand
 * @param allowed false when the caller would have to propose it to somebody else
 */
public record ProposedEnding(
        Kind kind,
        UUID uuid,
        String term,
        String where,
        String who,
        LocalDate validFrom,
        long version,
        boolean proposed,
        boolean allowed)
        implements Serializable {

    /** What it is. */
    public enum Kind {
        AFFILIATION,
        MEMBERSHIP,
        /** Somebody else's, who stands in for the one who leaves. */
        COVER,
        ACCOUNT
    }

    /** As it was looked at, to be given back. */
    public Ending ending() {
        return new Ending(kind, uuid, version);
    }

    /** Something that staff ticked. */
    public record Ending(Kind kind, UUID uuid, long version) implements Serializable {}
}
