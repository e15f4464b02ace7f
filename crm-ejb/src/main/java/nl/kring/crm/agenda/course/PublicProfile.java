package nl.kring.crm.agenda.course;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import nl.kring.crm.registry.affiliation.AffiliationRole;

/**
 * What everybody may see of a course: nothing of money and contracts.
 *
 * @param organisations names of those for whose people it is meant; none means all
 * @param coOrganisers names
 */
public record PublicProfile(
        String objectives,
        String prerequisites,
        String materials,
        CourseLanguage language,
        List<ThemeLine> themes,
        List<AffiliationRole> roles,
        List<String> organisations,
        List<String> coOrganisers,
        List<Speaker> speakers,
        List<Sponsor> sponsors)
        implements Serializable {

    static final PublicProfile NOTHING = new PublicProfile(
            null, null, null, CourseLanguage.DUTCH, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * @param disclosedOn when interests were disclosed; null when not yet
     * @param interests which; null when there are none
     */
    public record Speaker(String name, LocalDate disclosedOn, String interests) implements Serializable {}

    /** @param independent whether it is stated that the sponsor has no say in the contents */
    public record Sponsor(String name, boolean independent) implements Serializable {}

    /** True when a course for everybody in Dutch says nothing more. */
    public boolean isEmpty() {
        return equals(NOTHING);
    }
}
