package nl.kring.crm.intake.review;

import java.io.Serializable;
import java.util.List;
import nl.kring.crm.registry.Agreement;
import nl.kring.crm.registry.PersonField;

/** What every source says of two, one column a source. */
public record SideBySide(List<Column> columns, List<Row> rows) implements Serializable {

    /**
     * A row of a register, or what an organisation said by hand.
     *
     * @param second of the second person
     * @param register null for by hand
     */
    public record Column(boolean second, String organisation, String register, String sourceKey)
            implements Serializable {}

    /**
     * One field.
     *
     * @param differs what may be seen of the two is not the same
     */
    public record Row(PersonField field, List<List<Value>> cells, boolean differs) implements Serializable {}

    /**
     * @param value null when it is hidden
     * @param hidden how it compares with what the other is said to have, when another organisation keeps it to itself
     */
    public record Value(String value, String prefix, Agreement hidden) implements Serializable {}
}
