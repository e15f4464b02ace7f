package nl.kring.crm.api.registry;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.kring.crm.registry.PersonEvent;

/** What happened to what is said of one person, the newest first. */
public record PersonHistory(List<Item> items, String next) {

    /**
     * One event.
     *
     * @param register null when it was done by hand
     * @param field null for a whole row of a register
     */
    public record Item(
            Instant at,
            PersonEvent.What what,
            String organisation,
            String by,
            String register,
            String sourceKey,
            String field,
            String qualifier,
            String value,
            String prefix,
            LocalDate validFrom,
            LocalDate validTo,
            String reason) {}

    static PersonHistory of(List<PersonEvent> events) {
        return new PersonHistory(
                events.stream()
                        .map(event -> new Item(
                                event.at(),
                                event.what(),
                                event.organisation(),
                                event.by(),
                                event.register(),
                                event.sourceKey(),
                                event.field(),
                                event.qualifier(),
                                event.value(),
                                event.prefix(),
                                event.held() == null ? null : event.held().validFrom(),
                                event.held() == null ? null : event.held().validTo(),
                                event.reason()))
                        .toList(),
                null);
    }
}
