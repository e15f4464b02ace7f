package nl.kring.crm.web.intake;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.List;
import nl.kring.crm.intake.FoundColumn;
import nl.kring.crm.intake.MappingVersion;
import nl.kring.crm.intake.Mappings;
import nl.kring.crm.intake.RegisterDefinition;
import nl.kring.crm.intake.Registers;
import nl.kring.crm.intake.SourceRegister;
import nl.kring.crm.platform.InvalidInputException;
import org.omnifaces.cdi.Param;

/** How the columns of a register read, of one that is there or one that is made from a file. */
@Named
@ViewScoped
public class EditColumns implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String KEY = "sourceKey";

    @Inject
    private Mappings mappings;

    @Inject
    private Registers registers;

    @Inject
    @Param
    private String register;

    private transient Part file;
    private List<ColumnDraft> columns = List.of();
    private int version;
    private String name;
    private String code;
    private String organisation;

    public void load() {
        if (isKnown()) {
            SourceRegister found = registers.get(register);
            name = found.getName();
            version = found.getMappingVersion();
            columns = drafts(mappings.columns(register));
        }
    }

    /** Shows the columns of a file with examples; nothing is kept of it. */
    public void look() throws IOException {
        try (InputStream content = file.getInputStream()) {
            columns = drafts(mappings.look(isKnown() ? register : null, content.readAllBytes()));
        }
    }

    public String save() {
        List<RegisterDefinition.Column> wanted =
                columns.stream().map(ColumnDraft::column).toList();
        if (isKnown()) {
            mappings.change(register, wanted, version);
            return address(register);
        }
        String key = wanted.stream()
                .filter(column -> column.field().equals(KEY))
                .map(RegisterDefinition.Column::header)
                .findFirst()
                .orElseThrow(() -> new InvalidInputException("register-key"));
        return address(registers
                .create(new RegisterDefinition(code, name, organisation, null, null, null, null, null, key, wanted))
                .getCode());
    }

    private static String address(String of) {
        return "/intake/edit-columns.xhtml?faces-redirect=true&register=" + of;
    }

    private static List<ColumnDraft> drafts(List<FoundColumn> found) {
        return found.stream().map(ColumnDraft::new).toList();
    }

    public String getRegister() {
        return register;
    }

    public boolean isKnown() {
        return register != null && !register.isBlank();
    }

    public List<MappingVersion> getVersions() {
        return isKnown() ? mappings.versions(register) : List.of();
    }

    public List<String> getFields() {
        return mappings.fields();
    }

    public List<ColumnDraft> getColumns() {
        return columns;
    }

    public int getVersion() {
        return version;
    }

    public Part getFile() {
        return file;
    }

    public void setFile(Part file) {
        this.file = file;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getOrganisation() {
        return organisation;
    }

    public void setOrganisation(String organisation) {
        this.organisation = organisation;
    }
}
