package nl.kring.crm.intake;

import java.util.List;
import java.util.UUID;

/**
 * What a run does or did with one row, as it is shown.
 *
 * @param rowNumber as a spreadsheet counts; null when the row is not in the file
 * @param name as the row has it; null when it is not in the file
 * @param person whom it is about, or may be; null for somebody new
 * @param personName as everybody sees it
 * @param other key of another row of the file that it may be the same as; for two persons the name of the second
 * @param record the stored row; null when there is none
 */
public record EffectLine(
        EffectKind kind,
        Integer rowNumber,
        String sourceKey,
        String name,
        UUID person,
        String personName,
        String other,
        UUID record,
        List<Difference> changes) {

    /** One cell before and after; empty where there was nothing. */
    public record Difference(String header, String before, String after) {}
}
