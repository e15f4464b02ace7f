package nl.kring.crm.intake;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.io.Serializable;
import org.hibernate.annotations.Immutable;

/** What was wrong with a row of a run, or with one value of it; written in sets, read one page at a time. */
@Entity
@Immutable
public class ImportProblem implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    private Long id;

    private Long runId;
    private int rowNumber;
    private String sourceKey;
    private String columnName;

    @Column(name = "value")
    private String text;

    private String code;
    private boolean refused;

    protected ImportProblem() {}

    /** As a spreadsheet counts: the first row of the file is 1. */
    public int getRowNumber() {
        return rowNumber;
    }

    public String getSourceKey() {
        return sourceKey;
    }

    /** Header of the column; null when it is about the whole row. */
    public String getColumnName() {
        return columnName;
    }

    public String getValue() {
        return text;
    }

    /** The reason; its text has the key {@code intake.problem.<code>}. */
    public String getCode() {
        return code;
    }

    /** True when the row was kept out, false when only this value was. */
    public boolean isRefused() {
        return refused;
    }
}
