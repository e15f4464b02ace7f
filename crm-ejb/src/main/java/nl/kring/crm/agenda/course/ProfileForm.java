package nl.kring.crm.agenda.course;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.kring.crm.registry.affiliation.AffiliationRole;

/**
 * What the organisers say of a course.
 *
 * @param objectives what who took part can or knows afterwards
 * @param prerequisites what one should have or know beforehand
 * @param materials what is handed out or must be brought
 * @param themes of the list of the region
 * @param roles for whom it is meant besides the professions of the course; none means all
 * @param organisations whose people it is meant for; none means all
 * @param coOrganisers participants that organise it too
 * @param owner the colleague who looks after it, or null
 * @param deputy who does when the owner is away, or null
 */
public record ProfileForm(
        String objectives,
        String prerequisites,
        String materials,
        CourseLanguage language,
        Set<UUID> themes,
        Set<AffiliationRole> roles,
        Set<UUID> organisations,
        Set<UUID> coOrganisers,
        UUID owner,
        UUID deputy,
        List<Speaker> speakers,
        List<Sponsor> sponsors,
        List<BudgetLine> budget)
        implements Serializable {

    /**
     * Who speaks: somebody of the register, or a name.
     *
     * @param uuid of the row that it is a change of, null for a new one
     * @param person of the register, or null
     * @param name as it is announced; null shows the name that the register shows
     * @param known what the register shows; not read when it is handed in
     * @param honorariumCents in cents, or null when it is not agreed
     * @param travelCents in cents, or null when it is not agreed
     * @param disclosedOn when the interests were disclosed, or null
     * @param interests which; null when there are none
     */
    public record Speaker(
            UUID uuid,
            UUID person,
            String name,
            String known,
            LocalDate contractSignedOn,
            Integer honorariumCents,
            Integer travelCents,
            LocalDate disclosedOn,
            String interests)
            implements Serializable {}

    /**
     * Who pays a part.
     *
     * @param uuid of the row that it is a change of, null for a new one
     * @param amountCents in cents, or null when it is not agreed
     * @param independent whether it is stated that the sponsor has no say in the contents
     * @param independentOn when that was stated
     */
    public record Sponsor(
            UUID uuid,
            String name,
            Integer amountCents,
            LocalDate contractSignedOn,
            boolean independent,
            LocalDate independentOn)
            implements Serializable {}

    /**
     * What is expected to come in or go out, and what did.
     *
     * @param uuid of the row that it is a change of, null for a new one
     * @param actualCents null as long as it is not known
     */
    public record BudgetLine(UUID uuid, boolean income, String label, int plannedCents, Integer actualCents)
            implements Serializable {}
}
