package nl.kring.crm.intake;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Entity;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import nl.kring.crm.platform.BaseEntity;

/** A register that an organisation keeps and hands over as files, and how those read. */
@Entity
public class SourceRegister extends BaseEntity {

    private String code;
    private String name;
    private Long organisationId;
    private int sourceRank;
    private String sheet;
    private Integer headerRow;
    private String separator;
    private String encoding;
    private String keyColumn;
    private Instant createdAt;
    private int mappingVersion = 1;

    @OneToMany(mappedBy = "register", cascade = CascadeType.PERSIST)
    @OrderBy("position")
    private List<ColumnMapping> columns = new ArrayList<>();

    @Version
    private long version;

    protected SourceRegister() {}

    SourceRegister(RegisterDefinition definition, String code, Long organisationId, int sourceRank, Instant now) {
        this.code = code;
        this.name = definition.name().strip();
        this.organisationId = organisationId;
        this.sourceRank = sourceRank;
        this.sheet = definition.sheet();
        this.headerRow = definition.headerRow();
        this.separator = definition.separator();
        this.encoding = definition.encoding();
        this.keyColumn = definition.key().strip();
        this.createdAt = now;
    }

    /** Adds the columns in their order; without a word of its own a column is private by the usual meaning of its field. */
    void map(List<RegisterDefinition.Column> described) {
        boolean workplaces = described.stream()
                .map(column -> TargetField.of(column.field()).orElseThrow())
                .anyMatch(field -> field == TargetField.PRACTICE_NAME || field == TargetField.PRACTICE_AGB);
        for (RegisterDefinition.Column column : described) {
            TargetField field = TargetField.of(column.field()).orElseThrow();
            boolean usually = field == TargetField.MOBILE || field.isContact() && !workplaces;
            boolean personal = column.personal() == null ? usually : column.personal();
            columns.add(new ColumnMapping(
                    this,
                    columns.size() + 1,
                    column.header().strip(),
                    field,
                    personal,
                    column.required(),
                    column.meanings()));
        }
    }

    /** From now on its files are read otherwise. The columns were taken away before. */
    void remap(List<RegisterDefinition.Column> described) {
        map(described);
        mappingVersion++;
    }

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    public Long getOrganisationId() {
        return organisationId;
    }

    int getSourceRank() {
        return sourceRank;
    }

    String getSheet() {
        return sheet;
    }

    Integer getHeaderRow() {
        return headerRow;
    }

    String getSeparator() {
        return separator;
    }

    String getEncoding() {
        return encoding;
    }

    public String getKeyColumn() {
        return keyColumn;
    }

    Instant getCreatedAt() {
        return createdAt;
    }

    public int getMappingVersion() {
        return mappingVersion;
    }

    List<ColumnMapping> getColumns() {
        return columns;
    }
}
