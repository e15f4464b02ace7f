package nl.kring.crm.registry.succession;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a succession would do, or did. Lists show the first {@link #SHOWN}; counts count all.
 *
 * @param affiliations who works there and moves
 * @param memberships who belongs there, or what it belongs to, and moves
 * @param relations to others that move
 * @param facts of those who end
 * @param consequences what other parts of the product say hangs on it
 */
public record SuccessionPreview(
        SuccessionKind kind,
        LocalDate day,
        List<Side> predecessors,
        List<Side> successors,
        List<Moved> affiliations,
        int affiliationCount,
        List<Moved> memberships,
        int membershipCount,
        List<Moved> relations,
        List<Fact> facts,
        List<Consequence> consequences)
        implements Serializable {

    /** No list on a screen is longer. */
    public static final int SHOWN = 200;

    /** One of the organisations, with the AGB code that does not go along by itself. */
    public record Side(UUID uuid, String name, String agb, boolean participant) implements Serializable {}

    /**
     * One period that moves.
     *
     * @param what code of the role, the kind of membership or of relation
     * @param who the person, or the other organisation
     * @param place the organisation that it moves from
     */
    public record Moved(UUID uuid, String what, String who, String place, LocalDate validFrom, LocalDate validTo)
            implements Serializable {}

    /** Something that is so of one who ends. */
    public record Fact(String organisation, String fact, String value) implements Serializable {}

    /** What hangs on it elsewhere; the code has a text. */
    public record Consequence(String code, long count) implements Serializable {}
}
