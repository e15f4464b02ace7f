package nl.kring.crm.registry.organisation;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An organisation with everything that is said of it.
 *
 * @param uuid of the one that it was merged into, when the one asked for was
 * @param id for parts of the card that other components fill
 * @param version to hand in with a correction
 * @param asOf the day of which the card tells
 * @param there true when the organisation was there on that day
 * @param editable true when the caller may say otherwise
 * @param facts all that was ever so, the newest first
 * @param relations all that ever were, in both directions
 * @param fields every field in which something is said
 */
public record OrganisationCard(
        UUID uuid,
        Long id,
        long version,
        String code,
        String name,
        OrganisationKind kind,
        boolean participant,
        String address,
        String postcode,
        String place,
        String municipality,
        String phone,
        String email,
        String website,
        String agb,
        String kvk,
        LocalDate validFrom,
        LocalDate validTo,
        LocalDate asOf,
        boolean there,
        boolean editable,
        List<Fact> facts,
        List<Relation> relations,
        List<OrganisationFieldCard> fields)
        implements Serializable {

    /**
     * Something that was so for a while.
     *
     * @param organisation code of who says it; null for the platform
     * @param current true when it was so on the day of the card
     */
    public record Fact(
            UUID uuid,
            OrganisationFactKind fact,
            String value,
            LocalDate validFrom,
            LocalDate validTo,
            String organisation,
            boolean current)
            implements Serializable {}

    /**
     * How this organisation stood to another.
     *
     * @param outgoing true when this one stands on the left: this PART_OF other
     * @param current true when it was so on the day of the card
     * @param succession the takeover, merger or split that it came of, or null
     */
    public record Relation(
            UUID uuid,
            RelationKind kind,
            boolean outgoing,
            UUID other,
            String otherName,
            OrganisationKind otherKind,
            LocalDate validFrom,
            LocalDate validTo,
            boolean current,
            UUID succession)
            implements Serializable {}

    /** What was so on the day of the card. */
    public List<Fact> currentFacts() {
        return facts.stream().filter(Fact::current).toList();
    }

    /** What stood on the day of the card, but what came before or after it. */
    public List<Relation> currentRelations() {
        return relations.stream()
                .filter(each -> each.current() && each.kind() != RelationKind.SUCCEEDS)
                .toList();
    }

    /** What stood before the day of the card or will stand after it. */
    public List<Relation> otherRelations() {
        return relations.stream()
                .filter(each -> !each.current() && each.kind() != RelationKind.SUCCEEDS)
                .toList();
    }

    /** What this organisation came instead of. */
    public List<Relation> predecessors() {
        return successions(true);
    }

    /** What came instead of this organisation. */
    public List<Relation> successors() {
        return successions(false);
    }

    private List<Relation> successions(boolean outgoing) {
        return relations.stream()
                .filter(each -> each.kind() == RelationKind.SUCCEEDS && each.outgoing() == outgoing)
                .toList();
    }

    /** What is said in one field; empty when nothing is. */
    public OrganisationFieldCard field(OrganisationField field) {
        return fields.stream()
                .filter(each -> each.field() == field)
                .findFirst()
                .orElse(new OrganisationFieldCard(field, List.of()));
    }
}
