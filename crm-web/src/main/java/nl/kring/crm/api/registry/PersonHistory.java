package nl.kring.crm.api.registry;

import java.time.Instant;
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
            String value,
            String prefix,
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
                                event.value(),
                                event.prefix(),
                                event.reason()))
                        .toList(),
                null);
    }
}
