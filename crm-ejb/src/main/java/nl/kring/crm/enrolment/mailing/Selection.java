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
 * @param sheet of those who come: only those that the sheet shows; null for all
 */
public record Selection(
        Set<Profession> professions,
        String municipality,
        UUID membersOf,
        boolean organisersMembers,
        boolean again,
        boolean waiting,
        Sheet sheet)
        implements Serializable {

    /**
     * Of those who come, wait or asked only those that the sheet of participants shows.
     *
     * @param state how the enrolment stands, by its name; null for any
     * @param name a piece of the name or the workplace; null for any
     */
    public record Sheet(String state, String name) implements Serializable {

        public Sheet {
            state = state == null || state.isBlank() ? null : state;
            name = name == null || name.isBlank() ? null : name;
        }
    }

    /** Without a look at the sheet of participants. */
    public Selection(
            Set<Profession> professions,
            String municipality,
            UUID membersOf,
            boolean organisersMembers,
            boolean again,
            boolean waiting) {
        this(professions, municipality, membersOf, organisersMembers, again, waiting, null);
    }

    /** Everybody that it can be for. */
    public static final Selection ALL = new Selection(Set.of(), null, null, false, false, false);

    public Selection {
        professions = Set.copyOf(professions);
        municipality = municipality == null || municipality.isBlank() ? null : municipality.strip();
    }

    /** The same, also those who were invited before. */
    public Selection invitedAgain() {
        return new Selection(professions, municipality, membersOf, organisersMembers, true, waiting, sheet);
    }
}
