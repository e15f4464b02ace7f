package nl.kring.crm.api.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.registry.organisation.OrganisationCard;
import nl.kring.crm.registry.organisation.OrganisationFactKind;
import nl.kring.crm.registry.organisation.OrganisationKind;
import nl.kring.crm.registry.organisation.RelationKind;

/**
 * What is shown of one organisation on a day.
 *
 * @param uuid of the one that it was merged into, when the one asked for was
 * @param there true when the organisation was there on that day
 * @param facts what was so on that day
 * @param relations how it stood to others on that day; predecessors and successors whenever they came
 */
public record OrganisationDetail(
        UUID uuid,
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
        List<Fact> facts,
        List<Relation> relations,
        List<Relation> predecessors,
        List<Relation> successors) {

    /** Something that was so for a while. */
    public record Fact(OrganisationFactKind fact, String value, LocalDate validFrom, LocalDate validTo) {}

    /** How it stood to another; outgoing when it stands on the left of the kind. */
    public record Relation(
            RelationKind kind, boolean outgoing, UUID uuid, String name, LocalDate validFrom, LocalDate validTo) {

        static Relation of(OrganisationCard.Relation relation) {
            return new Relation(
                    relation.kind(),
                    relation.outgoing(),
                    relation.other(),
                    relation.otherName(),
                    relation.validFrom(),
                    relation.validTo());
        }
    }

    static OrganisationDetail of(OrganisationCard card) {
        return new OrganisationDetail(
                card.uuid(),
                card.version(),
                card.code(),
                card.name(),
                card.kind(),
                card.participant(),
                card.address(),
                card.postcode(),
                card.place(),
                card.municipality(),
                card.phone(),
                card.email(),
                card.website(),
                card.agb(),
                card.kvk(),
                card.validFrom(),
                card.validTo(),
                card.asOf(),
                card.there(),
                card.currentFacts().stream()
                        .map(fact -> new Fact(fact.fact(), fact.value(), fact.validFrom(), fact.validTo()))
                        .toList(),
                card.currentRelations().stream().map(Relation::of).toList(),
                card.predecessors().stream().map(Relation::of).toList(),
                card.successors().stream().map(Relation::of).toList());
    }
}
