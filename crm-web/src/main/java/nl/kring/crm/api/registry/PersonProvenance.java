package nl.kring.crm.api.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.registry.Agreement;
import nl.kring.crm.registry.FieldCard;
import nl.kring.crm.registry.Saying;

/** Who says what of one person, field by field. */
public record PersonProvenance(List<Field> items, String next) {

    /** One field; disputed when sources contradict each other. */
    public record Field(String field, String value, String prefix, boolean disputed, List<Source> sources) {}

    /**
     * What one source says.
     *
     * @param hidden AGREES, DIFFERS or UNKNOWN when another organisation keeps the value to itself; value is null then
     * @param shown it is what the register shows
     */
    public record Source(
            UUID uuid,
            String value,
            String prefix,
            String organisation,
            String register,
            String sourceKey,
            Instant saidAt,
            boolean byHand,
            String reason,
            Agreement hidden,
            boolean shown,
            String qualifier,
            LocalDate validFrom,
            LocalDate validTo,
            String overrideReason) {

        static Source of(Saying saying) {
            return new Source(
                    saying.uuid(),
                    saying.value(),
                    saying.prefix(),
                    saying.organisation(),
                    saying.register(),
                    saying.sourceKey(),
                    saying.saidAt(),
                    saying.byHand(),
                    saying.reason(),
                    saying.hidden(),
                    saying.shown(),
                    saying.qualifier(),
                    saying.held().validFrom(),
                    saying.held().validTo(),
                    saying.overrideReason());
        }
    }

    static PersonProvenance of(List<FieldCard> fields) {
        return new PersonProvenance(fields.stream().map(PersonProvenance::field).toList(), null);
    }

    private static Field field(FieldCard card) {
        Saying shown = card.shown();
        return new Field(
                card.field().code(),
                shown == null ? null : shown.value(),
                shown == null ? null : shown.prefix(),
                card.disputed(),
                card.sayings().stream().map(Source::of).toList());
    }
}
