package nl.kring.crm.intake;

import java.util.List;
import java.util.Map;

/**
 * A source register as it is described when it is made.
 *
 * @param organisation code of the organisation that keeps it
 * @param sourceRank how much it is trusted, 1 most; null for less than the registers that were there first
 * @param headerRow the first row is 1; like sheet, separator and encoding null when it is to be found out
 * @param key header of the column with the register's own key
 */
public record RegisterDefinition(
        String code,
        String name,
        String organisation,
        Integer sourceRank,
        String sheet,
        Integer headerRow,
        String separator,
        String encoding,
        String key,
        List<Column> columns) {

    /**
     * One column.
     *
     * @param field a word of {@link TargetField}
     * @param personal true for what stays with the organisation; null leaves it to the rule of {@link Registers#create}
     * @param required whether a file without the column is refused; null for every column that means something
     * @param meanings what the register's own codes mean, like 03 for GP_TRAINEE
     */
    public record Column(
            String header, String field, Boolean personal, Boolean required, Map<String, String> meanings) {

        public Column(String header, String field, Boolean personal, Map<String, String> meanings) {
            this(header, field, personal, null, meanings);
        }
    }
}
