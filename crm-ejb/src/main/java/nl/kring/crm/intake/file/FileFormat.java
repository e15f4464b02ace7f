package nl.kring.crm.intake.file;

import java.util.List;

/**
 * What is known beforehand of a register's files; what is null is found out.
 *
 * @param sheet name of the sheet in a workbook
 * @param headerRow number of the row with the headers, the first row is 1
 * @param separator between the cells of a text file
 * @param encoding of a text file
 * @param keyColumn header of the column with the key
 * @param required headers of the columns that may not be missing
 */
public record FileFormat(
        String sheet, Integer headerRow, String separator, String encoding, String keyColumn, List<String> required) {}
