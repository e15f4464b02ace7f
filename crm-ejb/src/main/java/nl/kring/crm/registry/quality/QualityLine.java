package nl.kring.crm.registry.quality;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.kring.crm.registry.Profession;

/**
 * A person or practice in a work list.
 *
 * @param values what is wrong, as it stands there: the number, the address, the place that is closed
 * @param fields the fields of the person that mend it; none when it is mended elsewhere on the card
 * @param confirmedAt when somebody last said that all of it is right; null when nobody did
 */
public record QualityLine(
        UUID uuid,
        String name,
        Profession profession,
        String place,
        List<String> values,
        List<String> fields,
        Instant confirmedAt)
        implements Serializable {}
