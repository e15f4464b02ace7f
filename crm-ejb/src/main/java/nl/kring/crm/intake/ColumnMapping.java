package nl.kring.crm.intake;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import java.util.Map;
import java.util.TreeMap;
import nl.kring.crm.platform.BaseEntity;

/** What one column of a register means, whether it stays with the organisation, and what its codes stand for. */
@Entity
public class ColumnMapping extends BaseEntity {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "register_id")
    private SourceRegister register;

    private int position;
    private String header;
    private String field;

    @Column(name = "private")
    private boolean personal;

    private boolean required;

    @ElementCollection
    @CollectionTable(name = "column_meaning", joinColumns = @JoinColumn(name = "mapping_id"))
    @MapKeyColumn(name = "code")
    @Column(name = "meaning")
    private Map<String, String> meanings = new TreeMap<>();

    protected ColumnMapping() {}

    /** Unless somebody decides otherwise, what means something may not be missing: a file without it would wipe what it said. */
    ColumnMapping(
            SourceRegister register,
            int position,
            String header,
            TargetField field,
            boolean personal,
            Boolean required,
            Map<String, String> meanings) {
        this.register = register;
        this.position = position;
        this.header = header;
        this.field = field.word();
        this.personal = personal;
        this.required = required == null ? field != TargetField.IGNORE : required;
        this.meanings.putAll(meanings);
    }

    String getHeader() {
        return header;
    }

    TargetField getField() {
        return TargetField.of(field).orElseThrow();
    }

    boolean isPersonal() {
        return personal;
    }

    boolean isRequired() {
        return required;
    }

    Map<String, String> getMeanings() {
        return meanings;
    }
}
