package nl.kring.crm.intake;

import java.util.List;

/**
 * What a run does with one row.
 *
 * @param rowNumber as a spreadsheet counts; null when the row is not in the file
 * @param name as the row has it; null when it is not in the file
 * @param recordId the stored row; null when there is none yet
 * @param personId whom it is about, or may be; null for somebody new
 * @param other key of another row of the file, or name of another person, that it may be the same as
 * @param details of a changed row header, before and after, three by three
 */
record Effect(
        EffectKind kind,
        Integer rowNumber,
        String sourceKey,
        String name,
        Long recordId,
        Long personId,
        String other,
        List<String> details) {}
