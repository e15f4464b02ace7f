package nl.kring.crm.enrolment.mailing;

import java.io.Serializable;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.registry.Profession;

/**
 * Whom of the register a letter is for; of an invitation only those that the course is meant for.
 *
 * @param professions empty for all
 * @param municipality null for all
 * @param membersOf an organisation of which they are members, themselves or through their practice; null for all
 * @param organisersMembers only members of one of the course's organisers
 * @param again also those who were invited to the same edition before
 * @param waiting of those who come: those who wait too
 */
public record Selection(
        Set<Profession> professions,
        String municipality,
        UUID membersOf,
        boolean organisersMembers,
        boolean again,
        boolean waiting)
        implements Serializable {

    /** Everybody that it can be for. */
    public static final Selection ALL = new Selection(Set.of(), null, null, false, false, false);

    public Selection {
        professions = Set.copyOf(professions);
        municipality = municipality == null || municipality.isBlank() ? null : municipality.strip();
    }

    /** The same, also those who were invited before. */
    public Selection invitedAgain() {
        return new Selection(professions, municipality, membersOf, organisersMembers, true, waiting);
    }
}
